"""Numbers in texts, and printed numbers against the values they are printed for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from strategy.checks import everything
from strategy.problems import InvalidStrategy
from strategy.reading.quantities import read

Replace = Callable[[Path, str, str], None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("約77%", [("77", "percent")]),
        ("228人（約77.5％）", [("228", "people"), ("77.5", "percent")]),
        ("１，２３４人", [("1234", "people")]),
        ("1万2千人", [("12000", "people")]),
        ("約1.2万人", [("12000", "people")]),
        ("1億2,000万", [("120000000", "")]),
        ("８割５分", [("85", "percent")]),
        ("126団体中6番目", [("126", ""), ("6", "place")]),
        ("6th of 126 municipalities", [("6", "place"), ("126", "")]),
        ("1.2 million people", [("1200000", "people")]),
        ("77 per cent", [("77", "percent")]),
        ("半数", []),
    ],
)
def test_the_numbers_of_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [each[:2] for each in read(text)] == [(Decimal(value), unit) for value, unit in expected]


def test_a_number_is_told_with_its_unit() -> None:
    told = [each.text for each in read("228人（約77%）、126団体中6番目、228 (6th of 126 towns)")]
    assert told == ["228人", "77%", "126団体中", "6番目", "228", "6th", "126 towns"]


OLD = "    printed: {ja: 3人, en: 3 people}\n    value: 3\n"


@pytest.mark.parametrize(
    ("printed", "value", "codes"),
    [
        ("{ja: ３人, en: 3 people}", "3", []),
        ("{ja: 3人（約66%）, en: 3 (about 66%)}", "3", []),
        ("{ja: 三人, en: three people}", "3", []),
        ("{ja: 4人, en: 3 people}", "3", ["printed-number"]),
        ("{ja: 3人, en: 4 people}", "3", ["printed-number"]),
        ("{ja: 3.5人, en: 3.5 people}", "3", ["printed-number"]),
        ("{ja: 4人（約3%）, en: 3 people}", "3", ["printed-number"]),
        ("{ja: 3%, en: 3%}", "3", ["printed-unit", "printed-unit"]),
    ],
)
def test_what_is_printed_agrees_with_the_value(
    printed: str, value: str, codes: list[str], sample: Path, replace: Replace
) -> None:
    new = f"    printed: {printed}\n    value: {value}\n"
    replace(sample / "data/figures.yml", OLD, new)
    if codes:
        with pytest.raises(InvalidStrategy) as caught:
            everything.checked(sample)
        assert [problem.code for problem in caught.value.problems.errors] == codes
    else:
        everything.checked(sample)


BAR = "            printed: {ja: 3人, en: 3 people}\n"


@pytest.mark.parametrize("text", ["約33%少ない", "67"])
def test_a_bar_of_what_is_fewer_shows_either_number(
    text: str, sample: Path, replace: Replace
) -> None:
    figures = sample / "data/figures.yml"
    replace(
        figures,
        "charts:",
        "  - id: figure.fewer\n    section: chapter#part\n    statement: {ja: 少ない, en: Fewer}\n"
        "    printed: {ja: 33%少ない, en: 33% fewer}\n    value: 33\n    unit: percent\n"
        "    relation: fewer\n    source: null\ncharts:",
    )
    replace(
        figures,
        f"            value: 3\n{BAR}",
        f"            value: 67\n            printed: {{ja: {text}, en: 33% fewer}}\n"
        "            figure: figure.fewer\n",
    )
    everything.checked(sample)
    replace(figures, f"ja: {text},", "ja: 34%少ない,")
    with pytest.raises(InvalidStrategy) as caught:
        everything.checked(sample)
    (problem,) = caught.value.problems.errors
    assert "「value: 66」（100から引いた数）" in problem.fix.ja
    assert "33（100から引いた数）" in problem.fix.ja


def _told(root: Path) -> list[str]:
    return [problem.text("ja") for problem in everything.findings(root) if problem.level == "error"]


def test_one_wrong_value_is_told_once_and_first(sample: Path, replace: Replace) -> None:
    replace(sample / "data/figures.yml", OLD, OLD.replace("value: 3", "value: 4"))
    (told,) = _told(sample)
    assert (
        "[printed-number] 「printed」の日本語と英語から読める数は3ですが、「value」は4です" in told
    )
    assert "「value: 3」と書いてください" in told
