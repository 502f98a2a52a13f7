"""Problems: what is wrong in the input, where, and what would be right.

Every finding in ``data/``, front matter or prose is a `Problem`. Checks never stop at the
first one: they collect into `Problems`, which is reported as a whole.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from strategy.languages.say import Language, Say

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file: path relative to the project (POSIX), line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


LEVELS: dict[Level, Say] = {
    "error": Say("", ""),
    "warning": Say("（注意）", "(warning) "),
    "note": Say("（参考）", "(note) "),
}
_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


KeyPath = tuple[str | int, ...]
"""The way to a value of a file: names of keys, and indices of lists from 0."""


class Invalid(ValueError):
    """A value that breaks a rule, raised by parsers and validators that know no location.

    ``code`` is stable, ``what`` and ``fix`` are for people. ``at`` names the field, relative to
    the value that was being validated, when the fault lies deeper.
    """

    def __init__(self, code: str, what: Say, fix: Say, at: KeyPath = ()) -> None:
        super().__init__(what.en)
        self.code, self.what, self.fix, self.at = code, what, fix, at


@dataclass(frozen=True)
class Problem:
    """One finding. An ``error`` stops the build; a ``warning`` asks for a look, a ``note`` informs."""

    code: str
    location: Location
    what: Say
    fix: Say
    level: Level = "error"

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


class Problems:
    """A growing collection of problems, read in the order of files and lines."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def add(self, problem: Problem) -> None:
        """Record a problem; the same one twice counts once."""
        self._found[problem] = None

    def report(self, code: str, location: Location, what: Say, fix: Say) -> None:
        """Record an error."""
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


MOST_SUGGESTED = 15


def suggestion(found: str, known: Iterable[str], names: Mapping[Any, Say] | None = None) -> Say:
    """What was probably meant by a word that is not known, or all that is known.

    ``names`` are what people call those words: they see these, and may have written one.
    """
    words = list(dict.fromkeys(known))
    named = {word: _with_name(word, (names or {}).get(word)) for word in words}
    for word, name in (names or {}).items():
        if found.strip() in name:
            return Say(f"{named[word].ja}と書いてください", f"write {named[word].en}")
    if near := difflib.get_close_matches(found, words, n=1):
        return misspelling(near[0], named[near[0]] if names else None)
    rest = ["…"] if len(words) > MOST_SUGGESTED else []
    told = [named[word] for word in words[:MOST_SUGGESTED]]
    return Say(
        f"使えるもの: {'、'.join([*(each.ja for each in told), *rest]) or '（まだありません）'}",
        f"known: {', '.join([*(each.en for each in told), *rest]) or '(none yet)'}",
    )


def misspelling(meant: str, named: Say | None = None) -> Say:
    """That a word was probably meant; ``named`` is how people see it."""
    shown = named or Say(f"「{meant}」", f"“{meant}”")
    return Say(f"{shown.ja}の書き間違いではありませんか", f"did you mean {shown.en}?")


def _with_name(word: str, name: Say | None) -> Say:
    return Say(f"「{word}」（{name.ja}）", f"“{word}” ({name.en})") if name else Say(word, word)


Format = Literal["text", "json", "github"]


def report(problems: Problems, language: Language, form: Format = "text") -> str:
    """All problems as one text: a line each, or a JSON array."""
    if form == "json":
        return json.dumps([p.as_dict(language) for p in problems], ensure_ascii=False, indent=2)
    if form == "github":
        return "\n".join(problem.github(language) for problem in problems)
    return "\n".join(problem.text(language) for problem in problems)
