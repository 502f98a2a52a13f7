"""Emphasis with more asterisks on one side than on the other: what is too much would be shown."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from strategy.problems import Fault
from strategy.reading.fields import UNEVEN

# What Markdown made of asterisks, and that it left some right before or after it.
_MADE = re.compile(
    r"(?P<before>\**)<(?P<tag>strong|em)>(?P<words>.+?)</(?P=tag)>(?P<after>\**)", re.DOTALL
)


def find(html: str, text: str) -> Iterator[Fault]:
    """In the ``html`` of a page, whose Markdown is ``text``, each emphasis beside which asterisks are left; those that were escaped stand otherwise."""
    for match in _MADE.finditer(html):
        before, after = (
            len(match[side]) + (2 if match["tag"] == "strong" else 1)
            for side in ("before", "after")
        )
        words = "[^*]+" if "<" in match["words"] else re.escape(unescape(match["words"]))
        written = rf"(?<![\\*])\*{{{before}}}{words}\*{{{after}}}(?!\*)"
        if before != after and (found := re.search(written, text)):
            yield replace(UNEVEN, start=found.start())
