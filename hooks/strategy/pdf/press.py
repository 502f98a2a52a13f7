"""Setting a document: Typst source → the bytes of a PDF that is PDF/UA-1 and PDF/A-2a at once.

ISO 14289-1 (PDF/UA-1) is what assistive technology needs, ISO 19005-2 level A what archives do.
Typst refuses to write a file that would not conform as far as it can tell.
"""

from __future__ import annotations

import re
from typing import Protocol, cast

import typst

from strategy.cache import KEEPS_NOTHING, Cache
from strategy.languages.say import Say, enumerated
from strategy.pdf import row_heads
from strategy.pdf.errors import PdfError
from strategy.pdf.fonts import FAMILIES, fonts, versions
from strategy.pdf.quoting import literal, words
from strategy.problems import refusal

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


class Document(Protocol):
    """What can be set."""

    @property
    def source(self) -> str:
        """The document as Typst source."""

    def where(self, char: str) -> Say | None:
        """The place of a character, for an error about it; None where it has no name."""


def press(document: Document, cache: Cache = KEEPS_NOTHING) -> bytes:
    """The PDF. The same document gives the same bytes, whenever and wherever it is set.

    Raises `PdfError` for what cannot be set, as `FontsMissingError` where only the fonts are missing.
    """
    found = fonts()
    made_of = (document.source, *STANDARDS, *versions())
    return cache.kept("pdf", made_of, lambda: _pressed(document, found))


def _pressed(document: Document, found: typst.Fonts) -> bytes:
    compiler = typst.Compiler(font_paths=found, ignore_system_fonts=True)
    try:
        pdf = compiler.compile(document.source.encode(), format="pdf", pdf_standards=STANDARDS)
    except typst.TypstError as error:
        raise _explained(error, document) from error
    return row_heads.marked(cast(bytes, pdf))


def without_glyph(text: str) -> tuple[str, ...]:
    """The characters of a text that no font has. Raises `FontsMissingError`."""
    if not text:
        return ()
    compiler = typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
    families = ", ".join(map(literal, FAMILIES))
    source = f'#set text(font: ({families},), fallback: false)\n#set document(title: "-")\n'
    try:
        compiler.compile(f"{source}= {words(text)}".encode(), format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        return tuple(dict.fromkeys(_NO_GLYPH.findall(error.diagnostic)))
    return ()


def _explained(error: typst.TypstError, document: Document) -> PdfError:
    missing = _NO_GLYPH.findall(error.diagnostic)
    if not missing:
        return PdfError(refusal("no-pdf", error=error.message))
    places = enumerated(_place(char, document) for char in dict.fromkeys(missing))
    return PdfError(refusal("no-glyph", places=places))


def _place(char: str, document: Document) -> Say:
    """The character, its code, and where it stands."""
    code, where = f"U+{ord(char[0]):04X}", document.where(char)
    if where is None:
        return Say(f"{char}（{code}）", f"{char} ({code})")
    return Say(f"{char}（{code}）（{where.ja}）", f"{char} ({code}) in {where.en}")
