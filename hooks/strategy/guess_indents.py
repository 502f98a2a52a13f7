"""Lines that stand too far left or right, judged by how the same keys stand elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from strategy.guess import Guess, edited
from strategy.problems import Say
from strategy.yaml_lines import KeyLine, key_lines
from strategy.yaml_syntax import Fault

_Shape = tuple[bool, str]


def indents(lines: list[str]) -> Iterator[Guess]:
    """Each line that stands to the one above it as no such pair does elsewhere in the file."""
    found = key_lines(lines)
    steps: dict[tuple[_Shape, _Shape], Counter[int]] = defaultdict(Counter)
    pairs = list(pairwise(found))
    for above, line in pairs:
        steps[_shape(above), _shape(line)][line.indent - above.indent] += 1
    for above, line in pairs:
        usual = steps[_shape(above), _shape(line)].copy()
        usual[line.indent - above.indent] -= 1
        if usual[line.indent - above.indent] <= 0:
            for step, times in usual.most_common():
                if times > 0:
                    yield _moved(lines, line, above.indent + step)


def any_indents(lines: list[str], near: set[int]) -> Iterator[Guess]:
    """The lines ``near``, and the first, at each place where a line of the file stands."""
    found = key_lines(lines)
    near_by = [line for line in found if line.number in near or line is found[0]]
    for indent in sorted({0, *(line.indent for line in found)}):
        for line in near_by:
            if indent != line.indent:
                yield _moved(lines, line, indent)


def _shape(line: KeyLine) -> _Shape:
    return line.is_item, line.key


def _moved(lines: list[str], line: KeyLine, indent: int) -> Guess:
    """The guess that a line is to have so many leading spaces."""
    where = Say("「- 」の前の空白", "spaces before “- ”") if line.is_item else Say(
        "行頭の空白", "leading spaces"
    )  # fmt: skip
    fault = Fault(
        line.number,
        line.indent,
        "yaml-indent",
        Say(
            f"字下げがそろっていません（{where.ja}：{line.indent}個）",
            f"the indentation is not aligned ({line.indent} {where.en})",
        ),
        Say(f"{where.ja}を{indent}個にしてください", f"give it {indent} {where.en}"),
    )
    return Guess(fault, edited(lines, line.number, " " * indent + lines[line.number].lstrip(" ")))
