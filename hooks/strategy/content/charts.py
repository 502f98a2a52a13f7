"""Charts as SVG, drawn while building: no script, no colours that carry meaning.

Each has a title and a description for screen readers and is followed by the same numbers as a
table. Shapes use ``currentColor`` and presentation attributes, so that they follow light, dark
and printed pages and also work where no style sheet reaches (the print edition). One unit of
the drawing is one pixel on a screen 320 px wide; text is 15 units high.
"""

import math
import unicodedata
from dataclasses import dataclass

from strategy.languages.say import Language, Say
from strategy.markup.html import Html, column_heads, element, join, row
from strategy.model import Bar, BarGroup, Chart
from strategy.reading.fields import number

WIDTH = 320
TEXT = 15
LINE = 21
BAR = 24

TABLE = Say("グラフの数値", "The numbers of this chart")
COLUMNS = {
    "ja": ("区分", "項目", "グラフの表示", "グラフの値"),
    "en": ("Group", "Item", "As shown", "Value drawn"),
}


def bars(chart: Chart, language: Language) -> Html:
    """A bar chart as an HTML figure: SVG, caption, and the numbers in a table."""
    scale = _scale(chart, language)
    shapes: list[Html] = []
    y = 0
    for group in chart.groups:
        y = _group(shapes, group, language, y, scale)
    note = f" {chart.note[language]}" if chart.note else ""
    title, description = chart.title[language], chart.description[language]
    figure = _figure(chart.id, title, description, y, shapes, note)
    return join("", [figure, _table(chart, language)])


@dataclass(frozen=True)
class _Scale:
    """Units of the drawing for each unit of value, the same for all bars of a chart."""

    unit: float
    labels_beside: bool


def _scale(chart: Chart, language: Language) -> _Scale:
    """As long as the longest printed label leaves room; labels longer than half go below."""
    all_bars = [bar for group in chart.groups for bar in group.bars]
    widest = max(_width(bar.printed[language]) for bar in all_bars)
    beside = widest <= WIDTH // 2
    room = WIDTH - 2 - (widest + 8 if beside else 0)
    return _Scale(room / (max(bar.value for bar in all_bars) or 1), beside)


def _group(shapes: list[Html], group: BarGroup, language: Language, y: int, scale: _Scale) -> int:
    for line in wrap(group.label[language], WIDTH):
        y += LINE
        shapes.append(_text(0, y - 5, line, bold=True))
    for bar in group.bars:
        printed = bar.printed[language]
        length = round(scale.unit * bar.value)
        for line in wrap(bar.label[language], WIDTH):
            y += LINE
            shapes.append(_text(0, y - 5, line))
        shapes.append(_box(y, length, BAR, "0.75" if bar.figure else "0.2", "1"))
        y += BAR
        if scale.labels_beside:
            shapes.append(_text(length + 8, y - 7, printed, bold=True))
        else:
            for line in wrap(printed, WIDTH):
                y += LINE
                shapes.append(_text(0, y - 5, line, bold=True))
        y += 4
    return y + 10


def flow(ident: str, title: str, note: str, steps: list[tuple[str, str]]) -> Html:
    """Steps as boxes from top to bottom, joined by arrows: who in bold, then what."""
    shapes: list[Html] = []
    y = 1
    for index, (who, what) in enumerate(steps):
        if index:
            arrow = f"M160 {y}v14m-6 -7l6 8l6 -8"
            shapes.append(
                element("path", d=arrow, fill="none", stroke="currentColor", stroke_width="2")
            )
            y += 20
        names, actions = wrap(who, WIDTH - 24), wrap(what, WIDTH - 24)
        height = LINE * (len(names) + len(actions)) + 16
        shapes.append(_box(y, WIDTH - 2, height, "0.06", "1.5", rx="6"))
        for place, line in enumerate([*names, *actions]):
            is_name = place < len(names)
            shapes.append(_text(12, y + LINE * (place + 1) + 2, line, bold=is_name))
        y += height + 3
    description = " → ".join(f"{who}: {what}" for who, what in steps)
    return _figure(ident, title, description, y, shapes, f" {note}")


def _figure(
    ident: str, title: str, description: str, height: int, shapes: list[Html], note: str
) -> Html:
    svg = element(
        "svg",
        element("title", title, id=f"{ident}-title"),
        element("desc", description, id=f"{ident}-desc"),
        *shapes,
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        role="img",
        aria_labelledby=f"{ident}-title",
        aria_describedby=f"{ident}-desc",
        font_size=TEXT,
        xmlns="http://www.w3.org/2000/svg",
    )
    caption = element("figcaption", element("strong", title), note)
    return element("figure", svg, caption, class_="chart", id=ident)


def _box(y: int, width: int, height: int, opacity: str, line: str, rx: str | None = None) -> Html:
    return element(
        "rect",
        x="1",
        y=y,
        width=width,
        height=height,
        rx=rx,
        fill="currentColor",
        fill_opacity=opacity,
        stroke="currentColor",
        stroke_width=line,
    )


def _text(x: int, y: int, text: str, *, bold: bool = False) -> Html:
    weight = "bold" if bold else None
    return element("text", text, x=x, y=y, fill="currentColor", font_weight=weight)


def _table(chart: Chart, language: Language) -> Html:
    rows = (_row(group, bar, language) for group in chart.groups for bar in group.bars)
    table = element(
        "table",
        element("caption", chart.title[language]),
        column_heads(COLUMNS[language]),
        element("tbody", *rows),
    )
    return element("details", element("summary", TABLE[language]), table, class_="chart-data")


def _row(group: BarGroup, bar: Bar, language: Language) -> Html:
    values = (bar.label[language], bar.printed[language], number(bar.value))
    return row(group.label[language], zip(COLUMNS[language][1:], values, strict=True))


def _width(text: str) -> int:
    """A text's width in units, estimated on the safe side (bold, in a wide Latin face)."""
    return math.ceil(TEXT * sum(map(_ems, text)))


def _ems(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    if char in "%@mwMW":
        return 1.1
    return 0.8 if char.isdigit() or char.isupper() else 0.65


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` units: Latin words kept whole, Japanese anywhere.

    A line never begins with closing punctuation (行頭禁則, JIS X 4051): it takes that with it.
    """
    lines, line = [], ""
    for piece in _pieces(text):
        if line and _width(line + piece.rstrip()) > width and piece not in "、。，．・）」』】ー":
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for char in text:
        wide = unicodedata.east_asian_width(char) in "WF"
        if (
            pieces
            and not wide
            and not pieces[-1].endswith(" ")
            and unicodedata.east_asian_width(pieces[-1][-1]) not in "WF"
        ):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces
