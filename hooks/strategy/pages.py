"""The pages of ``docs/``: front matter, headings and markers, checked in both languages.

A page is two files, ``name.md`` (Japanese) and ``name.en.md``. Both have the same section ids
and the same markers, so that a link, a search hit or a citation leads to the same place in
either language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from strategy import markers
from strategy.load import Loaded, report_dangling
from strategy.model import FILES, FrontMatter, Strategy
from strategy.problems import Language, Location, Problems, Say
from strategy.sections import SECTIONS
from strategy.source import read_text
from strategy.validate import validate
from strategy.yaml_nodes import split_front_matter

DOCS = "docs"
_HEADING = re.compile(
    r"^(#{1,6})[ \t]+(.+?)(?:[ \t]*\{:?[ \t]*#([^\s}]+)[^}]*\})?[ \t]*$", re.MULTILINE
)


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 to 6, text, explicit id or None, place."""

    level: int
    text: str
    id: str | None
    location: Location


@dataclass(frozen=True)
class Page:
    """One language of a page, as written. ``name`` is the path below ``docs/`` without language and suffix."""

    name: str
    language: Language
    file: str
    headings: tuple[Heading, ...]
    markers: tuple[markers.Marker, ...]
    body: str
    sound: bool


def check(root: Path, loaded: Loaded, problems: Problems) -> None:
    """Report every problem of ``docs/``, alone and against ``data/``."""
    strategy = loaded.strategy()
    found: dict[str, dict[Language, Page]] = {}
    for path in sorted((root / DOCS).rglob("*.md")):
        page = _read(path, root, strategy, problems)
        if page:
            found.setdefault(page.name, {})[page.language] = page
    for name, pair in found.items():
        _check_pair(name, pair, root, problems)
    if strategy:
        _check_titles(strategy, loaded, found, problems)
        _check_section_references(loaded, strategy, found, problems)
    used = {name for pair in found.values() for page in pair.values() for name in _data_of(page)}
    for name in FILES:
        if name not in used and (root / "data" / f"{name}.yml").exists():
            problems.report(
                "unused-data",
                Location(f"data/{name}.yml"),
                Say("どのページにも表示されないデータファイルです", "no page shows this data file"),
                Say(
                    f"ページに目印（{'、'.join(n for n, s in SECTIONS.items() if name in s.data)}）を置いてください",
                    f"put a marker on a page: {', '.join(n for n, s in SECTIONS.items() if name in s.data)}",
                ),
            )


def _read(path: Path, root: Path, strategy: Strategy | None, problems: Problems) -> Page | None:
    file = path.relative_to(root).as_posix()
    text = read_text(path, root, problems)
    if text is None:
        return None
    front = split_front_matter(text, file, problems)
    if front.node is not None:
        validate(FrontMatter, front.node, problems)
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
    found = list(markers.find(front.body, file, front.body_line, problems))
    sound = markers.check(found, strategy, problems)
    headings = _headings(front.body, file, front.body_line)
    for heading in headings:
        if heading.level > 1 and heading.id is None:
            problems.report(
                "heading-id",
                heading.location,
                Say(
                    f"見出し「{heading.text}」にIDがありません",
                    f"the heading “{heading.text}” has no id",
                ),
                Say(
                    "見出しの終わりに「{#progress}」のように半角の英語でIDを書いてください",
                    "end the heading with an id such as {#progress}",
                ),
            )
    stem = path.relative_to(root / DOCS).as_posix().removesuffix(".md")
    language: Language = "en" if stem.endswith(".en") else "ja"
    name = stem.removesuffix(".en")
    return Page(name, language, file, tuple(headings), tuple(found), front.body, sound)


def _headings(body: str, file: str, first_line: int) -> list[Heading]:
    return [
        Heading(
            len(match[1]),
            match[2],
            match[3],
            Location(file, first_line + body[: match.start()].count("\n")),
        )
        for match in _HEADING.finditer(markers.without_code(body))
    ]


def _data_of(page: Page) -> set[str]:
    return {"strategy"} | {
        name for m in page.markers if m.name in SECTIONS for name in SECTIONS[m.name].data
    }


