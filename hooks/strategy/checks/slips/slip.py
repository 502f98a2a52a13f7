"""What a slip is, and how its kinds are called."""

from __future__ import annotations

import re
from typing import NamedTuple

from strategy.languages.say import Say
from strategy.problems import Fault

LIST, MAYBE_LIST = "markdown-list", "maybe-list"
TABLE, CELLS = "markdown-table", "table-cells"
LINK, HTML, MARK = "markdown-link", "markdown-html", "markdown-mark"
CODE, STOPPED, ADDRESS = "markdown-code", "html-stopped", "bare-address"

RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
"""The line below the head of a table."""

TABLE_FIX = Say(
    "「| 列1 | 列2 |」の行の次に「|---|---|」の行を置き、どの行も半角の「|」で区切ってください",
    "put |---|---| below the line | one | two |, and “|” between the cells of every line",
)


class Pattern(NamedTuple):
    """What a slip looks like, and what is said of it."""

    pattern: re.Pattern[str]
    fault: Fault
