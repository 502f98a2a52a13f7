"""The pages of ``docs/``: front matter, headings and markers, checked in both languages.

A page is two files, ``name.md`` (Japanese) and ``name.en.md``. Both have the same section ids
and the same markers, so that a link, a search hit or a citation leads to the same place in
either language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import Field

from strategy.content import heading_ids, headings, markers
from strategy.content.data import Loaded, report_dangling
from strategy.content.headings import Heading
from strategy.content.review import Review, Reviewed
from strategy.content.sections import SECTIONS
from strategy.languages.labels import LANGUAGE_NAMES
from strategy.languages.say import Language, Say
from strategy.model import FILES, Identity, Redirects
from strategy.model.addresses import HOME
from strategy.model.ids import with_month
from strategy.problems import Location, Problems
from strategy.reading import front_matter, placeholders
from strategy.reading.fields import Line, Model
from strategy.reading.source import read_text
from strategy.reading.validate import validate
from strategy.reading.yaml_nodes import split_front_matter

DOCS = "docs"
_OTHER_SUFFIXES = (".markdown", ".mdown", ".mkdn", ".mkd")  # MkDocs would build these as well


class Search(Model):
    """How the site's search treats a page."""

    exclude: bool = Field(default=False, description="trueのとき、検索の対象から外す")


class PageSettings(Model):
    """The block between the ``---`` lines at the top of a page."""

    description: Line = Field(description="検索結果などに出る、ページの要約")
    search: Search = Search()
    review: Review | None = Field(default=None, description="担当課と、内容を確かめる時期")


@dataclass(frozen=True)
class Page:
    """One language of a page, as written. ``name`` is the path below ``docs/`` without language and suffix."""

    name: str
    language: Language
    file: str
    headings: tuple[Heading, ...]
    markers: tuple[markers.Marker, ...]
    body: str
    body_line: int
    sound: bool
    excluded: bool = False
    review: Review | None = None

    def line_of(self, text: str) -> int:
        """The line of the file on which a text begins; the first, if it does not stand there."""
        found = headings.line_of(self.body, text)
        return 1 if found is None else self.body_line + found

    def location(self, offset: int) -> Location:
        """The place in the file of a character of the body."""
        before = self.body[:offset]
        line = self.body_line + before.count("\n")
        return Location(self.file, line, len(before.rpartition("\n")[2]) + 1)

    def places(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Location]]:
        """Each place where a pattern stands in the prose of the page."""
        text = markers.prose(self.body)
        for match in pattern.finditer(text):
            yield match, self.location(match.start())


Pages = dict[str, dict[Language, Page]]
"""Name → the page in each language that is there."""


def check(root: Path, loaded: Loaded, problems: Problems) -> Pages:
    """The pages of ``docs/``; reports every problem of them, alone and against ``data/``."""
    data_is_sound = loaded.complete and not problems.errors
    found: Pages = {}
    for path in sorted((root / DOCS).rglob("*")):
        if path.suffix.lower() in _OTHER_SUFFIXES:
            problems.report(
                "page-suffix",
                Location(path.relative_to(root).as_posix()),
                Say(
                    "ページの拡張子が「.md」ではありません",
                    "the page’s file name does not end in .md",
                ),
                Say("名前の終わりを「.md」に変えてください", "rename it to end in .md"),
            )
        elif path.suffix == ".md" and (page := _read(path, root, loaded, problems)):
            found.setdefault(page.name, {})[page.language] = page
    sound = set()
    for name, pair in found.items():
        _check_pair(name, pair, root, problems)
        if _check_sections(name, pair, loaded, problems):
            sound.add(name)
    if "strategy" in loaded.models:
        _check_titles(loaded, found, sound, problems)
    _check_anchors(loaded, found, data_is_sound, problems)
    _check_use(root, loaded, found, problems)
    return found


def reviewed(pages: Pages, language: Language) -> list[Reviewed]:
    """The pages that have a review, with their titles in ``language``."""
    return [
        Reviewed(pair[language].headings[0].text, pair["ja"].file, pair["ja"].review)
        for pair in pages.values()
        if len(pair) == 2 and pair["ja"].review
    ]


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
            for argument in section.arguments(loaded.strategy()):
                if (name, argument) not in placed:
                    where = loaded.ids.get(argument, Location(f"data/{section.data[0]}.yml"))
                    missing.append((where, [f"{name} {argument}"]))
    for where, wanted in missing:
        problems.report(
            "unused-data",
            where,
            Say("どのページにも表示されないデータです", "no page shows this data"),
            Say(
                f"ページに目印を置いてください: {'、'.join(f'<!-- strategy: {w} -->' for w in wanted)}",
                f"put a marker on a page: {', '.join(f'<!-- strategy: {w} -->' for w in wanted)}",
            ),
        )


