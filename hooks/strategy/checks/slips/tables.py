"""Tables whose rows do not fit their head: what is too much would be lost without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy.checks.slips.slip import CELLS, RULE, TABLE
from strategy.languages.say import Say
from strategy.problems import Fault, line_starts


def find(text: str) -> Iterator[Fault]:
    """The rows with more or fewer cells than the head."""
    lines, starts = text.split("\n"), line_starts(text)
    for number, line in enumerate(lines[1:], 1):
        if "|" not in line or not RULE.match(line) or "|" not in lines[number - 1]:
            continue
        head, rule = _cells(lines[number - 1]), _cells(line)
        if head != rule:
            yield Fault(
                TABLE,
                Say(
                    f"表の見出しは{head}列ですが、次の行の「---」は{rule}個です",
                    f"the table’s head has {head} cells, the line below it {rule} times “---”",
                ),
                Say(
                    f"「---」を{head}個にしてください：「|{'---|' * head}」",
                    f"write |{'---|' * head}",
                ),
                starts[number - 1],
            )
            continue
        for row, cells in enumerate(lines[number + 1 :], number + 1):
            if not cells.strip():
                break
            if (count := _cells(cells)) != head:
                yield Fault(CELLS, *_of_row(cells, count, head), starts[row])


def _cells(line: str) -> int:
    inner = re.sub(r"^[ \t]*\||(?<!\\)\|[ \t]*$", "", line)
    return len(re.split(r"(?<!\\)\|", inner))


def _of_row(line: str, count: int, head: int) -> tuple[Say, Say]:
    if "|" not in line:
        return (
            Say(
                "表のすぐ後に文があるので、表の行になります", "this line becomes a row of the table"
            ),
            Say("表の後に、空の行を1つ入れてください", "put an empty line below the table"),
        )
    return (
        Say(
            f"表の見出しは{head}列ですが、この行は{count}列です",
            f"the table’s head has {head} cells, this row {count}",
        ),
        Say(
            f"{head}列にそろえてください（空の欄も「|」で区切り、文字の「|」は「\\|」と書きます）",
            f"make it {head} (an empty cell has its “|” too; write the character itself as \\|)",
        ),
    )
