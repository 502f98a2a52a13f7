"""YAML text → located nodes.

YAML is read from the parser's events, not from PyYAML's loader, because staff need more than
a value: the place of each key, an error for a key given twice, and no guessing of types
(``no`` stays the word "no"; the model decides what a field is). Anchors, aliases and tags are
refused: nobody needs them here, and aliases can blow up a file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

import yaml
from yaml.error import Mark

from strategy.problems import Location, Problems, location_of
from strategy.reading.source import Mapping, Node, Scalar, Sequence
from strategy.reading.yaml_lines import quoted
from strategy.reading.yaml_quotes import mistaken
from strategy.reading.yaml_slips import LINE_BREAK, invisible
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
                    self.problems.tell("yaml-documents", self._location(_mark(event)))
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
            self.problems.tell("yaml-alias", location, found=f"*{getattr(event, 'anchor', '')}")
            return Scalar("", True, location)
        if anchor := getattr(event, "anchor", None):
            self.problems.tell("yaml-alias/anchor", location, found=f"&{anchor}")
        if tag := getattr(event, "tag", None):
            found = tag.replace("tag:yaml.org,2002:", "!!")
            self.problems.tell("yaml-tag", location, found=found)
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
                self.problems.tell("yaml-key", key.location)
            elif key.text in keys:
                first = keys[key.text]
                self.problems.tell("duplicate-key", key.location, key=key.text, line=first.line)
            else:
                entries[key.text], keys[key.text] = value, key.location
        return Mapping(entries, keys, location)

    def _check_comment(self, event: yaml.Event) -> None:
        """A ``#`` after an unquoted value would cut the text off without a word."""
        end = cast(Mark, event.end_mark)
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        if match := re.match(r"[ \t]*(#)", line[end.column :]):
            self.problems.tell(
                "yaml-comment",
                Location(
                    self.file, end.line + 1 + self.line_offset, end.column + match.start(1) + 1
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
            self.problems.tell(
                "yaml-quotes", self._location(_mark(event)), what=wrong.what, right=right, mark=mark
            )


def _mark(event: yaml.Event) -> Mark:
    """Where an event begins. The C parser's marks differ from ``Mark`` in type only."""
    return cast(Mark, event.start_mark)
