"""Marks that Markdown left in the text: whatever the reason, readers would see them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser

from strategy.checks.slips.marks import BEFORE_TABLE, IN_PLACE, IN_TEXT, ITEM_IN_TEXT, NEARLY_LINK
from strategy.checks.slips.slip import ADDRESS, CODE, LINK, RULE, TABLE, Slip, at
from strategy.languages.say import Say


class _Texts(HTMLParser):
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


def find(html: str, lines: list[str]) -> Iterator[Slip]:
    """Marks that Markdown left in the text of a page, at their place in its source.

    What is not found there was escaped, or was made of something else.
    """
    reader = _Texts()
    reader.feed(html)
    reader.close()
    source = "\n".join(lines)
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
                yield _indented(source, begin)
            continue
        told = set()
        for slip in (*IN_TEXT, *IN_PLACE[kind]):
            if slip.code == ADDRESS and LINK in told:
                continue  # it is told with its link
            match = slip.pattern.match(line) if slip is ITEM_IN_TEXT else slip.pattern.search(line)
            if match and (offset := _place(source, line, match, max(start, 0))) is not None:
                found = at(source, offset, slip.code, slip.what, slip.fix)
                yield _exactly(found._replace(level=slip.level), match, source[offset:], lines)
                told.add(slip.code)


def _exactly(slip: Slip, match: re.Match[str], source: str, lines: list[str]) -> Slip:
    """A slip with what is to be typed in its place, where the page's source has enough for that."""
    if slip.code == ADDRESS:
        return slip._replace(fix=Say(*(text.format(match[0]) for text in slip.fix)))
    if slip.code == LINK and (
        nearly := next(filter(None, (p.match(source) for p in NEARLY_LINK)), None)
    ):
        right = f"[{nearly['words'].strip()}]({unicodedata.normalize('NFKC', nearly['address'])})"
        return slip._replace(fix=Say(f"「{right}」と書いてください", f"write {right}"))
    near = lines[max(0, slip.line - 1) : slip.line + 2]
    if slip.code == TABLE and any(RULE.match(line) and "|" in line for line in near):
        return slip._replace(what=BEFORE_TABLE[0], fix=BEFORE_TABLE[1])
    return slip


def _place(source: str, line: str, match: re.Match[str], start: int) -> int | None:
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


def _indented(source: str, start: int) -> Slip:
    return at(
        source,
        start,
        CODE,
        Say(
            "行頭に空白が4つ以上あるので、プログラムの枠で表示されます",
            "the line begins with four or more spaces, which makes it a box of code",
        ),
        Say("行頭の空白を消してください", "remove the spaces at its start"),
    )
