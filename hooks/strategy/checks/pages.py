"""The pages of ``docs/`` against each other, in both languages, and against ``data/``.

Both languages of a page have the same section ids and the same markers, so that a link, a search hit
or a citation leads to the same place in either language.
"""

from collections import Counter
from collections.abc import Collection
from pathlib import Path

from strategy.content import heading_ids, headings
from strategy.content.articles import Articles
from strategy.content.data import Loaded, report_dangling
from strategy.content.page import Heading, Page, Pages
from strategy.content.pages import DOCS
from strategy.content.sections import SECTIONS
from strategy.languages.labels import LANGUAGE_NAMES
from strategy.languages.say import Language, Say
from strategy.model import FILES, Identity, Redirects
from strategy.model.addresses import HOME
from strategy.model.ids import with_month
from strategy.problems import Location, Problems


def check(root: Path, loaded: Loaded, found: Pages, articles: Articles, problems: Problems) -> None:
    """Report all that is wrong with the pages, beyond what each shows by itself."""
    sound = set()
    for name, pair in found.items():
        _check_pair(name, pair, root, problems)
        if _check_sections(name, pair, loaded, problems):
            sound.add(name)
    if "strategy" in loaded.models:
        _check_titles(loaded, found, sound, problems)
    _check_anchors(loaded, found, articles, problems)
    _check_use(root, loaded, found, problems)


def _check_use(root: Path, loaded: Loaded, found: Pages, problems: Problems) -> None:
    """Every data file, and every item that has a marker of its own, is on some page."""
    placed = {
        (m.name, m.argument) for pair in found.values() for p in pair.values() for m in p.markers
    }
    used = {"strategy", "redirects"} | {
        n for name, _ in placed if name in SECTIONS for n in SECTIONS[name].data
    }
    missing = [
        (
            Location(f"data/{name}.yml"),
            [n for n, section in SECTIONS.items() if name in section.data],
        )
        for name in FILES
        if name not in used and (root / "data" / f"{name}.yml").exists()
    ]
    for name, section in SECTIONS.items():
        if all(file in used and file in loaded.models for file in section.data):
            for argument in section.arguments(loaded.strategy):
                if (name, argument) not in placed:
                    where = loaded.ids.get(argument, Location(f"data/{section.data[0]}.yml"))
                    missing.append((where, [f"{name} {argument}"]))
    for where, wanted in missing:
        problems.tell(
            "unused-data",
            where,
            markers=Say(
                "、".join(f"<!-- strategy: {w} -->" for w in wanted),
                ", ".join(f"<!-- strategy: {w} -->" for w in wanted),
            ),
        )


def _check_pair(name: str, pair: dict[Language, Page], root: Path, problems: Problems) -> None:
    if len(pair) == 1:
        (page,) = pair.values()
        missing = f"{DOCS}/{name}.md" if page.language == "en" else f"{DOCS}/{name}.en.md"
        if not (root / missing).exists():
            language = LANGUAGE_NAMES["ja" if page.language == "en" else "en"]
            problems.tell(
                "missing-translation", Location(page.file), language=language, missing=missing
            )
        return
    ja, en = pair["ja"], pair["en"]
    if en.review:
        problems.tell("review-place", Location(en.file), file=ja.file)
    # A marker that is at fault on one page would be missing on the other one only.
    for page, other in ((en, ja), (ja, en)) if ja.sound and en.sound else ():
        here = {(marker.name, marker.argument) for marker in page.markers}
        for marker in other.markers:
            if (marker.name, marker.argument) not in here:
                shown = f"{marker.name} {marker.argument}".strip()
                place = f"{other.file}:{marker.location.line}"
                problems.tell("marker-missing", Location(page.file), shown=shown, place=place)
                page.sound = False  # it has not all its places


def _check_sections(
    name: str, pair: dict[Language, Page], loaded: Loaded, problems: Problems
) -> bool:
    """Whether the ids of a page's headings are as they should be."""
    if any(headings.is_misspelt(page) for page in pair.values()):
        return False
    if len(pair) == 1:
        (page,) = pair.values()
        return heading_ids.complete(page.headings, (), problems)
    base = loaded.editions.in_force
    chapters = base.record.chapters if base and base.record else ()
    adopted = {b.section for chapter in chapters if chapter.id == name for b in chapter.blocks}
    ja, en = pair["ja"], pair["en"]
    return heading_ids.check(ja.headings, en.headings, en.file, adopted, problems)


