"""Setting a document: Typst source → the bytes of a PDF that is PDF/UA-1 and PDF/A-2a at once.

ISO 14289-1 (PDF/UA-1) is what assistive technology needs, ISO 19005-2 level A what archives do.
Typst refuses to write a file that would not conform as far as it can tell.
"""

from __future__ import annotations

import re
from typing import cast

import typst

from strategy.pdf.document import Booklet
from strategy.pdf.errors import PdfError
from strategy.pdf.fonts import fonts
from strategy.problems import Say

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


def press(booklet: Booklet) -> bytes:
    """The PDF. The same booklet gives the same bytes, whenever and wherever it is set.

    Raises `PdfError` for what cannot be set, as `FontsMissingError` where only the fonts are missing.
    """
    try:
        return _compiled(booklet.source)
    except typst.TypstError as error:
        raise _explained(error, booklet) from error


def compiled(source: str) -> bytes:
    """The PDF of any other document. Raises `PdfError` as `press`."""
    try:
        return _compiled(source)
    except typst.TypstError as error:
        message = Say(f"PDFを作れません：{error.message}", f"no PDF: {error.message}")
        raise PdfError(message) from error


def _compiled(source: str) -> bytes:
    compiler = typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
    return cast(bytes, compiler.compile(source.encode(), format="pdf", pdf_standards=STANDARDS))


def _explained(error: typst.TypstError, booklet: Booklet) -> PdfError:
    missing = _NO_GLYPH.findall(error.diagnostic)
    if not missing:
        return PdfError(Say(f"PDFを作れません：{error.message}", f"no PDF: {error.message}"))
    places = [_place(char, booklet) for char in dict.fromkeys(missing)]
    return PdfError(
        Say(
            f"PDFの書体にない文字があります：{'、'.join(place.ja for place in places)}。"
            "別の文字に変えてください。",
            f"No font of the PDF has {', '.join(place.en for place in places)}. "
            "Use another character.",
        )
    )


def _place(char: str, booklet: Booklet) -> Say:
    """The character, its code and the first paragraph that has it."""
    name = f"{char}（U+{ord(char[0]):04X}）", f"{char} (U+{ord(char[0]):04X})"
    for chapter in booklet.record.chapters:
        for block in chapter.blocks:
            if char in block.written(booklet.language).text:
                cited = chapter.cite(block)
                file = f"docs/{chapter.id}.md"
                return Say(
                    f"{name[0]}（{file}、段落{cited or chapter.number}）",
                    f"{name[1]} in paragraph {cited or chapter.number} of {file}",
                )
    return Say(*name)
