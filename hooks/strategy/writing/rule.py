"""What a rule of writing is, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from strategy.model import Term
from strategy.problems import Language, Level, Say


@dataclass(frozen=True)
class Passage:
    """A text to judge: a page, or one text of ``data/``.

    ``markup`` is the text with code, comments and quotations blanked out; ``prose`` also without
    mark-up, addresses and adopted wording. Both keep every character at its offset. Only of a page:
    ``shown``, its Markdown with the sections from data, and the ``terms`` of the glossary.
    """

    language: Language
    markup: str
    prose: str
    is_page: bool = False
    shown: str = ""
    terms: tuple[Term, ...] = ()


class Finding(NamedTuple):
    """What a rule found between two offsets; ``new`` is what is right where that is certain."""

    start: int
    end: int
    what: Say
    fix: Say
    new: str | None = None


Find = Callable[[Passage], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """A rule: its stable ``code``, how bad a breach is, why it exists and who says so."""

    code: str
    level: Level
    reason: Say
    source: Say
    find: Find


def sentences(prose: str, ends: str) -> Iterator[tuple[int, str]]:
    """Offset and text of each sentence; a line's end ends one too."""
    start = 0
    for offset, character in enumerate(f"{prose}\n"):
        if character in ends or character == "\n":
            sentence = prose[start : offset + 1].rstrip("\n")
            if sentence.strip():
                yield start + len(sentence) - len(sentence.lstrip()), sentence.strip()
            start = offset + 1


PUBLIC_WRITING = Say(
    "文化審議会「公用文作成の考え方」（令和4年（2022年））",
    "Council for Cultural Affairs, “Guidelines for writing official documents” (2022)",
)
ACCESSIBILITY = Say(
    "JIS X 8341-3:2016、WCAG 2.2 の達成基準 {}", "JIS X 8341-3:2016, WCAG 2.2 criterion {}"
)


def criterion(number: str) -> Say:
    """The accessibility standard, with one of its criteria."""
    return Say(ACCESSIBILITY.ja.format(number), ACCESSIBILITY.en.format(number))


def guideline(part: Say) -> Say:
    """A part of the guidelines for official documents."""
    return Say(f"{PUBLIC_WRITING.ja}の「{part.ja}」", f"{PUBLIC_WRITING.en}, “{part.en}”")
