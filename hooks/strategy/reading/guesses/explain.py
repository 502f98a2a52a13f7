"""What somebody probably meant to type, found by trying.

A file that cannot be read, or not in full, often has one slip that explains all of it. Each guess
is tried: the one with which the file can be read furthest is told, instead of all that follows
from the slip. So what is advised is known to help.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from strategy.problems import Problem, Problems, location_of
from strategy.reading.fields import Model
from strategy.reading.guesses.flows import flows, joined, unseparated, unspaced
from strategy.reading.guesses.guess import Guess
from strategy.reading.guesses.indents import any_indents, indents
from strategy.reading.guesses.items import items, keys, marks
from strategy.reading.validate import validate
from strategy.reading.yaml_nodes import parse_yaml, stops_at

_MAY_FOLLOW_FROM_A_SLIP = {
    "yaml-syntax",
    "yaml-colon",
    "duplicate-key",
    "id",
    "id-place",
    "line-break",
    "unknown-key",
    "missing-key",
    "missing-language",
    "no-value",
    "type",
}


@dataclass(frozen=True)
class _Reading:
    """How far a text can be read: how many lines are ``left`` (0: none), and what is wrong."""

    left: int
    wrong: Counter[tuple[str, str]]

    @property
    def is_sound(self) -> bool:
        return not self.left and not self.wrong

    def is_better(self, other: _Reading) -> bool:
        """Whether it goes further, or has only a part of the other's problems.

        A translation may be missing besides, in what could not be read before.
        """
        if self.left or other.left:
            return self.left < other.left
        found, before = (
            Counter(each for each in reading.wrong.elements() if each[0] != "missing-language")
            for reading in (self, other)
        )
        return found < before


def explanation(root: Path, file: str, text: str, model: type[Model]) -> Problem | None:
    """The one problem that explains what is wrong in a file of ``data/``; None if no guess helps."""

    def problems(text: str) -> list[Problem]:
        found = Problems()
        if node := parse_yaml(text, file, found):
            validate(model, node, found)
        return found.errors

    def read(text: str) -> _Reading:
        stop = stops_at(text)
        left = 0 if stop is None else text.count("\n") + 1 - stop
        # Without the numbers of lines: a guess may put a line in.
        wrong = ((each.code, re.sub(r"line \d+", "", each.what.en)) for each in problems(text))
        return _Reading(left, Counter(wrong))

    said = problems(text)
    # Quotation marks and colons that are wrong by themselves are told each at its place.
    codes = {problem.code for problem in said} - {"yaml-quotes"}
    if codes <= {"yaml-colon"} or not codes <= _MAY_FOLLOW_FROM_A_SLIP:
        return None
    stop = stops_at(text)
    near = {problem.location.line - 1 for problem in said} | ({stop} if stop is not None else set())
    near |= {number - 1 for number in near}
    best, reading = None, read(text)
    for guess in _guesses(text.split("\n"), near, root, model):
        tried = read(guess.text)
        if tried.is_sound or (tried.is_better(reading) and not guess.is_bold):
            best, reading = guess, tried
        if tried.is_sound:
            break
    if best is None:
        return None
    return best.fault.at(location_of(text, best.fault.start, file))


def _guesses(lines: list[str], near: set[int], root: Path, model: type[Model]) -> Iterator[Guess]:
    yield from items(lines, lambda: _writings(root))
    yield from keys(lines, near, model.model_fields)
    yield from marks(lines, near)
    yield from joined(lines, near)
    yield from flows(lines, near)
    yield from unspaced(lines)
    yield from unseparated(lines, near)
    yield from indents(lines)
    yield from any_indents(lines, near)


def _writings(root: Path) -> Iterator[str]:
    """The texts that name ids: data and pages as they are now, then the frozen editions."""
    for patterns in (("data/*.yml", "docs/**/*.md"), ("editions/*/record.json",)):
        paths = sorted(path for pattern in patterns for path in root.glob(pattern))
        yield "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)
