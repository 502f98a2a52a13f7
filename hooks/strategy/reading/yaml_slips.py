"""Slips that the lines of a YAML file show by their look.

The usual ones of a Japanese keyboard, of values that begin with a symbol, and characters that nobody
sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from strategy.languages.say import Say
from strategy.problems import Fault, line_starts, location_of, to_write
from strategy.reading import unseen

_SPACES = Say("半角スペースに置き換えてください", "use ordinary spaces")
_TAB_INDENT = Fault(
    "yaml-tab",
    Say("字下げにタブが使われています", "a tab is used for indentation"),
    Say(
        "Tabキーの代わりに、半角スペースを、同じ階層の行と同じ数だけ打ってください",
        "use spaces, as many as lines of the same level have",
    ),
)
_WIDE_INDENT = Fault(
    "yaml-fullwidth",
    Say("字下げに全角スペースが使われています", "a full-width space is used for indentation"),
    _SPACES,
)
_OTHER_INDENT = Fault(
    "yaml-space",
    Say(
        "字下げに、半角スペースではない、見えない空白が使われています",
        "a space that is not the ordinary one is used for indentation",
    ),
    _SPACES,
)
_INDENTS = {fault.what for fault in (_TAB_INDENT, _WIDE_INDENT, _OTHER_INDENT)}
_OTHER_SPACE = re.compile(
    r" *(?:- +)*([\xa0\u1680\u2000-\u200a\u202f\u205f\u3000])[\s-]*(?:- |[A-Za-z_][\w.-]*:(?: |$))"
)
_FULLWIDTH_SEPARATOR = Fault(
    "yaml-fullwidth",
    Say("キーの後の区切りが全角です", "the separator after the key is full-width"),
    Say(
        "半角のコロンと半角スペース「: 」で区切ってください", "use an ordinary colon and space “: ”"
    ),
)
KEY_VALUE = Say("「キー: 値」の形で書いてください", "write “key: value”")
NO_SEPARATOR = Say("キーの後に「: 」がありません", "there is no “: ” after the key")
NO_SPACE = Fault(
    "yaml-colon",
    Say("コロンの後に半角スペースがありません", "there is no space after the colon"),
    KEY_VALUE,
)
_BEGINS_WITH_SYMBOL = Fault(
    "yaml-symbol",
    Say("値が記号で始まっています", "the value begins with a symbol"),
    Say('値の全体を引用符（"）で囲んでください', "put the whole value in quotation marks"),
)
LINE_BREAK = Fault(
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

# A pattern whose group is the culprit, and what is said of it.
_SLIPS: tuple[tuple[re.Pattern[str], Fault], ...] = (
    (re.compile(r" *(?:- *)*(\t)"), _TAB_INDENT),
    (re.compile(r" *(?:- +)*(　)"), _WIDE_INDENT),
    (
        re.compile(r" *([－ー―—–−‐‑・･•●○*＊](?: |　)*|-　*)[A-Za-z_][\w.-]* *[:：]"),
        Fault(
            "yaml-mark",
            Say("項目の印が違います", "this is no mark of an item"),
            Say(
                "半角のハイフンと半角スペース「- 」で始めてください",
                "begin with an ordinary hyphen and a space “- ”",
            ),
        ),
    ),
    (
        re.compile(r" *(＃)"),
        Fault(
            "yaml-fullwidth",
            Say("覚え書きの印が全角です", "the mark of the remark is full-width"),
            Say("半角の「#」で始めてください", "begin with an ordinary “#”"),
        ),
    ),
    (_SEPARATOR, _FULLWIDTH_SEPARATOR),
    (UNSPACED, NO_SPACE),
    (re.compile(_KEY + r"([*&!@%`,\]}])"), _BEGINS_WITH_SYMBOL),
    (re.compile(_KEY + r"([>|](?![-+\d]*[ \t]*(?:#|$))|[-?] )"), _BEGINS_WITH_SYMBOL),
    (
        re.compile(r" *(?:- +)*[\w.-]+: +(\[[^\]]*\]|\{[^}]*\}) *[^\s,#\]}]"),
        _BEGINS_WITH_SYMBOL,
    ),
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