def _check_pair(name: str, pair: dict[Language, Page], root: Path, problems: Problems) -> None:
    if len(pair) == 1:
        (page,) = pair.values()
        missing = f"{DOCS}/{name}.md" if page.language == "en" else f"{DOCS}/{name}.en.md"
        if not (root / missing).exists():
            language = (
                Say("日本語", "Japanese") if page.language == "en" else Say("英語", "English")
            )
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
    expected = [heading for heading in ja.headings if heading.id]
    found = [heading for heading in en.headings if heading.id]
    for ours, theirs in zip_longest(expected, found):
        if (ours and ours.id) != (theirs and theirs.id):
            _report_ids(en, theirs, ours, problems)
            break
    theirs_markers = {(m.name, m.argument) for m in en.markers}
    for marker in ja.markers:
        if (marker.name, marker.argument) not in theirs_markers:
            shown = f"{marker.name} {marker.argument}".strip()
            problems.report(
                "marker-missing",
                Location(en.file),
                Say(
                    f"日本語のページにある目印「{shown}」がありません",
                    f"the marker “{shown}” of the Japanese page is missing",
                ),
                Say(
                    f"「<!-- strategy: {shown} -->」を同じ場所に置いてください",
                    f"put <!-- strategy: {shown} --> at the same place",
                ),
            )


def _report_ids(
    page: Page, found: Heading | None, expected: Heading | None, problems: Problems
) -> None:
    shown = f"#{found.id}" if found else Say("なし", "none")
    shown_ja, shown_en = (shown, shown) if isinstance(shown, str) else shown
    problems.report(
        "section-ids",
        found.location if found else Location(page.file),
        Say(
            f"見出しのIDが日本語のページと違います（このページ：{shown_ja}）",
            f"the section ids differ from the Japanese page (this page: {shown_en})",
        ),
        Say(
            f"「{{#{expected.id}}}」の見出しを、日本語のページと同じ順に置いてください",
            f"put the heading {{#{expected.id}}} here, in the order of the Japanese page",
        )
        if expected
        else Say(
            "この見出しを消すか、日本語のページにも加えてください",
            "remove this heading, or add it to the Japanese page",
        ),
    )


def _check_titles(
    strategy: Strategy, loaded: Loaded, found: dict[str, dict[Language, Page]], problems: Problems
) -> None:
    """Home page, chapters and their parts carry the adopted titles; a chapter also its number."""
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
            for part in chapter.parts:
                heading = next((h for h in page.headings if h.id == part.id), None)
                _check_title(page, heading, 2, part.title[language], part.id, problems)
    for language, page in found.get("index", {}).items():
        first = page.headings[0] if page.headings else None
        _check_title(page, first, 1, strategy.title[language], "", problems)


def _check_title(
    page: Page, heading: Heading | None, level: int, title: str, ident: str, problems: Problems
) -> None:
    if heading is None or heading.level != level or heading.text != title:
        mark = f"{'#' * level} {title}" + (f" {{#{ident}}}" if ident else "")
        problems.report(
            "adopted-title",
            heading.location if heading else Location(page.file),
            Say("題名が data/strategy.yml と違います", "the title differs from data/strategy.yml"),
            Say(f"「{mark}」と書いてください", f"write “{mark}”"),
        )


def _check_section_references(
    loaded: Loaded, strategy: Strategy, found: dict[str, dict[Language, Page]], problems: Problems
) -> None:
    """A reference to ``page#section`` leads to a heading, written or made from data.

    A page whose markers are at fault may lack headings: references to it wait until it is sound.
    """
    known: list[str] = []
    unsound: set[str] = set()
    for name, pair in found.items():
        page = pair.get("ja") or pair["en"]
        if page.sound:
            text = markers.expand(page.body, strategy, page.language)
            known += [f"{name}#{h.id}" for h in _headings(text, page.file, 1) if h.id]
        else:
            unsound.add(name)
    for marker, scalar in loaded.references:
        if marker.kind != "section" or scalar.value() is None:
            continue
        if scalar.text not in known and scalar.text.partition("#")[0] not in unsound:
            report_dangling(scalar, known, problems)
