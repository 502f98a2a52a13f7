"""Slips that the lines of a YAML file show by their look.

The usual ones of a Japanese keyboard, of values that begin with a symbol, and characters that nobody
sees.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from strategy.languages.say import Say
from strategy.problems import Fault, line_starts, location_of, to_write
from strategy.reading import unseen

_TAB_INDENT = Fault.of("yaml-tab")
_WIDE_INDENT = Fault.of("yaml-fullwidth/indent")
_OTHER_INDENT = Fault.of("yaml-space")
_INDENTS = {fault.what for fault in (_TAB_INDENT, _WIDE_INDENT, _OTHER_INDENT)}
_OTHER_SPACE = re.compile(
    r" *(?:- +)*([\xa0\u1680\u2000-\u200a\u202f\u205f\u3000])[\s-]*(?:- |[A-Za-z_][\w.-]*:(?: |$))"
)
_FULLWIDTH_SEPARATOR = Fault.of("yaml-fullwidth/separator")
NO_SPACE = Fault.of("yaml-colon")
_BEGINS_WITH_SYMBOL = Fault.of("yaml-symbol")
LINE_BREAK = Fault.of("line-break")
UNSPACED = re.compile(r" *(?:- +)*[A-Za-z_][\w.-]*(:)(?=[^\s/:])")
_SEPARATOR = re.compile(r"\s*(?:- +)*[A-Za-z_][\w.-]*\s*(?:(?=：)|:(?=　))(.)")
_KEY = r" *(?:- +)*(?:[A-Za-z_][\w.-]*: +|\{.*?: +)"

# A pattern whose group is the culprit, and what is said of it.
_SLIPS: tuple[tuple[re.Pattern[str], Fault], ...] = (
    (re.compile(r" *(?:- *)*(\t)"), _TAB_INDENT),
    (re.compile(r" *(?:- +)*(　)"), _WIDE_INDENT),
    (
        re.compile(r" *([－ー―—–−‐‑・･•●○*＊](?: |　)*|-　*)[A-Za-z_][\w.-]* *[:：]"),
        Fault.of("yaml-mark"),
    ),
    (re.compile(r" *(＃)"), Fault.of("yaml-fullwidth/remark")),
    (_SEPARATOR, _FULLWIDTH_SEPARATOR),
    (UNSPACED, NO_SPACE),
    (re.compile(_KEY + r"([*&!@%`,\]}])"), _BEGINS_WITH_SYMBOL),
    (re.compile(_KEY + r"([>|](?![-+\d]*[ \t]*(?:#|$))|[-?] )"), _BEGINS_WITH_SYMBOL),
    (re.compile(r" *(?:- +)*[\w.-]+: +(\[[^\]]*\]|\{[^}]*\}) *[^\s,#\]}]"), _BEGINS_WITH_SYMBOL),
)


def invisible(text: str) -> list[Fault]:
    """The characters that nobody sees; YAML refuses some, and takes some for a line's end.

    Lines that are indented with other spaces than ordinary ones are told together.
    """
    starts = line_starts(text)
    spaces = [fault for fault in map(_other_space, text.split("\n"), starts) if fault]
    indented = {location_of(text, fault.start).line for fault in spaces}
    return [
        *_together(text, spaces),
        *(
            fault
            for fault in unseen.find(text)
            if location_of(text, fault.start).line not in indented
        ),
    ]


def _other_space(line: str, start: int) -> Fault | None:
    match = _OTHER_SPACE.match(line)
    if not match:
        return None
    fault = _WIDE_INDENT if match[1] == "\u3000" else _OTHER_INDENT
    return replace(fault, start=start + match.start(1))


def find(text: str, last: int) -> list[Fault]:
    """The slips of a text up to line ``last``, from 0, and their like below it."""
    found = list(_by_line(text, last))
    indents = [fault for fault in found if fault.what in _INDENTS]
    return [*_together(text, indents), *(fault for fault in found if fault not in indents)]


def _by_line(text: str, last: int) -> Iterator[Fault]:
    block: int | None = None  # the indentation of the key whose text block we are in
    found: set[Fault] = set()
    for number, (line, start) in enumerate(zip(text.split("\n"), line_starts(text), strict=True)):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (indent > block or not line.strip()):
            continue
        block = indent if re.search(r"(?:^|[:-] +)[|>][-+\d]*[ \t]*$", line) else None
        for pattern, fault in _SLIPS:
            match = pattern.match(line)
            if match and (number <= last or fault in found):
                found.add(fault)
                yield _in_line(fault, line, match, start)
                break


def _in_line(fault: Fault, line: str, match: re.Match[str], start: int) -> Fault:
    """The fault at its place; where a colon lacks its space, with the line that is to be typed."""
    fix = fault.fix
    if fault == NO_SPACE:
        colon = match.end(1)
        value = line[colon:]
        if value.startswith("{"):
            value = re.sub(r"\b(ja|en):(?=\S)", r"\1: ", value)
        fix = to_write(f"{line[:colon].lstrip(' ')} {value}")
    return replace(fault, fix=fix, start=start + match.start(1))


def separator_slip(line: str) -> Fault | None:
    """What is wrong where ``: `` should stand in a line; None if nothing is."""
    for pattern, fault in _SLIPS:
        if pattern in (_SEPARATOR, UNSPACED) and (match := pattern.match(line)):
            return _in_line(fault, line, match, 0)
    return None


def _together(text: str, faults: list[Fault]) -> Iterator[Fault]:
    """One fault for all lines that are indented in the same wrong way, at the first of them."""
    for what in dict.fromkeys(fault.what for fault in faults):
        alike = [fault for fault in faults if fault.what == what]
        numbers = [location_of(text, fault.start).line for fault in alike]
        count, first = len(alike), alike[0]
        if count > 1:
            lines = (
                Say(f"この行からの{count}行", f"{count} lines from here")
                if numbers[-1] - numbers[0] == count - 1
                else Say(f"この行を含めて{count}行", f"{count} lines, this one included")
            )
            told = Say(f"{what.ja}（{lines.ja}）", f"{what.en} ({lines.en})")
            first = replace(first, what=told)
        yield first