def _read(path: Path, root: Path, loaded: Loaded, problems: Problems) -> Page | None:
    file = path.relative_to(root).as_posix()
    text = read_text(path, root, problems)
    if text is None or not front_matter.check(text, file, problems):
        return None
    placeholders.check_text(markers.prose(text), file, problems)
    front = split_front_matter(text, file, problems)
    facts = None
    if front.node is not None:
        facts = validate(PageSettings, front.node, problems)
    elif front.body_line == 1:
        problems.report(
            "front-matter",
            Location(file),
            Say(
                "ページの先頭に「---」で囲んだ情報がありません",
                "the page does not begin with a block between --- lines",
            ),
            Say(
                "「---」「description: ページの要約」「---」の3行を先頭に置いてください",
                "begin with the lines ---, description: …, ---",
            ),
        )
    before = len(problems)
    found = list(markers.find(front.body, file, front.body_line, problems))
    markers.check(found, loaded, problems)
    sound = len(problems) == before
    found_headings = headings.headings(front.body, file, front.body_line)
    headings.check(front.body, file, front.body_line, problems)
    stem = path.relative_to(root / DOCS).as_posix().removesuffix(".md")
    language: Language = "en" if stem.endswith(".en") else "ja"
    name = stem.removesuffix(".en")
    return Page(
        name,
        language,
        file,
        tuple(found_headings),
        tuple(found),
        front.body,
        front.body_line,
        sound,
        excluded=bool(facts and facts.search.exclude),
        review=facts.review if facts else None,
    )


def _check_pair(name: str, pair: dict[Language, Page], root: Path, problems: Problems) -> None:
    if len(pair) == 1:
        (page,) = pair.values()
        missing = f"{DOCS}/{name}.md" if page.language == "en" else f"{DOCS}/{name}.en.md"
        if not (root / missing).exists():
            language = LANGUAGE_NAMES["ja" if page.language == "en" else "en"]
            problems.report(
                "missing-translation",
                Location(page.file),
                Say(
                    f"このページの{language.ja}版がありません",
                    f"this page has no {language.en} version",
                ),
                Say(f"「{missing}」を作ってください", f"create {missing}"),
            )
        return
    ja, en = pair["ja"], pair["en"]
    if en.review:
        problems.report(
            "review-place",
            Location(en.file),
            Say("英語のページに「review:」があります", "the English page has “review:”"),
            Say(f"日本語のページ（{ja.file}）にだけ書いてください", f"write it in {ja.file} only"),
        )
    # A marker that is at fault on one page would be missing on the other one only.
    for page, other in ((en, ja), (ja, en)) if ja.sound and en.sound else ():
        here = {(marker.name, marker.argument) for marker in page.markers}
        for marker in other.markers:
            if (marker.name, marker.argument) not in here:
                shown = f"{marker.name} {marker.argument}".strip()
                place = f"{other.file}:{marker.location.line}"
                problems.report(
                    "marker-missing",
                    Location(page.file),
                    Say(
                        f"目印「{shown}」が、もう一方の言語のページ（{place}）にだけあります",
                        f"the marker “{shown}” is only on the page of the other language ({place})",
                    ),
                    Say(
                        f"「<!-- strategy: {shown} -->」を同じ場所に置いてください",
                        f"put <!-- strategy: {shown} --> at the same place",
                    ),
                )
                pair[page.language] = replace(page, sound=False)  # it has not all its places


def _check_sections(
    name: str, pair: dict[Language, Page], loaded: Loaded, problems: Problems
) -> bool:
    """Whether the ids of a page's headings are as they should be."""
    if any(headings.is_misspelt(page.body) for page in pair.values()):
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
    strategy = loaded.strategy()
    for number, chapter in enumerate(strategy.chapters, 1):
        pair = found.get(chapter.id, {})
        if not pair:
            problems.report(
                "missing-page",
                loaded.ids[f"data/strategy.yml#{chapter.id}"],
                Say(f"第{number}章のページがありません", f"chapter {number} has no page"),
                Say(f"「docs/{chapter.id}.md」を作ってください", f"create docs/{chapter.id}.md"),
            )
        for language, page in pair.items():
            title = f"{number}. {chapter.title[language]}"
            _check_title(page, page.headings[0] if page.headings else None, 1, title, "", problems)
            headings.check_summary(page.headings, page.body, problems)
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
        problems.report(
            "adopted-title",
            heading.location if heading else Location(page.file),
            Say("題名が data/strategy.yml と違います", "the title differs from data/strategy.yml"),
            Say(f"「{mark}」と書いてください", f"write “{mark}”"),
        )


def _check_anchors(
    loaded: Loaded,
    found: Pages,
    data_is_sound: bool,
    problems: Problems,
) -> None:
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
            text = page.body
            if data_is_sound and page.sound:
                text = markers.expand(text, loaded.strategy(), page.language)
            ids = [heading.id for heading in headings.headings(text, page.file, 1) if heading.id]
            for heading in page.headings:
                if heading.id and ids.count(heading.id) > 1:
                    problems.report(
                        "duplicate-section",
                        heading.location,
                        Say(
                            f"ID「{heading.id}」は同じページの別の見出しにもあります",
                            f"another heading of the page has the id “{heading.id}” too",
                        ),
                        Say(
                            "ほかと重ならないIDに変えてください",
                            "choose an id that is not used yet",
                        ),
                    )
            known += [f"{name}#{ident}" for ident in ids]
            if text is page.body and page.markers:
                known += [f"{name}#{ident}" for ident in made]
    for marker, scalar in loaded.references:
        places = {"section": known, "place": [*found, *known]}.get(marker.kind)
        known_there = places is None or scalar.value() is None or scalar.text in places
        if not known_there and _is_readable(scalar.text.partition("#")[0], loaded, found):
            report_dangling(scalar, places or [], problems)
    _check_redirects(loaded, found, problems)


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
            problems.report(
                "old-address",
                Location("data/redirects.yml"),
                Say(
                    f"「{redirect.old}」は、今あるページのアドレスです",
                    f"there is a page at {redirect.old}",
                ),
                Say("この行を消してください", "remove this redirect"),
            )