def _check_titles(loaded: Loaded, found: Pages, sound: Collection[str], problems: Problems) -> None:
    """Home page, chapters and their parts carry the adopted titles; a chapter also its number.

    Only pages whose section ids are ``sound`` can be asked for their parts.
    """
    strategy = loaded.strategy
    for number, chapter in enumerate(strategy.chapters, 1):
        pair = found.get(chapter.id, {})
        if not pair:
            problems.tell(
                "missing-page",
                loaded.ids[f"data/strategy.yml#{chapter.id}"],
                number=number,
                page=chapter.id,
            )
        for language, page in pair.items():
            title = f"{number}. {chapter.title[language]}"
            _check_title(page, page.headings[0] if page.headings else None, 1, title, "", problems)
            headings.check_summary(page, problems)
            for part in chapter.parts if chapter.id in sound else ():
                title = part.title[language]
                heading = next((h for h in page.headings if h.id == part.id), None) or next(
                    (h for h in page.headings if h.text == title), None
                )
                _check_title(page, heading, 2, title, part.id, problems)
    for language, page in found.get(HOME, {}).items():
        first = page.headings[0] if page.headings else None
        _check_title(page, first, 1, strategy.title[language], "", problems)


def _check_title(
    page: Page, heading: Heading | None, level: int, title: str, ident: str, problems: Problems
) -> None:
    is_right = heading and heading.level == level and heading.text == title
    if not is_right or (ident and heading and heading.id != ident):
        mark = f"{'#' * level} {title}" + (f" {{#{ident}}}" if ident else "")
        problems.tell(
            "adopted-title", heading.location if heading else Location(page.file), mark=mark
        )


def _check_anchors(loaded: Loaded, found: Pages, articles: Articles, problems: Problems) -> None:
    """An id is on a page once, and a reference to ``page#section`` leads to a heading.

    Headings are also made from data. Where data or markers are at fault nothing can be rendered:
    then the ids in ``data/`` stand for the headings that would be made from them.
    """
    # An id whose month has one digit is told where it stands, not where it is named rightly.
    made = [with_month(ident.rpartition("#")[2]) for ident in loaded.ids]
    # A part that lost its id is told at its heading.
    identity = loaded.models.get("strategy")
    chapters = identity.chapters if isinstance(identity, Identity) else ()
    known = [f"{c.id}#{part.id}" for c in chapters if c.id in found for part in c.parts]
    for name, pair in found.items():
        for page in pair.values():
            ids = articles.of(page).heading_ids
            _report_repeated(page, ids, problems)
            known += [f"{name}#{ident}" for ident in ids]
            if page.markers and not articles.has_data(page):
                known += [f"{name}#{ident}" for ident in made]
    for marker, scalar in loaded.references:
        places = {"section": known, "place": [*found, *known]}.get(marker.kind)
        known_there = places is None or scalar.value() is None or scalar.text in places
        if not known_there and _is_readable(scalar.text.partition("#")[0], loaded, found):
            report_dangling(scalar, places or [], problems)
    _check_redirects(loaded, found, problems)


def _report_repeated(page: Page, ids: Collection[str], problems: Problems) -> None:
    """Report each heading whose id another one of the page has, too."""
    counts = Counter(ids)
    for heading in page.headings:
        if heading.id and counts[heading.id] > 1:
            problems.tell("duplicate-section", heading.location, id=heading.id)


def _is_readable(name: str, loaded: Loaded, found: Pages) -> bool:
    """Whether every data file that a page shows could be read, so that its headings are known."""
    return all(
        file in loaded.nodes
        for page in found.get(name, {}).values()
        for marker in page.markers
        if marker.name in SECTIONS
        for file in SECTIONS[marker.name].data
    )


def _check_redirects(loaded: Loaded, found: Pages, problems: Problems) -> None:
    """An old address is no longer that of a page."""
    redirects = loaded.models.get("redirects")
    taken = {f"{name}/".removesuffix("index/") for name in found}
    for redirect in redirects.all if isinstance(redirects, Redirects) else ():
        if redirect.old in taken:
            problems.tell("old-address", Location("data/redirects.yml"), address=redirect.old)
