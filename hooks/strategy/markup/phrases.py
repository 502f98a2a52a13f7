"""Line breaks between phrases in Japanese headings: a Markdown extension.

Japanese has no spaces, and browsers break its lines anywhere. In a heading that splits words, so
each phrase (文節) boundary gets a ``<wbr>``, and the style sheet forbids breaks elsewhere
(``word-break: keep-all``). A ``<wbr>`` is no character: searching and copying are not affected.
The boundaries come from BudouX (https://github.com/google/budoux), as they do in the browsers that
know ``word-break: auto-phrase``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from strategy.markup import html

if TYPE_CHECKING:
    import budoux

BROKEN = {"h1", "h2", "h3", "h4", "h5", "h6"}
BROKEN_CLASS = "mission"
OPPORTUNITY = html.element("wbr")
WHOLE = {"code", "rt", "rp"}
_WHOLE = re.compile(r"[\u3400-\u9fff々\d]{2}")
# After the contents list (5), links (0) and the page's title (-1) have taken the plain text.
PRIORITY = -5


class PhrasesExtension(markdown.Extension):
    """Marks where the lines of Japanese headings may break."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register the tree processor."""
        md.treeprocessors.register(_Break(md), "strategy-phrases", PRIORITY)


class _Break(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.tag in BROKEN or BROKEN_CLASS in element.get("class", "").split():
                self._break(element)

    def _break(self, element: ElementTree.Element) -> None:
        slots = list(_slots(element))
        text = "".join(owner.text or "" if inside else owner.tail or "" for owner, inside in slots)
        if STX in text:
            return  # raw HTML, which is not to be read as words
        ends = set(accumulate(map(len, phrases(text)))) - {len(text)}
        opportunity = self.md.htmlStash.store(OPPORTUNITY)
        start = 0
        for owner, inside in slots:
            part = (owner.text if inside else owner.tail) or ""
            marked = "".join(
                opportunity + char if start + offset in ends else char
                for offset, char in enumerate(part)
            )
            start += len(part)
            if inside:
                owner.text = marked
            else:
                owner.tail = marked


def _slots(element: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, bool]]:
    """The places of text in an element in reading order: (owner, inside or after it)."""
    if element.tag not in WHOLE:
        yield element, True
        for child in element:
            yield from _slots(child)
            yield child, False


@cache
def phrases(text: str) -> tuple[str, ...]:
    """A Japanese text in phrases, which joined are the text.

    A list with middle dots may break after each; a space stays with the phrase before it. Kanji and
    digits in a row stay together: the model, trained on prose, splits words such as 2022年 there.
    """
    found: list[str] = []
    for phrase in _parser().parse(text) if text else ():
        for part in re.split(r"(?<=・)(?=.)", phrase):
            if found and (not part.strip() or _WHOLE.search(found[-1][-1] + part[0])):
                found[-1] += part
            else:
                found.append(part)
    return tuple(found)


@cache
def _parser() -> budoux.Parser:
    import budoux  # noqa: PLC0415 - only where a text is rendered

    return budoux.load_default_japanese_parser()
