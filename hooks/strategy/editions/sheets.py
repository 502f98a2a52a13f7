"""A comparison as files: CSV, and the Excel sheet that an officer puts before the council."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from strategy.cache import KEEPS_NOTHING, Cache
from strategy.languages.labels import AFTER, BEFORE, KIND, OLD_AND_NEW, REASON
from strategy.languages.say import Language, Say
from strategy.model import spreadsheets
from strategy.model.spreadsheets import A4, FONT, MADE, MOST
from strategy.record.compare import Cited, Comparison, Piece, Row

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

COLUMNS = (
    (Say("章・段落（改正後）", "New no."), 12),
    (AFTER, 48),
    (BEFORE, 48),
    (Say("段落（改正前）", "Old no."), 12),
    (KIND, 13),
    (REASON, 30),
)
"""The columns, with their widths in characters."""
_Cell = str | list[Piece]

HEADING = Say("第{}章 見出し", "Chapter {}, heading")
HEAD = Say("第{}章 表の見出し", "Chapter {}, table head")
# In a CSV file Excel would take a bare 3-12 for the twelfth of March.
NUMBER_IN_CSV = Say("段落 {}", "para. {}")

PAGES = Say("&P / &N ページ", "Page &P of &N")
TITLE_LINE = 24  # points
CUT = Say("…（以下略。全文は版の記録にあります）", "… (cut here; the whole text is in the record)")


def csv_bytes(comparison: Comparison, language: Language, reasons: Mapping[int, str]) -> bytes:
    """The rows that are not unchanged as CSV, in the form of `strategy.model.spreadsheets`.

    ``reasons`` are by the index of the row in ``comparison.rows``.
    """
    table = []
    for index, row in _rows(comparison):
        new, old = (
            NUMBER_IN_CSV[language].format(cited.number)
            if cited and cited.number
            else _place(cited, language)
            for cited in (row.new, row.old)
        )
        shown = row.shown(language)
        cells = (
            new,
            _text(row.new, shown),
            _text(row.old, shown),
            old,
            row.name(language),
            reasons.get(index, ""),
        )
        table.append(cells)
    return spreadsheets.csv_bytes([name[language] for name, _width in COLUMNS], table)


def xlsx_bytes(
    comparison: Comparison,
    language: Language,
    reasons: Mapping[int, str],
    title: str,
    cache: Cache = KEEPS_NOTHING,
) -> bytes:
    """The rows that are not unchanged as an Excel file to print on A4 landscape.

    ``title`` stands above the table, a line for each line of it: the document, and the names and
    dates of both editions. What was deleted is struck through on the side of the old text, what
    was inserted bold and underlined on the side of the new.
    """
    lines = [
        (
            _place(row.new, language),
            _side(row.pieces(row.shown(language)), "inserted"),
            _side(row.pieces(row.shown(language)), "deleted"),
            _place(row.old, language),
            row.name(language),
            _cut(reasons.get(index, ""), language),
        )
        for index, row in _rows(comparison)
    ]
    made_of = (title, language, json.dumps(lines))
    return cache.kept("sheet", made_of, lambda: _book(title, lines, language))


def _book(title: str, lines: Sequence[Sequence[_Cell]], language: Language) -> bytes:
    from xlsxwriter import Workbook  # noqa: PLC0415 - few commands need it

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": title.replace("\n", " "), "created": MADE})
    sheet = book.add_worksheet(OLD_AND_NEW[language])
    styles = _Styles(book, language)
    _lay_out(sheet, language)
    sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, title, styles.title)
    sheet.set_row(0, TITLE_LINE * (1 + title.count("\n")))
    for column, (name, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, name[language], styles.head)
    line = 1
    for line, row in enumerate(lines, 2):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(line, column, cell, styles.cell)
            else:
                _write(sheet, (line, column), cell, styles, language)
    sheet.autofilter(1, 0, line, len(COLUMNS) - 1)
    sheet.print_area(0, 0, line, len(COLUMNS) - 1)
    book.close()
    return stream.getvalue()


class _Styles:
    """The formats of a workbook."""

    def __init__(self, book: Workbook, language: Language) -> None:
        def style(**properties: Any) -> Format:
            return book.add_format({"font_name": FONT[language], "font_size": 10, **properties})

        cell = {"text_wrap": True, "valign": "top", "border": 1}
        self.title = style(bold=True, text_wrap=True, valign="vcenter", font_size=14)
        self.head = style(**cell, bold=True, bg_color="#E6E6E6")
        self.cell = style(**cell)
        self.part = {
            "same": style(),
            "inserted": style(bold=True, underline=1),
            "deleted": style(font_strikeout=True),
        }
        # A cell that has only one run cannot be rich: its own format then says it.
        self.whole = {
            "same": self.cell,
            "inserted": style(**cell, bold=True, underline=1),
            "deleted": style(**cell, font_strikeout=True),
        }


def _lay_out(sheet: Worksheet, language: Language) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    sheet.freeze_panes(2, 0)
    sheet.set_footer(f"&C{PAGES[language]}")


def _rows(comparison: Comparison) -> Iterator[tuple[int, Row]]:
    for index, row in enumerate(comparison.rows):
        if row.change != "unchanged":
            yield index, row


def _place(cited: Cited | None, language: Language) -> str:
    if cited is None:
        return ""
    name = HEADING if cited.block.kind == "heading" else HEAD
    return cited.number or name[language].format(cited.chapter.number)


def _text(cited: Cited | None, language: Language) -> str:
    return cited.block.written(language).text if cited else ""


def _cut(text: str, language: Language) -> str:
    return text if len(text) <= MOST else text[: MOST - len(CUT[language])] + CUT[language]


def _side(pieces: Sequence[Piece], kind: str) -> list[Piece]:
    """The pieces of the old or of the new text."""
    return [piece for piece in pieces if piece.kind in (kind, "same")]


def _write(
    sheet: Worksheet,
    cell: tuple[int, int],
    pieces: Sequence[Piece],
    styles: _Styles,
    language: Language,
) -> None:
    """Write the pieces as a string, whatever they look like; a very long one without its marks."""
    text = "".join(piece.text for piece in pieces)
    if len(pieces) > 1 and len(text) <= MOST:
        runs = [run for piece in pieces for run in (styles.part[piece.kind], piece.text)]
        sheet.write_rich_string(*cell, *runs, styles.cell)
        return
    kind = pieces[0].kind if pieces else "same"
    sheet.write_string(*cell, _cut(text, language), styles.whole[kind])
