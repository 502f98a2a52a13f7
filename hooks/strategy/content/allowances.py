"""Exceptions: one place where one rule does not hold, with the reason.

On a page ``<!-- writing: allow CODE reason -->``, in the paragraph that it is about or on a line of
its own above it; in YAML the same as a remark (``# writing: allow CODE reason``) on the line above.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from strategy.languages.say import Say
from strategy.problems import Location, Problems, suggestion

_COMMENT = re.compile(
    r"<!--\s*writing\s*[:：](?P<page>.*?)-->|^\s*#\s*writing\s*[:：](?P<data>.*)$"
)
_FORM = re.compile(r"\s*allow\s+(?P<code>[a-z-]+)\s*(?P<reason>.*?)\s*")


@dataclass
class Allowance:
    """A rule that does not hold from line ``first`` to line ``last`` of a file."""

    code: str
    location: Location
    first: int
    last: int
    used: bool = False


def without(text: str) -> str:
    """A page without these remarks, which are for those who write."""
    return re.sub(r"<!--\s*writing\s*:.*?-->", "", text)


def find(text: str, file: str, codes: Collection[str], problems: Problems) -> list[Allowance]:
    """The exceptions in a file; reports what is no exception, names no rule, or has no reason."""
    lines = text.split("\n")
    found = []
    for number, line in enumerate(lines, 1):
        for match in _COMMENT.finditer(line):
            where = Location(file, number, match.start() + 1)
            is_page = match["page"] is not None
            form = _FORM.fullmatch(match["page"] if is_page else match["data"])
            if not form or not form["reason"]:
                _report_form(is_page, bool(form), where, problems)
            elif form["code"] not in codes:
                problems.tell(
                    "writing-exception/no-rule",
                    where,
                    code=form["code"],
                    fix=suggestion(form["code"], codes),
                )
            else:
                first, last = _block(lines, number) if is_page else (number, _next(lines, number))
                found.append(Allowance(form["code"], where, first, last))
    return found


def holds(allowances: list[Allowance], code: str, where: Location) -> bool:
    """Whether a rule is excepted at a place; the exceptions that say so are then in use."""
    found = [a for a in allowances if a.code == code and a.first <= where.line <= a.last]
    for allowance in found:
        allowance.used = True
    return bool(found)


def report_unused(allowances: list[Allowance], problems: Problems) -> None:
    """Warn of exceptions that nothing needs any more."""
    for allowance in allowances:
        if not allowance.used:
            problems.tell("writing-exception-unused", allowance.location, code=allowance.code)


def _report_form(is_page: bool, has_code: bool, where: Location, problems: Problems) -> None:
    form = "<!-- writing: allow {} -->" if is_page else "# writing: allow {}"
    problems.tell(
        "writing-exception/no-reason" if has_code else "writing-exception",
        where,
        form=Say(form.format("規則の名前 理由"), form.format("CODE reason")),
    )


def _block(lines: list[str], number: int) -> tuple[int, int]:
    """First and last line of the paragraph in which, or above which, line ``number`` stands."""
    first = last = number - 1
    while first > 0 and lines[first - 1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    if all(not _COMMENT.sub("", line).strip() for line in lines[first : last + 1]):
        after = next((n for n in range(last + 1, len(lines)) if lines[n].strip()), None)
        if after is not None:
            return _block(lines, after + 1)
    return first + 1, last + 1


def _next(lines: list[str], number: int) -> int:
    """The first line after ``number`` that is no remark."""
    for following in range(number, len(lines)):
        if not lines[following].strip().startswith("#"):
            return following + 1
    return number
