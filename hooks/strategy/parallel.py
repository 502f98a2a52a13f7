"""The two languages of a page that is no chapter: the same blocks, section by section.

A chapter shows the Japanese where its English is missing (`strategy.compose`). Any other page would
say less in English, and nobody would notice.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations
from math import comb, log

from strategy import blocks, markup
from strategy.blocks import Found
from strategy.pages import Page, Pages
from strategy.problems import Location, Problem, Problems, Say
from strategy.record import Kind

# An English text has about so many characters for each of its Japanese.
LONGER = 2.4
# More ways than these are not tried to tell which blocks have no counterpart.
MOST_TRIED = 5000

NAMES: dict[Kind, Say] = {
    "paragraph": Say("段落", "paragraphs"),
    "item": Say("箇条書きの項目", "items"),
    "row": Say("表の行", "rows"),
    "term": Say("用語", "terms"),
    "definition": Say("用語の説明", "definitions"),
    "figure": Say("図", "figures"),
    "code": Say("コード", "listings"),
}


def check(pages: Pages, chapters: Collection[str], problems: Problems) -> None:
    """Report what stands in one language only; where sections differ, that was reported before."""
    for name, pair in pages.items():
        if name in chapters or len(pair) < 2:
            continue
        ja, en = _texts(pair["ja"]), _texts(pair["en"])
        sections = [{heading.id for heading in page.headings} for page in pair.values()]
        for section, kind in dict.fromkeys([*ja, *en]):
            if kind in NAMES and (not section or all(section in there for there in sections)):
                here, there = ja.get((section, kind), []), en.get((section, kind), [])
                if len(here) > len(there):
                    problems.add(_alone(pair["ja"], pair["en"], kind, here, there))
                elif len(there) > len(here):
                    problems.add(_alone(pair["en"], pair["ja"], kind, there, here))


def _texts(page: Page) -> dict[tuple[str, Kind], list[str]]:
    """The texts of a page, without what comes from data, by section and kind."""
    html = markup.article(page.body, page.language)
    found: dict[tuple[str, Kind], list[str]] = {}
    for block in blocks.find(html):
        found.setdefault((block.section, block.kind), []).append(_text(html, block))
    return found


def _text(html: str, block: Found) -> str:
    return blocks.text(html[block.start : block.end])


def _alone(page: Page, other: Page, kind: Kind, many: Sequence[str], few: Sequence[str]) -> Problem:
    """What a page says more than the other; only the Japanese may stand alone for a while."""
    is_japanese = page.language == "ja"
    text = many[_without_counterpart(many, few, LONGER if is_japanese else 1 / LONGER)]
    name = NAMES[kind]
    fix = (
        Say("同じ場所に訳を書いてください", "translate it at the same place")
        if is_japanese
        else Say(
            "消すか、日本語を同じ場所に書いてください", "remove it, or write its Japanese there too"
        )
    )
    return Problem(
        "translation-missing" if is_japanese else "translation-extra",
        Location(page.file, page.line_of(text)),
        Say(
            f"{name.ja}「{text[:30]}」が、{other.file} にありません"
            f"（この節の{name.ja}：このページは{len(many)}、{other.file} は{len(few)}）",
            f"“{text[:30]}” is not in {other.file} "
            f"({name.en} of this section: {len(many)} here, {len(few)} there)",
        ),
        fix,
        "warning" if is_japanese else "error",
    )


def _without_counterpart(many: Sequence[str], few: Sequence[str], ratio: float) -> int:
    """The first of many texts that has no counterpart among a few: the others fit them by length."""
    kept: Collection[int] = range(len(few))
    if comb(len(many), len(few)) <= MOST_TRIED:
        kept = min(
            combinations(range(len(many)), len(few)),
            key=lambda chosen: sum(
                abs(log(len(other) / len(many[index]) / ratio))
                for index, other in zip(chosen, few, strict=True)
            ),
        )
    return next(index for index in range(len(many)) if index not in kept)
