"""A page as it is written: one language of it, and what follows from its text, each computed once.

A page is two files, ``name.md`` (Japanese) and ``name.en.md``.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from strategy.content.review import Review
from strategy.languages.say import Language
from strategy.problems import Location, location_of
from strategy.reading.source import Scalar

_CODE = re.compile(r"^ *(```+|~~~+)[^\n]*\n.*?^ *\1|(`+)[^`\n]+\2", re.DOTALL | re.MULTILINE)
# A comment that was not closed does not reach into the next one.
INSIDE_COMMENT = r"(?:(?!<!--).)*?"
_COMMENT = re.compile(f"<!--{INSIDE_COMMENT}-->", re.DOTALL)
_HEADING = re.compile(
    r"^(#{1,6})[ \t]+(.+?)(?:[ \t]*\{:?[^}\n]*#([^\s}]+)[^}\n]*\})?[ \t]*$", re.MULTILINE
)
_MARK = re.compile(r"^\s*(?:[-*+:]|#+|\d+[.)])\s+")
"""What a heading or an item begins with."""


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 to 6, text, explicit id or None, place."""

    level: int
    text: str
    id: str | None
    location: Location


@dataclass(frozen=True)
class Marker:
    """A marker's name and argument (empty if none), its span in the text and its place."""

    name: str
    argument: str
    start: int
    end: int
    location: Location


@dataclass(eq=False)
class Page:
    """One language of a page. ``name`` is the path below ``docs/`` without language and suffix.

    ``source`` is the whole file, ``body`` what stands below its front matter, from ``body_line`` on.
    ``sound`` turns false where markers are at fault, so that nobody knows what the page will hold.
    """

    name: str
    language: Language
    file: str
    source: str
    body: str
    body_line: int
    description: Scalar | None = None
    markers: tuple[Marker, ...] = ()
    sound: bool = True
    excluded: bool = False
    review: Review | None = None

    @cached_property
    def without_code(self) -> str:
        """The body with code blanked out, every other character at its old offset."""
        return _CODE.sub(blank, self.body)

    @cached_property
    def prose(self) -> str:
        """The body with code and comments blanked out, every other character at its old offset."""
        return _COMMENT.sub(blank, self.without_code)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings that stand in the page itself."""
        return tuple(
            Heading(len(match[1]), match[2], match[3], self.location(match.start()))
            for match in _HEADING.finditer(self.without_code)
        )

    def location(self, offset: int) -> Location:
        """The place in the file of a character of the body."""
        return location_of(self.body, offset, self.file, self.body_line)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Location]]:
        """Each place where a pattern stands in the prose of the page."""
        for match in pattern.finditer(self.prose):
            yield match, self.location(match.start())

    @cached_property
    def _bare_lines(self) -> tuple[list[str], list[int], str]:
        """The lines without marks, where each ends in all of them together, and that."""
        lines = [_bare(_MARK.sub("", line)) for line in self.body.split("\n")]
        return lines, list(accumulate(map(len, lines))), "".join(lines)

    def line_of(self, text: str) -> int:
        """The line of the file on which a text as people read it begins; the first, if it does not
        stand there."""
        lines, ends, whole = self._bare_lines
        for length in (40, 10):  # the longer beginning tells items apart that begin alike
            if not (start := _bare(text)[:length]):
                break
            for number, line in enumerate(lines):
                if line.startswith(start):
                    return self.body_line + number
            if (at := whole.find(start)) >= 0:
                return self.body_line + bisect_right(ends, at)
        return 1


Pages = dict[str, dict[Language, Page]]
"""Name → the page in each language that is there."""


def headings_of(text: str) -> Iterator[str]:
    """The ids of the headings of a Markdown text, such as a page with the data in it."""
    for match in _HEADING.finditer(_CODE.sub(blank, text)):
        if match[3]:
            yield match[3]


def blank(match: re.Match[str]) -> str:
    """White space as long, with its line breaks: what stands behind it keeps its place."""
    return re.sub(r"[^\n]", " ", match[0])


def _bare(text: str) -> str:
    """A text or a line of Markdown without marks and spaces, so that one is found in the other."""
    return re.sub(
        r"\[\^[^\]]*\]|(?<=\])\([^)]*\)|\{[:#][^}]*\}|<[^>:]*>|[\s*_`\[\]!|<>\\]", "", text
    )
