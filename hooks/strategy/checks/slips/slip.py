"""What a slip is, and how its kinds are called."""

import re
from typing import NamedTuple

from strategy.problems import Fault

TABLE, CELLS = "markdown-table", "table-cells"
LINK, ADDRESS, STOPPED = "markdown-link", "bare-address", "html-stopped"

RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
"""The line below the head of a table."""


class Pattern(NamedTuple):
    """What a slip looks like, and what is said of it."""

    pattern: re.Pattern[str]
    fault: Fault
