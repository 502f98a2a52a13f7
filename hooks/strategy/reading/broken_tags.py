"""HTML tags in which ``>`` or a quotation mark is missing, so that the text after them is lost."""

import re
from collections.abc import Iterator

from strategy.problems import Fault

LONGEST = 24  # characters of a tag that are shown

# A tag in a value is one that the value has swallowed.
_VALUE = r"""(?:"(?:[^"<]|<(?![a-z/]))*+"|'(?:[^'<]|<(?![a-z/]))*+'|[^\s"'<>=`]++)"""
_ATTRIBUTE = rf"""(?:\s++[^\s"'<>/=]++(?:\s*+=\s*+{_VALUE})?+)"""
_TAG = re.compile(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style)\b[^>]*>.*?</(?P=raw)\s*>"
    rf"""|</?[a-z][^\s/>"'<]*+{_ATTRIBUTE}*+\s*+/?>"""
    r"|</?(?P<broken>[a-z][a-z0-9]*+)(?![@:._+-])",  # no address: <https://…>, <name@…>
    re.IGNORECASE | re.DOTALL,
)


def find(html: str) -> Iterator[tuple[str, Fault]]:
    """The broken tags of a text, as a browser would read it; comments and scripts hold none.

    Each with the name of its element.
    """
    for match in _TAG.finditer(html):
        if name := match["broken"]:
            line = html[match.start() :].partition("\n")[0]
            shown = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
            yield name.lower(), Fault.of("broken-tag", match.start(), shown=shown)
