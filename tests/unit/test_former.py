"""What still stands of a number that was renewed, in this publication's own text."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT
from strategy import check
from strategy.problems import Problem

Replace = Callable[[Path, str, str], None]


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A copy of the publication in which the number of staff is 230, and the rank the 7th."""
    for name in ("data", "docs", "editions", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    figures = tmp_path / "data/figures.yml"
    text = figures.read_text(encoding="utf-8")
    for old, new in (
        ("printed: {ja: 228人, en: 228 people}", "printed: {ja: 230人, en: 230 people}"),
        ("printed: {ja: 228人（約77%）, en: 228 (", "printed: {ja: 230人（約77%）, en: 230 ("),
        ("value: 228", "value: 230"),
        ("computed: 77.8", "computed: 78.5"),
        ("126団体中6番目, en: 6th of", "126団体中7番目, en: 7th of"),
        ("value: 6\n", "value: 7\n"),
    ):
        assert old in text, old
        text = text.replace(old, new)
    figures.write_text(text, encoding="utf-8")
    return tmp_path


def _told(root: Path) -> list[Problem]:
    return [problem for problem in check.findings(root) if problem.code == "former-number"]


def test_nothing_is_former_before_a_change() -> None:
    assert _told(ROOT) == []


def test_every_place_of_a_former_number_is_told(city: Path) -> None:
    found = _told(city)
    assert {problem.level for problem in found} == {"warning"}
    assert {(problem.location.file, problem.what.ja) for problem in found} == {
        (file, f"前の数値「{text}」が残っています")
        for file, text in (
            ("data/figures.yml", "228人"),
            ("data/figures.yml", "228"),
            ("docs/figures.md", "228人"),
            ("docs/figures.en.md", "228"),
            ("docs/introduction.md", "228人"),
            ("docs/introduction.en.md", "228"),
            ("docs/introduction.md", "6番目"),
            ("docs/introduction.en.md", "6th"),
            ("docs/figures.md", "77.8%"),
            ("docs/figures.en.md", "77.8%"),
        )
    }
    for problem in found:
        line = (city / problem.location.file).read_text(encoding="utf-8").split("\n")
        text = line[problem.location.line - 1][problem.location.column - 1 :]
        assert text.startswith(("228", "6番目", "6th", "77.8"))
    assert any("「230人」" in problem.fix.ja for problem in found)


def test_only_whole_numbers_with_their_unit_are_former(city: Path, replace: Replace) -> None:
    before = len(_told(city))
    page = city / "docs/about.md"
    text = page.read_text(encoding="utf-8")
    other = "1228人、1,228人、228団体、22.6番目、<!-- 228人 --> `228人`"
    page.write_text(f"{text}\n{other}\n", encoding="utf-8")
    assert len(_told(city)) == before
    page.write_text(f"{text}\n職員は228人です。\n", encoding="utf-8")
    assert len(_told(city)) == before + 1


def test_a_number_that_another_figure_has_now_is_not_former(city: Path) -> None:
    figures = city / "data/figures.yml"
    text = figures.read_text(encoding="utf-8")
    text = text.replace("293人", "228人").replace("293 people", "228 people")
    text = text.replace("value: 293", "value: 228").replace("computed: 78.5", "computed: 100.9")
    figures.write_text(text, encoding="utf-8")
    assert "前の数値「228人」が残っています" not in {problem.what.ja for problem in _told(city)}


def test_what_was_computed_from_a_former_number_is_told_with_what_is_now(city: Path) -> None:
    before = len(_told(city))
    page = city / "docs/about.md"
    text = page.read_text(encoding="utf-8")
    now = "職員は78.5％で、21.5%（63人）減りました。177.8%、77.85%、22.2人、`65人`"
    page.write_text(f"{text}\n{now}\n", encoding="utf-8")
    assert len(_told(city)) == before
    page.write_text(
        f"{text}\n職員は77.8パーセントで、22.2 %（65人）減りました。\n", encoding="utf-8"
    )
    told = [problem for problem in _told(city) if problem.location.file == "docs/about.md"]
    assert [(problem.what.ja, problem.fix.ja.partition("」")[0]) for problem in told] == [
        ("前の数値「77.8パーセント」が残っています", "今の数値は「78.5%"),
        ("前の数値「22.2 %」が残っています", "今の数値は「21.5%"),
        ("前の数値「65人」が残っています", "今の数値は「63人"),
    ]
