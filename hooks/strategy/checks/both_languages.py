"""The two languages of a page that is no chapter: the same blocks, section by section.

A chapter shows the Japanese where its English is missing (`strategy.content.compose`). Any other page would
say less in English, and nobody would notice.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from math import comb, log
from typing import NamedTuple

from strategy.content import translation_places
from strategy.content.articles import Article, Articles
from strategy.content.page import Page, Pages
from strategy.languages.say import Say
from strategy.problems import Fault, Location, Problem, Problems
from strategy.record import Kind

# An English text has about so many characters for each of its Japanese.
LONGER = 2.4
# More ways than these are not tried to tell which blocks have no counterpart.
MOST_TRIED = 5000

_SIGN = re.compile(r'(?:href|src)="([^"]*)"|<code>([^<]*)</code>')
_NUMBER = re.compile(r"\d+")

NAMES: dict[Kind, Say] = {
    "paragraph": Say("段落", "paragraphs"),
    "item": Say("箇条書きの項目", "items"),
    "row": Say("表の行", "rows"),
    "term": Say("用語", "terms"),
    "definition": Say("用語の説明", "definitions"),
    "figure": Say("図", "figures"),
    "code": Say("コード", "listings"),
}


class _Said(NamedTuple):
    """What a block says, and the ``signs`` that its translation has too: addresses, code and numbers."""

    text: str
    signs: frozenset[str]


class _Part(NamedTuple):
    """The texts of one kind in a section, in both languages."""

    section: str
    kind: Kind
    ja: list[_Said]
    en: list[_Said]

    @property
    def only_ja(self) -> list[int]:
        """The indices of the Japanese texts for which there are too few English ones."""
        return _without_counterpart(self.ja, self.en, LONGER)

    @property
    def only_en(self) -> list[int]:
        """The indices of the English texts for which there are too few Japanese ones."""
        return _without_counterpart(self.en, self.ja, 1 / LONGER)

    @property
    def pairs(self) -> Iterator[translation_places.Pair]:
        """The texts that are in both languages."""
        only_ja, only_en = self.only_ja, self.only_en
        return zip(
            (each.text for index, each in enumerate(self.ja) if index not in only_ja),
            (each.text for index, each in enumerate(self.en) if index not in only_en),
            strict=True,
        )

    def shown(self, text: str) -> Say:
        """The beginning of one of its texts, by which it is found."""
        return Say(f"{NAMES[self.kind].ja}「{text[:30]}」", f"“{text[:30]}”")

    def counted(self, page: Page, other: Page) -> Say:
        """How many of the kind there are in the section of each page."""
        here, there = (len(self.ja if each.language == "ja" else self.en) for each in (page, other))
        name = NAMES[self.kind]
        return Say(
            f"（この節の{name.ja}：このページは{here}、{other.file} は{there}）",
            f"({name.en} of this section: {here} here, {there} in {other.file})",
        )


def check(pages: Pages, chapters: Collection[str], articles: Articles, problems: Problems) -> None:
    """Report what stands in one language only; where sections differ, that was reported before."""
    for name, pair in pages.items():
        if name not in chapters and len(pair) == 2:
            _check(pair["ja"], pair["en"], articles, problems)


def _check(ja: Page, en: Page, articles: Articles, problems: Problems) -> None:
    here, there = _texts(articles.of(ja)), _texts(articles.of(en))
    parts = [
        _Part(*key, here.get(key, []), there.get(key, [])) for key in dict.fromkeys([*here, *there])
    ]
    pairs = [pair for part in parts for pair in part.pairs]
    known = {heading.id for heading in ja.headings} & {heading.id for heading in en.headings}
    for part in parts:
        if part.kind in NAMES and (not part.section or part.section in known):
            for index in part.only_ja:
                problems.add(_missing(ja, en, part.ja[index].text, part, pairs))
            for index in part.only_en:
                problems.add(_extra(ja, en, part.en[index].text, part))


def _texts(article: Article) -> dict[tuple[str, Kind], list[_Said]]:
    """The texts of a page, without what comes from data, by section and kind."""
    found: dict[tuple[str, Kind], list[_Said]] = {}
    for block in article.own_blocks:
        content = article.own[block.start : block.end]
        said = block.text
        signs = [max(match).removeprefix("/en") for match in _SIGN.findall(content)]
        signs += _NUMBER.findall(said)
        found.setdefault((block.section, block.kind), []).append(_Said(said, frozenset(signs)))
    return found


def _missing(
    ja: Page, en: Page, text: str, part: _Part, pairs: Sequence[translation_places.Pair]
) -> Problem:
    """What the English page does not say yet: a warning, as the Japanese may stand alone for a while."""
    shown, counted, line = part.shown(text), part.counted(en, ja), ja.line_of(text)
    return Fault.of(
        "page-translation-missing", text=shown, file=ja.file, line=line, counted=counted
    ).at(translation_places.location(ja, en, text, pairs))


def _extra(ja: Page, en: Page, text: str, part: _Part) -> Problem:
    """What the English page says of its own."""
    shown, counted = part.shown(text), part.counted(en, ja)
    return Fault.of("page-translation-extra", text=shown, file=ja.file, counted=counted).at(
        Location(en.file, en.line_of(text))
    )


def _without_counterpart(many: Sequence[_Said], few: Sequence[_Said], ratio: float) -> list[int]:
    """Which of many texts have no counterpart among a few: the others fit them best."""
    kept: Collection[int] = range(len(few))
    if len(many) > len(few) and comb(len(many), len(few)) <= MOST_TRIED:
        kept = min(
            combinations(range(len(many)), len(few)),
            key=lambda chosen: sum(
                _distance(many[index], other, ratio)
                for index, other in zip(chosen, few, strict=True)
            ),
        )
    return [index for index in range(len(many)) if index not in kept]


def _distance(one: _Said, other: _Said, ratio: float) -> float:
    """How badly two texts fit each other by length (``ratio``: of the other's to its own) and signs."""
    return abs(log(len(other.text) / len(one.text) / ratio)) + len(one.signs ^ other.signs)
