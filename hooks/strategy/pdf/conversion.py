"""What those who convert a kind of element may ask of `strategy.pdf.convert.Converter`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from strategy.languages.say import Language
from strategy.pdf.errors import PdfError
from strategy.pdf.spaces import Spaces


class Conversion(Protocol):
    """The conversion of a chapter, in the course of which an element is converted."""

    language: Language
    magnified: float
    spaces: Spaces
    is_kept: bool
    """Whether the element is inside one that is kept whole: then what is in it need not be."""

    def nodes(self, elements: Iterable[Any]) -> str:
        """The mark-up of elements and of the text after them."""

    def cell(self, element: Any) -> str:
        """The mark-up of what a cell or a caption holds."""

    def item(self, element: Any) -> str:
        """The same, of what links may lead to."""

    def mark(self, comment: str, *, beside: bool = False) -> str:
        """The mark-up of the number or the notice of a block."""

    def unknown(self, what: str) -> PdfError:
        """The error for an element that has no form."""
