"""A page's file as a whole: its characters, and the ``---`` lines around what it says of itself.

What is wrong here would be told again as something else, in every line below.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from strategy.languages.say import Say
from strategy.problems import Location, Problems
from strategy.reading import unseen

# What UTF-8 looks like that was opened as Shift_JIS or as a western encoding, and what is lost.
_GARBLED = re.compile(
    "\ufffd+|(?:[縺繧繝][^\n]?){3,}|(?:[ãåæçèé][\u0080-\u00ff\u2013-\u203a\u20ac\u0152-\u017e][^\n]?){3,}"
)
_LINE = re.compile(r"(?:---|\.\.\.)[ \t]*")
_NEARLY = re.compile(r"[ \t　]*[-ー－—–―−‐]{2,}[ \t　]*")


class Fault(NamedTuple):
    """What is wrong on a line of the file, and what would be right."""

    line: int
    what: Say
    fix: Say


def check(text: str, file: str, problems: Problems) -> bool:
    """Report what makes a page unreadable, and characters that nobody sees; whether it can be read."""
    if match := _GARBLED.search(text):
        before = text[: match.start()]
        column = len(before.rpartition("\n")[2]) + 1
        problems.report(
            "garbled",
            Location(file, before.count("\n") + 1, column),
            Say(
                f"文字化けしています（「{match[0][:10]}」）",
                f"the text is garbled (“{match[0][:10]}”)",
            ),
            Say(
                "変更を取り消し、もとのファイルを文字コード「UTF-8」で開いて、もう一度直してください",
                "undo the change, open the file as UTF-8, and change it anew",
            ),
        )
        return False
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        for found in unseen.find(line):
            where = Location(file, number, found.column + 1)
            problems.report("invisible-character", where, found.what, found.fix)
    fault = _opening(lines) or _closing(lines)
    if fault:
        problems.report("front-matter", Location(file, fault.line), fault.what, fault.fix)
    return fault is None


def _opening(lines: list[str]) -> Fault | None:
    """What is wrong with the ``---`` at the top, where something looks like it."""
    written = next((line for line in lines if line.strip()), "")
    if _NEARLY.fullmatch(lines[0]) and not _LINE.fullmatch(lines[0]):
        return _is_not(1, lines[0])
    if _LINE.fullmatch(written) and written is not lines[0]:
        what = Say("先頭の「---」の前に空の行があります", "an empty line stands above ---")
        return Fault(1, what, Say("空の行を消してください", "remove it"))
    if re.match(r"description\s*[:：]", written):
        what = Say("先頭の「---」の行がありません", "there is no --- at the top")
        return Fault(1, what, Say("1行目に「---」と打ってください", "write --- on line 1"))
    return None


def _closing(lines: list[str]) -> Fault | None:
    """What is wrong with the ``---`` below the description, where there is one at the top."""
    inside = takewhile(lambda line: not _LINE.fullmatch(line), lines[1:])
    for number, line in enumerate(inside if _LINE.fullmatch(lines[0]) else (), 2):
        if _NEARLY.fullmatch(line):
            return _is_not(number, line)
        if re.match(r"#+ ", line) and not lines[number - 2].strip():  # a title, no remark
            what = Say(
                "「description:」の後の「---」の行がありません", "there is no --- below description"
            )
            fix = Say("この行に「---」と打ってください", "write --- on this line")
            return Fault(number - 1, what, fix)
    return None


def _is_not(number: int, line: str) -> Fault:
    shown = line.strip()[:10]
    what = Say(f"「{shown}」は、半角の「---」ではありません", f"“{shown}” is not ---")
    fix = Say(
        "半角のハイフン3つ「---」だけの行にしてください", "make it a line of three hyphens, ---"
    )
    return Fault(number, what, fix)
