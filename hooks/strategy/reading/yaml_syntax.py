"""Why a text is not YAML, in words that an officer understands.

First the usual slips of a Japanese keyboard and of values that begin with a symbol, found by
their look on the lines that the parser had reached; else the parser's own complaint, translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from strategy.languages.say import Say
from strategy.reading import unseen
from strategy.reading.yaml_quotes import UNCLOSED

TOO_DEEP = "nested too deep"


class Fault(NamedTuple):
    """What is wrong at a line and a column, both from 0."""

    line: int
    column: int
    code: str
    what: Say
    fix: Say


_QUOTE_IT = Say('値の全体を引用符（"）で囲んでください', "put the whole value in quotation marks")
_SPACES = Say("半角スペースに置き換えてください", "use ordinary spaces")
_TAB = Say("字下げにタブが使われています", "a tab is used for indentation")
_FULLWIDTH = Say(
    "字下げに全角スペースが使われています", "a full-width space is used for indentation"
)
_NOT_ORDINARY = Say(
    "字下げに、半角スペースではない、見えない空白が使われています",
    "a space that is not the ordinary one is used for indentation",
)
_WRONG_INDENTS = (_TAB, _FULLWIDTH, _NOT_ORDINARY)
_OTHER_SPACE = re.compile(
    r" *(?:- +)*([\xa0\u1680\u2000-\u200a\u202f\u205f\u3000])[\s-]*(?:- |[A-Za-z_][\w.-]*:(?: |$))"
)
_SYMBOL = Say("値が記号で始まっています", "the value begins with a symbol")

_FULLWIDTH_SEPARATOR = (
    "yaml-fullwidth",
    Say("キーの後の区切りが全角です", "the separator after the key is full-width"),
    Say(
        "半角のコロンと半角スペース「: 」で区切ってください", "use an ordinary colon and space “: ”"
    ),
)
NO_SPACE = (
    "yaml-colon",
    Say("コロンの後に半角スペースがありません", "there is no space after the colon"),
)
LINE_BREAK = (
    "line-break",
    Say("値の中で行が分かれています", "the value has more than one line"),
    Say(
        "1行に続けて書いてください（「|」は使えません）",
        "write it on one line (“|” cannot be used)",
    ),
)
UNSPACED = re.compile(r" *(?:- +)*[A-Za-z_][\w.-]*(:)(?=[^\s/:])")
_SEPARATOR = re.compile(r"\s*(?:- +)*[A-Za-z_][\w.-]*\s*(?:(?=：)|:(?=　))(.)")
_KEY = r" *(?:- +)*(?:[A-Za-z_][\w.-]*: +|\{.*?: +)"

# A pattern whose group is the culprit, the code, what is wrong, what is right.
_SLIPS: tuple[tuple[re.Pattern[str], str, Say, Say], ...] = (
    (
        re.compile(r" *(?:- *)*(\t)"),
        "yaml-tab",
        _TAB,
        Say(
            "Tabキーの代わりに、半角スペースを、同じ階層の行と同じ数だけ打ってください",
            "use spaces, as many as lines of the same level have",
        ),
    ),
    (re.compile(r" *(?:- +)*(　)"), "yaml-fullwidth", _FULLWIDTH, _SPACES),
    (
        re.compile(r" *([－ー―—–−‐‑・･•●○*＊](?: |　)*|-　*)[A-Za-z_][\w.-]* *[:：]"),
        "yaml-mark",
        Say("項目の印が違います", "this is no mark of an item"),
        Say(
            "半角のハイフンと半角スペース「- 」で始めてください",
            "begin with an ordinary hyphen and a space “- ”",
        ),
    ),
    (
        re.compile(r" *(＃)"),
        "yaml-fullwidth",
        Say("覚え書きの印が全角です", "the mark of the remark is full-width"),
        Say("半角の「#」で始めてください", "begin with an ordinary “#”"),
    ),
    (_SEPARATOR, *_FULLWIDTH_SEPARATOR),
    (UNSPACED, *NO_SPACE, Say("「{}」と書いてください", "write “{}”")),
    (re.compile(_KEY + r"([*&!@%`,\]}])"), "yaml-symbol", _SYMBOL, _QUOTE_IT),
    (re.compile(_KEY + r"([>|](?![-+\d]*[ \t]*(?:#|$))|[-?] )"), "yaml-symbol", _SYMBOL, _QUOTE_IT),
    (
        re.compile(r" *(?:- +)*[\w.-]+: +(\[[^\]]*\]|\{[^}]*\}) *[^\s,#\]}]"),
        "yaml-symbol",
        _SYMBOL,
        _QUOTE_IT,
    ),
)

# A quotation mark where a value begins, without its partner where a value may end.
_UNCLOSED_QUOTE = re.compile(
    r"""(?:^|[-:,\[{]) *(?:(?P<double>")(?!(?:[^"\\]|\\.)*" *(?:[,:#}\]]|$))"""
    r"""|(?P<single>')(?!(?:[^']|'')*' *(?:[,:#}\]]|$)))"""
)

_UNCLOSED = (
    UNCLOSED,
    Say("対になる引用符（\" または '）を付けてください", "add the closing quotation mark"),
)
_NOT_ALIGNED = "did not find expected"
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
        _NOT_ALIGNED,
        False,
        Say("字下げがそろっていません", "the indentation is not aligned"),
        Say(
            "同じ階層の行は、行頭の空白の数をそろえてください",
            "give lines of one level the same number of leading spaces",
        ),
    ),
)


