"""Items that Markdown does not see: lines with other marks run together, small indents do not nest."""

import re
from collections.abc import Iterator
from itertools import pairwise

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
            yield Fault.of(
                "markdown-list/joined",
                begin + len(line) - len(line.lstrip(" \t　")),
                form=form,
                mark=start.strip(),
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
            yield Fault.of(
                "markdown-list/level" if indent - above > 1 else "maybe-list/level",
                start,
                indent=indent,
                wanted=wanted,
                same=same,
            )
        above = indent
