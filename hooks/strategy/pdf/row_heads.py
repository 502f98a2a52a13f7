"""Heads of rows, tagged as such, in the bytes of a PDF (ISO 32000-1, 14.8.5.7).

Typst tags what stands in a table's head, but the head of a row only where a feature is enabled that
its Python package cannot enable. The template paints heads of rows in a grey of their own, which
Typst writes into the structure; they become TH here, and their tables' cells no longer name their
heads one by one (which would hide the heads of rows) but find them by scope. Each change keeps the
length of what it changes, so that no place in the file moves.
"""

import re

GREY = 0.96
"""``row-head`` in ``template.typ``."""
_ELEMENT = re.compile(rb"(?m)^(\d+) 0 obj\n<</Type/StructElem/S/(T[RD]|TBody)/P (\d+) 0 R.*$")
_GREY = re.compile(rb"/BackgroundColor\[(\S+) \1 \1\]")
_HEADERS = re.compile(rb"/Headers\[.*?\]")


def marked(pdf: bytes) -> bytes:
    """The PDF with the heads of its rows tagged."""
    parents: dict[bytes, bytes] = {}
    cells: list[re.Match[bytes]] = []
    for element in _ELEMENT.finditer(pdf):
        parents[element[1]] = element[3]
        if element[2] == b"TD":
            cells.append(element)

    def table(number: bytes) -> bytes:
        while number in parents:
            number = parents[number]
        return number

    tables = {table(cell[1]) for cell in cells if _is_head(cell[0])}
    made = bytearray(pdf)
    for cell in cells:
        if table(cell[1]) in tables:
            made[cell.start() : cell.end()] = (
                _head(cell[0]) if _is_head(cell[0]) else _cell(cell[0])
            )
    return bytes(made)


def _is_head(element: bytes) -> bool:
    grey = _GREY.search(element)
    return grey is not None and abs(float(grey[1]) - GREY) < 0.002


def _head(element: bytes) -> bytes:
    tagged = element.replace(b"/S/TD", b"/S/TH", 1)
    return _HEADERS.sub(lambda match: b"/Scope/Row".ljust(len(match[0])), tagged, count=1)


def _cell(element: bytes) -> bytes:
    return _HEADERS.sub(lambda match: b" " * len(match[0]), element, count=1)
