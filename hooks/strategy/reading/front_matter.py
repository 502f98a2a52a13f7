"""A page's file as a whole: its characters, and the ``---`` lines around what it says of itself.

What is wrong here would be told again as something else, in every line below.
"""

import re
from itertools import takewhile

from strategy.problems import Fault, Problems, line_starts, location_of
from strategy.reading import unseen

# What UTF-8 looks like that was opened as Shift_JIS or as a western encoding, and what is lost.
_GARBLED = re.compile(
    "\ufffd+|(?:[縺繧繝][^\n]?){3,}|(?:[ãåæçèé][\u0080-\u00ff\u2013-\u203a\u20ac\u0152-\u017e][^\n]?){3,}"
)
_LINE = re.compile(r"(?:---|\.\.\.)[ \t]*")
_NEARLY = re.compile(r"[ \t　]*[-ー－—–―−‐]{2,}[ \t　]*")


def check(text: str, file: str, problems: Problems) -> bool:
    """Report what makes a page unreadable, and characters that nobody sees; whether it can be read."""
    if match := _GARBLED.search(text):
        problems.tell("garbled", location_of(text, match.start(), file), found=match[0][:10])
        return False
    lines = text.split("\n")
    fault = _opening(lines) or _closing(text, lines)
    for found in (*unseen.find(text), *filter(None, [fault])):
        problems.add(found.at(location_of(text, found.start, file)))
    return fault is None


def _opening(lines: list[str]) -> Fault | None:
    """What is wrong with the ``---`` at the top, where something looks like it."""
    written = next((line for line in lines if line.strip()), "")
    if _NEARLY.fullmatch(lines[0]) and not _LINE.fullmatch(lines[0]):
        return _is_not(lines[0], 0)
    if _LINE.fullmatch(written) and written is not lines[0]:
        return Fault.of("front-matter/empty-line")
    if re.match(r"description\s*[:：]", written):
        return Fault.of("front-matter/not-opened")
    return None


def _closing(text: str, lines: list[str]) -> Fault | None:
    """What is wrong with the ``---`` below the description, where there is one at the top."""
    inside = takewhile(lambda line: not _LINE.fullmatch(line), lines[1:])
    starts = line_starts(text)
    for number, line in enumerate(inside if _LINE.fullmatch(lines[0]) else (), 1):
        if _NEARLY.fullmatch(line):
            return _is_not(line, starts[number])
        if re.match(r"#+ ", line) and not lines[number - 1].strip():  # a title, no remark
            return Fault.of("front-matter/not-closed", starts[number - 1])
    return None


def _is_not(line: str, start: int) -> Fault:
    return Fault.of("front-matter/hyphens", start, found=line.strip()[:10])
