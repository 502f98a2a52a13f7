"""What of the present text cannot be printed, told before anything is built, with file and line."""

from collections.abc import Iterator

from strategy.content.page import Page, Pages
from strategy.languages.say import LANGUAGES
from strategy.pdf.convert import Converter
from strategy.pdf.errors import FontsMissingError, PdfError
from strategy.pdf.links import Links
from strategy.pdf.press import without_glyph
from strategy.problems import Fault, Location, Problem
from strategy.record import Record, RecordedChapter

ANYWHERE = "https://example.org/"
USUAL = "cp932"
"""What this encoding has all Japanese fonts have; only other characters need a look at the fonts."""


def problems(record: Record, pages: Pages) -> Iterator[Problem]:
    """Elements that have no form in print, and characters that no font has.

    Of the elements the first of each page. The characters only where the fonts are installed.
    """
    for language in LANGUAGES:
        links = Links(record, language, ANYWHERE)
        for chapter in record.chapters:
            page = pages[chapter.id][language]
            converter = Converter(chapter, language, links)
            try:
                converter.markup()
            except PdfError as error:
                block = converter.reached
                line = page.line_of(block.written(language).text) if block else 1
                yield Fault.of("pdf-form", fix=error.message).at(Location(page.file, line))
            yield from _characters(chapter, page)


def _characters(chapter: RecordedChapter, page: Page) -> Iterator[Problem]:
    text = "\n".join(block.written(page.language).text for block in chapter.blocks)
    unusual = sorted({char for char in text if char.isprintable() and not _is_usual(char)})
    try:
        missing = without_glyph("".join(unusual))
    except FontsMissingError:
        return
    for char in missing:
        before, found, _after = page.body.partition(char)
        yield Fault.of("pdf-character", char=char, point=f"{ord(char[0]):04X}").at(
            page.location(len(before)) if found else Location(page.file)
        )


def _is_usual(char: str) -> bool:
    try:
        char.encode(USUAL)
    except UnicodeEncodeError:
        return False
    return True
