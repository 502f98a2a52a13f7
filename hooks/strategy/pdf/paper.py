"""Plain documents as accessible PDFs: forms to fill in by hand, reports, comparisons.

A `Paper` is a title and parts in the order of reading. It is set like the print edition, tagged,
PDF/UA-1 and PDF/A-2a at once, and the same bytes whenever and wherever it is made::

    paper = Paper(
        title="意見提出様式",
        language="ja",
        author="鹿島市",
        date=date(2026, 6, 1),
        parts=(
            Paragraph("次の欄に記入し、窓口、郵送またはFAXで提出してください。"),
            Blanks((Blank("氏名"), Blank("住所", lines=2), Blank("意見", lines=12))),
            Choices("公表してよいもの", ("氏名", "住所の町名")),
        ),
    )
    Path("form.pdf").write_bytes(pdf(paper))

PDFs made here have no fields to type into: Typst writes none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from strategy.calendar import Moment, first_day
from strategy.pdf import source
from strategy.pdf.press import press
from strategy.pdf.quoting import call, literal, words
from strategy.pdf.tables import LONG_CELL
from strategy.problems import Language, Say

LOW = 2
"""Lines: beside a box with more, the name stands at the top."""

Style = Literal["", "strong", "small", "inserted", "deleted"]
"""``small`` is grey; ``inserted`` bold and underlined, ``deleted`` struck through."""

_STYLES = {"strong": "strong-run", "small": "small-run", "inserted": "inserted", "deleted": "deleted"}  # fmt: skip


@dataclass(frozen=True)
class Run:
    """A passage of a text: how it looks, where it leads (an address), its language if another."""

    text: str
    style: Style = ""
    link: str = ""
    language: Language | None = None


Text = str | tuple[str | Run, ...]
"""A text, or its passages. A line feed begins a new line."""


@dataclass(frozen=True)
class Heading:
    """``level`` 1 stands below the title of the document; no level may be left out."""

    text: Text
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``boxed`` sets it in a frame."""

    text: Text
    boxed: bool = False


@dataclass(frozen=True)
class Items:
    """A list."""

    texts: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """A table; its head is repeated on each page. With an empty one it has only rows.

    ``widths`` are relative, one a column; without them all columns are as wide. ``row_heads``: the
    first cell of a row tells what the row is about. ``lines``: the least height of a row, in lines
    of 9 mm, where there is something to write in.
    """

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: Text = ""
    widths: tuple[float, ...] = ()
    row_heads: bool = False
    lines: int = 0


@dataclass(frozen=True)
class Blank:
    """A box to write in: its name, how many lines of 9 mm, and what to mind, in small print."""

    name: Text
    lines: int = 1
    hint: Text = ""


@dataclass(frozen=True)
class Blanks:
    """Boxes to write in, one below the other, their names on the left, ``width`` mm wide."""

    blanks: tuple[Blank, ...]
    width: float = 40


@dataclass(frozen=True)
class Choices:
    """Boxes to tick, under the question that they answer."""

    question: Text
    answers: tuple[Text, ...]


