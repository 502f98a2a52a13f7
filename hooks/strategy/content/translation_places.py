"""Where on an English page the translation of a Japanese text should stand.

Headings, markers and texts with a translation tie the two files together: a text that has none
belongs below the English of what stands above its Japanese.
"""

import re
from collections.abc import Iterable, Iterator

from strategy.content.page import Page
from strategy.problems import Location

_ENTRY = re.compile(r"\s*(?:[-*+]|\d+[.)])\s|\s*\|")
"""An item of a list or a row of a table, of which one stands right below the other."""
_RULE = re.compile(r"\s*\|[\s:|-]+")
"""The line between the head of a table and its rows."""

Pair = tuple[str, str]
"""A Japanese text and its translation."""


def location(ja: Page, en: Page, text: str, pairs: Iterable[Pair]) -> Location:
    """The place in ``en`` for the translation of a text of ``ja``; the file, if that is not known."""
    line = ja.line_of(text)
    above = [tie for tie in _ties(ja, en, pairs) if tie[0] < line]
    if not above:
        return Location(en.file)
    is_entry = _ENTRY.match(ja.body.split("\n")[line - ja.body_line]) is not None
    below = _below(en.body.split("\n"), max(above)[1] - en.body_line, is_entry=is_entry)
    return Location(en.file, en.body_line + below)


def _below(lines: list[str], at: int, *, is_entry: bool) -> int:
    """The line below the text that begins at a line: the next, or for a block that after a blank one."""
    is_entry = is_entry and _ENTRY.match(lines[at]) is not None
    at += 1
    while at < len(lines) and lines[at].strip() and not (is_entry and _ENTRY.match(lines[at])):
        at += 1
    if is_entry:
        return at + (at < len(lines) and _RULE.fullmatch(lines[at]) is not None)
    return min(at + 1, len(lines) - 1)


def _ties(ja: Page, en: Page, pairs: Iterable[Pair]) -> Iterator[tuple[int, int]]:
    """The lines in both files of what is in both languages."""
    headings = {heading.id: heading.location.line for heading in en.headings}
    markers = {(each.name, each.argument): each.location.line for each in en.markers}
    for heading in ja.headings:
        if heading.id in headings:
            yield heading.location.line, headings[heading.id]
    for marker in ja.markers:
        if line := markers.get((marker.name, marker.argument)):
            yield marker.location.line, line
    for texts in pairs:
        lines = ja.line_of(texts[0]), en.line_of(texts[1])
        if min(lines) > 1:
            yield lines
