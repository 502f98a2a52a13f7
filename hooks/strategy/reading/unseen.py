"""Characters that nobody sees, or that others see as something else, in any file of the project."""

import re
from collections.abc import Iterator

from strategy.problems import Fault

# Unicode, chapter 23: format characters, fillers and controls. What shapes emoji and variants of
# kanji (U+FE00 to U+FE0F, U+E0100 to U+E01EF) belongs to the character before it.
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3164\uffa0]")
_NOTHING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")


def find(text: str) -> Iterator[Fault]:
    """One fault a line for all its characters of a kind, where the first stands."""
    start = 0
    for line in text.split("\n"):
        yield from _in_line(line, start)
        start += len(line) + 1


def _in_line(line: str, start: int) -> Iterator[Fault]:
    for pattern, name in _KINDS:
        if found := pattern.findall(line):
            code = f"U+{ord(found[0]):04X}"
            yield Fault.of(name, start + line.index(found[0]), code=code, count=len(found))


_KINDS = (
    (_SPACES, "invisible-character/space"),
    (_NOTHING, "invisible-character/nothing"),
    (_PRIVATE, "invisible-character/private"),
)
