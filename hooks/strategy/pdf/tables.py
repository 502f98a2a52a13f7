"""Tables: rows and cells of HTML as a Typst table that repeats its head on each page."""

import unicodedata
from typing import Any

from lxml import etree

from strategy.languages.labels import COLON
from strategy.pdf.conversion import Conversion
from strategy.pdf.quoting import call, words

WIDTH, PADDING = 46, 1.3
"""In em of a table's text: a line of the page, and what a column needs besides its text."""
LONG = 30
"""In em: a column with longer text gets no more than one with this."""
LONG_CELL = 500
"""Characters: a row with a longer cell may go on over the page, so that it never runs off it."""
ALIGNED = {"align-left": "left", "align-center": "center", "align-right": "right"}


def table(converter: Conversion, element: Any, title: str = "") -> str:
    """A table in Typst; ``title`` is mark-up that comes before its caption."""
    caption, heads, rows = "", "", ""
    for part in element:
        if part.tag == "caption":
            caption = converter.cell(part)
        elif part.tag == "thead":
            heads = "".join(_row(converter, row) for row in part)
        elif part.tag == "tbody":
            rows += "".join(_row(converter, row) for row in part)
        else:
            raise converter.unknown(f"<table> <{part.tag}>")
    if title and caption:
        caption = title + words(COLON[converter.language]) + caption
    columns = ", ".join(_columns(element, WIDTH / converter.magnified))
    head = f"table.header({heads}), " if heads else "fill: none, "
    made = f"table(columns: ({columns},), {head}{rows})"
    return f"\n\n{call('tabular', f'[{caption or title}]', made)}\n\n"


def _row(converter: Conversion, row: Any) -> str:
    """The cells; the number of the row stands in the first, a notice in the last."""
    before = after = ""
    cells: list[tuple[str, str]] = []
    is_long = any(len(cell.text_content()) > LONG_CELL for cell in row.iter("th", "td"))
    for cell in row:
        if cell.tag is etree.Comment:
            if cells:
                after += converter.mark(cell.text)
            else:
                before += converter.mark(cell.text)
        elif cell.tag in ("th", "td"):
            body = converter.cell(cell)
            is_head = cell.tag == "th"
            options = _options(
                cell, is_long=is_long, is_head=is_head and row.getparent().tag == "tbody"
            )
            cells.append((options, call("strong", body=body) if is_head else body))
        else:
            raise converter.unknown(f"<tr> <{cell.tag}>")
    if cells:
        cells[0] = (cells[0][0], before + cells[0][1])
        cells[-1] = (cells[-1][0], cells[-1][1] + after)
    return "".join(f"table.cell({options})[{body}], " for options, body in cells)


def _options(cell: Any, *, is_long: bool, is_head: bool) -> str:
    given = [f"{name}: {int(cell.get(name))}" for name in ("colspan", "rowspan") if cell.get(name)]
    given += [f"align: {ALIGNED[n]}" for n in (cell.get("class") or "").split() if n in ALIGNED]
    given += ["fill: row-head"] if is_head else []
    given += ["breakable: true"] if is_long else []
    return ", ".join(given)


def _columns(element: Any, width: float) -> list[str]:
    """As wide as the text needs if all of it fits on a line, else by the length of the text."""
    longest: list[float] = []
    for row in element.iter("tr"):
        column = 0
        for cell in row.iter("th", "td"):
            span = int(cell.get("colspan", 1))
            longest += [1] * (column + span - len(longest))
            if span == 1:
                longest[column] = max(longest[column], _ems(cell.text_content().strip()))
            column += span
    if sum(longest) + PADDING * len(longest) <= width:
        return ["auto"] * len(longest)
    return [f"{min(ems, LONG) + PADDING:.1f}fr" for ems in longest]


def _ems(text: str) -> float:
    return sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.6 for char in text)
