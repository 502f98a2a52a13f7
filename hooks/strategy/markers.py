"""Markers in prose: ``<!-- strategy: NAME ARGUMENT -->`` finds its section and becomes its content.

A comment leaves the page readable in any Markdown viewer. What looks like a marker and is none
(``<!-- stratgy: vision -->``, a full-width colon) is reported, so that no section goes missing.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from strategy.model import Strategy
from strategy.problems import Language, Location, Problems, Say, suggestion
from strategy.sections import SECTIONS

KEYWORD = "strategy"
_COMMENT = re.compile(r"<!--\s*(?P<word>[A-Za-z]+)(?P<rest>.*?)-->", re.DOTALL)
_REST = re.compile(r"\s*:\s*(?P<name>[A-Za-z0-9_-]+)(?:[ \t]+(?P<argument>\S+))?\s*")
_CODE = re.compile(r"^ *(```+|~~~+)[^\n]*\n.*?^ *\1|(`+)[^`\n]+\2", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Marker:
    """A marker's name and argument (empty if none), its span in the text and its place."""

    name: str
    argument: str
    start: int
    end: int
    location: Location


def without_code(text: str) -> str:
    """The text with code blanked out, every other character at its old offset."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def find(text: str, file: str, first_line: int, problems: Problems) -> Iterator[Marker]:
    """The well-formed markers of a page; what only looks like one is reported."""
    for match in _COMMENT.finditer(without_code(text)):
        before = text[: match.start()]
        location = Location(
            file, first_line + before.count("\n"), len(before.rpartition("\n")[2]) + 1
        )
        word = match["word"].lower()
        if word != KEYWORD and difflib.SequenceMatcher(None, word, KEYWORD).ratio() < 0.75:
            continue
        rest = _REST.fullmatch(match["rest"])
        if match["word"] != KEYWORD or not rest:
            shown = " ".join(match[0].split())
            problems.report(
                "marker",
                location,
                Say(f"「{shown}」は、目印の書き方が違います", f"“{shown}” is not a valid marker"),
                Say(
                    "「<!-- strategy: 名前 -->」の形（半角のコロン）で書いてください",
                    "write <!-- strategy: name -->",
                ),
            )
        else:
            yield Marker(rest["name"], rest["argument"] or "", match.start(), match.end(), location)


def check(markers: list[Marker], strategy: Strategy | None, problems: Problems) -> bool:
    """Whether all can be expanded.

    Reports unknown names and arguments, and a marker that stands twice on one page.
    """
    before = len(problems)
    seen: set[tuple[str, str]] = set()
    for marker in markers:
        section = SECTIONS.get(marker.name)
        if section is None:
            _report_unknown(marker, marker.name, list(SECTIONS), problems)
            continue
        known = section.arguments(strategy) if strategy else None
        if known is not None and marker.argument not in (known or [""]):
            _report_unknown(
                marker,
                f"{marker.name} {marker.argument}".strip(),
                [f"{marker.name} {k}" for k in known] or [marker.name],
                problems,
            )
        if (key := (marker.name, marker.argument)) in seen:
            problems.report(
                "duplicate-marker",
                marker.location,
                Say("同じ目印が同じページに2つあります", "this marker appears twice on the page"),
                Say("どちらか一方を消してください", "remove one of the two"),
            )
        seen.add(key)
    return len(problems) == before


def _report_unknown(marker: Marker, shown: str, known: list[str], problems: Problems) -> None:
    problems.report(
        "unknown-marker",
        marker.location,
        Say(f"「{shown}」という目印はありません", f"there is no marker “{shown}”"),
        suggestion(shown, known),
    )


def expand(text: str, strategy: Strategy, language: Language) -> str:
    """The page's Markdown with each marker replaced by its section. The markers must be sound."""
    for marker in reversed(list(find(text, "", 1, Problems()))):
        content = SECTIONS[marker.name].render(strategy, language, marker.argument)
        text = f"{text[: marker.start]}{content.strip()}{text[marker.end :]}"
    return text
