"""Marks that Markdown left in the text: whatever the reason, readers would see them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser

from strategy import markup
from strategy.fields import EMPHASIS
from strategy.pages import Page
from strategy.problems import Say
from strategy.slips.slip import (
    ADDRESS,
    CODE,
    LINK,
    LIST,
    MARK,
    NOTE,
    RULE,
    TABLE,
    TABLE_FIX,
    Pattern,
    Slip,
    at,
)

# What makes a bracket a link's: an address, a place on the page, or a file.
_TO = r"(?:https?[:：]|www\.|[#/]|[^\s()（）]*\.(?:md|html?|png|jpe?g|svg|gif|pdf|csv|json|xlsx?|docx?)\b)"

_LINK_FIX = Say(
    "「[言葉](figures.md)」のように、半角のかっこで、間を空けずに書いてください",
    "write it as [words](figures.md), without a space and with ordinary brackets",
)

# Words and an address, each in brackets of some kind, in one order or the other.
_WORDS, _ADDRESS = r"[^\[\]［］()（）\n]+", r"[^\[\]［］()（）\s]+"
_NEARLY_LINK = (
    re.compile(
        rf"[\[［](?P<words>{_WORDS})[\]］][ 　]*[(（][ 　]*(?P<address>{_ADDRESS})[ 　]*[)）]"
    ),
    re.compile(
        rf"[(（](?P<words>{_WORDS})[)）][ 　]*[\[［][ 　]*(?P<address>{_ADDRESS})[ 　]*[\]］]"
    ),
)

_IN_TEXT = (
    Pattern(re.compile(r"\*\*|＊＊"), *EMPHASIS),
    Pattern(
        re.compile("~~"),
        MARK,
        Say("「~~」は使えません。打ち消し線にはなりません", "“~~” strikes nothing out here"),
        Say("「~~」を消してください", "remove it"),
    ),
    Pattern(
        re.compile(r"\{\{(?!\s*strategy)"),  # that is told as a marker
        MARK,
        Say("「{{ }}」は使えません。そのまま表示されます", "“{{ }}” means nothing here"),
        Say(
            "データを表示するには、「<!-- strategy: 名前 -->」の目印を使ってください",
            "to show data, use a marker such as <!-- strategy: name -->",
        ),
    ),
    Pattern(
        re.compile(r"\[\^[^\]\s]+\]"),
        NOTE,
        Say("脚注の内容がありません", "the footnote has no text"),
        Say(
            "「[^1]: 脚注の内容」のように、同じ印で始まる行を、ページの終わりに書いてください",
            "write a line such as “[^1]: the note” at the end of the page",
        ),
    ),
    Pattern(
        re.compile(
            rf"[\[［][^\[\]［］]*[\]］][ 　]*[（(](?={_TO})|[（(][^()（）]+[)）][ 　]*[\[［](?={_TO})|\](?=\()|\](?=\[)|\[[^\]]*\((?={_TO})"
        ),
        LINK,
        Say("リンクの書き方が違うので、リンクになりません", "this is not how a link is written"),
        _LINK_FIX,
    ),
    Pattern(
        re.compile(r"^[ \t]*[|｜]|｜[^｜]*｜"),
        TABLE,
        Say("表の書き方が違うので、表になりません", "this is not how a table is written"),
        TABLE_FIX,
    ),
    Pattern(
        re.compile("`"),
        CODE,
        Say("「`」が閉じられていません", "“`” is not closed"),
        Say("対になる「`」を打つか、消してください", "close it, or remove it"),
    ),
)
_ADDRESS_IN_TEXT = Pattern(
    re.compile(r"https?://[A-Za-z0-9.-]+\.[a-z]{2,}(?:[!#-&*-;=?-~]*[#-&*+\-/-9=@-~])?"),
    ADDRESS,
    Say("アドレスは、そのままではリンクになりません", "an address alone does not become a link"),
    Say("「[ページの題名]({})」と書いてください", "write [title of the page]({})"),
    "note",
)
_ITEM_IN_TEXT = Pattern(
    re.compile(r"(?:[-*+]|\d{1,2}\.) "),
    LIST,
    Say(
        "箇条書きの前に空の行がないので、一覧になりません",
        "there is no empty line above the list, so that it is none",
    ),
    Say("上の文との間に、空の行を1つ入れてください", "put an empty line above it"),
)
_IN_PLACE: dict[str, tuple[Pattern, ...]] = {
    "text": (_ADDRESS_IN_TEXT,),
    "further": (_ADDRESS_IN_TEXT, _ITEM_IN_TEXT),
    "link": (),
}
_BEFORE_TABLE = (
    Say(
        "表の前に空の行がないので、表になりません",
        "there is no empty line above the table, so that it is none",
    ),
    Say("上の文との間に、空の行を1つ入れてください", "put an empty line above it"),
)


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


def find(page: Page, lines: list[str]) -> Iterator[Slip]:
    """Marks that Markdown left in the text, at their place in the source.

    What is not found there was escaped, or was made of something else.
    """
    reader = _Texts()
    reader.feed(markup.article(page.body, page.language))
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
        for slip in (*_IN_TEXT, *_IN_PLACE[kind]):
            match = slip.pattern.match(line) if slip is _ITEM_IN_TEXT else slip.pattern.search(line)
            if match and (offset := _place(source, line, match, max(start, 0))) is not None:
                found = at(source, offset, slip.code, slip.what, slip.fix)
                yield _exactly(found._replace(level=slip.level), match, source[offset:], lines)
                if slip.code == LINK:
                    break  # its address is told with it


def _exactly(slip: Slip, match: re.Match[str], source: str, lines: list[str]) -> Slip:
    """A slip with what is to be typed in its place, where the page's source has enough for that."""
    if slip.code == ADDRESS:
        return slip._replace(fix=Say(*(text.format(match[0]) for text in slip.fix)))
    if slip.code == LINK and (
        nearly := next(filter(None, (p.match(source) for p in _NEARLY_LINK)), None)
    ):
        right = f"[{nearly['words'].strip()}]({unicodedata.normalize('NFKC', nearly['address'])})"
        return slip._replace(fix=Say(f"「{right}」と書いてください", f"write {right}"))
    near = lines[max(0, slip.line - 1) : slip.line + 2]
    if slip.code == TABLE and any(RULE.match(line) and "|" in line for line in near):
        return slip._replace(what=_BEFORE_TABLE[0], fix=_BEFORE_TABLE[1])
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