def invisible(text: str) -> list[Fault]:
    """The characters that nobody sees; YAML refuses some, and takes some for a line's end.

    Lines that are indented with other spaces than ordinary ones are told together.
    """
    lines = text.split("\n")
    spaces = [fault for fault in map(_other_space, range(len(lines)), lines) if fault]
    indented = {fault.line for fault in spaces}
    return [
        *_together(spaces),
        *(
            Fault(number, found.column, "invisible-character", found.what, found.fix)
            for number, line in enumerate(lines)
            if number not in indented
            for found in unseen.find(line)
        ),
    ]


def _other_space(number: int, line: str) -> Fault | None:
    match = _OTHER_SPACE.match(line)
    if not match:
        return None
    code, what = (
        ("yaml-fullwidth", _FULLWIDTH) if match[1] == "\u3000" else ("yaml-space", _NOT_ORDINARY)
    )
    return Fault(number, match.start(1), code, what, _SPACES)


def explain(text: str, error: yaml.MarkedYAMLError) -> list[Fault]:
    """All slips up to the place where the parser stopped and their like below, or what it said there."""
    lines = text.split("\n")
    last = error.problem_mark.line if error.problem_mark else len(lines) - 1
    found = list(_slips(lines, last))
    indents = [fault for fault in found if fault.what in _WRONG_INDENTS]
    rest = [fault for fault in found if fault not in indents]
    return [*_together(indents), *rest] or [_complaint(lines, error, last)]


def _slips(lines: list[str], last: int) -> Iterator[Fault]:
    block: int | None = None  # the indentation of the key whose text block we are in
    found: set[Say] = set()
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (indent > block or not line.strip()):
            continue
        block = indent if re.search(r"(?:^|[:-] +)[|>][-+\d]*[ \t]*$", line) else None
        for pattern, code, what, fix in _SLIPS:
            match = pattern.match(line)
            if match and (number <= last or what in found):
                found.add(what)
                yield Fault(number, match.start(1), code, what, _in_line(fix, line, match.end(1)))
                break


