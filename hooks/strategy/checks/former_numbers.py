"""Numbers of the edition in force that were renewed in ``figures.yml`` and still stand elsewhere.

What is computed from such numbers is former too: the percentage of two of them, its rest to 100%,
and their difference.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from strategy.checks.figures import rounded
from strategy.checks.writing.passages import of_data, texts_of
from strategy.content.data import Loaded
from strategy.content.page import Pages
from strategy.languages.say import LANGUAGES, Language, Say
from strategy.model import Bar, Figure, Figures, Strategy
from strategy.problems import Location, Problems
from strategy.reading.fields import number
from strategy.reading.quantities import NUMBER, Quantity, read
from strategy.record import Record

FILE = "data/figures.yml"
SHORTEST_BARE = 3
"""A number without a unit (228 in 2022) is known by its figures if it has at least so many."""

Former = dict[str, list[str]]
"""A number as it was printed, with its unit → what it may be now."""


def check(strategy: Strategy, loaded: Loaded, pages: Pages, problems: Problems) -> None:
    """Warn of each former number in the prose of pages, and in texts of ``figures.yml``."""
    base = strategy.editions.in_force
    if base is None or base.record is None:
        return
    found = _former(strategy.figures, base.record)
    if not any(found.values()):
        return
    for pair in pages.values():
        for language, page in pair.items():
            for text, now in found[language].items():
                for match, where in page.matches(_whole(text)):
                    _warn(match[0], now, where, problems)
    for written in texts_of(Figures, loaded.nodes["figures"]):
        if not written.adopted:
            place = of_data(written, loaded.sources[FILE])
            for text, now in found[written.language].items():
                for match in _whole(text).finditer(written.scalar.text):
                    _warn(match[0], now, place.locate(match.start()), problems)


class _Renewed(NamedTuple):
    """A number that is printed for a figure or at a bar, as it is in the record and as it is now."""

    item: Figure | Bar
    old: Quantity
    new: Quantity


def _former(figures: Figures, record: Record) -> dict[Language, Former]:
    """The numbers that the record has, or had led to, where ``figures`` have others in the same words."""
    renewed = {language: list(_renewed(figures, record, language)) for language in LANGUAGES}
    before = _values_before(figures, [each for found in renewed.values() for each in found])
    former: dict[Language, Former] = {language: {} for language in LANGUAGES}
    for language, found in former.items():
        pairs = [(old.text, new.text) for _, old, new in renewed[language] if _is_told(old)]
        pairs += _computed(figures, before, language)
        printed = [text for _, _, text in _printed(figures, language)]
        present = {quantity.text for text in printed for quantity in read(text)}
        present |= {new for _, new in pairs}
        for old, new in pairs:
            if old and old not in present:
                found.setdefault(old, []).append(new)
    return former


def _renewed(figures: Figures, record: Record, language: Language) -> Iterator[_Renewed]:
    printed = list(_printed(figures, language))
    for item, place, text in printed:
        before = set(_alike(text).findall(_recorded(record, place, language)))
        if text not in before:
            for other in before.difference(each for _, _, each in printed):
                for old, new in zip(read(other), read(text), strict=False):
                    if old.value != new.value:
                        yield _Renewed(item, old, new)


def _values_before(figures: Figures, renewed: list[_Renewed]) -> dict[str, Decimal]:
    """The values of the figures, of those that were renewed the former ones; by id."""
    before = {figure.id: _value(figure) for figure in figures.figures}
    for item, old, new in renewed:
        if isinstance(item, Figure) and new.value == _value(item):
            before[item.id] = old.value
    return before


def _computed(
    figures: Figures, before: dict[str, Decimal], language: Language
) -> Iterator[tuple[str, str]]:
    """What was computed from two figures, where one was renewed, and what is computed now."""
    known = {figure.id: figure for figure in figures.figures}
    for ratio in (figure.ratio for figure in figures.figures if figure.ratio):
        of, to = known[ratio.of], known[ratio.to]
        was, now = (before[of.id], before[to.id]), (_value(of), _value(to))
        if was != now and was[1]:
            counted = next((each.text for each in read(of.printed[language]) if each.unit), "")
            yield from zip(_results(*was, counted), _results(*now, counted), strict=True)


def _results(of: Decimal, to: Decimal, counted: str) -> tuple[str, ...]:
    """The percentage, its rest and the difference of two values, as people write them.

    ``counted`` is a number with its unit: 228人.
    """
    percent = rounded(float(100 * of / to), "0.1")
    difference = re.sub(NUMBER, number(float(abs(to - of))), counted, count=1)
    return f"{number(percent)}%", f"{number(100 - percent)}%", difference


def _value(figure: Figure) -> Decimal:
    return Decimal(str(figure.value))


def _printed(figures: Figures, language: Language) -> Iterator[tuple[Figure | Bar, str, str]]:
    """Each figure or bar, where it is printed (a section of a page, or a chart), and its text."""
    for figure in figures.figures:
        yield figure, figure.section, figure.printed[language]
    for chart in figures.charts:
        for group in chart.groups:
            for bar in group.bars:
                yield bar, chart.id, bar.printed[language]


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
    words = re.escape(text).replace("%", " ?(?:[%％]|パーセント|per ?cent)")
    return re.compile(rf"(?<![\d.,]){words}(?![.,]?\d|[a-z]| ?[%％])")


def _warn(text: str, now: list[str], where: Location, problems: Problems) -> None:
    names = list(dict.fromkeys(now))
    problems.tell(
        "former-number",
        where,
        text=text,
        file=FILE,
        names=Say("」か「".join(names), "” or “".join(names)),
    )
