"""What the site shows as cards and as lists under labels, as tables: a row each, with its head."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from strategy.pdf.quoting import call

HEADINGS = {"h2", "h3", "h4", "h5", "h6"}


class Nodes(Protocol):
    """What converts the elements: `strategy.pdf.convert.Converter`."""

    def nodes(self, elements: Iterable[Any]) -> str:
        """The mark-up of elements and of the text after them."""


def cards(converter: Nodes, element: Any) -> str:
    """Cards as rows, their headings as heads; nothing if one of them has no heading."""
    rows = [list(card) for card in element]
    if not rows or any(not row or row[0].tag not in HEADINGS for row in rows):
        return ""
    return call(
        "rows", *(_row(converter.nodes([head]), converter.nodes(rest)) for head, *rest in rows)
    )


def labelled(converter: Nodes, element: Any) -> str:
    """The content of an element, and in it what follows each label as a row beside the label."""
    before: list[Any] = []
    rows: list[tuple[Any, list[Any]]] = []
    for child in element:
        if child.get("class") == "list-label":
            rows.append((child, []))
        elif rows:
            rows[-1][1].append(child)
        else:
            before.append(child)
    made = converter.nodes(before)
    if rows:
        made += call(
            "rows", *(_row(converter.nodes([head]), converter.nodes(rest)) for head, rest in rows)
        )
    return made


def _row(head: str, body: str) -> str:
    return f"([{head}], [{body}])"
