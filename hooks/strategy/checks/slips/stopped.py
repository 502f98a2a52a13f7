"""HTML that has no place on a page: the site's security policy stops it, and no reader sees why."""

import re
from collections.abc import Iterator

from strategy.problems import Fault

# By the message that is told of them. What does nothing is stopped by `strategy.site.security`.
_ELEMENTS = {
    **dict.fromkeys(("script", "style", "link", "base"), "html-stopped"),
    **dict.fromkeys(("iframe", "frame", "object", "embed", "video", "audio"), "html-stopped/media"),
    "meta": "html-stopped/head",
    **dict.fromkeys(("form", "button", "input", "select", "textarea"), "html-stopped/input"),
}

_ELEMENT = re.compile(rf"<(?P<name>{'|'.join(_ELEMENTS)})(?=[\s/>])", re.IGNORECASE)
# What a browser takes as no part of the text, to its end or to that of the page; else the tags.
_WHOLE = re.compile(
    r"<(?P<name>script|style|iframe|object)(?=[\s/>]).*?(?:</(?P=name)\s*>|\Z)"
    rf"|</?(?:{'|'.join(_ELEMENTS)})(?=[\s/>])[^<>]*>",
    re.I | re.S,
)
# A tag, or what Markdown takes as attributes: {: … }.
_ATTRIBUTES = re.compile(
    r"""<[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*>|\{(?:"[^"\n]*"|'[^'\n]*'|[^{}"'\n])*\}""", re.IGNORECASE
)
_ATTRIBUTE = re.compile(
    r"""(?<=[\s:{"'])(?P<name>[a-z-]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>}"']+)""", re.IGNORECASE
)
_STOPPED = re.compile(r"style|on[a-z]+", re.IGNORECASE)


def find(text: str) -> Iterator[Fault]:
    """The elements and attributes of a page that do nothing, one report an element."""
    told = set()
    for match in _ELEMENT.finditer(text):
        name = match["name"].lower()
        told.add(match.start())
        yield Fault.of(_ELEMENTS[name], match.start(), name=f"<{name}>")
    for match in _ATTRIBUTES.finditer(text):
        found = [each for each in _ATTRIBUTE.finditer(match[0]) if _STOPPED.fullmatch(each["name"])]
        if found and match.start() not in told:
            name = found[0]["name"]
            yield Fault.of(
                "html-stopped/style" if name.lower() == "style" else "html-stopped/event",
                match.start() + found[0].start(),
                name=name,
                written=" ".join(each[0] for each in found),
            )


def without(text: str) -> str:
    """The text with the elements that are told here blanked out, every other character at its offset."""
    return _WHOLE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
