"""意見提出様式 as a PDF, to write on with a pen: the same sheet as the page and the Word file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from strategy.consultations import form
from strategy.consultations.form import Form
from strategy.pdf.press import press
from strategy.pdf.quoting import call, literal
from strategy.pdf.quoting import words as quoted
from strategy.problems import Say

TEMPLATE = Path(__file__).with_name("form.typ")
ROWS = 13
"""Empty rows: what remains of the first page, and a second one."""
PAGE = Say("[#page ／ #pages ページ]", "[Page #page of #pages]")
FONTS = '((name: "BIZ UDPGothic", covers: regex("[\\u{20}-\\u{7e}\\u{a0}-\\u{24f}]")), "BIZ UDGothic", "Noto Sans CJK JP")'
LATIN = '((name: "BIZ UDPGothic", covers: regex("[\\u{20}-\\u{7e}\\u{a0}-\\u{24f}]")), (name: "Noto Sans CJK JP", covers: regex("[\\u{2010}-\\u{201f}]")), "BIZ UDGothic", "Noto Sans CJK JP")'


@dataclass(frozen=True)
class _Set:
    """The sheet as Typst source, whose places have no names."""

    source: str

    def where(self, _char: str) -> None:
        """No place is named."""


def pdf(sheet: Form, day: date) -> bytes:
    """The sheet; ``day`` is the date that the file bears. Raises `PdfError`."""
    return press(_Set(_source(sheet, day)))


def _source(sheet: Form, day: date) -> str:
    facts = "".join(
        f"fact([{quoted(name)}], {', '.join(f'[{quoted(line)}]' for line in lines)}), "
        for name, lines in sheet.facts
    )
    blanks = "".join(f"blank([{quoted(name)}]), " for name in sheet.blanks)
    arguments = {
        "lang": literal(sheet.language),
        "title": literal(sheet.title),
        "fonts": FONTS if sheet.language == "ja" else LATIN,
        "date": f"datetime(year: {day.year}, month: {day.month}, day: {day.day})",
        "person": f"[{quoted(sheet.say(form.PERSON))}]",
        "opinions": f"[{quoted(sheet.say(form.OPINIONS))}]",
        "how": f"[{quoted(sheet.say(form.HOW))}]",
        "paragraph": f"[{quoted(sheet.say(form.PARAGRAPH))}]",
        "opinion": f"[{quoted(sheet.say(form.OPINION))}]",
        "facts": f"({facts})",
        "blanks": f"({blanks})",
        "rows": str(ROWS),
        "page-of": f"(page, pages) => {PAGE[sheet.language]}",
    }
    given = (f"{name}: {value}" for name, value in arguments.items())
    return f"{TEMPLATE.read_text(encoding='utf-8')}\n{call('sheet', *given)}\n"
