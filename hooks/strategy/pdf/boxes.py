"""What the site shows in boxes; cards and lists under labels as tables: a row each, with its head."""

from typing import Any

from strategy.pdf import tables
from strategy.pdf.conversion import Conversion
from strategy.pdf.quoting import call

DIVISIONS = {"card": "card", "public-record": "public-record", "admonition": "admonition"}
HEADINGS = {"h2", "h3", "h4", "h5", "h6"}


def quotation(converter: Conversion, element: Any) -> str:
    """A quotation; adopted wording in a box."""
    if element.get("class") != "adopted":
        return f"\n\n{call('quotation', body=converter.cell(element))}\n\n"
    is_in_card = "card" in (element.getparent().get("class") or "").split()
    kind = "adopted-in-row" if is_in_card else "adopted"
    kept = ["kept: true"] if converter.is_kept and kind == "adopted" else []
    return f"\n\n{call(kind, *kept, body=_labelled(converter, element))}\n\n"


def division(converter: Conversion, element: Any) -> str:
    """A box, or what stands in it; cards as a table."""
    classes = (element.get("class") or "").split()
    if "footnote" in classes:
        return ""  # set where they are called
    if "cards" in classes and (rows := _cards(converter, element)):
        return f"\n\n{rows}\n\n"
    kind = next((DIVISIONS[name] for name in classes if name in DIVISIONS), "")
    body = converter.cell(element)
    kept = ["kept: true"] if converter.is_kept and kind else []
    return f"\n\n{call(kind, *kept, body=body) if kind else body}\n\n"


def details(converter: Conversion, element: Any) -> str:
    """What a page folds away is open on paper; the title of a chart's table tells what it is."""
    summary, *rest = list(element)
    if summary.tag != "summary":
        raise converter.unknown(f"<details> <{summary.tag}>")
    title = converter.cell(summary)
    converter.spaces.start()
    if element.get("class") == "chart-data":
        return "".join(tables.table(converter, child, title) for child in rest)
    body = converter.nodes(rest)
    return f"\n\n{call('admonition', body=call('admonition-title', body=title) + body)}\n\n"


def _cards(converter: Conversion, element: Any) -> str:
    """Cards as rows, their headings as heads; nothing if one of them has no heading."""
    rows = [list(card) for card in element]
    if not rows or any(not row or row[0].tag not in HEADINGS for row in rows):
        return ""
    return call(
        "rows", *(_row(converter.nodes([head]), converter.nodes(rest)) for head, *rest in rows)
    )


def _labelled(converter: Conversion, element: Any) -> str:
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
