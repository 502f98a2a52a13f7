from pathlib import Path

import pytest
from lxml import html

from conftest import PUBLICATION, SAMPLE
from strategy.checks.everything import checked
from strategy.content import charts
from strategy.languages.say import Language


@pytest.mark.parametrize("language", ["ja", "en"])
def test_bars_have_name_description_and_the_same_numbers_as_a_table(language: Language) -> None:
    chart = checked(SAMPLE)[0].figures.charts[0]
    tree = html.fromstring(f"<div>{charts.bars(chart, language)}</div>")
    (svg,) = tree.xpath("//svg")
    title, desc = (
        tree.xpath(f"//*[@id='{i}']")[0]
        for i in (svg.get("aria-labelledby"), svg.get("aria-describedby"))
    )
    assert (svg.get("role"), title.text) == ("img", chart.title[language])
    assert desc.text == chart.description[language]
    drawn = [text.text for text in svg.iter("text")]
    cells = [cell.text for cell in tree.xpath("//table/tbody/tr/*")]
    for bar in chart.groups[0].bars:
        assert bar.printed[language] in drawn
        assert bar.printed[language] in cells
        assert f"{bar.value:g}" in cells


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("root", [SAMPLE, PUBLICATION], ids=["sample", "publication"])
def test_all_bars_of_a_chart_have_one_scale(root: Path, language: Language) -> None:
    for chart in checked(root)[0].figures.charts:
        tree = html.fromstring(f"<div>{charts.bars(chart, language)}</div>")
        drawn = [int(rect.get("width")) for rect in tree.iter("rect")]
        values = [bar.value for group in chart.groups for bar in group.bars]
        assert len(drawn) == len(values)
        for length, value in zip(drawn, values, strict=True):
            assert abs(length - max(drawn) * value / max(values)) <= 1, chart.id


def test_everything_fits_the_drawing() -> None:
    chart = checked(SAMPLE)[0].figures.charts[0]
    steps = [
        ("とても長い名前の課" * 4, "a rather long action in English words " * 5),
        ("短い", "x"),
    ]
    for drawing in (charts.bars(chart, "en"), charts.flow("f", "t", "n", steps)):
        (svg,) = html.fromstring(
            drawing if drawing.startswith("<div") else f"<div>{drawing}</div>"
        ).xpath("//svg")
        width, height = (int(n) for n in svg.get("viewbox", svg.get("viewBox")).split()[2:])
        texts = list(svg.iter("text"))
        assert texts
        for text in texts:
            assert int(text.get("x")) + charts._width(text.text) <= width
            assert 0 < int(text.get("y")) <= height


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("短い", ["短い"]),
        ("一二三四五六七八九十", ["一二三四", "五六七八", "九十"]),
        ("一二三四。五六", ["一二三四。", "五六"]),
        ("word another", ["word", "another"]),
        ("", []),
    ],
)
def test_wrap(text: str, lines: list[str]) -> None:
    assert charts.wrap(text, 4 * charts.TEXT) == lines
