"""Numbers of the edition in force that were renewed in ``figures.yml`` and still stand elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from strategy.model import Figures, Strategy
from strategy.pages import Pages
from strategy.problems import Language, Location, Problem, Problems, Say
from strategy.quantities import NUMBER, Quantity, read
from strategy.record import Record
from strategy.source import Node, read_text
from strategy.writing.passages import LANGUAGES, of_data, texts_of

FILE = "data/figures.yml"
SHORTEST_BARE = 3
"""A number without a unit (228 in 2022) is known by its figures if it has at least so many."""

Former = dict[str, list[str]]
"""A number as it was printed, with its unit → what it may be now."""


def check(root: Path, strategy: Strategy, node: Node, pages: Pages, problems: Problems) -> None:
    """Warn of each former number in the prose of pages, and in texts of ``figures.yml`` (``node``)."""
    base = strategy.editions.in_force
    if base is None or base.record is None:
        return
    found = {lang: _former(strategy.figures, base.record, lang) for lang in LANGUAGES}
    if not any(found.values()):
        return
    for pair in pages.values():
        for language, page in pair.items():
            for text, now in found[language].items():
                for _, where in page.places(_whole(text)):
                    _warn(text, now, where, problems)
    source = read_text(root / FILE, root, Problems()) or ""
    for written in texts_of(Figures, node):
        if not written.adopted:
            place = of_data(written, source)
            for text, now in found[written.language].items():
                for match in _whole(text).finditer(written.scalar.text):
                    _warn(text, now, place.locate(match.start()), problems)


def _former(figures: Figures, record: Record, language: Language) -> Former:
    """The numbers that the record has where ``figures`` have others in the same words."""
    printed = [text for _, text in _printed(figures, language)]
    present = {quantity.text for text in printed for quantity in read(text)}
    found: Former = {}
    for place, text in _printed(figures, language):
        before = set(_alike(text).findall(_recorded(record, place, language)))
        if text in before:
            continue
        for other in before.difference(printed):
            for old, new in zip(read(other), read(text), strict=False):
                if _is_told(old) and old.value != new.value and old.text not in present:
                    found.setdefault(old.text, []).append(new.text)
    return found


def _printed(figures: Figures, language: Language) -> Iterator[tuple[str, str]]:
    """Each text of a figure or bar, and where it is printed: a section of a page, or a chart."""
    for figure in figures.figures:
        yield figure.section, figure.printed[language]
    for chart in figures.charts:
        for group in chart.groups:
            for bar in group.bars:
                yield chart.id, bar.printed[language]


def _recorded(record: Record, place: str, language: Language) -> str:
    return "\n".join(
        block.written(language).text
        for chapter in record.chapters
        for block in chapter.blocks
        if place in (f"{chapter.id}#{block.section}", block.id)
    )


def _alike(text: str) -> re.Pattern[str]:
    """The same words with any numbers."""
    words = re.split(NUMBER, text)
    return re.compile(rf"(?<![\d.,]){NUMBER.join(map(re.escape, words))}")


def _is_told(quantity: Quantity) -> bool:
    """Whether a number can be told from others of the same figures."""
    return len(quantity.text) >= SHORTEST_BARE or not quantity.text.isdecimal()


def _whole(text: str) -> re.Pattern[str]:
    """A number with its unit that is no part of a longer one, nor of another unit."""
    return re.compile(rf"(?<![\d.,]){re.escape(text)}(?![.,]?\d|[a-z]| ?[%％])")


def _warn(text: str, now: list[str], where: Location, problems: Problems) -> None:
    names = list(dict.fromkeys(now))
    problems.add(
        Problem(
            "former-number",
            where,
            Say(
                f"前の数値「{text}」が残っています", f"the former number “{text}” still stands here"
            ),
            Say(
                f"今の数値は「{'」か「'.join(names)}」です（{FILE}）。この文も確かめてください",
                f"it is now “{'” or “'.join(names)}” ({FILE}); check this text too",
            ),
            "warning",
        )
    )