def _in_line(fix: Say, line: str, colon: int) -> Say:
    """The fix with the line that is to be typed, if it names one: a space ``colon`` ends without."""
    value = line[colon:]
    if value.startswith("{"):
        value = re.sub(r"\b(ja|en):(?=\S)", r"\1: ", value)
    right = f"{line[:colon].lstrip(' ')} {value}"
    return Say(*(text.replace("{}", right) for text in fix))


def _together(faults: list[Fault]) -> Iterator[Fault]:
    """One fault for all lines that are indented in the same wrong way, at the first of them."""
    for what in dict.fromkeys(fault.what for fault in faults):
        alike = [fault for fault in faults if fault.what == what]
        count, first = len(alike), alike[0]
        if count > 1:
            is_run = alike[-1].line - first.line == count - 1
            lines = (
                Say(f"この行からの{count}行", f"{count} lines from here") if is_run
                else Say(f"この行を含めて{count}行", f"{count} lines, this one included")
            )  # fmt: skip
            first = first._replace(what=Say(f"{what.ja}（{lines.ja}）", f"{what.en} ({lines.en})"))
        yield first


def separator_slip(line: str) -> Fault | None:
    """What is wrong where ``: `` should stand, with the column in the line; None if nothing is."""
    for pattern, code, what, fix in _SLIPS:
        if pattern in (_SEPARATOR, UNSPACED) and (match := pattern.match(line)):
            return Fault(0, match.start(1), code, what, _in_line(fix, line, match.end(1)))
    return None


def _complaint(lines: list[str], error: yaml.MarkedYAMLError, last: int) -> Fault:
    said = f"{error.context} {error.problem}"
    if quote := _open_quote(lines, last, within="quoted scalar" in said):
        return Fault(*quote, "yaml-syntax", *_UNCLOSED)
    for words, at_context, what, fix in _EXPLANATIONS:
        if words in said:
            mark = (error.context_mark if at_context else None) or error.problem_mark
            assert mark is not None
            fault = Fault(mark.line, mark.column, "yaml-syntax", what, fix)
            return _counted(lines, fault) if words == _NOT_ALIGNED else fault
    mark = error.problem_mark or error.context_mark
    return Fault(
        mark.line if mark else 0,
        mark.column if mark else 0,
        "yaml-syntax",
        Say("データの書き方に誤りがあります", f"not readable as YAML ({error.problem})"),
        Say("「キー: 値」の形と字下げを確かめてください", "check “key: value” and the indentation"),
    )


def _counted(lines: list[str], fault: Fault) -> Fault:
    """The fault with how many spaces an odd line has, and how many the line above it."""
    above = next((line for line in reversed(lines[: fault.line]) if line.strip()), "")
    here, there = (len(line) - len(line.lstrip(" ")) for line in (lines[fault.line], above))
    if here % 2 == 0 or "-" in (lines[fault.line].lstrip(" ")[:1], above.lstrip(" ")[:1]):
        return fault
    return fault._replace(
        what=Say(
            f"{fault.what.ja}（行頭の空白：{here}個）",
            f"{fault.what.en} ({here} leading spaces)",
        ),
        fix=Say(
            f"{fault.fix.ja}（上の行と同じ階層なら{there}個）",
            f"{fault.fix.en} ({there} if it is of the level of the line above)",
        ),
    )


def _open_quote(lines: list[str], last: int, *, within: bool) -> tuple[int, int] | None:
    """The quotation mark that was not closed, as line and column, if that is what went wrong.

    The parser runs on to the next quotation mark and complains right there. So there must be one
    on the line where it stopped (or it stopped inside a quotation, at the end of the file), and
    what comes before must be sound up to the line of the candidate.
    """
    for number in range(min(last, len(lines) - 1), -1, -1):
        match = _UNCLOSED_QUOTE.search(lines[number])
        if not match:
            continue
        mark = match["double"] or match["single"]
        if (number == last or within or mark in lines[last]) and _ends_in_quotation(
            lines[: number + 1]
        ):
            return number, match.start("double" if match["double"] else "single")
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
