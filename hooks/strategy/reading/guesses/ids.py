"""Which id an item had whose first line is gone."""

import re
from collections.abc import Callable, Iterator

from strategy.reading.yaml_lines import KeyLine

_WORD = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_ID_LINE = re.compile(r"^ *(?:- +)?id: +(\S+)", re.MULTILINE)

Texts = Callable[[], Iterator[str]]
"""Texts in which the ids of items may be named, those that are surest first."""


def lost_id(
    found: list[KeyLine], index: int, alike: list[str], written: Texts
) -> tuple[str | None, bool]:
    """The id that is gone, and whether an item is sure to be gone; None if its id cannot be known."""
    texts = list(written())
    used = _used(found) | {ident for text in texts for ident in _ID_LINE.findall(text)}
    before, after = _beside(found, index, -1), _beside(found, index, 1)
    if nested := _from_nested(found, index, before or after):
        return nested, True
    shapes = re.compile("|".join({_shape(ident) for ident in before + after or alike}))
    known = [
        {word for word in _WORD.findall(text) if shapes.fullmatch(word)} - used for text in texts
    ]
    numbered = _number(before, after, used)
    if numbered:
        return numbered, any(numbered in words for words in known)
    for words in known:
        if len(words) == 1:
            return words.pop(), True
    return None, True


def _used(found: list[KeyLine]) -> set[str]:
    """The ids of the file, those that are retired at its end too."""
    used = {line.value for line in found if line.key == "id"}
    retired = next((i for i, line in enumerate(found) if line.key == "retired"), len(found))
    return used | {word for line in found[retired:] for word in _WORD.findall(line.value)}


def _beside(found: list[KeyLine], index: int, step: int) -> list[str]:
    """The ids of the items before or after in the same list, the nearest first."""
    indent, idents = found[index].indent - 2, []
    at = index + step
    while 0 <= at < len(found) and found[at].indent >= indent:
        if found[at].indent == indent and found[at].is_item and found[at].key == "id":
            idents.append(found[at].value)
        at += step
    return idents


def _from_nested(found: list[KeyLine], index: int, beside: list[str]) -> str | None:
    """The id by those of the item's own items, where a neighbour's name theirs: r4-12.event.1."""

    def nested(at: int, indent: int) -> str | None:
        for line in found[at:]:
            if line.indent <= indent:
                return None
            if line.key == "id":
                return line.value
        return None

    for ident in beside[:1]:
        at = next(i for i, line in enumerate(found) if line.key == "id" and line.value == ident)
        theirs, own = nested(at + 1, found[at].indent), nested(index, found[index].indent - 2)
        if theirs and own and ident in theirs:
            begin = theirs.partition(ident)[0]
            return own.removeprefix(begin).partition(".")[0]
    return None


def _shape(ident: str) -> str:
    """A pattern of ids of one kind: the same first word, or the same but for its numbers."""
    word, dot, _ = ident.partition(".")
    if dot and not re.search(r"\d", word):
        return rf"{word}\.[a-z0-9.-]+"
    return re.sub(r"\d+", r"\\d+", re.escape(ident))


def _number(before: list[str], after: list[str], used: set[str]) -> str | None:
    """The number between the neighbours, or the next."""
    parts = [re.fullmatch(r"(.*?)(\d+)", ident) for ident in before + after]
    stems = {part[1] for part in parts if part}
    if len(stems) != 1 or not all(parts):
        return None
    stem = stems.pop()
    number = int(before[0].removeprefix(stem)) + 1 if before else (
        int(after[0].removeprefix(stem)) - 1
    )  # fmt: skip
    while f"{stem}{number}" in used and not after:
        number += 1
    ident = f"{stem}{number}"
    return ident if number > 0 and ident not in used else None
