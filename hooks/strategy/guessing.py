"""What somebody probably meant to type, found by trying.

A file that cannot be read, or not in full, often has one slip that explains all of it. Each guess
is tried: the one with which the file can be read furthest is told, instead of all that follows
from the slip. So what is advised is known to help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from strategy.fields import Model
from strategy.guess import Guess
from strategy.guess_flows import flows, joined
from strategy.guess_indents import any_indents, indents
from strategy.guess_items import items
from strategy.problems import Location, Problem, Problems
from strategy.validate import validate
from strategy.yaml_nodes import parse_yaml, stops_at
from strategy.yaml_syntax import Fault

_MAY_FOLLOW_FROM_A_SLIP = {
    "yaml-syntax",
    "duplicate-key",
    "line-break",
    "unknown-key",
    "missing-key",
    "missing-language",
    "type",
}
_Reached = tuple[bool, int]
_SOUND: _Reached = (True, 0)


def explanation(root: Path, file: str, text: str, model: type[Model]) -> Problem | None:
    """The one problem that explains what is wrong in a file of ``data/``; None if no guess helps."""

    def problems(text: str) -> list[Problem]:
        found = Problems()
        if node := parse_yaml(text, file, found):
            validate(model, node, found)
        return found.errors

    def reach(text: str) -> _Reached:
        """How far a text can be read: whether to its end, and then to which line, or less its problems."""
        stop = stops_at(text)
        return (False, stop) if stop is not None else (True, -len(problems(text)))

    said = problems(text)
    if not said or not {problem.code for problem in said} <= _MAY_FOLLOW_FROM_A_SLIP:
        return None
    stop = stops_at(text)
    near = {problem.location.line - 1 for problem in said} | ({stop} if stop is not None else set())
    fault = _best(text.split("\n"), near | {number - 1 for number in near}, root, reach)
    if fault is None:
        return None
    where = Location(file, fault.line + 1, fault.column + 1)
    return Problem(fault.code, where, fault.what, fault.fix)


def _best(
    lines: list[str], near: set[int], root: Path, reach: Callable[[str], _Reached]
) -> Fault | None:
    """The guess that leaves nothing to be said, or else the one that helps most."""
    best, furthest = None, reach("\n".join(lines))
    for guess in _guesses(lines, near, root):
        reached = reach(guess.text)
        if reached == _SOUND:
            return guess.fault
        if reached > furthest:
            best, furthest = guess, reached
    return best.fault if best else None


def _guesses(lines: list[str], near: set[int], root: Path) -> Iterator[Guess]:
    yield from items(lines, lambda: _writings(root))
    yield from joined(lines, near)
    yield from flows(lines, near)
    yield from indents(lines)
    yield from any_indents(lines, near)


def _writings(root: Path) -> Iterator[str]:
    """The texts that name ids: data and pages as they are now, then the frozen editions."""
    for patterns in (("data/*.yml", "docs/**/*.md"), ("editions/*/record.json",)):
        paths = sorted(path for pattern in patterns for path in root.glob(pattern))
        yield "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)
