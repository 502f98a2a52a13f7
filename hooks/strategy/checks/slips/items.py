"""Items that Markdown does not see: lines with other marks run together, small indents do not nest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from strategy.checks.slips.slip import LIST, MAYBE_LIST
from strategy.languages.say import Say
from strategy.problems import Fault, line_starts

# Marks that stand before an item in official documents; those that are told by themselves
# (`strategy.checks.slips.lines`) are none of these.
_MARKED = re.compile(
    r"[ \t　]*(?:(?P<mark>[○◯◎□■◇◆△▲▽▼☆★※])(?![\d○◯]|$)"
    r"|(?P<number>[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2}|[ア-ン]|[a-z])[)）]|\d{1,2}[)）]|[①-⑳㋐-㋾])(?=\S|[ 　]\S)"
    r"|(?P<kana>[ア-ン])　(?=\S))[ 　]*(?P<words>.*)"
)
# The line break that Markdown keeps.
_BREAK = re.compile(r"(?:  |\\|<br ?/?>) *$", re.IGNORECASE)
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|\d+\.)[ \t]+\S")
_STEP = 4
"""Spaces by which Python-Markdown nests a list."""


def find(text: str) -> Iterator[Fault]:
    """The lines that are meant as items and would not be shown as such."""
    yield from _run_together(text)
    yield from _not_nested(text)


def _run_together(text: str) -> Iterator[Fault]:
    """Two lines in a row, in one paragraph, that begin with marks of one kind."""
    for begin, (line, following) in zip(
        line_starts(text), pairwise(text.split("\n")), strict=False
    ):
        here, there = _MARKED.match(line), _MARKED.match(following)
        if here and there and not _BREAK.search(line) and _kind(here) == _kind(there):
            start = "1. " if here["number"] else "- "
            form = f"{start}{here['words'].strip()[:20]}"
            yield Fault(
                LIST,
                Say(
                    "1行ずつ分けて書いた行が、つながって1つの段落になります",
                    "lines that were meant as items become one paragraph",
                ),
                Say(
                    f"一覧の前に空の行を置き、どの行も「{form}」のように、"
                    f"半角の「{start.strip()}」と半角スペースで始めてください",
                    f"put an empty line above, and begin each line as in “{form}”",
                ),
                begin + len(line) - len(line.lstrip(" \t　")),
            )


def _kind(match: re.Match[str]) -> str:
    """The mark itself, or what a mark counts by."""
    return match["mark"] or ("number" if match["number"] else "kana")


def _not_nested(text: str) -> Iterator[Fault]:
    """Items that stand deeper than the one above, but not deep enough for Markdown."""
    above: int | None = None
    for start, line in zip(line_starts(text), text.split("\n"), strict=True):
        match = _ITEM.match(line)
        if match is None:
            if line.strip() and not line[0].isspace():
                above = None
            continue
        indent = len(match["indent"].expandtabs(_STEP))
        if above is not None and above < indent and above // _STEP == indent // _STEP:
            wanted = (above // _STEP + 1) * _STEP
            same = Say(f"{above}個にして", f"with {above}") if above else Say("消して", "with none")
            yield Fault(
                LIST if indent - above > 1 else MAYBE_LIST,
                Say(
                    f"行頭の空白が{indent}個なので、上の項目と同じ段階の項目になります",
                    f"with {indent} space(s) before it, this item is on the level of the one above",
                ),
                Say(
                    f"上の項目の中に入れるなら、行頭の空白を{wanted}個にしてください。"
                    f"同じ段階なら、空白を{same.ja}ください",
                    f"to put it into the one above, begin with {wanted} spaces; else {same.en}",
                ),
                start,
            )
        above = indent
