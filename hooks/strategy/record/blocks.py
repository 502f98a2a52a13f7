"""The citable blocks of a page's HTML: where each begins and ends, what it is, what it says.

A block is a run of text in one place: a paragraph, an item, a term. A row of a table, a figure
and a listing are one block each. Labels that the site adds (`SKIPPED`) belong to none. The HTML
is only read; who numbers it inserts text at the offsets found here, so that every other character
stays as it was.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from strategy.record import Kind

SKIPPED = {
    "label",
    "list-label",
    "data-links",
    "chart-data",
    "term-notes",
    "translation-note",
    "footnote-ref",
    "footnote-backref",
    "task",
    "number",
}
INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img",
    "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub",
    "sup", "time", "u", "var", "wbr",
}  # fmt: skip
VOID = {"br", "col", "hr", "img", "input", "source", "wbr"}
ATOMIC: dict[str, Kind] = {"tr": "row", "figure": "figure", "pre": "code"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
KINDS: dict[str, Kind] = {
    "summary": "heading",
    "caption": "heading",
    "li": "item",
    "dt": "term",
    "dd": "definition",
}
UNNUMBERED: set[Kind] = {"heading", "head"}


@dataclass(slots=True)
class Found:
    """A block: ``start`` and ``end`` are the offsets of its content in the HTML, ``text`` what it says.

    ``number_at`` is where a mark for its number belongs, ``outer_end`` where its element, named
    ``tag``, ends; ``section`` is the id of the heading above, ``id`` as in `strategy.record.record`.
    """

    kind: Kind
    section: str
    id: str
    tag: str
    start: int
    end: int = 0
    number_at: int = 0
    outer_end: int = 0
    text: str = ""

    def row(self) -> tuple[str | int, ...]:
        """All of it, to be kept."""
        return tuple(getattr(self, name) for name in self.__slots__)


def find(html: str) -> tuple[Found, ...]:
    """The blocks of an article, in the order of the text."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    reader.close_block(len(html))
    for block in reader.blocks:
        block.text = text(html[block.start : block.end])
    return tuple(block for block in reader.blocks if block.text)


def text(html: str) -> str:
    """What a piece of HTML says: no mark-up, white space collapsed, images by their descriptions."""
    if "<" not in html and "&" not in html:
        return " ".join(html.split())
    reader = _TextReader()
    reader.feed(html)
    reader.close()
    return re.sub(r"\s+", " ", "".join(reader.parts)).strip()


def _is_skipped(attrs: list[tuple[str, str | None]]) -> bool:
    return not SKIPPED.isdisjoint((dict(attrs).get("class") or "").split())


@dataclass
class _Element:
    """An element that is open; ``blocks`` are those that end with it."""

    tag: str
    id: str
    skipped: bool
    blocks: list[Found]
    children: int = 0


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html = html
        self.lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self.stack: list[_Element] = []
        self.blocks: list[Found] = []
        self.current: Found | None = None
        self.atomic: _Element | None = None
        self.section = ""
        self.term = ""
        self.counts: dict[str, int] = {}

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        ident = dict(attrs).get("id") or ""
        skipped = _is_skipped(attrs) or bool(self.stack and self.stack[-1].skipped)
        element = _Element(tag, ident, skipped, [])
        if self.stack:
            self.stack[-1].children += 1
        if self.atomic:
            if tag == "th" and self.current and any(e.tag == "thead" for e in self.stack):
                self.current.kind = "head"
        elif tag not in INLINE:
            self.close_block(start)
            if tag in ATOMIC and not skipped:
                self.atomic = element
        elif not skipped:
            self._begin(start)
        if tag in HEADINGS and tag != "h1":
            self.section = ident
        if tag == "dt":
            self.term = ident
        if tag not in VOID:
            self.stack.append(element)
        if self.atomic is element:
            self._begin(start + len(self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not any(element.tag == tag for element in self.stack):
            return
        offset = self._offset()
        after = self.html.index(">", offset) + 1
        while True:
            element = self.stack.pop()
            if self.atomic is None:
                if element.tag not in INLINE:
                    self.close_block(offset)
            elif self.atomic is element:
                self.atomic = None
                self.close_block(offset)
            elif tag in ("th", "td", "figcaption") and self.current and not self.current.number_at:
                self.current.number_at = offset
            for block in element.blocks:
                block.outer_end = after
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        lead = len(data) - len(data.lstrip())
        if lead < len(data) and not (self.stack and self.stack[-1].skipped):
            self._begin(self._offset() + lead)

    def handle_entityref(self, name: str) -> None:
        self.handle_data("&")

    def handle_charref(self, name: str) -> None:
        self.handle_data("&")

    def close_block(self, end: int) -> None:
        """End the block that is open, if any, before ``end``."""
        if self.current:
            written = self.html[self.current.start : end].rstrip()
            self.current.end = self.current.start + len(written)
            self.current.number_at = self.current.number_at or self.current.end
            self.current = None

    def _begin(self, start: int) -> None:
        """Open a block unless one is; it is what the nearest element that is not inline makes it."""
        if self.current:
            return
        holders = [element for element in reversed(self.stack) if element.tag not in INLINE]
        holder = holders[0] if holders else _Element("", "", skipped=False, blocks=[])
        kind: Kind = KINDS.get(holder.tag, "paragraph")
        if holder.tag == "p" and len(holders) > 1 and holders[1].children == 1:
            kind = KINDS.get(holders[1].tag, "paragraph")  # the first paragraph of an item
        ident = self._stable_id(kind)
        if holder.tag in HEADINGS:
            kind, ident = "heading", holder.id if holder.tag != "h1" else ""
        elif holder.tag in ATOMIC:
            kind = ATOMIC[holder.tag]
        self.current = Found(kind, self.section, ident, holder.tag, start)
        self.blocks.append(self.current)
        holder.blocks.append(self.current)

    def _stable_id(self, kind: Kind) -> str:
        """The id of the item from data that the block is, or is part of (then with a count)."""
        if kind == "definition" and self.term:
            return self._counted(f"{self.term}/")
        for depth, element in enumerate(reversed(self.stack)):
            if element.id and element.tag not in HEADINGS and ":" not in element.id:
                if depth < 2 and element.id not in self.counts:
                    self.counts[element.id] = 1
                    return element.id
                return self._counted(f"{element.id}/")
        return ""

    def _counted(self, stem: str) -> str:
        self.counts[stem] = self.counts.get(stem, 0) + 1
        return f"{stem}{self.counts[stem]}"


class _TextReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        hidden = bool(self.hidden and self.hidden[-1])
        if tag == "img" and not hidden:
            self.parts.append(dict(attrs).get("alt") or "")
        if tag == "br" or tag not in INLINE:
            self.parts.append(" ")
        if tag not in VOID:
            # The title and description of a drawing say again what its text and caption say.
            self.hidden.append(hidden or tag in ("title", "desc") or _is_skipped(attrs))

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            self.hidden.pop()
        if tag not in INLINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not (self.hidden and self.hidden[-1]):
            self.parts.append(data)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)
