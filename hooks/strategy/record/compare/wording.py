"""What changed within a text, word by word, as people read it.

A computed difference is exact but restless: it keeps every comma and particle that two sentences
have in common by chance. What is shown here is quieter, and still exact: the pieces without the
insertions are the old text, without the deletions the new.
"""

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from strategy.languages.say import Language
from strategy.record.compare.words import words

# Texts with less in common are shown one after the other: what they share is chance.
ALIKE = 0.3
# But a short text that is nearly all there in a long one, or the other way round, was extended.
CONTAINED = 0.8

_ENDS = re.compile(r"[。！？!?]$|\.$")
_PAUSES = re.compile(r"[、，,;；：:・)）」』\s]$")
_OPENS = re.compile(r"^[(（「『\s]")


class Piece(NamedTuple):
    """A part of a text, in the old only, in the new only, or in both."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


@dataclass
class _Step:
    """A change, as words, and what is the same after it."""

    deleted: list[str] = field(default_factory=list)
    inserted: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)


@lru_cache(maxsize=2**14)  # page, sheet and print of a comparison ask for the same
def changes(old: str, new: str, language: Language) -> tuple[Piece, ...]:
    """The pieces of both texts in the order of reading, a deletion before what replaces it."""
    steps = _merged(_steps(words(old, language), words(new, language)))
    _slide(steps)
    steps = _merged(steps)  # what slid may now touch another change
    same = sum(len("".join(step.same).strip()) for step in steps)
    shorter, both = min(len(old), len(new)), len(old) + len(new)
    if both and 2 * same < ALIKE * both and same < CONTAINED * shorter:
        steps = [_Step([old], [new])]
    pieces = [Piece(kind, "".join(part)) for step in steps for kind, part in _parts(step) if part]
    return tuple(pieces)


def _parts(step: _Step) -> tuple[tuple[Literal["same", "deleted", "inserted"], list[str]], ...]:
    return ("deleted", step.deleted), ("inserted", step.inserted), ("same", step.same)


def _steps(old: list[str], new: list[str]) -> list[_Step]:
    """The difference; the first step has no change, only what the texts begin with."""
    # Most of a long text is before and after the change: taking that off first saves the work.
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    steps = [_Step(same=old[:first])]
    tail = old[len(old) - last :]
    old, new = old[first : len(old) - last], new[first : len(new) - last]
    # No junk by frequency: in Japanese the most frequent words are what holds a sentence together.
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            steps[-1].same += old[old_start:old_end]
        else:
            steps.append(_Step(old[old_start:old_end], new[new_start:new_end]))
    steps[-1].same += tail
    return steps


def _alike(one: list[str], other: list[str]) -> int:
    """How many words two texts begin with that are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (word, same) in pairs if word != same), min(len(one), len(other)))


def _merged(steps: list[_Step]) -> list[_Step]:
    """The steps without what is the same between two changes, but only a sign long or a space.

    If both changes only add, or only take away, it stays: 「A、B」 in 「Aと、Bも」 is still there.
    """
    merged = steps[:2]
    for step in steps[2:]:
        last = merged[-1]
        between = "".join(last.same)
        replaces = (last.deleted or step.deleted) and (last.inserted or step.inserted)
        if not between or (len(between.strip()) <= 1 and replaces):
            last.deleted += last.same + step.deleted
            last.inserted += last.same + step.inserted
            last.same = step.same
        else:
            merged.append(step)
    return merged


def _slide(steps: list[_Step]) -> None:
    """Move what was only added, or only taken away, to where a sentence or a phrase ends.

    After 「Aです。」 another 「Bです。」 was added, not 「Bです。」 with the end of the first.
    """
    for before, step in pairwise(steps):
        change = step.inserted or step.deleted
        if step.inserted and step.deleted:
            continue
        row = before.same + change + step.same
        size, start = len(change), len(before.same)
        first, last = start, start
        while first and row[first - 1] == row[first + size - 1]:
            first -= 1
        while last + size < len(row) and row[last] == row[last + size]:
            last += 1
        best = max(range(first, last + 1), key=lambda at: (_ease(row, at, size), at == start))
        before.same[:], step.same[:] = row[:best], row[best + size :]
        change[:] = row[best : best + size]


def _ease(row: list[str], start: int, size: int) -> int:
    """How well a change from ``start`` reads: how its beginning and its end fall in the text."""
    return _rest(row, start) + _rest(row, start + size)


def _rest(row: list[str], place: int) -> int:
    if place in (0, len(row)) or _ENDS.search(row[place - 1]):
        return 3
    if _PAUSES.search(row[place - 1]):
        return 2
    return 1 if _OPENS.search(row[place]) else 0
