"""Problems: what is wrong in the input, where, and what would be right.

Every finding in ``data/``, front matter or prose is a `Problem`. Checks never stop at the
first one: they collect into `Problems`, which is reported as a whole.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from strategy.languages.say import NOTHING, Language, Say
from strategy.problems.codes import CODES, Level
from strategy.problems.messages import Value, message


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file: path relative to the project (POSIX), line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def location_of(text: str, offset: int, file: str = "", first_line: int = 1) -> Location:
    """The place of a character of a text that begins on line ``first_line`` of a file."""
    starts = line_starts(text)
    line = bisect_right(starts, offset) - 1
    return Location(file, first_line + line, offset - starts[line] + 1)


# A text is asked about many of its characters in a row.
@lru_cache(maxsize=16)
def line_starts(text: str) -> tuple[int, ...]:
    """The offset at which each line of a text begins."""
    return tuple(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0))


LEVELS: dict[Level, Say] = {
    "error": NOTHING,
    "warning": Say("（注意）", "(warning) "),
    "note": Say("（参考）", "(note) "),
}
_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


KeyPath = tuple[str | int, ...]
"""The way to a value of a file: names of keys, and indices of lists from 0."""


@dataclass(frozen=True)
class Fault:
    """What is wrong in a text, by somebody who knows no file: a `Problem` still without its place.

    It stands from ``start`` to ``end`` of the text; ``right`` is what belongs there, where that is
    certain.
    """

    code: str
    what: Say
    fix: Say
    start: int = 0
    end: int = 0
    right: str | None = None

    def __post_init__(self) -> None:
        """Refuse a code that is not registered."""
        _registered(self.code)

    @classmethod
    def of(
        cls, name: str, start: int = 0, end: int = 0, right: str | None = None, /, **values: Value
    ) -> Fault:
        """The fault that a name of the catalogues stands for, with the values of its message."""
        what, fix = message(name, **values)
        return cls(name.partition("/")[0], what, fix, start, end, right)

    def invalid(self, at: KeyPath = ()) -> Invalid:
        """The fault to be raised, of the field ``at`` a value."""
        return Invalid(self.code, self.what, self.fix, at)

    def at(self, location: Location) -> Problem:
        """The problem that it is at a place."""
        return Problem(self.code, location, self.what, self.fix)


class Invalid(ValueError):
    """A value that breaks a rule, raised by parsers and validators that know no location.

    ``at`` names the field, relative to the value that was being validated, when the fault lies
    deeper.
    """

    def __init__(self, code: str, what: Say, fix: Say, at: KeyPath = ()) -> None:
        super().__init__(what.en)
        self.fault, self.at = Fault(code, what, fix), at

    @classmethod
    def of(cls, name: str, /, at: KeyPath = (), **values: Value) -> Invalid:
        """What a name of the catalogues stands for, with the values of its message."""
        return Fault.of(name, **values).invalid(at)


@dataclass(frozen=True)
class Problem:
    """One finding: its stable code, where it is, and in words for people what is wrong and right."""

    code: str
    location: Location
    what: Say
    fix: Say

    def __post_init__(self) -> None:
        """Refuse a code that is not registered."""
        _registered(self.code)

    @property
    def level(self) -> Level:
        """An ``error`` stops the build; a ``warning`` asks for a look, a ``note`` informs."""
        return CODES[self.code].level

    def text(self, language: Language) -> str:
        """``file:line:column: [code] what is wrong → what is right``; what is no error says so."""
        level = LEVELS[self.level][language]
        return f"{self.location}: [{self.code}] {level}{self.what[language]} → {self.fix[language]}"

    def github(self, language: Language) -> str:
        """A workflow command that GitHub shows as an annotation on the line.

        Escaping as in GitHub's "Workflow commands": %, CR and LF everywhere, and also
        ``:`` and ``,`` inside properties.
        """

        def data(text: str) -> str:
            return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

        def prop(text: object) -> str:
            return data(str(text)).replace(":", "%3A").replace(",", "%2C")

        at = self.location
        message = data(f"{self.what[language]} → {self.fix[language]}")
        return (
            f"::{_COMMANDS[self.level]} file={prop(at.file)},line={at.line},col={at.column},"
            f"title={prop(self.code)}::{message}"
        )

    def as_dict(self, language: Language) -> dict[str, str | int]:
        """The JSON form: file, line, column, level, code, what, fix."""
        at = self.location
        return {
            "file": at.file,
            "line": at.line,
            "column": at.column,
            "level": self.level,
            "code": self.code,
            "what": self.what[language],
            "fix": self.fix[language],
        }


def _registered(code: str) -> None:
    if code not in CODES:
        raise LookupError(f"{code} is not in the registry of codes")


class Problems:
    """A growing collection of problems, read in the order of files and lines."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def add(self, problem: Problem) -> None:
        """Record a problem; the same one twice counts once."""
        self._found[problem] = None

    def tell(self, name: str, location: Location, /, **values: Value) -> None:
        """Record what a name of the catalogues stands for, with the values of its message."""
        self.add(Fault.of(name, **values).at(location))

    def report(self, code: str, location: Location, what: Say, fix: Say) -> None:
        """Record a problem by its parts."""
        self.add(Problem(code, location, what, fix))

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found, key=lambda problem: (problem.location, problem.code)))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return [problem for problem in self if problem.level == "error"]


def counted(problems: Problems, language: Language) -> str:
    """How many problems of each level there are, in words."""
    levels = [problem.level for problem in problems]
    words = Say("誤り{}件、注意{}件、参考{}件。", "{} error(s), {} warning(s), {} note(s).")
    return words[language].format(*(levels.count(level) for level in LEVELS))


class BilingualError(Exception):
    """What could not be done; ``message`` says why in both languages."""

    def __init__(self, message: Say) -> None:
        super().__init__(message.en)
        self.message = message


class InvalidStrategy(Exception):
    """The input has errors; ``problems`` holds all of them."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(f"{len(problems.errors)} error(s)")
        self.problems = problems


Format = Literal["text", "json", "github"]


def report(problems: Problems, language: Language, form: Format = "text") -> str:
    """All problems as one text: a line each, or a JSON array."""
    if form == "json":
        return json.dumps([p.as_dict(language) for p in problems], ensure_ascii=False, indent=2)
    if form == "github":
        return "\n".join(problem.github(language) for problem in problems)
    return "\n".join(problem.text(language) for problem in problems)
