"""Guesses at what was meant: at the right line, and right when they are obeyed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from strategy.model import FILES
from strategy.problems import Problems
from strategy.reading.guesses import explanation
from strategy.reading.guesses.items import items
from strategy.reading.validate import validate
from strategy.reading.yaml_nodes import parse_yaml


def _is_sound(name: str, text: str) -> bool:
    problems = Problems()
    node = parse_yaml(text, name, problems)
    return node is not None and not len(problems) and bool(validate(FILES[name], node, problems))


@pytest.mark.parametrize("name", ["vision", "values"])
@pytest.mark.parametrize("shift", [-1, 2])
def test_a_shifted_line_is_told_with_the_spaces_it_had(city: Path, name: str, shift: int) -> None:
    lines = (city / f"data/{name}.yml").read_text(encoding="utf-8").split("\n")
    told = 0
    for number, line in enumerate(lines):
        spaces = len(line) - len(line.lstrip(" "))
        if not spaces or not line.strip():
            continue
        moved = " " * (spaces + shift) + line.lstrip(" ")
        text = "\n".join([*lines[:number], moved, *lines[number + 1 :]])
        if _is_sound(name, text):
            continue
        problem = explanation(city, f"data/{name}.yml", text, FILES[name])
        assert problem, line
        assert (problem.location.line, problem.code) == (number + 1, "yaml-indent"), line
        assert f"空白を{spaces}個に" in problem.fix.ja
        told += 1
    assert told >= 20


def test_a_lost_line_that_is_restored_as_told_makes_the_file_sound(city: Path) -> None:
    path = city / "data/timeline.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    firsts = [number for number, line in enumerate(lines) if line.lstrip(" ").startswith("- id")]
    for number in firsts[::4]:
        text = "\n".join([*lines[:number], *lines[number + 1 :]])
        path.write_text(text, encoding="utf-8")
        problem = explanation(city, "data/timeline.yml", text, FILES["timeline"])
        assert problem, lines[number]
        assert problem.location.line == number + 1
        found = re.search(r"「(- id: \S+)」の行を書き戻して.*?空白は(\d+)個", problem.fix.ja)
        assert found, problem.fix.ja
        assert " " * int(found[2]) + found[1] == lines[number]


def test_the_number_of_a_retired_item_is_not_used_again() -> None:
    text = (
        "list:\n  - id: x.1\n    text: a\n  - id: x.2\n    text: b\n    text: c\nretired: [x.3]\n"
    )
    (guess,) = items(text.split("\n"), lambda: iter([text]))
    assert "「- id: x.4」" in guess.fault.fix.ja
    assert "2回書いた場合は" in guess.fault.fix.ja


def test_nothing_is_guessed_about_a_value_that_is_wrong_by_itself(city: Path) -> None:
    text = (city / "data/timeline.yml").read_text(encoding="utf-8")
    text = text.replace("month: 令和4年10月", "month: R4.13")
    assert explanation(city, "data/timeline.yml", text, FILES["timeline"]) is None
