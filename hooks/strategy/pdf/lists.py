"""Lists, and lists of terms, in Typst."""

from typing import Any

from strategy.pdf.conversion import Conversion
from strategy.pdf.quoting import call


def items(converter: Conversion, element: Any) -> str:
    """A list; the months of the timeline are kept whole."""
    if element.get("class") == "timeline":
        converter.is_kept = True
        months = [call("month", body=converter.item(month)) for month in element.iterfind("li")]
        converter.is_kept = False
        return f"\n\n{''.join(months)}\n\n"
    found = []
    for child in element:
        if child.tag != "li":
            raise converter.unknown(f"<{element.tag}> <{child.tag}>")
        if child.get("value"):
            raise converter.unknown("<li value>")
        found.append(f"[{converter.item(child)}]")
    start = [f"start: {int(element.get('start'))}"] if element.get("start") else []
    return f"\n\n{call('enum' if element.tag == 'ol' else 'list', *start, *found)}\n\n"


def terms(converter: Conversion, element: Any) -> str:
    """A list of terms, each with all that is said of it."""
    items: list[tuple[str, list[str]]] = []
    for child in element:
        if child.tag == "dt":
            items.append((converter.item(child), []))
        elif child.tag == "dd" and items:
            items[-1][1].append(converter.item(child))
        else:
            raise converter.unknown(f"<dl> <{child.tag}>")
    entries = [f"terms.item([{term}], [{'#parbreak();'.join(told)}])" for term, told in items]
    return f"\n\n{call('terms', *entries)}\n\n"
