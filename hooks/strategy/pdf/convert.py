"""The HTML of a record's chapter as Typst mark-up (the functions called are in ``template.typ``).

Every element and class has its place here. One that has none is an error which names it and its
paragraph, so that nothing of a text is lost without anybody noticing.
"""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Any

from lxml import etree, html

from strategy.pdf import boxes, elements, figures, lists, tables
from strategy.pdf.conversion import HEADINGS, Conversion
from strategy.pdf.quoting import call, literal, words
from strategy.pdf.spaces import Spaces

CLASSES = {
    "adopted", "admonition-title", "align-center", "align-left", "align-right", "bodies", "card",
    "cards", "chart", "chart-data", "deleted", "footnote", "footnote-ref",
    "inserted", "label", "lead",
    "list-label", "mission", "month", "public-record", "task", "task-item", "timeline",
    "untranslated",
}  # fmt: skip
ADMONITIONS = {"note", "info", "tip", "warning", "danger", "example"}
INLINE = {
    "strong": "strong", "b": "strong", "em": "emph", "i": "emph", "u": "underline",
    "ins": "underline", "s": "strike", "del": "strike", "mark": "highlight", "sub": "sub",
    "sup": "super", "small": "smaller", "code": "mono", "kbd": "mono", "samp": "mono",
    "var": "mono",
}  # fmt: skip
REDLINE = {"inserted", "deleted"}
PLAIN = {"span", "abbr", "cite", "dfn", "time", "data", "bdi"}
PARAGRAPHS = {
    "label": "origin", "lead": "lead", "list-label": "list-label", "mission": "mission",
    "admonition-title": "admonition-title",
}  # fmt: skip


class Converter(Conversion):
    """Converts one chapter in one language."""

    @cached_property
    def blocks(self) -> Mapping[str, Callable[[Any], str]]:
        """What converts the elements that are blocks, but for headings."""
        return {
            "p": self._paragraph,
            "ul": partial(lists.items, self),
            "ol": partial(lists.items, self),
            "dl": partial(lists.terms, self),
            "blockquote": partial(boxes.quotation, self),
            "div": partial(boxes.division, self),
            "section": partial(boxes.division, self),
            "details": partial(boxes.details, self),
            "figure": partial(figures.figure, self),
            "table": partial(tables.table, self),
            "pre": partial(figures.listing, self),
            "hr": lambda _element: "\n\n#rule();\n\n",
        }

    def markup(self) -> str:
        """The chapter as mark-up. Raises `PdfError` for what it does not know."""
        root = html.fragment_fromstring(elements.with_places(self.chapter, self.language), "div")
        notes = root.xpath(".//section[@class='footnote']/ol/li")
        self.notes = {str(note.get("id")): note for note in notes}
        self.called: set[str] = set()
        made = self.children(root)
        if unseen := set(self.notes) - self.called:
            raise self.unknown(f"<li id={min(unseen)}>")
        return made

    def node(self, element: Any) -> str:
        """The mark-up of an element, in its language."""
        if element.tag is etree.Comment:
            return self.mark(element.text)
        classes = (element.get("class") or "").split()
        known = ADMONITIONS | {"admonition"} if element.tag in ("div", "details") else set()
        if element.tag == "code":
            known = {name for name in classes if name.startswith("language-")}
        if unknown := set(classes) - CLASSES - known:
            raise self.unknown(f'<{element.tag} class="{min(unknown)}">')
        outer = self.lang
        self.lang = element.get("lang", outer)
        made = self._element(element, classes)
        if self.lang != outer:
            made = call("tongue", literal(self.lang), body=made)
        self.lang = outer
        return made

    def _element(self, element: Any, classes: list[str]) -> str:
        tag = element.tag
        if tag in HEADINGS or tag in self.blocks:
            self.spaces.start()
            made = self._heading(element) if tag in HEADINGS else self.blocks[tag](element)
            self.spaces.start()
            return self.anchor(element) + made
        return words(self.spaces.flush()) + self.anchor(element) + self._inline(element, classes)

    def _inline(self, element: Any, classes: list[str]) -> str:
        tag, made = element.tag, ""
        is_call = tag == "sup" and element.find("a[@class='footnote-ref']") is not None
        if tag == "br":
            self.spaces.start()
            made = call("linebreak")
        elif "task" in classes:
            made = call("task", body=words(element.get("aria-label")))
        elif tag == "a":
            made = self._link(element, classes)
        elif tag == "ruby":
            made = self._ruby(element)
        elif tag == "img":
            made = call("picture-in-line", *figures.picture(self, element))
        elif is_call or tag in PLAIN:
            made = self.children(element)
        elif tag in INLINE:
            function = next((name for name in classes if name in REDLINE), INLINE[tag])
            made = call(function, body=self.children(element))
        elif tag != "wbr":
            raise self.unknown(f"<{tag}>")
        return made

    def _ruby(self, element: Any) -> str:
        """Each reading above its word; the brackets that stand around it elsewhere are not seen."""
        made, word, brackets = "", element.text or "", ""
        for child in element:
            if child.tag == "rp":
                brackets += child.text or ""
            elif child.tag == "rt":
                opening, closing = ("（", "）") if brackets else ("", "")
                given = map(literal, (word, child.text_content(), opening, closing))
                made += call("ruby", *given)
                word = brackets = ""
            else:
                raise self.unknown(f"<ruby> <{child.tag}>")
            word += child.tail or ""
        self.spaces.last = "字"
        return made + words(word)

    def _heading(self, element: Any) -> str:
        level = HEADINGS[element.tag]
        label = self.links.label(self.chapter, "" if level == 1 else element.get("id") or "")
        self.whole_phrases = True
        body = self.children(element)
        self.whole_phrases = False
        return f"\n\n{call('head', str(level), literal(label), body=body)}\n\n"

    def _paragraph(self, element: Any) -> str:
        if elements.is_picture(element):
            marks = "".join(self.mark(n.text, beside=True) for n in element.iter(etree.Comment))
            return f"\n\n{marks}{call('picture', *figures.picture(self, element.find('img')))}\n\n"
        classes = (element.get("class") or "").split()
        kind = next((PARAGRAPHS[name] for name in classes if name in PARAGRAPHS), "")
        self.whole_phrases = kind == "mission"
        body = self.children(element)
        self.whole_phrases = False
        if not kind and elements.leads_in(element):
            kind = "lead-in"
        return f"\n\n{call(kind, body=body) if kind else body}\n\n"

    # Links and notes

    def _link(self, element: Any, classes: list[str]) -> str:
        address = element.get("href") or ""
        if "footnote-ref" in classes:
            return self._footnote(address.removeprefix("#"))
        if self.links.is_broken(self.chapter, address):
            raise self.unknown(f'<a href="{address}">')
        is_in_brackets = self.spaces.last in ("（", "(")
        body = self.children(element)
        if label := self.links.inside(self.chapter, address):
            return call("inside", literal(label), body=body)
        if target := self.links.outside(address):
            shown = "" if element.text_content().strip() == target else target
            function = "outside-in-brackets" if shown and is_in_brackets else "outside"
            return call(function, literal(target), literal(shown), body=body)
        return body

    def _footnote(self, ident: str) -> str:
        label = literal(f"{self.chapter.id}/{ident}")
        if ident in self.called:
            return call("note-again", label)
        self.called.add(ident)
        spaces, self.spaces = self.spaces, Spaces()
        # A note begins and ends on a line, not in a paragraph of its own.
        body = self.children(elements.without_way_back(self.notes[ident])).strip()
        self.spaces = spaces
        return call("note", label, body=body)
