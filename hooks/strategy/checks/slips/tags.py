"""HTML that is broken, not closed, closed twice, or out of date."""

import re
from collections.abc import Iterator

from strategy.problems import Fault
from strategy.reading import broken_tags
from strategy.record.blocks import HEADINGS, INLINE, VOID

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*?(?P<self>/?)>")
OPTIONAL_ENDS = {"p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody"}
KNOWN = {
    *INLINE, *VOID, *OPTIONAL_ENDS, *HEADINGS, "aside", "blockquote", "caption", "details", "div",
    "dl", "figcaption", "figure", "ol", "pre", "section", "summary", "table", "tfoot", "ul",
}  # fmt: skip
"""Elements that people write; another word after “<” is no tag."""
OBSOLETE = {"font", "center", "big", "strike", "tt", "marquee", "blink"}


def find(text: str) -> Iterator[Fault]:
    """The faults of the tags of a page; where some are broken, only those."""
    if broken := [fault for name, fault in broken_tags.find(text) if name in KNOWN]:
        yield from broken
        return
    opened: list[re.Match[str]] = []
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        if name in VOID | OPTIONAL_ENDS or match["self"]:
            continue
        if name in OBSOLETE and not match["close"]:
            yield Fault.of("obsolete-html", match.start(), name=name)
        if not match["close"]:
            opened.append(match)
        elif any(each["name"].lower() == name for each in opened):
            while (last := opened.pop())["name"].lower() != name:
                yield _unclosed(last)
        else:
            yield Fault.of("markdown-html/close", match.start(), name=name)
    for match in opened:
        yield _unclosed(match)


def _unclosed(match: re.Match[str]) -> Fault:
    name = match["name"]
    return Fault.of("markdown-html/open", match.start(), name=name)
