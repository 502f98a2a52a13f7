"""Markdown of texts as they are: for summaries and reports, which quote what anybody may have written."""

import re
from collections.abc import Iterable, Sequence

from strategy.languages.say import Language, Say


def literal(text: str) -> str:
    """A text letter for letter: no mark-up, no HTML, no line break."""
    text = re.sub(r"([\\`*_{}\[\]#!])", r"\\\1", text.replace("\n", " "))
    text = re.sub(r"^(\d*)([-+.)])", r"\1\\\2", text)  # what would begin a list
    return re.sub(r"[&<>~@|]", lambda found: f"&#{ord(found[0])};", text)


def table(columns: Sequence[Say], rows: Iterable[Sequence[str]], language: Language) -> str:
    """A table of cells that are Markdown; nothing if there are no rows."""
    head = _line([column[language] for column in columns])
    lines = [_line(row) for row in rows]
    return "\n".join([head, f"|{'---|' * len(columns)}", *lines]) if lines else ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
