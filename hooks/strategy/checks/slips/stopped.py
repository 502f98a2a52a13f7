"""HTML that has no place on a page: the site's security policy stops it, and no reader sees why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy.checks.slips.slip import STOPPED
from strategy.languages.say import Say
from strategy.problems import Fault

# What `strategy.site.security` lets no page do.
_BY_POLICY = Say(
    "「{}」は、サイトの安全のための設定で止められ、働きません",
    "{} does nothing here: the site’s security policy stops it",
)
_NO_ANSWER = Say(
    "「{}」は使えません。このサイトには、入力を受け取る仕組みがありません",
    "{} cannot be used: nothing on this site takes what readers enter",
)
_NO_PLACE = Say("「{}」は、ページの本文では使えません", "{} has no place in the text of a page")
_REMOVE = Say("消してください", "remove it")
_LINK = Say(
    "消して、動画などのあるページへのリンク「[題名](アドレス)」を書いてください",
    "remove it, and link to the page that shows it, as in [Title](address)",
)
_ELEMENTS: dict[str, tuple[Say, Say]] = {
    **dict.fromkeys(("script", "style", "link", "base"), (_BY_POLICY, _REMOVE)),
    **dict.fromkeys(("iframe", "frame", "object", "embed", "video", "audio"), (_BY_POLICY, _LINK)),
    "meta": (_NO_PLACE, _REMOVE),
    **dict.fromkeys(("form", "button", "input", "select", "textarea"), (_NO_ANSWER, _REMOVE)),
}
_STYLE = Say(
    "「{}」を消してください。強調は「**言葉**」です", "remove {}; to emphasise, write **words**"
)
_EVENT = Say("「{}」を消してください", "remove {}")

_ELEMENT = re.compile(rf"<(?P<name>{'|'.join(_ELEMENTS)})(?=[\s/>])", re.IGNORECASE)
# What a browser takes as no part of the text, to its end or to that of the page; else the tags.
_WHOLE = re.compile(
    r"<(?P<name>script|style|iframe|object)(?=[\s/>]).*?(?:</(?P=name)\s*>|\Z)"
    rf"|</?(?:{'|'.join(_ELEMENTS)})(?=[\s/>])[^<>]*>",
    re.I | re.S,
)
# A tag, or what Markdown takes as attributes: {: … }.
_ATTRIBUTES = re.compile(
    r"""<[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*>|\{(?:"[^"\n]*"|'[^'\n]*'|[^{}"'\n])*\}""",
    re.IGNORECASE,
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
        what, fix = _ELEMENTS[name]
        told.add(match.start())
        yield Fault(STOPPED, what.format(f"<{name}>"), fix, match.start())
    for match in _ATTRIBUTES.finditer(text):
        found = [each for each in _ATTRIBUTE.finditer(match[0]) if _STOPPED.fullmatch(each["name"])]
        if found and match.start() not in told:
            fix = _STYLE if found[0]["name"].lower() == "style" else _EVENT
            yield Fault(
                STOPPED,
                _BY_POLICY.format(found[0]["name"]),
                fix.format(" ".join(each[0] for each in found)),
                match.start() + found[0].start(),
            )


def without(text: str) -> str:
    """The text with the elements that are told here blanked out, every other character at its offset."""
    return _WHOLE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
