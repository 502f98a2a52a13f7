"""How many fields, goals and values there are, as the prose says it and as ``data/`` has it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from strategy.content.page import Page, Pages
from strategy.content.sections import SECTIONS
from strategy.languages.say import Language
from strategy.model import Strategy
from strategy.problems import Problems
from strategy.reading.quantities import things

_NUMBERS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "twenty": 20,
}


class _Count(NamedTuple):
    """What is counted: the file of ``data/`` that has it, what follows the number, how many there are."""

    file: str
    ja: str
    en: str
    known: tuple[int, ...]


def check(strategy: Strategy, pages: Pages, problems: Problems) -> None:
    """Warn where a page that shows goals or values gives another number of them."""
    counts = _counts(strategy)
    for pair in pages.values():
        for language, page in pair.items():
            for count in counts:
                if count.file in _shown(page):
                    _check(page, language, count, problems)


def _counts(strategy: Strategy) -> tuple[_Count, ...]:
    groups = [len(group.goals) for group in strategy.vision.groups]
    values = len(strategy.values.values)
    return (
        _Count("vision", "分野", "fields", (len(groups),)),
        # A page may also say how many a field has.
        _Count("vision", "(?:将来)?(?:めざす姿|目標)", "goals", (sum(groups), *groups)),
        _Count(
            "values",
            "(?:職員の)?(?:行動指針|心構え)",
            "(?:values|attitudes|rules of conduct)",
            (values,),
        ),
    )


def _shown(page: Page) -> Iterator[str]:
    """The files of ``data/`` that a page shows."""
    for marker in page.markers:
        yield from SECTIONS[marker.name].data


def _check(page: Page, language: Language, count: _Count, problems: Problems) -> None:
    pattern = (
        re.compile(rf"(?<![\d.,第])(?<!SDGsの)(?<!SDGs）の)(\d+)(?:つ|個)?の(?P<ja>{count.ja})")
        if language == "ja"
        else re.compile(rf"\b(\d+|{'|'.join(_NUMBERS)}) {count.en}\b", re.IGNORECASE)
    )
    for match, where in page.matches(pattern):
        word = match[1].lower()
        said = _NUMBERS.get(word) or int(word)
        # 「1つの目標」 is any of them.
        if said == 1 or said in count.known:
            continue
        right = (
            f"{things(count.known[0])}{match['ja']}"
            if language == "ja"
            else match[0].replace(match[1], str(count.known[0]), 1)
        )
        problems.tell(
            "count", where, found=match[0], file=count.file, known=count.known[0], right=right
        )
