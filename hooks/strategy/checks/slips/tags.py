"""HTML that is broken, not closed, closed twice, or out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy.checks.slips.slip import HTML
from strategy.languages.say import Say
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
            yield Fault(
                "obsolete-html",
                Say(f"「<{name}>」は使えません", f"<{name}> cannot be used"),
                Say(
                    f"「<{name} …>」と「</{name}>」を消してください。強調は「**言葉**」です",
                    f"remove <{name}> and </{name}>; to emphasise, write **words**",
                ),
                match.start(),
            )
        if not match["close"]:
            opened.append(match)
        elif any(each["name"].lower() == name for each in opened):
            while (last := opened.pop())["name"].lower() != name:
                yield _unclosed(last)
        else:
            yield Fault(
                HTML,
                Say(
                    f"「</{name}>」の前に「<{name}>」がありません",
                    f"there is no <{name}> before </{name}>",
                ),
                Say("消すか、始まりを書いてください", "remove it, or write where it begins"),
                match.start(),
            )
    for match in opened:
        yield _unclosed(match)


def _unclosed(match: re.Match[str]) -> Fault:
    name = match["name"]
    return Fault(
        HTML,
        Say(f"「<{name}>」が閉じられていません", f"<{name}> is not closed"),
        Say(f"終わりに「</{name}>」と書いてください", f"end it with </{name}>"),
        match.start(),
    )
