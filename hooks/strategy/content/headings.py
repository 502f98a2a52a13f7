"""The text of a page by itself: headings, images, readings, a chapter's summary."""

import re

from strategy.content.page import Page
from strategy.languages.say import Say
from strategy.markup.ruby import BROKEN_RUBY
from strategy.problems import Fault, Problems

_NEAR_HEADING = re.compile(
    r"^(?:(?P<mark>#{1,6}(?=[^\s#])|[ \t　]*＃+)[ \t　]*(?P<text>.*)|(?<=\S\n)(?:=+|-+)[ \t]*)$",
    re.MULTILINE,
)
_INLINE = (
    (
        re.compile(r"!\[\s*\](?=[(\[])|<img\b(?![^>]*\balt=[\"'][^\"'])[^>]*>"),
        Fault.of("image-text"),
    ),
    (BROKEN_RUBY, Fault.of("ruby")),
)


def check(page: Page, problems: Problems) -> None:
    """Report every fault of a page's text."""
    _check_headings(page, problems)
    _check_inline(page, problems)


def is_misspelt(page: Page) -> bool:
    """Whether a page has headings that are not written as such, so that its headings are unknown."""
    return bool(_NEAR_HEADING.search(page.without_code))


def _check_headings(page: Page, problems: Problems) -> None:
    """Headings are written with ``# ``."""
    for match in _NEAR_HEADING.finditer(page.without_code):
        right = Say("## 題名 {#id}", "## Title {#id}")
        if match["mark"]:
            written = f"{match['mark'].strip().replace('＃', '#')} {match['text']}"
            right = Say(written, written)
        problems.tell("heading", page.location(match.start()), right=right)


def _check_inline(page: Page, problems: Problems) -> None:
    """Images say what they show, and ruby has a word and its reading."""
    for pattern, fault in _INLINE:
        for match in pattern.finditer(page.without_code):
            problems.add(fault.at(page.location(match.start())))


def check_summary(page: Page, problems: Problems) -> None:
    """A chapter begins with its summary: a paragraph right below the title."""
    if not page.headings:
        return  # a missing title is reported as such
    below = f"\n{page.body}".partition("\n# ")[2]
    first = below.partition("\n")[2].strip()[:1]
    if not first or first in "#<-*|!>`~":
        problems.tell("summary", page.headings[0].location)
