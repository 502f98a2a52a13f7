"""YAML text → located nodes.

YAML is read from the parser's events, not from PyYAML's loader, because staff need more than
a value: the place of each key, an error for a key given twice, and no guessing of types
(``no`` stays the word "no"; the model decides what a field is). Anchors, aliases and tags are
refused: nobody needs them here, and aliases can blow up a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

import yaml
from yaml.error import Mark

from strategy.languages.say import Say
from strategy.problems import REMOVE_ONE, Location, Problems, location_of
from strategy.reading.source import Mapping, Node, Scalar, Sequence
from strategy.reading.yaml_lines import quoted
from strategy.reading.yaml_quotes import mistaken
from strategy.reading.yaml_slips import KEY_VALUE, LINE_BREAK, invisible
from strategy.reading.yaml_syntax import TOO_DEEP, explain

MAX_DEPTH = 40
_WIDE = re.compile("[\u2e80-\uffef]")


def parse_yaml(text: str, file: str, problems: Problems, *, line_offset: int = 0) -> Node | None:
    """One YAML document as nodes; None if it cannot be read (all reasons reported).

    ``line_offset`` is added to line numbers, for YAML inside another file.
    """
    node: Node | None = None
    faults = invisible(text)
    found = Problems()
    if not faults:
        try:
            node = _Composer(text, file, found, line_offset).document()
        except yaml.MarkedYAMLError as error:
            faults = explain(text, error)
    told = [fault.at(location_of(text, fault.start, file, 1 + line_offset)) for fault in faults]
    lines = {problem.location.line for problem in told}
    for problem in (*told, *(each for each in found if each.location.line not in lines)):
        problems.add(problem)
    return node


def stops_at(text: str) -> int | None:
    """The line, from 0, at which the parser gives up; None if it reads to the end."""
    try:
        for _event in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line if error.problem_mark else 0
    return None


@dataclass(frozen=True)
class FrontMatter:
    """A Markdown file in two parts. ``body_line`` is the file's line on which the body begins."""

    node: Node | None
    body: str
    body_line: int


def split_front_matter(text: str, file: str, problems: Problems) -> FrontMatter:
    """The YAML between the two ``---`` lines at the start of a page, and the rest."""
    match = re.match(
        r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE
    )
    if not match:
        return FrontMatter(None, text, 1)
    node = parse_yaml(match[1], file, problems, line_offset=1)
    return FrontMatter(node, text[match.end() :], location_of(text, match.end()).line)


