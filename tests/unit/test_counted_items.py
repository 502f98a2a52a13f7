"""How many fields, goals and values the prose says there are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import PUBLICATION
from strategy.checks import everything

Replace = Callable[[Path, str, str], None]
GOAL = """\
      - id: vision.convenience.5
        text: {ja: 市民は、見本の目標を持ちます, en: Citizens have a sample goal.}

  - id: efficiency
"""
VALUE = """\
  - id: value.6
    text: {ja: DXは見本です, en: DX is a sample}

retired:"""


def _told(root: Path) -> list[tuple[str, str, str]]:
    return [
        (
            f"{problem.location.file}:{problem.location.line}",
            problem.level,
            problem.fix.ja.partition("と書いて")[0],
        )
        for problem in everything.findings(root)
        if problem.code == "count"
    ]


def test_the_prose_agrees_with_the_data() -> None:
    assert _told(PUBLICATION) == []


def test_another_number_of_goals_or_values_is_told(city: Path, replace: Replace) -> None:
    replace(city / "data/vision.yml", "  - id: efficiency\n", GOAL)
    assert _told(city) == [
        ("docs/mission-vision-values.en.md:7", "warning", "「13 goals」"),
        ("docs/mission-vision-values.md:7", "warning", "「13の将来めざす姿」"),
    ]
    replace(city / "data/values.yml", "retired:", VALUE)
    assert _told(city) == [
        ("docs/mission-vision-values.en.md:7", "warning", "「13 goals」"),
        ("docs/mission-vision-values.en.md:7", "warning", "「6 rules of conduct」"),
        ("docs/mission-vision-values.en.md:23", "warning", "「6 attitudes」"),
        ("docs/mission-vision-values.md:7", "warning", "「13の将来めざす姿」"),
        ("docs/mission-vision-values.md:7", "warning", "「6つの職員の行動指針」"),
        ("docs/mission-vision-values.md:23", "warning", "「6つの心構え」"),
    ]


def test_the_home_page_says_how_many_fields_there_are(city: Path, replace: Replace) -> None:
    replace(city / "docs/index.md", "3つの分野", "4つの分野")
    replace(city / "docs/index.en.md", "three fields", "four fields")
    assert [text for _, _, text in _told(city)] == ["「3 fields」", "「3つの分野」"]


@pytest.mark.parametrize(
    "text",
    [
        "分野ごとに4つの目標があります。",
        "その1つの目標です。",
        "SDGsの17の目標です。",
        "第2の目標です。",
        "<!-- 20の目標 -->",
        "12か月の目標です。",
    ],
)
def test_other_numbers_are_left_alone(text: str, city: Path) -> None:
    page = city / "docs/mission-vision-values.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    assert _told(city) == []


def test_the_place_is_that_of_the_number(city: Path, replace: Replace) -> None:
    page = city / "docs/mission-vision-values.md"
    replace(page, "3つの分野で12の", "3つの分野で14の")
    line = page.read_text(encoding="utf-8").split("\n")[6]
    (found,) = (problem for problem in everything.findings(city) if problem.code == "count")
    assert found.location.column == line.index("14の") + 1


def test_nothing_is_counted_while_an_item_is_gone_that_is_not_retired(
    city: Path, replace: Replace
) -> None:
    text = (city / "data/vision.yml").read_text(encoding="utf-8")
    goal = (
        "      - id: vision.convenience.4\n"
        + text.partition("      - id: vision.convenience.4\n")[2].partition("\n  - id: ")[0]
    )
    replace(city / "data/vision.yml", goal, "")
    assert _told(city) == []
    replace(city / "data/vision.yml", "retired: []", "retired: [vision.convenience.4]")
    assert [fix for _, _, fix in _told(city)] == ["「11 goals」", "「11の将来めざす姿」"]
