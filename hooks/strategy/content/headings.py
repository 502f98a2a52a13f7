"""The text of a page by itself: headings, images, readings, a chapter's summary, where a text stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from strategy.content import markers
from strategy.languages.say import Say
from strategy.markup.ruby import BROKEN_RUBY
from strategy.problems import Location, Problems

_HEADING = re.compile(
    r"^(#{1,6})[ \t]+(.+?)(?:[ \t]*\{:?[^}\n]*#([^\s}]+)[^}\n]*\})?[ \t]*$", re.MULTILINE
)
_NEAR_HEADING = re.compile(
    r"^(?:(?P<mark>#{1,6}(?=[^\s#])|[ \t　]*＃+)[ \t　]*(?P<text>.*)|(?<=\S\n)(?:=+|-+)[ \t]*)$",
    re.MULTILINE,
)
_INLINE = (
    (
        re.compile(r"!\[\s*\](?=[(\[])|<img\b(?![^>]*\balt=[\"'][^\"'])[^>]*>"),
        "image-text",
        Say("画像の説明がありません", "the image has no description"),
        Say(
            "「![何の画像か](ファイル名)」のように、見えない人にも伝わる説明を書いてください",
            "describe it for those who cannot see it, as in ![what it shows](file)",
        ),
    ),
    (
        BROKEN_RUBY,
        "ruby",
        Say("ふりがなの書き方が違います", "this is not how a reading is written"),
        Say("「{鹿島|かしま}」のように書いてください", "write it as {鹿島|かしま}"),
    ),
)


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 to 6, text, explicit id or None, place."""

    level: int
    text: str
    id: str | None
    location: Location


def check(body: str, file: str, first_line: int, problems: Problems) -> None:
    """Report every fault of a page's text."""
    _check_headings(body, file, first_line, problems)
    _check_inline(body, file, first_line, problems)


def headings(body: str, file: str, first_line: int) -> list[Heading]:
    """The headings of a page, which begin on line ``first_line`` of its file."""
    return [
        Heading(
            len(match[1]),
            match[2],
            match[3],
            Location(file, first_line + body[: match.start()].count("\n")),
        )
        for match in _HEADING.finditer(markers.without_code(body))
    ]


def is_misspelt(body: str) -> bool:
    """Whether a page has headings that are not written as such, so that its headings are unknown."""
    return bool(_NEAR_HEADING.search(markers.without_code(body)))


def _check_headings(body: str, file: str, first_line: int, problems: Problems) -> None:
    """Headings are written with ``# ``."""
    for match in _NEAR_HEADING.finditer(markers.without_code(body)):
        right = Say("## 題名 {#id}", "## Title {#id}")
        if match["mark"]:
            written = f"{match['mark'].strip().replace('＃', '#')} {match['text']}"
            right = Say(written, written)
        problems.report(
            "heading",
            Location(file, first_line + body[: match.start()].count("\n")),
            Say("見出しの書き方が違います", "this is not how a heading is written"),
            Say(
                f"「{right.ja}」のように、半角の「#」と半角スペースで始めてください",
                f"begin it with “#” and a space, as in “{right.en}”",
            ),
        )


def _check_inline(body: str, file: str, first_line: int, problems: Problems) -> None:
    """Images say what they show, and ruby has a word and its reading."""
    text = markers.without_code(body)
    for pattern, code, what, fix in _INLINE:
        for match in pattern.finditer(text):
            before = text[: match.start()]
            line = first_line + before.count("\n")
            column = len(before.rpartition("\n")[2]) + 1
            problems.report(code, Location(file, line, column), what, fix)


def check_summary(found: tuple[Heading, ...], body: str, problems: Problems) -> None:
    """A chapter begins with its summary: a paragraph right below the title."""
    if not found:
        return  # a missing title is reported as such
    below = f"\n{body}".partition("\n# ")[2]
    first = below.partition("\n")[2].strip()[:1]
    if not first or first in "#<-*|!>`~":
        problems.report(
            "summary",
            found[0].location,
            Say("章の要約がありません", "the chapter has no summary"),
            Say(
                "題名のすぐ下に、章の要点を2、3文の段落で書いてください",
                "write a paragraph of two or three sentences right below the title",
            ),
        )


_MARK = re.compile(r"^\s*(?:[-*+:]|#+|\d+[.)])\s+")
"""What a heading or an item begins with."""


def _bare(text: str) -> str:
    """A text or a line of Markdown without marks and spaces, so that one is found in the other."""
    return re.sub(
        r"\[\^[^\]]*\]|(?<=\])\([^)]*\)|\{[:#][^}]*\}|<[^>:]*>|[\s*_`\[\]!|<>\\]", "", text
    )


def line_of(body: str, text: str) -> int | None:
    """The line, from 0, on which a text as people read it begins; None if it does not stand there."""
    lines = [_bare(_MARK.sub("", line)) for line in body.split("\n")]
    ends, whole = list(accumulate(map(len, lines))), "".join(lines)
    for length in (40, 10):  # the longer beginning tells items apart that begin alike
        if not (start := _bare(text)[:length]):
            break
        for number, line in enumerate(lines):
            if line.startswith(start):
                return number
        if (at := whole.find(start)) >= 0:
            return bisect_right(ends, at)
    return None