class _Composer:
    """Builds nodes from PyYAML's parse events."""

    def __init__(self, text: str, file: str, problems: Problems, line_offset: int) -> None:
        self.text, self.file, self.problems, self.line_offset = text, file, problems, line_offset
        self.lines = text.split("\n")
        self.events: Iterator[yaml.Event] = iter(())
        self.broken: list[Location] = []

    def document(self) -> Node | None:
        self.events = yaml.parse(self.text, Loader=yaml.CSafeLoader)
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    self._refuse(
                        "yaml-documents",
                        event,
                        "---",
                        "ファイルを分けてください",
                        "use one file each",
                    )
                node = self._node(next(self.events), 0)
        # In a file that cannot be read to its end, these follow from another slip.
        for where in self.broken:
            self.problems.add(LINE_BREAK.at(where))
        if node is None or (isinstance(node, Scalar) and node.value() is None):
            return Mapping({}, {}, self._location(None))
        return node

    def _location(self, mark: Mark | None) -> Location:
        if mark is None:
            return Location(self.file, 1 + self.line_offset, 1)
        return Location(self.file, mark.line + 1 + self.line_offset, mark.column + 1)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        location = self._location(_mark(event))
        if depth > MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=_mark(event))
        if isinstance(event, yaml.AliasEvent):
            self._refuse(
                "yaml-alias",
                event,
                f"*{getattr(event, 'anchor', '')}",
                '「*」を使わずに内容を書くか、値の全体を引用符（"）で囲んでください',
                "write the content out, or put the whole value in quotation marks",
            )
            return Scalar("", True, location)
        if anchor := getattr(event, "anchor", None):
            self._refuse(
                "yaml-alias",
                event,
                f"&{anchor}",
                '「&」を消すか、値の全体を引用符（"）で囲んでください',
                "remove the “&”, or put the whole value in quotation marks",
            )
        if tag := getattr(event, "tag", None):
            self._refuse(
                "yaml-tag",
                event,
                tag.replace("tag:yaml.org,2002:", "!!"),
                '「!」を消すか、値の全体を引用符（"）で囲んでください',
                "remove the “!”, or put the whole value in quotation marks",
            )
        if isinstance(event, yaml.ScalarEvent):
            self._check_lines(event)
            if not event.style:
                self._check_comment(event)
                self._check_quotes(event)
            return Scalar(event.value, not event.style, location)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(child := next(self.events), yaml.SequenceEndEvent):
                items.append(self._node(child, depth + 1))
            return Sequence(tuple(items), location)
        return self._mapping(location, depth)

    def _mapping(self, location: Location, depth: int) -> Mapping:
        entries: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.problems.report(
                    "yaml-key",
                    key.location,
                    Say("キーが文字ではありません", "the key is not a word"),
                    KEY_VALUE,
                )
            elif key.text in keys:
                first = keys[key.text]
                self.problems.report(
                    "duplicate-key",
                    key.location,
                    Say(
                        f"キー「{key.text}」が2回書かれています（1回目は{first.line}行目）",
                        f"the key “{key.text}” is given twice (first on line {first.line})",
                    ),
                    REMOVE_ONE,
                )
            else:
                entries[key.text], keys[key.text] = value, key.location
        return Mapping(entries, keys, location)

    def _refuse(self, code: str, event: yaml.Event, found: str, ja: str, en: str) -> None:
        self.problems.report(
            code,
            self._location(_mark(event)),
            Say(f"「{found}」は使えません", f"“{found}” cannot be used"),
            Say(ja, en),
        )

    def _check_comment(self, event: yaml.Event) -> None:
        """A ``#`` after an unquoted value would cut the text off without a word."""
        end = cast(Mark, event.end_mark)
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        if match := re.match(r"[ \t]*(#)", line[end.column :]):
            self.problems.report(
                "yaml-comment",
                Location(
                    self.file,
                    end.line + 1 + self.line_offset,
                    end.column + match.start(1) + 1,
                ),
                Say("「#」から後は、値に含まれません", "what follows “#” is not part of the value"),
                Say(
                    '値に「#」を含めるときは、値の全体を引用符（"）で囲んでください。覚え書きは、別の行に書いてください',
                    "put a value with “#” in quotation marks, and a remark on a line of its own",
                ),
            )

    def _check_lines(self, event: yaml.ScalarEvent) -> None:
        """YAML puts a space where a value goes on in the next line, where Japanese has none."""
        start, end = cast(Mark, event.start_mark), cast(Mark, event.end_mark)
        if start.line == end.line:
            return
        held = self.lines[start.line : end.line + 1]
        held[-1] = held[-1][: end.column]
        if event.style in ("|", ">"):
            del held[0]
        held = [line.strip() for line in held if line.strip()]
        for above, below in pairwise(held):
            if _WIDE.match(above[-1]) or _WIDE.match(below[0]):
                self.broken.append(self._location(start))

    def _check_quotes(self, event: yaml.ScalarEvent) -> None:
        """Quotation marks that are none to YAML would be published."""
        if wrong := mistaken(event.value):
            start, end = cast(Mark, event.start_mark), cast(Mark, event.end_mark)
            line = self.lines[start.line]
            right = quoted(wrong.text)
            if start.line == end.line:
                right = f"{line[: start.column]}{right}{line[end.column :]}".strip()
            mark = quoted(event.value)[0]
            self.problems.report(
                "yaml-quotes",
                self._location(_mark(event)),
                wrong.what,
                Say(
                    f"「{right}」と書いてください（引用符も文の一部なら、値の全体を「{mark}」で囲んでください）",
                    f"write {right} (if the mark is part of the text, put the whole value in {mark})",
                ),
            )


def _mark(event: yaml.Event) -> Mark:
    """Where an event begins. The C parser's marks differ from ``Mark`` in type only."""
    return cast(Mark, event.start_mark)
