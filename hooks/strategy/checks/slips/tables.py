"""Tables whose rows do not fit their head: what is too much would be lost without a word."""

import re
from collections.abc import Iterator

from strategy.checks.slips.slip import RULE
from strategy.problems import Fault, line_starts


def find(text: str) -> Iterator[Fault]:
    """The rows with more or fewer cells than the head."""
    lines, starts = text.split("\n"), line_starts(text)
    for number, line in enumerate(lines[1:], 1):
        if "|" not in line or not RULE.match(line) or "|" not in lines[number - 1]:
            continue
        head, rule = _cells(lines[number - 1]), _cells(line)
        if head != rule:
            yield Fault.of(
                "markdown-table/rule", starts[number - 1], head=head, rule=rule, cells="---|" * head
            )
            continue
        for row, cells in enumerate(lines[number + 1 :], number + 1):
            if not cells.strip():
                break
            if (count := _cells(cells)) != head:
                if "|" in cells:
                    yield Fault.of("table-cells", starts[row], head=head, count=count)
                else:
                    yield Fault.of("table-cells/text", starts[row])


def _cells(line: str) -> int:
    inner = re.sub(r"^[ \t]*\||(?<!\\)\|[ \t]*$", "", line)
    return len(re.split(r"(?<!\\)\|", inner))
