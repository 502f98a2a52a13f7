"""The sheet as a Word file to fill in on a computer (Office Open XML, by python-docx)."""

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from strategy.consultations import form
from strategy.consultations.form import Form
from strategy.languages.say import Language, Say

FONT = Say("BIZ UDゴシック", "Arial")
MADE = datetime(2000, 1, 1)  # the same sheet makes the same bytes
ROW = Mm(22)


def docx_bytes(sheet: Form) -> bytes:
    """The sheet on A4, with tables that grow as they are written in."""
    document = docx.Document()
    _set_up(document, sheet)
    document.add_heading(sheet.title, level=1)
    _table(document, [(name, "\n".join(lines)) for name, lines in sheet.facts])
    document.add_heading(sheet.say(form.PERSON), level=2)
    _table(document, [(name, "") for name in sheet.blanks])
    document.add_heading(sheet.say(form.OPINIONS), level=2)
    document.add_paragraph(sheet.say(form.HOW))
    head = (sheet.say(form.PARAGRAPH), sheet.say(form.OPINION))
    table = _table(document, [head, *[("", "")] * form.ROWS], name_is_head=False)
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in table.rows[1:]:
        row.height = ROW
    stream = io.BytesIO()
    document.save(stream)
    return _dated(stream.getvalue())


def _set_up(document: Any, sheet: Form) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(18)
    properties = document.core_properties
    properties.title, properties.author = sheet.title, ""
    properties.created = properties.modified = MADE
    properties.language = sheet.language
    properties.comments = ""
    for name in ("Normal", "Heading 1", "Heading 2"):
        _style(document.styles[name], sheet.language)
    document.styles["Normal"].font.size = Pt(10.5)


def _style(style: Any, language: Language) -> None:
    style.font.name = FONT[language]
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), FONT.ja)
    style.font.color.rgb = docx.shared.RGBColor(0, 0, 0)
    tongue = properties.find(qn("w:lang"))
    if tongue is None:
        tongue = OxmlElement("w:lang")
        properties.append(tongue)
    tongue.set(qn("w:val"), "en-GB" if language == "en" else "ja-JP")
    tongue.set(qn("w:eastAsia"), "ja-JP")


def _table(document: Any, rows: list[tuple[str, str]], *, name_is_head: bool = True) -> Any:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for index, (name, text) in enumerate(rows):
        cells = table.add_row().cells
        for cell, width in zip(cells, (Mm(40), Mm(130)), strict=True):
            cell.width = width
        cells[0].paragraphs[0].add_run(name).bold = name_is_head or index == 0
        cells[1].paragraphs[0].add_run(text).bold = not name_is_head and index == 0
    return table


def _dated(data: bytes) -> bytes:
    """The package with one time for all its parts."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return stream.getvalue()
