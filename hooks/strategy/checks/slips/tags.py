"""HTML that is broken, not closed, closed twice, or out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy.checks.slips.slip import HTML, Slip, at
from strategy.languages.say import Say
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


def find(text: str) -> Iterator[Slip]:
    """The faults of the tags of a page; where some are broken, only those."""
    if broken := [tag for tag in broken_tags.find(text) if tag.name in KNOWN]:
        for tag in broken:
            yield at(text, tag.offset, broken_tags.CODE, tag.what, broken_tags.FIX)
        return
    opened: list[re.Match[str]] = []
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        if name in VOID | OPTIONAL_ENDS or match["self"]:
            continue
        if name in OBSOLETE and not match["close"]:
            yield at(
                text,
                match.start(),
                HTML,
                Say(f"「<{name}>」は使えません", f"<{name}> cannot be used"),
                Say(
                    f"「<{name} …>」と「</{name}>」を消してください。強調は「**言葉**」です",
                    f"remove <{name}> and </{name}>; to emphasise, write **words**",
                ),
            )
        if not match["close"]:
            opened.append(match)
        elif any(each["name"].lower() == name for each in opened):
            while (last := opened.pop())["name"].lower() != name:
                yield _unclosed(text, last)
        else:
            yield at(
                text,
                match.start(),
                HTML,
                Say(
                    f"「</{name}>」の前に「<{name}>」がありません",
                    f"there is no <{name}> before </{name}>",
                ),
                Say("消すか、始まりを書いてください", "remove it, or write where it begins"),
            )
    for match in opened:
        yield _unclosed(text, match)


def _unclosed(text: str, match: re.Match[str]) -> Slip:
    name = match["name"]
    return at(
        text,
        match.start(),
        HTML,
        Say(f"「<{name}>」が閉じられていません", f"<{name}> is not closed"),
        Say(f"終わりに「</{name}>」と書いてください", f"end it with </{name}>"),
    )
