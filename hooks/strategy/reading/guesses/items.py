"""Lines that are gone, and marks of items that are missing or needless.

Without ``- id: …`` two items run into one; without ``text:`` nothing holds the lines below it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from strategy.languages.say import NOTHING, Say
from strategy.problems import Fault
from strategy.reading.guesses.guess import Guess, edited, offset
from strategy.reading.guesses.ids import Texts, lost_id
from strategy.reading.yaml_lines import KeyLine, key_lines


def items(lines: list[str], written: Texts) -> Iterator[Guess]:
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
            fault = _gone(lines, line, f"{key}:", f"{key}:", Say(
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
        at = offset(lines, line.number, line.indent)
        if line.is_item:
            fault = Fault.of("yaml-mark/needless", at)
            yield Guess(fault, edited(lines, line.number, " " * line.level + text), is_bold=True)
            continue
        for indent in (line.indent, line.indent - 2):
            if (line.key, indent) in places:
                fault = Fault.of("yaml-mark/missing", at, text=text, indent=indent)
                yield Guess(fault, edited(lines, line.number, f"{' ' * indent}- {text}"))


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
    lines: list[str], found: list[KeyLine], index: int, written: Texts
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
        ident, sure = lost_id(found, index, idents, written)
        value, shown = ident or f"{value}-2", ident or _form(idents)
    either = NOTHING if sure else Say(
        f"。「{line.key}」を2回書いた場合は、どちらか一方を消してください",
        f"; if “{line.key}” was typed twice, remove one of the two",
    )  # fmt: skip
    where = Say(
        f"（「- 」の前の空白は{indent}個）{either.ja}", f" ({indent} spaces before “- ”){either.en}"
    )
    fault = _gone(lines, line, f"- {key}: …", f"- {key}: {shown}", where)
    first = f"{' ' * indent}- {key}: {value}"
    yield Guess(fault, edited(lines, line.number, first, lines[line.number]))


def _gone(lines: list[str], line: KeyLine, known: str, whole: str, where: Say) -> Fault:
    """The fault that a line is gone above another: what is known of it, and how it is to be typed."""
    return Fault.of(
        "missing-line",
        offset(lines, line.number, line.indent),
        line=line.number,
        next_line=line.number + 1,
        known=known,
        whole=whole,
        where=where,
    )


def _form(idents: list[str]) -> str:
    """How the ids of a list begin, and that something follows."""
    begin = {ident.partition(".")[0] for ident in idents if "." in ident}
    return f"{begin.pop()}.…" if len(begin) == 1 else "…"
