"""The numbers in a text, as data: 1,234人, 約77%, 1万2千人, 8割, 6番目, 6th of 126, 1.2 million."""

import re
import unicodedata
from decimal import Decimal
from math import prod
from typing import Literal, NamedTuple

Unit = Literal["percent", "people", "place", ""]

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
"""A number in figures, with or without commas."""
_SCALES = {"千": 1_000, "万": 10_000, "億": 100_000_000, "thousand": 1_000, "million": 1_000_000}
_SCALE = rf"(?: ?(?:{'|'.join(_SCALES)}))"
_UNITS: dict[Unit, str] = {
    "percent": r"%|パーセント|per ?cent|割(?:(?P<tenths>\d)分)?",
    "people": r"人|名|people|persons|staff",
    "place": r"番目|位|(?:st|nd|rd|th)\b",
}
_UNIT = "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS.items())
_QUANTITY = re.compile(
    rf"(?P<number>(?:{NUMBER}{_SCALE}+)+(?:{NUMBER})?|{NUMBER})(?: ?(?:{_UNIT})| ?[^\W\d_]+)?",
    re.IGNORECASE,
)
_PART = re.compile(rf"({NUMBER})({_SCALE}*)", re.IGNORECASE)


def things(number: int) -> str:
    """How Japanese counts things before a noun: 4つの, but 12の, for つ ends at nine."""
    return f"{number}つの" if number < 10 else f"{number}の"


class Quantity(NamedTuple):
    """A number, what it counts where that is one of the units of ``figures.yml``, and its words.

    ``text`` is the number with the unit or word that follows: 228人, 126 municipalities.
    """

    value: Decimal
    unit: Unit
    text: str


def read(text: str) -> list[Quantity]:
    """Each number of a text in its order. Full-width figures are read, numbers in kanji are not."""
    found = []
    for match in _QUANTITY.finditer(unicodedata.normalize("NFKC", text)):
        value = sum((_value(*part.groups()) for part in _PART.finditer(match["number"])), Decimal())
        unit: Unit = next((unit for unit in _UNITS if match[unit]), "")
        if (match["percent"] or "").startswith("割"):
            value = value * 10 + int(match["tenths"] or 0)
        found.append(Quantity(value, unit, match[0]))
    return found


def _value(number: str, scales: str) -> Decimal:
    words = re.findall("|".join(_SCALES), scales.lower())
    return Decimal(number.replace(",", "")) * prod(_SCALES[word] for word in words)
