"""Reading what forms and spreadsheet programs export: Excel, or CSV (also with tabs) in UTF-8, UTF-16
or Shift_JIS.
"""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from strategy.problems import BilingualError, refusal

MOST = 100_000  # rows with something in them; a file with more is no export of opinions
EXCEL_ROWS = 1_048_576  # what a sheet has; a file may claim more
ENCODINGS = ("utf-8-sig", "cp932")


class UnreadableError(BilingualError):
    """The file is no table."""


@dataclass(frozen=True)
class Table:
    """A table: its columns, and for each row its place in the file (from 2) and its cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read(path: Path) -> Table:
    """The first sheet of a file, whose first row names the columns. Formulas come as their text; nothing is computed or opened.

    Raises `UnreadableError`, and OSError.
    """
    data = path.read_bytes()
    is_excel = data.startswith(b"PK")
    lines = _excel(data) if is_excel else _csv(_decoded(data))
    if not lines or not any(lines[0]):
        raise UnreadableError(refusal("no-table"))
    columns = tuple(" ".join(cell.split()) for cell in lines[0])
    width = len(columns)
    rows = tuple(
        (number, tuple((line + [""] * width)[:width]))
        for number, line in enumerate(lines[1:], 2)
        if any(cell.strip() for cell in line)
    )
    if len(rows) > MOST:
        raise UnreadableError(refusal("too-many-rows", most=MOST))
    return Table(columns, rows)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(refusal("encoding"))


def _csv(text: str) -> list[list[str]]:
    head = text.partition("\n")[0]
    delimiter = "\t" if head.count("\t") > head.count(",") else ","
    csv.field_size_limit(10_000_000)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UnreadableError(refusal("csv", error=str(error))) from error


def _excel(data: bytes) -> list[list[str]]:
    import openpyxl  # noqa: PLC0415 - a tenth of a second, which only an import of opinions needs
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        return [
            [_cell(value) for value in row] if any(value is not None for value in row) else []
            for row in sheet.iter_rows(max_row=EXCEL_ROWS, values_only=True)
        ]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError) as error:
        raise UnreadableError(refusal("excel")) from error


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
