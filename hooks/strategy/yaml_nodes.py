"""YAML text → located nodes, with the slips of a Japanese keyboard explained.

YAML is read from the parser's events, not from PyYAML's loader, because staff need more than
a value: the place of each key, an error for a key given twice, and no guessing of types
(``no`` stays the word "no"; the model decides what a field is). Anchors, aliases and tags are
refused: nobody needs them here, and aliases can blow up a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import yaml
from yaml.error import Mark

from strategy.problems import Location, Problems, Say
from strategy.source import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 40
TOO_DEEP = "nested too deep"
# A quotation mark where a value begins, without its partner where a value may end.
_UNCLOSED_QUOTE = re.compile(r'(?:^|[-:,\[{]) *(")(?!(?:[^"\\]|\\.)*" *(?:[,:#}\]]|$))')


def parse_yaml(text: str, file: str, problems: Problems, *, line_offset: int = 0) -> Node | None:
    """One YAML document as nodes; None if it cannot be read (all reasons reported).

    ``line_offset`` is added to line numbers, for YAML inside another file.
    """
    composer = _Composer(text, file, problems, line_offset)
    try:
        return composer.document()
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
        composer.report_syntax(error)
        return None


_UNCLOSED = (
    Say("引用符が閉じられていません", "the quotation mark is not closed"),
    Say("対になる引用符（\" または '）を付けてください", "add the closing quotation mark"),
)
# What the parser says, whether the place where it began to read is the right one (instead of the
# place where it gave up), and what it means to a person.
_EXPLANATIONS = (
    (
        TOO_DEEP,
        False,
        Say("入れ子が深すぎます", "nested too deep"),
        Say("余分な括弧や字下げを消してください", "remove needless brackets or indentation"),
    ),
    ("quoted scalar", True, *_UNCLOSED),
    (
        "parsing a flow",
        True,
        Say(
            "括弧が閉じられていないか、値に記号が入っています",
            "a bracket is not closed, or a value has a special character",
        ),
        Say(
            '括弧を閉じてください。値に [ ] { } , などの記号があれば、値の全体を引用符（"）で囲んでください',
            "close the bracket; put a value with [ ] { } or , in quotation marks",
        ),
    ),
    (
        "mapping values are not allowed",
        False,
        Say(
            "値の中に「: 」があるか、字下げがずれています",
            "“: ” inside a value, or wrong indentation",
        ),
        Say(
            '値の全体を引用符（"）で囲むか、字下げをそろえてください',
            "put the value in quotation marks, or align the indentation",
        ),
    ),
    (
        "could not find expected ':'",
        True,
        Say("キーの後に「: 」がありません", "there is no “: ” after the key"),
        Say("「キー: 値」の形で書いてください", "write “key: value”"),
    ),
    (
        "did not find expected",
        False,
        Say("字下げがそろっていません", "the indentation is not aligned"),
        Say(
            "同じ階層の行は、行頭の空白の数をそろえてください",
            "give lines of one level the same number of leading spaces",
        ),
    ),
)


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
    return FrontMatter(node, text[match.end() :], text[: match.end()].count("\n") + 1)


class _Composer:
    """Builds nodes from PyYAML's parse events."""

    def __init__(self, text: str, file: str, problems: Problems, line_offset: int) -> None:
        self.text, self.file, self.problems, self.line_offset = text, file, problems, line_offset
        self.lines = text.split("\n")
        self.events: Iterator[yaml.Event] = iter(())

    def document(self) -> Node | None:
        self.events = yaml.parse(self.text, Loader=yaml.CSafeLoader)
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    self._refuse(
                        event,
                        "yaml-documents",
                        "---",
                        "ファイルを分けてください",
                        "use one file each",
                    )
                node = self._node(next(self.events), 0)
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
                event,
                "yaml-alias",
                f"*{getattr(event, 'anchor', '')}",
                '「*」を使わずに内容を書くか、値の全体を引用符（"）で囲んでください',
                "write the content out, or put the whole value in quotation marks",
            )
            return Scalar("", True, location)
        if anchor := getattr(event, "anchor", None):
            self._refuse(
                event,
                "yaml-alias",
                f"&{anchor}",
                '「&」を消すか、値の全体を引用符（"）で囲んでください',
                "remove the “&”, or put the whole value in quotation marks",
            )
        if tag := getattr(event, "tag", None):
            self._refuse(
                event,
                "yaml-tag",
                tag.replace("tag:yaml.org,2002:", "!!"),
                '「!」を消すか、値の全体を引用符（"）で囲んでください',
                "remove the “!”, or put the whole value in quotation marks",
            )
        if isinstance(event, yaml.ScalarEvent):
            if not event.style:
                self._check_comment(event)
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
                    Say("「キー: 値」の形で書いてください", "write “key: value”"),
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
                    Say("どちらか一方を消してください", "remove one of the two"),
                )
            else:
                entries[key.text], keys[key.text] = value, key.location
        return Mapping(entries, keys, location)

    def _refuse(self, event: yaml.Event, code: str, found: str, ja: str, en: str) -> None:
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

    def report_syntax(self, error: yaml.YAMLError) -> None:
        """Explain why the parser stopped: first by the usual slips, else by its own words."""
        slips = list(self._slips())
        for location, code, what, fix in slips:
            self.problems.report(code, location, what, fix)
        if slips:
            return
        if isinstance(error, yaml.reader.ReaderError):
            before = self.text[: error.position]
            place = Location(
                self.file,
                before.count("\n") + 1 + self.line_offset,
                len(before.rpartition("\n")[2]) + 1,
            )
            what = Say(
                "目に見えない、使えない文字（制御文字）が入っています",
                "there is an invisible character that cannot be used",
            )
            fix = Say("その文字を消してください", "remove that character")
        else:
            assert isinstance(error, yaml.MarkedYAMLError)
            place, what, fix = self._explain(error)
        self.problems.report("yaml-syntax", place, what, fix)

    def _explain(self, error: yaml.MarkedYAMLError) -> tuple[Location, Say, Say]:
        said = f"{error.context} {error.problem}"
        if quote := self._open_quote(error.problem_mark):
            return quote, *_UNCLOSED
        for words, at_context, what, fix in _EXPLANATIONS:
            if words in said:
                mark = error.context_mark if at_context else error.problem_mark
                return self._location(mark or error.problem_mark), what, fix
        return (
            self._location(error.problem_mark or error.context_mark),
            Say(
                f"データの書き方に誤りがあります（{error.problem}）",
                f"not readable as YAML ({error.problem})",
            ),
            Say(
                "「キー: 値」の形と字下げを確かめてください",
                "check “key: value” and the indentation",
            ),
        )

    def _open_quote(self, mark: Mark | None) -> Location | None:
        """The last value up to ``mark`` that opens a double quotation mark and does not close it.

        The parser itself runs on to the next quotation mark and complains there, lines too late.
        """
        for number in range(min(mark.line, len(self.lines) - 1) if mark else -1, -1, -1):
            if match := _UNCLOSED_QUOTE.search(self.lines[number]):
                return Location(self.file, number + 1 + self.line_offset, match.start(1) + 1)
        return None

    def _slips(self) -> Iterator[tuple[Location, str, Say, Say]]:
        """Characters that a Japanese keyboard or an editor puts where YAML wants ASCII."""
        for number, line in enumerate(self.lines, 1 + self.line_offset):
            if match := re.match(r" *(?:- +)*(\t)", line):
                yield (
                    Location(self.file, number, match.start(1) + 1),
                    "yaml-tab",
                    Say("字下げにタブが使われています", "a tab is used for indentation"),
                    Say("半角スペースに置き換えてください", "use spaces"),
                )
            elif match := re.match(r"[ ]*(?:- +)*(　)", line):
                yield (
                    Location(self.file, number, match.start(1) + 1),
                    "yaml-fullwidth",
                    Say(
                        "字下げに全角スペースが使われています",
                        "a full-width space is used for indentation",
                    ),
                    Say("半角スペースに置き換えてください", "use ordinary spaces"),
                )
            elif match := re.match(r" *(?:- +)*(?:[\w.-]+: +)?(?:\{.*?: +)?([*&!@%`])", line):
                yield (
                    Location(self.file, number, match.start(1) + 1),
                    "yaml-symbol",
                    Say(
                        f"値が記号「{match[1]}」で始まっています",
                        f"the value begins with “{match[1]}”",
                    ),
                    Say(
                        '値の全体を引用符（"）で囲んでください',
                        "put the whole value in quotation marks",
                    ),
                )
            elif (at := fullwidth_separator(line)) is not None:
                yield (Location(self.file, number, at + 1), *FULLWIDTH_SEPARATOR)


def _mark(event: yaml.Event) -> Mark:
    """Where an event begins. The C parser's marks differ from ``Mark`` in type only."""
    return cast(Mark, event.start_mark)


FULLWIDTH_SEPARATOR = (
    "yaml-fullwidth",
    Say("キーの後の区切りが全角です", "the separator after the key is full-width"),
    Say(
        "半角のコロンと半角スペース「: 」で区切ってください", "use an ordinary colon and space “: ”"
    ),
)


def fullwidth_separator(line: str) -> int | None:
    """The offset of a full-width colon or space that stands where ``: `` should, or None."""
    match = re.match(r"\s*(?:- +)*[A-Za-z_][\w.-]*\s*(?:(：)|:(　))", line)
    return match.start(match.lastindex or 0) if match else None
