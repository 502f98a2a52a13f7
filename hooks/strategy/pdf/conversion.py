"""The conversion of a chapter: where it has come to, its text, and the places of its blocks."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any

from strategy.languages.say import Language, Say
from strategy.markup import numbering
from strategy.pdf.errors import PdfError
from strategy.pdf.links import Links
from strategy.pdf.phrasing import kept_whole
from strategy.pdf.quoting import call, literal, words
from strategy.pdf.spaces import Spaces
from strategy.problems import refusal
from strategy.record import Block, RecordedChapter

_PLACE = re.compile(r"(block|end) (\d+)")
HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Conversion(ABC):
    """What whoever converts a kind of element may ask of the conversion of a chapter.

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

    @abstractmethod
    def node(self, element: Any) -> str:
        """The mark-up of an element."""

    def children(self, element: Any) -> str:
        """The mark-up of what stands in an element."""
        return self.text(element.text) + self.nodes(element)

    def nodes(self, elements: Iterable[Any]) -> str:
        """The mark-up of elements and of the text after them."""
        return "".join(self.node(element) + self.text(element.tail) for element in elements)

    def cell(self, element: Any) -> str:
        """What a cell or a caption holds."""
        self.spaces.start()
        return self.children(element)

    def item(self, element: Any) -> str:
        """The same, of what links may lead to."""
        return self.anchor(element) + self.cell(element)

    def text(self, text: str | None) -> str:
        """The mark-up of a text."""
        found = self.spaces.collapse(text or "")
        return kept_whole(found, self.lang) if self.whole_phrases else words(found)

    def anchor(self, element: Any) -> str:
        """A target for links that lead to the element, if any do."""
        label = self.links.label(self.chapter, element.get("id") or "")
        if element.tag in HEADINGS or label not in self.links.used:
            return ""
        return call("anchor", literal(label))

    def unknown(self, what: str) -> PdfError:
        """An error that names what has no form, and its paragraph."""
        return PdfError(refusal("no-form", page=self.chapter.id, place=self.place, what=what))

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
