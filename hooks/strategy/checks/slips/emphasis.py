"""Emphasis with more asterisks on one side than on the other: what is too much would be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from strategy.checks.slips.slip import Slip, at
from strategy.content.pages import Page
from strategy.markup import markdown
from strategy.reading.fields import EMPHASIS, UNEVEN

# What Markdown made of asterisks, and that it left some right before or after it.
_MADE = re.compile(
    r"(?P<before>\**)<(?P<tag>strong|em)>(?P<words>.+?)</(?P=tag)>(?P<after>\**)", re.DOTALL
)


def find(page: Page, text: str) -> Iterator[Slip]:
    """Each emphasis beside which asterisks are left; those that were escaped stand otherwise."""
    code, _, fix = EMPHASIS
    for match in _MADE.finditer(markdown.article(page.body, page.language)):
        before, after = (
            len(match[side]) + (2 if match["tag"] == "strong" else 1)
            for side in ("before", "after")
        )
        words = "[^*]+" if "<" in match["words"] else re.escape(unescape(match["words"]))
        written = rf"(?<![\\*])\*{{{before}}}{words}\*{{{after}}}(?!\*)"
        if before != after and (found := re.search(written, text)):
            yield at(text, found.start(), code, UNEVEN, fix)
