"""The HTML of a record's chapter as Typst mark-up (the functions called are in ``template.typ``).

Every element and class has its place here. One that has none is an error which names it and its
paragraph, so that nothing of a text is lost without anybody noticing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from lxml import etree, html

from strategy.languages.say import Language, Say
from strategy.markup import numbering
from strategy.pdf import boxes, elements, figures, lists, tables
from strategy.pdf.errors import PdfError
from strategy.pdf.links import Links
from strategy.pdf.phrasing import kept_whole
from strategy.pdf.quoting import call, literal, words
from strategy.pdf.spaces import Spaces
from strategy.record import Block, RecordedChapter

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
_PLACE = re.compile(r"(block|end) (\d+)")
HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Converter:
    """Converts one chapter in one language.

    ``links`` says where links lead; ``magnified`` is the size of the text, 1 for the usual one.
    """

    def __init__(
        self, chapter: RecordedChapter, language: Language, links: Links, magnified: float = 1
    ) -> None:
        self.magnified = magnified
        self.chapter, self.language, self.links = chapter, language, links
        self.place = Say(f"第{chapter.number}章", f"chapter {chapter.number}")
        self.lang: str = language
        self.spaces = Spaces()
        self.block: Block | None = None
        self.reached: Block | None = None  # the last one that was begun
        self.whole_phrases = False
        self.is_kept = False  # inside a block that is kept whole, what is in it need not be
        self.notes: dict[str, Any] = {}
        self.called: set[str] = set()
        self.blocks: Mapping[str, Callable[[Any], str]] = {
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
        made = self._children(root)
        if unseen := set(self.notes) - self.called:
            raise self.unknown(f"<li id={min(unseen)}>")
        return made

    def unknown(self, what: str) -> PdfError:
        """An error that names what has no form, and its paragraph."""
        return PdfError(
            Say(
                f"docs/{self.chapter.id}.md：{self.place.ja}の「{what}」は、PDFでの表し方が決まっていません。"
                "hooks/strategy/pdf/convert.py に加えるか、使わない書き方に変えてください。",
                f"docs/{self.chapter.id}.md: the PDF has no form for {what} in {self.place.en}. "
                "Add it to hooks/strategy/pdf/convert.py, or write the passage without it.",
            )
        )

    # The tree

    def _children(self, element: Any) -> str:
        return self._text(element.text) + self.nodes(element)

    def nodes(self, elements: Iterable[Any]) -> str:
        """The mark-up of elements and of the text after them."""
        return "".join(self._node(element) + self._text(element.tail) for element in elements)

    def _node(self, element: Any) -> str:
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
            return self._anchor(element) + made
        return words(self.spaces.flush()) + self._anchor(element) + self._inline(element, classes)

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
            made = self._children(element)
        elif tag in INLINE:
            function = next((name for name in classes if name in REDLINE), INLINE[tag])
            made = call(function, body=self._children(element))
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

    def _text(self, text: str | None) -> str:
        found = self.spaces.collapse(text or "")
        return kept_whole(found, self.lang) if self.whole_phrases else words(found)

    def _anchor(self, element: Any) -> str:
        """A target for links that lead to the element, if any do."""
        label = self.links.label(self.chapter, element.get("id") or "")
        if element.tag in HEADINGS or label not in self.links.used:
            return ""
        return call("anchor", literal(label))

    # Blocks of the record

    def mark(self, comment: str, *, beside: bool = False) -> str:
        """At the beginning of a block its number (``beside`` a picture), at the end a notice."""
        match = _PLACE.fullmatch(comment)
        if match is None:
            return ""
        if match[1] == "end":
            return self._notice()
        self.block = self.reached = self.chapter.blocks[int(match[2])]
        cited = self.chapter.cite(self.block)
        if not cited:
            return ""
        self.place = Say(f"段落{cited}", f"paragraph {cited}")
        label = self.links.label(self.chapter, numbering.anchor(cited))
        function = (
            "number-of-figure" if beside or self.block.kind in ("figure", "code") else "number"
        )
        return call(function, literal(cited), literal(label if label in self.links.used else ""))

    def _notice(self) -> str:
        """In English, that a paragraph is older than its Japanese, or not translated."""
        block, self.block = self.block, None
        if block is None or self.language == "ja" or block.translation == "confirmed":
            return ""
        notice = numbering.MISSING if block.translation == "missing" else numbering.OLDER
        return call("notice", body=words(f" {notice.en}"))

    # Elements

    def _heading(self, element: Any) -> str:
        level = HEADINGS[element.tag]
        label = self.links.label(self.chapter, "" if level == 1 else element.get("id") or "")
        self.whole_phrases = True
        body = self._children(element)
        self.whole_phrases = False
        return f"\n\n{call('head', str(level), literal(label), body=body)}\n\n"

    def _paragraph(self, element: Any) -> str:
        if elements.is_picture(element):
            marks = "".join(self.mark(n.text, beside=True) for n in element.iter(etree.Comment))
            return f"\n\n{marks}{call('picture', *figures.picture(self, element.find('img')))}\n\n"
        classes = (element.get("class") or "").split()
        kind = next((PARAGRAPHS[name] for name in classes if name in PARAGRAPHS), "")
        self.whole_phrases = kind == "mission"
        body = self._children(element)
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
        body = self._children(element)
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
        body = self._children(elements.without_way_back(self.notes[ident])).strip()
        self.spaces = spaces
        return call("note", label, body=body)

    # For those who convert a kind of element

    def cell(self, element: Any) -> str:
        """What a cell or a caption holds."""
        self.spaces.start()
        return self._children(element)

    def item(self, element: Any) -> str:
        """The same, of what links may lead to."""
        return self._anchor(element) + self.cell(element)
