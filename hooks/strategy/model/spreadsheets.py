"""Tables for spreadsheet programs, in which nothing of a text is taken for a formula.

CSV is UTF-8 with a byte-order mark and CRLF, in the form of `strategy.model.published_data`.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from strategy.languages.say import Language, Say

# What a spreadsheet program may take for a formula, and the sign that keeps it from that: OWASP,
# "CSV Injection".
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
NO_FORMULA = "'"

FONT = Say("游ゴシック", "Calibri")
A4 = 9
# The same table makes the same bytes, whenever it is made.
MADE = datetime(2000, 1, 1)
# What Excel can hold in a cell; of a longer text it would show nothing at all.
MOST = 32_767

Column = tuple[Say, int]
"""The name of a column and its width in characters."""


def harmless(cell: str) -> str:
    """The text with a sign before it that keeps it from being a formula."""
    return f"{NO_FORMULA}{cell}" if cell.startswith(FORMULA) else cell


def unharmed(cell: str) -> str:
    """What `harmless` was given."""
    inner = cell.removeprefix(NO_FORMULA)
    return inner if inner.startswith(FORMULA) else cell


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The table as CSV."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def xlsx_bytes(
    title: str, columns: Sequence[Column], rows: Iterable[Sequence[str]], language: Language
) -> bytes:
    """The table as an Excel file to print on A4 landscape, every cell a text, cut at `MOST`."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - few commands need it

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": title, "created": MADE})
    sheet = book.add_worksheet()
    base = {"font_name": FONT[language], "font_size": 10}
    cell = base | {"text_wrap": True, "valign": "top", "border": 1}
    body, head = (
        book.add_format(cell),
        book.add_format(cell | {"bold": True, "bg_color": "#E6E6E6"}),
    )
    heading = book.add_format(base | {"bold": True, "font_size": 14, "text_wrap": True})
    sheet.merge_range(0, 0, 0, len(columns) - 1, title, heading)
    sheet.set_row(0, 40)
    for column, (name, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, name[language], head)
    line = 1
    for line, row in enumerate(rows, 2):
        for column, text in enumerate(row):
            sheet.write_string(line, column, text[:MOST], body)
    sheet.autofilter(1, 0, line, len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    sheet.freeze_panes(2, 0)
    book.close()
    return stream.getvalue()
