"""A guess at what somebody meant to type: the fault that it would be, and the file as it was meant."""

from typing import NamedTuple

from strategy.problems import Fault


class Guess(NamedTuple):
    """A fault, and the whole text of the file with the fault mended.

    One that ``is_bold`` is believed only if nothing at all is wrong with that text.
    """

    fault: Fault
    text: str
    is_bold: bool = False


def edited(lines: list[str], number: int, *instead: str) -> str:
    """The text with other lines in the place of one."""
    return "\n".join([*lines[:number], *instead, *lines[number + 1 :]])


def offset(lines: list[str], number: int, column: int) -> int:
    """Where a character of a line, both from 0, stands in the text of all lines."""
    return sum(len(line) + 1 for line in lines[:number]) + column
