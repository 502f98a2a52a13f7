"""What still stands of a number, or of a month, that was renewed, in this publication's own text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import PUBLICATION, copy_publication
from strategy.checks import everything
from strategy.editions import freeze
from strategy.problems import Problem

Replace = Callable[[Path, str, str], None]


def _copied(root: Path, file: str, *changes: tuple[str, str]) -> Path:
    """A copy of the publication with a file changed."""
    copy_publication(root)
    text = (root / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    (root / file).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A copy of the publication in which the number of staff is 230, and the rank the 7th."""
    return _copied(
        tmp_path,
        "data/figures.yml",
        ("printed: {ja: 228人, en: 228 people}", "printed: {ja: 230人, en: 230 people}"),
        ("printed: {ja: 228人（約77%）, en: 228 (", "printed: {ja: 230人（約77%）, en: 230 ("),
        ("value: 228", "value: 230"),
        ("computed: 77.8", "computed: 78.5"),
        ("126団体中6番目, en: 6th of", "126団体中7番目, en: 7th of"),
        ("value: 6\n", "value: 7\n"),
    )


@pytest.fixture
def next_edition(tmp_path: Path) -> Path:
    """A copy of the publication whose edition is that of April 2027."""
    return _copied(
        tmp_path,
        "data/strategy.yml",
        ("id: r8-05", "id: r9-04"),
        ("date: 令和8年5月", "date: 令和9年4月"),
        ("ja: 令和8年5月更新, en: Updated May 2026", "ja: 令和9年4月更新, en: Updated April 2027"),
    )


def _told(root: Path, code: str = "former-number") -> list[Problem]:
    return [problem for problem in everything.findings(root) if problem.code == code]


def test_nothing_is_former_before_a_change() -> None:
    assert _told(PUBLICATION) == []
    assert _told(PUBLICATION, "former-month") == []


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


def test_the_month_of_the_former_edition_is_told_where_it_stands(next_edition: Path) -> None:
    found = _told(next_edition, "former-month")
    assert {problem.level for problem in found} == {"warning"}
    assert [(problem.location.file, problem.what.ja) for problem in found] == [
        ("docs/about.en.md", "前の版の年月「May 2026」が残っています"),
        ("docs/about.en.md", "前の版の年月「May 2026」が残っています"),
        ("docs/about.md", "前の版の年月「令和8年5月」が残っています"),
        ("docs/about.md", "前の版の年月「令和8年5月」が残っています"),
    ]
    for problem in found:
        line = (next_edition / problem.location.file).read_text(encoding="utf-8").split("\n")
        text = line[problem.location.line - 1][problem.location.column - 1 :]
        assert text.startswith(("May 2026", "令和8年5月"))
    assert "「令和9年4月（2027年4月）」" in found[-1].fix.ja
    assert "「April 2027」" in found[0].fix.ja


def test_other_months_and_other_matters_of_that_month_are_not_former(
    next_edition: Path, replace: Replace
) -> None:
    page = next_edition / "docs/policy.md"
    before = len(_told(next_edition, "former-month"))
    text = page.read_text(encoding="utf-8")
    other = "令和8年5月（2026年5月）に、会議が開かれました。令和18年5月に更新。令和8年6月の更新。"
    page.write_text(f"{text}\n{other}\n", encoding="utf-8")
    assert len(_told(next_edition, "former-month")) == before


def test_once_frozen_a_page_may_tell_of_both_editions(next_edition: Path, replace: Replace) -> None:
    found = everything.checked(next_edition, gate=False)
    freeze.freeze(next_edition, "r9-04", found.strategy, found.composition.record)
    assert len(_told(next_edition, "former-month")) == 4
    page = next_edition / "docs/about.md"
    replace(page, "令和8年5月（2026年5月）に更新", "令和9年4月（2027年4月）に更新")
    assert {problem.location.file for problem in _told(next_edition, "former-month")} == {
        "docs/about.en.md"
    }
