"""The registry of codes: all that the source raises stands there, and nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from conftest import ROOT
from strategy.languages.say import Say
from strategy.problems import CODES, Fault, Invalid, Location, Problem
from strategy.problems.codes import _RAISED
from strategy.problems.messages import CATALOGUES

CORE = ROOT / "hooks" / "strategy"
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in CORE.rglob("*.py")}
# What is called with a code first, or with the name of a message, which begins with its code.
RAISED_BY = {"Fault", "Invalid", "Problem", "Rule", "of", "report", "tell"}
# The names of messages that tell more than their code: those stand in tables as well.
VARIANTS = {name for name in CATALOGUES["ja"] if "/" in name}
SAY = Say("誤り", "wrong"), Say("正しい", "right")


def _named() -> dict[str, str]:
    """The codes that have a name, ``LIST = "markdown-list"``."""
    return {
        name.id: value.value
        for tree in TREES.values()
        for node in tree.body
        if isinstance(node, ast.Assign)
        for name, value in _parts(node.targets[0], node.value)
        if isinstance(name, ast.Name) and isinstance(value, ast.Constant) and value.value in CODES
    }


def _parts(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return list(zip(target.elts, value.elts, strict=True))
    return [(target, value)]


def _raised() -> Iterator[tuple[str, str]]:
    """Each code that is written in the source as one, with its room."""
    named = _named()
    for path, tree in TREES.items():
        room = path.relative_to(CORE).parts[0]
        for node in ast.walk(tree):
            for first in _first(node):
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value.partition("/")[0], room
                elif isinstance(first, ast.Name) and first.id in named:
                    yield named[first.id], room
            if isinstance(node, ast.Constant) and node.value in VARIANTS:
                yield node.value.partition("/")[0], room


def _first(node: ast.AST) -> list[ast.expr]:
    """What stands where a code does: first in a call, or before what is said (``code, Say(…)``)."""
    if isinstance(node, ast.Call) and node.args:
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        first = node.args[0] if name in RAISED_BY else None
        return (
            [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first] if first else []
        )
    if isinstance(node, ast.Tuple) and len(node.elts) > 1:
        first, said = node.elts[:2]
        is_code = isinstance(first, ast.Constant) and first.value in CODES and "-" in first.value
        return [first] if is_code and not isinstance(said, ast.Constant) else []
    return []


def test_the_registry_holds_what_the_source_raises_room_by_room() -> None:
    found: dict[str, set[str]] = {}
    for code, room in _raised():
        found.setdefault(code, set()).add(room)
    assert {code: sorted(rooms) for code, rooms in sorted(found.items())} == {
        code: sorted(known.rooms) for code, known in sorted(CODES.items())
    }


def test_a_code_stands_in_the_registry_once() -> None:
    words = [
        code for levels in _RAISED.values() for codes in levels.values() for code in codes.split()
    ]
    assert sorted(words) == sorted(CODES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in CODES)


@pytest.mark.parametrize(
    "raised",
    [
        lambda: Problem("no-code", Location("x.yml"), *SAY),
        lambda: Fault("no-code", *SAY),
        lambda: Invalid("no-code", *SAY),
    ],
)
def test_a_code_that_is_not_registered_cannot_be_raised(raised: Callable[[], object]) -> None:
    with pytest.raises(LookupError):
        raised()


def test_guide_and_tests_name_only_codes_that_there_are() -> None:
    golden = [*(ROOT / "tests/golden/errors").glob("*.yml"), ROOT / "tests/golden/mistakes.yml"]
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = re.findall(
        r":\d+:\d+: \[([a-z-]+)\]", "".join(path.read_text(encoding="utf-8") for path in golden)
    )
    table = guide.partition("<!-- rules -->")[2].partition("<!-- /rules -->")[0]
    rules = re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)
    assert told and rules and {*told, *rules} <= CODES.keys()
