"""What a slip is, and how its kinds are called."""

from __future__ import annotations

import re
from typing import NamedTuple

from strategy.languages.say import Say
from strategy.problems import Level

LIST, TABLE, CELLS = "markdown-list", "markdown-table", "table-cells"
LINK, CODE, HTML = "markdown-link", "markdown-code", "markdown-html"
NOTE, MARK, TITLE = "footnote", "markdown-mark", "second-title"
STOPPED, ADDRESS = "html-stopped", "bare-address"

RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
"""The line below the head of a table."""

TABLE_FIX = Say(
    "「| 列1 | 列2 |」の行の次に「|---|---|」の行を置き、どの行も半角の「|」で区切ってください",
    "put |---|---| below the line | one | two |, and “|” between the cells of every line",
)


class Slip(NamedTuple):
    """A slip at a line and column of the body, both from 0."""

    line: int
    column: int
    code: str
    what: Say
    fix: Say
    level: Level = "error"


class Pattern(NamedTuple):
    """What a slip looks like."""

    pattern: re.Pattern[str]
    code: str
    what: Say
    fix: Say
    level: Level = "error"


def at(text: str, offset: int, code: str, what: Say, fix: Say) -> Slip:
    """A slip at an offset of a text."""
    before = text[:offset]
    return Slip(before.count("\n"), len(before.rpartition("\n")[2]), code, what, fix)
