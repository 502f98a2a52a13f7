"""Lines that are gone: ``- id: …``, so that two items run into one, or ``text:`` above what it holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from strategy.guess import Guess, edited
from strategy.problems import Say
from strategy.yaml_lines import KeyLine, key_lines
from strategy.yaml_syntax import Fault

_WORD = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_ID_LINE = re.compile(r"^ *(?:- +)?id: +(\S+)", re.MULTILINE)

Written = Callable[[], Iterator[str]]
"""Texts in which the ids of items may be named, those that are surest first."""


def items(lines: list[str], written: Written) -> Iterator[Guess]:
    """Each place where an item seems to have lost its first line, with that line."""
    found = key_lines(lines)
    for index, line in enumerate(found):
        if index and not line.is_item and _lacks_beginning(found, index):
            yield from _restored(lines, found, index, written)


def keys(lines: list[str], near: set[int], top: Iterable[str]) -> Iterator[Guess]:
    """Lines like ``text:`` that may be gone above the lines ``near``, or at the beginning.

    ``top`` are the keys of the whole file.
    """
    found = key_lines(lines)
    above = {
        (holder.key, line.is_item, line.key)
        for holder, line in pairwise(found)
        if not holder.value and not holder.is_item and line.indent == holder.indent + 2
    }
    at_top = {line.key for line in found if not line.indent and not line.is_item}
    for line in found:
        if line.number not in near and line is not found[0]:
            continue
        known = {key for key, is_item, held in above if (is_item, held) == (line.is_item, line.key)}
        names = {*known, *(set(top) - at_top if line.indent == 2 else ())}
        for key in sorted(names):
            indent = line.indent - 2
            fault = _gone(line, f"{key}:", f"{key}:", Say(
                f"（行頭の空白は{indent}個）", f" ({indent} leading spaces)"
            ))  # fmt: skip
            first = f"{' ' * indent}{key}:"
            text = edited(lines, line.number, first, lines[line.number])
            yield Guess(fault, text, is_bold=True)


def marks(lines: list[str], near: set[int]) -> Iterator[Guess]:
    """Lines with the mark of an item where there is none, and without it where there is.

    Those ``near``, and all with a key that items begin with.
    """
    found = key_lines(lines)
    places = {(line.key, line.indent) for line in found if line.is_item}
    first = {key for key, _indent in places}
    for line in found:
        if line.number not in near and (line.is_item or line.key not in first):
            continue
        text = lines[line.number].lstrip(" ").removeprefix("- ").lstrip(" ")
        if line.is_item:
            fix = Say("「- 」を消し、半角スペースを2つ打ってください", "type two spaces instead")
            what = Say("「- 」は、項目の初めの行だけに付けます", "“- ” is for an item’s first line")
            yield _marked(lines, line, " " * line.level + text, what, fix)._replace(is_bold=True)
            continue
        for indent in (line.indent, line.indent - 2):
            if (line.key, indent) in places:
                what = Say("項目の印「- 」がありません", "the mark of the item “- ” is missing")
                fix = Say(
                    f"「- {text}」と書いてください（「- 」の前の空白は{indent}個）",
                    f"write “- {text}” ({indent} spaces before “- ”)",
                )
                yield _marked(lines, line, f"{' ' * indent}- {text}", what, fix)


def _marked(lines: list[str], line: KeyLine, written: str, what: Say, fix: Say) -> Guess:
    fault = Fault(line.number, line.indent, "yaml-mark", what, fix)
    return Guess(fault, edited(lines, line.number, written))


def _lacks_beginning(found: list[KeyLine], index: int) -> bool:
    """Whether a key is there twice, or stands where only an item can begin."""
    line, above = found[index], found[index - 1]
    if above.level < line.level:
        return not above.value and line.indent == above.level + 4
    for other in reversed(found[:index]):
        if other.level == line.level and other.key == line.key:
            return True
        if other.level < line.level or (other.is_item and other.level == line.level):
            return False
    return False


def _restored(
    lines: list[str], found: list[KeyLine], index: int, written: Written
) -> Iterator[Guess]:
    line = found[index]
    indent = line.indent - 2
    alike = [
        each
        for each, below in pairwise(found)
        if each.is_item and each.indent == indent and below.key == line.key
    ]
    if not alike:
        return
    key = Counter(each.key for each in alike).most_common(1)[0][0]
    alike = [each for each in alike if each.key == key]
    value, shown, sure = alike[0].value, "…", True
    if key == "id":
        idents = [each.value for each in alike]
        ident, sure = _ident(found, index, idents, written)
        value, shown = ident or f"{value}-2", ident or _form(idents)
    either = Say("", "") if sure else Say(
        f"。「{line.key}」を2回書いた場合は、どちらか一方を消してください",
        f"; if “{line.key}” was typed twice, remove one of the two",
    )  # fmt: skip
    where = Say(
        f"（「- 」の前の空白は{indent}個）{either.ja}", f" ({indent} spaces before “- ”){either.en}"
    )
    fault = _gone(line, f"- {key}: …", f"- {key}: {shown}", where)
    first = f"{' ' * indent}- {key}: {value}"
    yield Guess(fault, edited(lines, line.number, first, lines[line.number]))


def _gone(line: KeyLine, known: str, whole: str, where: Say) -> Fault:
    """The fault that a line is gone above another: what is known of it, and how it is to be typed."""
    return Fault(
        line.number,
        line.indent,
        "missing-line",
        Say(
            f"{line.number}行目と{line.number + 1}行目の間で「{known}」の行が消えているようです",
            f"a line “{known}” seems to be gone between lines {line.number} and {line.number + 1}",
        ),
        Say(
            f"「{whole}」の行を書き戻してください{where.ja}",
            f"restore the line “{whole}”{where.en}",
        ),
    )


def _form(idents: list[str]) -> str:
    """How the ids of a list begin, and that something follows."""
    begin = {ident.partition(".")[0] for ident in idents if "." in ident}
    return f"{begin.pop()}.…" if len(begin) == 1 else "…"


def _ident(
    found: list[KeyLine], index: int, alike: list[str], written: Written
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
