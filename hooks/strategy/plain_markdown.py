"""Markdown of texts as they are: for summaries and reports, which quote what anybody may have written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def literal(text: str) -> str:
    """A text letter for letter: no mark-up, no HTML, no line break."""
    text = re.sub(r"([\\`*_{}\[\]|~#@!])", r"\\\1", text.replace("\n", " "))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown; nothing if there are no rows."""
    lines = [_line(row) for row in rows]
    return "\n".join([_line(head), f"|{'---|' * len(head)}", *lines]) if lines else ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
