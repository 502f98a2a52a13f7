"""Slips that a line of the source shows by itself."""

import re
from collections.abc import Iterator
from dataclasses import replace

from strategy.checks.slips.slip import LINK, Pattern
from strategy.problems import Fault, line_starts

_PICTURE = r"[^\n()（）]*\.(?:png|jpe?g|svg|gif)[)）]"

_IN_LINES = (
    Pattern(re.compile(r"[ \t　]*[・•●◦]"), Fault.of("markdown-list")),
    Pattern(re.compile(r"[ \t　]*[－ー–−‐＊＋][ 　]"), Fault.of("markdown-list/full-width")),
    Pattern(
        re.compile(r"[ \t]*　[ \t　]*(?:[-*+]|\d+[.)])[ 　]"), Fault.of("markdown-list/indented")
    ),
    Pattern(
        re.compile(
            r"[ \t]*(?:-(?=[^\x00-\x7f])|[*](?=[^\x00-\x7f*][^*]*$)|\d{1,2}[.)](?=[^\x00-\x7f]))"
        ),
        Fault.of("markdown-list/no-space"),
    ),
    Pattern(re.compile(r"[ \t　]*\d{1,2}．"), Fault.of("maybe-list")),
    Pattern(
        re.compile(r"(?![ \t]*(?:[-*+#:]+|\d+[.)])\t)[^\t]*[^\t ][ ]*\t+ *\S"),
        Fault.of("markdown-table/tabs"),
    ),
    Pattern(
        re.compile(
            rf"[^\n]*?(?=[!！][ 　]*[\[［][^\[\]［］]*[\]］][ 　]*[(（]{_PICTURE})(?!!\[[^\]]*\]\()"
        ),
        Fault.of("markdown-link/picture"),
    ),
)


def find(text: str) -> Iterator[Fault]:
    """The slips of a page's lines, at most one a line."""
    for start, line in zip(line_starts(text), text.split("\n"), strict=True):
        for pattern, fault in _IN_LINES:
            if match := pattern.match(line):
                at = match.end() if fault.code == LINK else len(line) - len(line.lstrip(" \t"))
                yield replace(fault, start=start + at)
                break