@dataclass(frozen=True)
class Code:
    """An address as a QR code, and in letters beside it."""

    address: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins a page."""


Part = Heading | Paragraph | Items | Table | Blanks | Choices | Code | NewPage


@dataclass(frozen=True)
class Paper:
    """A document. ``date`` and ``author`` are its metadata; ``footer`` stands on each page.

    ``size`` is that of the text in points, ``draft`` a word across each page, such as 案.
    """

    title: str
    language: Language
    author: str
    date: Moment
    parts: tuple[Part, ...]
    footer: str = ""
    landscape: bool = False
    size: float = 10.5
    draft: str = ""

    @cached_property
    def source(self) -> str:
        """The document as Typst source."""
        settings = {
            "lang": literal(self.language),
            "title": literal(self.title),
            "author": literal(self.author),
            "date": source.day(first_day(self.date)),
            "footer": f"[{words(self.footer)}]",
            "size": f"{self.size}pt",
            "landscape": "true" if self.landscape else "false",
            "draft": literal(self.draft),
        }
        title = call("heading", body=words(self.title))
        body = "\n\n".join((title, *(_part(part, self.language) for part in self.parts)))
        return source.document(("template", "paper"), "paper", settings, body)

    def where(self, char: str) -> Say | None:
        """Nothing: a plain document has no places with names."""


def pdf(paper: Paper) -> bytes:
    """The PDF. Raises `strategy.pdf.errors.PdfError` for a character that no font has and where a
    level of heading is left out, `FontsMissingError` where the fonts are not installed."""
    return press(paper)


def _part(part: Part, language: Language) -> str:
    match part:
        case Heading(text, level):
            made = call("heading", f"level: {level + 1}", body=_text(text))
        case Paragraph(text, boxed):
            made = call("box-of-words", body=_text(text)) if boxed else _text(text)
        case Items(texts, numbered):
            made = call("enum" if numbered else "list", *(f"[{_text(text)}]" for text in texts))
        case Table():
            made = _table(part)
        case Blanks(blanks, width):
            made = _blanks(blanks, width)
        case Choices(question, answers):
            ticks = (f"[#tick; {_text(answer)}]" for answer in answers)
            made = call("choices", f"[{_text(question)}]", *ticks)
        case Code(address):
            made = source.code(address, language)
        case NewPage():
            made = call("pagebreak", "weak: true")
    return made


def _table(table: Table) -> str:
    columns = len(table.head or table.rows[0])
    widths = table.widths or (1,) * columns
    for row in (widths, *table.rows):
        if len(row) != columns:
            raise ValueError(f"a row of {len(row)} in a table of {columns} columns")
    names = "".join(f"[{call('strong', body=_text(text))}], " for text in table.head)
    head = f"table.header({names}), " if table.head else ""
    strut = call("strut", str(table.lines)) if table.lines else ""
    rows = "".join(_row(row, strut, has_head=table.row_heads) for row in table.rows)
    fractions = "".join(f"{width}fr, " for width in widths)
    made = f"table(columns: ({fractions}), {head}{rows})"
    return call("tabular", f"[{_text(table.caption)}]", made)


def _row(row: tuple[Text, ...], strut: str, *, has_head: bool) -> str:
    is_long = any(len(_plain(text)) > LONG_CELL for text in row)
    options = "breakable: true" if is_long else ""
    first, *others = (_text(text) for text in row)
    fill = "fill: row-head, " if has_head else ""
    cells = [f"table.cell({fill}{options})[{strut}{first}], "]
    return "".join((*cells, *(f"table.cell({options})[{text}], " for text in others)))


def _blanks(blanks: Iterable[Blank], width: float) -> str:
    cells: list[str] = []
    for blank in blanks:
        hint = call("hint", body=_text(blank.hint)) if blank.hint else ""
        name = call("strong", body=_text(blank.name)) + hint
        position = "left + horizon" if blank.lines <= LOW else "left + top"
        cells.append(f"table.cell(fill: row-head, align: {position})[{name}]")
        cells.append(f"[{call('rules', str(blank.lines))}]")
    return call("blanks", f"{width}mm", *cells)


def _text(text: Text) -> str:
    return "".join(_run(run) for run in ((text,) if isinstance(text, str) else text))


def _run(run: str | Run) -> str:
    if isinstance(run, str):
        return call("linebreak").join(words(line) for line in run.split("\n"))
    made = _run(run.text)
    if run.style:
        made = call(_STYLES[run.style], body=made)
    if run.link:
        made = call("outside", literal(run.link), literal(""), body=made)
    return call("tongue", literal(run.language), body=made) if run.language else made


def _plain(text: Text) -> str:
    if isinstance(text, str):
        return text
    return "".join(run if isinstance(run, str) else run.text for run in text)
