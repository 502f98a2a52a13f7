"""Plain documents as accessible PDFs: forms to fill in by hand, comparisons.

A `Paper` is a title and parts in the order of reading. It is set like the print edition, tagged,
PDF/UA-1 and PDF/A-2a at once, and the same bytes whenever and wherever it is made::

    paper = Paper(
        title="意見提出様式",
        language="ja",
        author="鹿島市",
        date=date(2026, 6, 1),
        parts=(
            Paragraph("次の欄に記入し、窓口、郵送またはFAXで提出してください。"),
            Blanks(("氏名", "住所")),
            Subtitle("意見"),
            Table(("段落", "意見"), (("", ""),) * 5, widths=(1, 5), lines=2),
        ),
    )
    Path("form.pdf").write_bytes(pdf(paper))

PDFs made here have no fields to type into: Typst writes none.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from strategy.cache import KEEPS_NOTHING, Cache
from strategy.languages.calendar import Moment, first_day
from strategy.languages.say import Language, Say
from strategy.pdf import typst
from strategy.pdf.press import press
from strategy.pdf.quoting import call, literal, words
from strategy.pdf.tables import LONG_CELL

Style = Literal["", "strong-run", "inserted", "deleted"]
"""The template's names: bold; bold and underlined; struck through."""


@dataclass(frozen=True)
class Run:
    """A passage of a text: how it looks, and its language if another."""

    text: str
    style: Style = ""
    language: Language | None = None


Words = str | tuple[str | Run, ...]
"""A text, or its passages. A line feed begins a new line."""


@dataclass(frozen=True)
class Subtitle:
    """A heading below the title of the document."""

    text: Words


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    text: Words


@dataclass(frozen=True)
class Table:
    """A table; its head is repeated on each page. With an empty one it has only rows.

    ``widths`` are relative, one a column; without them all columns are as wide. ``row_heads``: the
    first cell of a row tells what the row is about. ``lines``: the least height of a row, in lines
    of 9 mm, where there is something to write in. ``small``: in the size of notes, where much text
    has to stand side by side.
    """

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[float, ...] = ()
    row_heads: bool = False
    lines: int = 0
    small: bool = False


@dataclass(frozen=True)
class Blanks:
    """Boxes to write a line in, one below the other, their names on the left."""

    names: tuple[Words, ...]


Part = Subtitle | Paragraph | Table | Blanks


@dataclass(frozen=True)
class Paper:
    """A document. ``date`` and ``author`` are its metadata; ``footer`` stands on each page."""

    title: str
    language: Language
    author: str
    date: Moment
    parts: tuple[Part, ...]
    footer: str = ""
    landscape: bool = False

    @cached_property
    def source(self) -> str:
        """The document as Typst source."""
        settings = {
            "lang": literal(self.language),
            "title": literal(self.title),
            "author": literal(self.author),
            "date": typst.day(first_day(self.date)),
            "footer": f"[{words(self.footer)}]",
            "landscape": "true" if self.landscape else "false",
        }
        title = call("heading", body=words(self.title))
        body = "\n\n".join((title, *map(_part, self.parts)))
        return typst.document(("template", "paper"), "paper", settings, body)

    def where(self, char: str) -> Say | None:
        """Nothing: a plain document has no places with names."""


def pdf(paper: Paper, cache: Cache = KEEPS_NOTHING) -> bytes:
    """The PDF. Raises `strategy.pdf.errors.PdfError` for a character that no font has,
    `FontsMissingError` where the fonts are not installed."""
    return press(paper, cache)


def _part(part: Part) -> str:
    match part:
        case Subtitle(text):
            made = call("heading", "level: 2", body=_text(text))
        case Paragraph(text):
            made = _text(text)
        case Table():
            made = _table(part)
        case Blanks(names):
            cells = ("[" + call("strong", body=_text(name)) + "]" for name in names)
            made = call("blanks", *cells)
    return made


def _table(table: Table) -> str:
    columns = len(table.head or table.rows[0])
    widths = table.widths or (1,) * columns
    for row in (widths, *table.rows):
        if len(row) != columns:
            raise ValueError(f"a row of {len(row)} in a table of {columns} columns")
    names = "".join(f"[{call('strong', body=_text(text))}], " for text in table.head)
    head = f"table.header({names}), " if table.head else "fill: none, "
    strut = call("strut", str(table.lines)) if table.lines else ""
    rows = "".join(_row(row, strut, has_head=table.row_heads) for row in table.rows)
    fractions = "".join(f"{width}fr, " for width in widths)
    rules = "stroke: 0.6pt + quiet, " if table.lines else ""
    made = f"table(columns: ({fractions}), {rules}{head}{rows})"
    size = [] if table.small else ["size: 1em"]
    return call("tabular", *size, "[]", made)


def _row(row: tuple[Words, ...], strut: str, *, has_head: bool) -> str:
    is_long = any(len(_plain(text)) > LONG_CELL for text in row)
    options = "breakable: true" if is_long else ""
    first, *others = (_text(text) for text in row)
    fill = "fill: row-head, " if has_head else ""
    cells = [f"table.cell({fill}{options})[{strut}{first}], "]
    return "".join((*cells, *(f"table.cell({options})[{text}], " for text in others)))


def _text(text: Words) -> str:
    return "".join(_run(run) for run in ((text,) if isinstance(text, str) else text))


def _run(run: str | Run) -> str:
    if isinstance(run, str):
        return call("linebreak").join(words(line) for line in run.split("\n"))
    made = _run(run.text)
    if run.style:
        made = call(run.style, body=made)
    return call("tongue", literal(run.language), body=made) if run.language else made


def _plain(text: Words) -> str:
    if isinstance(text, str):
        return text
    return "".join(run if isinstance(run, str) else run.text for run in text)
