"""Lines that stand too far left or right, judged by how the same keys stand elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from strategy.languages.say import Say
from strategy.problems import Fault
from strategy.reading.guesses.guess import Guess, edited, offset
from strategy.reading.yaml_lines import KeyLine, key_lines

_Shape = tuple[bool, str]


def indents(lines: list[str]) -> Iterator[Guess]:
    """Each line that stands to the one above it as no such pair does elsewhere in the file."""
    for above, line, usual in _odd(key_lines(lines)):
        for step, _times in usual.most_common():
            yield _moved(lines, line, above.indent + step)


def any_indents(lines: list[str], near: set[int]) -> Iterator[Guess]:
    """The lines ``near``, the first, and those without their like, at each place where lines stand."""
    found = key_lines(lines)
    alone = {line.number for _above, line, usual in _odd(found) if not usual}
    places = sorted({0, *(line.indent for line in found)})
    for indent in places:
        for line in found:
            if indent != line.indent and (line.number in near | alone or line is found[0]):
                yield _moved(lines, line, indent)._replace(is_bold=True)


def _odd(found: list[KeyLine]) -> Iterator[tuple[KeyLine, KeyLine, Counter[int]]]:
    """Lines with the one above them, whose step in is not that of such lines elsewhere, which follow."""
    steps: dict[tuple[_Shape, _Shape], Counter[int]] = defaultdict(Counter)
    for above, line in pairwise(found):
        steps[_shape(above), _shape(line)][line.indent - above.indent] += 1
    for above, line in pairwise(found):
        step = line.indent - above.indent
        elsewhere = steps[_shape(above), _shape(line)] - Counter([step])
        if step not in elsewhere:
            yield above, line, elsewhere


def _shape(line: KeyLine) -> _Shape:
    return line.is_item, line.key


def _moved(lines: list[str], line: KeyLine, indent: int) -> Guess:
    """The guess that a line is to have so many leading spaces."""
    where = Say("「- 」の前の空白", "spaces before “- ”") if line.is_item else Say(
        "行頭の空白", "leading spaces"
    )  # fmt: skip
    fault = Fault.of(
        "yaml-indent",
        offset(lines, line.number, line.indent),
        found=line.indent,
        where=where,
        indent=indent,
    )
    return Guess(fault, edited(lines, line.number, " " * indent + lines[line.number].lstrip(" ")))
