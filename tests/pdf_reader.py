"""Reads a PDF as assistive technology does (by its structure) and as eyes do (by its lines)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject


@dataclass(frozen=True)
class Piece:
    """Text shown by one operator. ``mark`` is its MCID on the page, None for an artifact."""

    page: int
    mark: int | None
    x: float
    y: float
    size: float
    text: str


@dataclass
class Node:
    """An element of the structure: its role, its own and its descendants' text, its first page."""

    role: str
    text: str
    page: int
    children: list[Node]
    alternative: str

    def all(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.all()


class Pdf:
    """A PDF in memory."""

    def __init__(self, path: Path) -> None:
        self.reader = PdfReader(path)
        self.pieces = [
            piece
            for number, page in enumerate(self.reader.pages, 1)
            for piece in _pieces(page, number, self.reader)
        ]
        self._texts: dict[tuple[int, int], str] = {}
        for piece in self.pieces:
            if piece.mark is not None:
                key = piece.page, piece.mark
                self._texts[key] = self._texts.get(key, "") + piece.text
        self._pages = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(self.reader.pages, 1)
            if page.indirect_reference
        }
        root: Any = self.reader.trailer["/Root"]
        tree = root["/StructTreeRoot"]["/K"]
        self.root = self._node(tree[0] if isinstance(tree, ArrayObject) else tree, 0)

    def _node(self, element: Any, page: int) -> Node:
        element = element.get_object()
        if "/Pg" in element:
            page = self._pages[element.raw_get("/Pg").idnum]
        kids = element.get("/K", ArrayObject())
        kids = kids if isinstance(kids, ArrayObject) else ArrayObject([kids])
        text, first, children = "", 0, []
        for kid in kids:
            found = kid.get_object() if isinstance(kid, IndirectObject) else kid
            if isinstance(found, DictionaryObject) and "/S" in found:
                child = self._node(found, page)
                children.append(child)
                text, first = text + child.text, first or child.page
            elif isinstance(found, DictionaryObject):
                if found.get("/Type") == "/MCR":
                    where = self._pages[found.raw_get("/Pg").idnum] if "/Pg" in found else page
                    text, first = (
                        text + self._texts.get((where, found["/MCID"]), ""),
                        first or where,
                    )
            else:
                text, first = text + self._texts.get((page, int(found)), ""), first or page
        return Node(element["/S"][1:], text, first, children, str(element.get("/Alt", "")))

    @property
    def headings(self) -> list[Node]:
        return [node for node in self.root.all() if re.fullmatch(r"H[1-6]", node.role)]

    @property
    def bookmarks(self) -> list[str]:
        def flat(entries: Any) -> Iterator[str]:
            for entry in entries:
                if isinstance(entry, list):
                    yield from flat(entry)
                else:
                    yield entry.title

        return list(flat(self.reader.outline))

    def lines(self, left: float) -> list[list[Piece]]:
        """What stands on one line without a gap, right of ``left`` (points), artifacts left out."""
        rows: dict[tuple[int, float], list[Piece]] = {}
        for piece in self.pieces:
            if piece.mark is not None and piece.x >= left:
                rows.setdefault((piece.page, round(piece.y)), []).append(piece)
        return list(rows.values())

    def fonts(self) -> Iterator[DictionaryObject]:
        for page in self.reader.pages:
            resources: Any = page["/Resources"]
            for font in resources.get("/Font", {}).values():
                yield font.get_object()


def plain(text: str) -> str:
    """Without white space and zero-width characters."""
    return re.sub(r"[\s\u200b\u2060\u00ad]+", "", text)


def _pieces(page: Any, number: int, reader: PdfReader) -> Iterator[Piece]:
    fonts = {
        name: _unicode(font.get_object()) for name, font in page["/Resources"]["/Font"].items()
    }
    matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    saved: list[tuple[float, ...]] = []
    marks: list[int | None] = []
    table: dict[int, str] = {}
    size, text = 0.0, matrix
    for operands, operator in ContentStream(page["/Contents"].get_object(), reader).operations:
        match operator:
            case b"q":
                saved.append(matrix)
            case b"Q":
                matrix = saved.pop()  # type: ignore[assignment]
            case b"cm":
                matrix = _product([float(value) for value in operands], matrix)
            case b"BDC":
                inner = operands[1]
                marks.append(int(inner["/MCID"]) if "/MCID" in inner else None)
            case b"BMC":
                marks.append(None)
            case b"EMC":
                marks.pop()
            case b"Tf":
                table, size = fonts[operands[0]], float(operands[1])
            case b"Tm":
                text = _product([float(value) for value in operands], matrix)
            case b"Tj" | b"TJ":
                shown = operands[0] if operator == b"TJ" else [operands[0]]
                codes = b"".join(
                    _bytes(part) for part in shown if not isinstance(part, (int, float))
                )
                found = "".join(
                    table.get(int.from_bytes(codes[at : at + 2], "big"), "\ufffd")
                    for at in range(0, len(codes), 2)
                )
                mark = next((m for m in reversed(marks) if m is not None), None)
                yield Piece(number, mark, text[4], text[5], size, found)


def _bytes(part: Any) -> bytes:
    return bytes(part.original_bytes) if hasattr(part, "original_bytes") else bytes(part)


def _product(a: Any, b: Any) -> Any:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _unicode(font: Any) -> dict[int, str]:
    """The ToUnicode map of a font (ISO 32000-1, 9.10.3)."""
    source = font["/ToUnicode"].get_object().get_data().decode("latin-1")
    table: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            table[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            begin = int.from_bytes(bytes.fromhex(text), "big")
            for code in range(int(first, 16), int(last, 16) + 1):
                table[code] = chr(begin + code - int(first, 16))
    return table
