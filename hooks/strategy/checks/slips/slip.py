"""What a slip is, and how its kinds are called."""

from __future__ import annotations

import re
from typing import NamedTuple

from strategy.problems import Fault

LIST, MAYBE_LIST = "markdown-list", "maybe-list"
TABLE, CELLS = "markdown-table", "table-cells"
LINK, HTML, MARK = "markdown-link", "markdown-html", "markdown-mark"
CODE, STOPPED, ADDRESS = "markdown-code", "html-stopped", "bare-address"

RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
"""The line below the head of a table."""


class Pattern(NamedTuple):
    """What a slip looks like, and what is said of it."""

    pattern: re.Pattern[str]
    fault: Fault
