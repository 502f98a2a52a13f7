"""Slips that a line of the source shows by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from strategy.checks.slips.slip import LINK, LIST, MAYBE_LIST, TABLE, TABLE_FIX, Pattern
from strategy.languages.say import Say
from strategy.problems import Fault, line_starts

_PICTURE = r"[^\n()（）]*\.(?:png|jpe?g|svg|gif)[)）]"

_LIST_FIX = Say(
    "「- 項目」のように、行頭に半角の「-」と半角スペースを打ってください",
    "begin the line with “-” and a space, as in “- item”",
)
_PICTURE_FIX = Say(
    "「![何の画像か](ファイル名)」のように、すべて半角で、間を空けずに書いてください",
    "write it as ![what it shows](file), without a space and with ordinary marks",
)
_IN_LINES = (
    Pattern(
        re.compile(r"[ \t　]*[・•●◦]"),
        Fault(
            LIST,
            Say("箇条書きの印の打ち方が違います", "this is not how an item of a list begins"),
            _LIST_FIX,
        ),
    ),
    Pattern(
        re.compile(r"[ \t　]*[－ー–−‐＊＋][ 　]"),
        Fault(
            LIST,
            Say("箇条書きの印が全角です", "the mark of the item is not an ordinary “-”"),
            _LIST_FIX,
        ),
    ),
    Pattern(
        re.compile(r"[ \t]*　[ \t　]*(?:[-*+]|\d+[.)])[ 　]"),
        Fault(
            LIST,
            Say(
                "箇条書きの印の前に全角スペースがあります",
                "there is a full-width space before the item",
            ),
            Say("行頭の全角スペースを消してください", "remove it"),
        ),
    ),
    Pattern(
        re.compile(
            r"[ \t]*(?:-(?=[^\x00-\x7f])|[*](?=[^\x00-\x7f*][^*]*$)|\d{1,2}[.)](?=[^\x00-\x7f]))"
        ),
        Fault(
            LIST,
            Say(
                "箇条書きの印の後に半角スペースがありません",
                "there is no space after the mark of the item",
            ),
            Say(
                "「- 項目」「1. 項目」のように、印の後に半角スペースを1つ打ってください",
                "put a space after it, as in “- item” or “1. item”",
            ),
        ),
    ),
    Pattern(
        re.compile(r"[ \t　]*\d{1,2}．"),
        Fault(
            MAYBE_LIST,
            Say(
                "番号の後の点が全角なので、一覧になりません",
                "the point after the number is full-width, which makes no list",
            ),
            Say(
                "一覧なら、「1. 項目」のように、半角の点と半角スペースを打ってください",
                "if this is a list, write “1. item”",
            ),
        ),
    ),
    Pattern(
        re.compile(r"(?![ \t]*(?:[-*+#:]+|\d+[.)])\t)[^\t]*[^\t ][ ]*\t+ *\S"),
        Fault(
            TABLE,
            Say(
                "Tabで区切られています。表計算ソフトから貼り付けた表は、そのままでは表になりません",
                "there are tabs in the line; what is pasted from a spreadsheet is no table",
            ),
            TABLE_FIX,
        ),
    ),
    Pattern(
        re.compile(
            rf"[^\n]*?(?=[!！][ 　]*[\[［][^\[\]［］]*[\]］][ 　]*[(（]{_PICTURE})(?!!\[[^\]]*\]\()"
        ),
        Fault(
            LINK,
            Say("画像の書き方が違います", "this is not how a picture is written"),
            _PICTURE_FIX,
        ),
    ),
)


def find(text: str) -> Iterator[Fault]:
    """The slips of a page's lines, at most one a line."""
    for start, line in zip(line_starts(text), text.split("\n"), strict=True):
        for pattern, fault in _IN_LINES:
            if match := pattern.match(line):
                at = match.end() if fault.code == LINK else len(line) - len(line.lstrip(" \t"))
                yield replace(fault, start=start + at)
                break
