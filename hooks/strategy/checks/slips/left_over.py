"""Marks that Markdown left in the text: whatever the reason, readers would see them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

from strategy.checks.slips.marks import IN_PLACE, IN_TEXT, ITEM_IN_TEXT, NEARLY_LINK
from strategy.checks.slips.slip import ADDRESS, LINK, RULE, TABLE
from strategy.problems import Fault, location_of

_INDENTED = Fault.of("indented-code")


class _TextReader(HTMLParser):
    """The lines of an article's texts, each with the kind of its place: text, further line, link, code."""

    def __init__(self) -> None:
        super().__init__()
        self.code: list[str] = []
        self.in_link = False
        self.lines: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("pre", "code", "script", "style"):
            self.code.append(tag)
        elif tag == "a":
            self.in_link = True

    def handle_endtag(self, tag: str) -> None:
        if self.code and self.code[-1] == tag:
            self.code.pop()
        elif tag == "a":
            self.in_link = False

    def handle_data(self, data: str) -> None:
        lines = data.split("\n")
        if "pre" in self.code:
            self.lines.append(("code", next(filter(str.strip, lines), "")))
        elif self.in_link and not self.code:
            self.lines += [("link", line) for line in lines]
        elif not self.code:
            self.lines += [("further" if n else "text", line) for n, line in enumerate(lines)]


def find(html: str, source: str) -> Iterator[Fault]:
    """Marks that Markdown left in the text of a page, at their place in its source.

    What is not found there was escaped, or was made of something else.
    """
    reader = _TextReader()
    reader.feed(html)
    reader.close()
    position = 0
    for kind, line in reader.lines:
        if not line.strip():
            continue
        start = source.find(line.strip(), position)
        if start >= 0:
            position = start + len(line.strip())
        if kind == "code":
            begin = source.rfind("\n", 0, max(start, 0)) + 1
            if start >= 0 and re.match(r" {4}| {0,3}\t", source[begin:]):
                yield replace(_INDENTED, start=begin)
            continue
        told = set()
        for slip in (*IN_TEXT, *IN_PLACE[kind]):
            if slip.fault.code == ADDRESS and LINK in told:
                continue  # it is told with its link
            match = slip.pattern.match(line) if slip is ITEM_IN_TEXT else slip.pattern.search(line)
            if match and (offset := _offset(source, line, match, max(start, 0))) is not None:
                yield _exactly(replace(slip.fault, start=offset), match, source)
                told.add(slip.fault.code)


def _exactly(slip: Fault, match: re.Match[str], source: str) -> Fault:
    """A slip with what is to be typed in its place, where the page's source has enough for that."""
    if slip.code == ADDRESS:
        return Fault.of(ADDRESS, slip.start, address=match[0])
    if slip.code == LINK and (
        nearly := next(filter(None, (p.match(source, slip.start) for p in NEARLY_LINK)), None)
    ):
        right = f"[{nearly['words'].strip()}]({unicodedata.normalize('NFKC', nearly['address'])})"
        return Fault.of("markdown-link/nearly", slip.start, right=right)
    number = location_of(source, slip.start).line
    near = source.split("\n")[max(0, number - 2) : number + 1]
    if slip.code == TABLE and any(RULE.match(line) and "|" in line for line in near):
        return Fault.of("markdown-table/no-gap", slip.start)
    return slip


def _offset(source: str, line: str, match: re.Match[str], start: int) -> int | None:
    """Where a mark of a line of the article stands in the source, searched from ``start`` first."""
    around = max(0, match.start() - 8)
    for text, before in (
        (line.strip(), match.start() - (len(line) - len(line.lstrip()))),
        (line[around : match.end() + 8].rstrip(), match.start() - around),
    ):
        for begin in (start, 0):
            if text and (found := source.find(text, begin)) >= 0:
                return found + max(0, before)
    return None
