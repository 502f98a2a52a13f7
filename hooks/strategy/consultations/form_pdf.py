"""意見提出様式 as a PDF, to write on with a pen: the same sheet as the page and the Word file."""

from datetime import date

from strategy.cache import KEEPS_NOTHING, Cache
from strategy.consultations import form
from strategy.consultations.form import Form
from strategy.pdf import paper
from strategy.pdf.paper import Blanks, Paper, Paragraph, Subtitle, Table

ROWS = 11
"""Empty rows: what remains of the first page, and a second one."""
LINES = 2
"""How high a row is, in lines of handwriting."""


def pdf(sheet: Form, day: date, author: str, cache: Cache = KEEPS_NOTHING) -> bytes:
    """The sheet; ``day`` and ``author`` are what the file bears. Raises `PdfError`."""
    facts = tuple((name, "\n".join(lines)) for name, lines in sheet.facts)
    blank = ("",) * 2
    return paper.pdf(
        Paper(
            title=sheet.title,
            language=sheet.language,
            author=author,
            date=day,
            footer=sheet.title,
            parts=(
                Table((), facts, widths=(1, 3), row_heads=True),
                Subtitle(sheet.say(form.PERSON)),
                Blanks(sheet.blanks),
                Subtitle(sheet.say(form.OPINIONS)),
                Paragraph(sheet.say(form.HOW)),
                Table(
                    (sheet.say(form.PARAGRAPH), sheet.say(form.OPINION)),
                    (blank,) * ROWS,
                    widths=(1, 5),
                    lines=LINES,
                ),
            ),
        ),
        cache,
    )
