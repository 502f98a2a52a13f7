"""Why a text is not YAML, in words that an officer understands.

First the usual slips, found by their look on the lines that the parser had reached; else the parser's
own complaint, translated.
"""

import re
from dataclasses import replace

import yaml
from yaml.error import Mark

from strategy.languages.say import Say
from strategy.problems import Fault, line_starts, location_of
from strategy.reading import yaml_slips

TOO_DEEP = "nested too deep"

# A quotation mark where a value begins, without its partner where a value may end.
_UNCLOSED_QUOTE = re.compile(
    r"""(?:^|[-:,\[{]) *(?:(?P<double>")(?!(?:[^"\\]|\\.)*" *(?:[,:#}\]]|$))"""
    r"""|(?P<single>')(?!(?:[^']|'')*' *(?:[,:#}\]]|$)))"""
)

_NOT_ALIGNED = "did not find expected"
# What the parser says, whether the place where it began to read is the right one (instead of the
# place where it gave up), and the message that a person understands.
_EXPLANATIONS = (
    (TOO_DEEP, False, "yaml-syntax/deep"),
    ("quoted scalar", True, "yaml-syntax/quote"),
    ("parsing a flow", True, "yaml-syntax/flow"),
    ("mapping values are not allowed", False, "yaml-syntax/colon"),
    ("could not find expected ':'", True, "yaml-syntax/separator"),
    (_NOT_ALIGNED, False, "yaml-syntax/indent"),
)


def explain(text: str, error: yaml.MarkedYAMLError) -> list[Fault]:
    """All slips up to the place where the parser stopped and their like below, or what it said there."""
    last = error.problem_mark.line if error.problem_mark else text.count("\n")
    return yaml_slips.find(text, last) or [_complaint(text, error, last)]


def _complaint(text: str, error: yaml.MarkedYAMLError, last: int) -> Fault:
    said = f"{error.context} {error.problem}"
    quote = _open_quote(text, last, within="quoted scalar" in said)
    if quote is not None:
        return Fault.of("yaml-syntax/quote", quote)
    for words, at_context, name in _EXPLANATIONS:
        if words in said:
            mark = (error.context_mark if at_context else None) or error.problem_mark
            fault = Fault.of(name, _offset(text, mark))
            return _counted(text, fault) if words == _NOT_ALIGNED else fault
    return Fault.of(
        "yaml-syntax",
        _offset(text, error.problem_mark or error.context_mark),
        problem=Say("", f" ({error.problem})"),
    )


def _offset(text: str, mark: Mark | None) -> int:
    return line_starts(text)[mark.line] + mark.column if mark else 0


def _counted(text: str, fault: Fault) -> Fault:
    """The fault with how many spaces an odd line has, and how many the line above it."""
    lines, number = text.split("\n"), location_of(text, fault.start).line - 1
    line, above = lines[number], next((each for each in lines[:number][::-1] if each.strip()), "")
    here, there = (len(each) - len(each.lstrip(" ")) for each in (line, above))
    if here % 2 == 0 or "-" in (line.lstrip(" ")[:1], above.lstrip(" ")[:1]):
        return fault
    return replace(
        fault,
        what=Say(
            f"{fault.what.ja}（行頭の空白：{here}個）", f"{fault.what.en} ({here} leading spaces)"
        ),
        fix=Say(
            f"{fault.fix.ja}（上の行と同じ階層なら{there}個）",
            f"{fault.fix.en} ({there} if it is of the level of the line above)",
        ),
    )


def _open_quote(text: str, last: int, *, within: bool) -> int | None:
    """The offset of the quotation mark that was not closed, if that is what went wrong.

    The parser runs on to the next quotation mark and complains right there. So there must be one
    on the line where it stopped (or it stopped inside a quotation, at the end of the file), and
    what comes before must be sound up to the line of the candidate.
    """
    lines = text.split("\n")
    for number in range(min(last, len(lines) - 1), -1, -1):
        match = _UNCLOSED_QUOTE.search(lines[number])
        if not match:
            continue
        mark = match["double"] or match["single"]
        if (number == last or within or mark in lines[last]) and _ends_in_quotation(
            lines[: number + 1]
        ):
            return line_starts(text)[number] + match.start(
                "double" if match["double"] else "single"
            )
    return None


def _ends_in_quotation(lines: list[str]) -> bool:
    """Whether a text breaks off inside a quotation, or breaks at a mark inside its last line."""
    try:
        for _event in yaml.parse("\n".join(lines), Loader=yaml.CSafeLoader):
            pass
    except yaml.MarkedYAMLError as error:
        return "quoted scalar" in str(error.context) or (
            error.problem_mark is not None and error.problem_mark.line >= len(lines) - 1
        )
    return False
