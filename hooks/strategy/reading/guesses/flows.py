"""Values that cannot stand as they were typed: without quotation marks, broken in two, or
``{ja: …, en: …}`` with other marks.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from strategy.languages.say import Say
from strategy.problems import Fault, to_write
from strategy.reading.guesses.guess import Guess, edited, offset
from strategy.reading.yaml_lines import key_lines, quoted
from strategy.reading.yaml_quotes import UNCLOSED, mistaken
from strategy.reading.yaml_slips import LINE_BREAK, NO_SPACE, UNSPACED

_PART = re.compile(r"(?:^|[,、，;；]\s*|\s+)(ja|en)(?:\s*[:：]\s*|\s+)")
_MARKS = "｛｝（）：；、，"
_NEEDS_QUOTES = re.compile(r"[\[\]{}]|: |:$| #|^[\"'*&!@%`>|#,-]")
_IS_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
_IS_SOUND = re.compile(rf"{_IS_QUOTED.pattern}|[\[{{].*[\]}}]")

_UNSEPARATED = re.compile(r"( *(?:- +)?[A-Za-z_][\w.-]*) *:?([{｛].*)")

_Reason = tuple[str, Say]
_COMMA: _Reason = ("yaml-symbol", Say("値に「,」があります", "the value has a comma"))
_COLON: _Reason = ("yaml-symbol", Say("値に「: 」があります", "the value has “: ”"))
_AFTER_QUOTES: _Reason = (
    "yaml-symbol",
    Say("引用符の後に文が続いています", "text goes on after the quotation mark"),
)
_UNCLOSED: _Reason = ("yaml-syntax", UNCLOSED)
_SYMBOL: _Reason = ("yaml-symbol", Say("値に記号があります", "the value has a special character"))


def joined(lines: list[str], near: set[int]) -> Iterator[Guess]:
    """The lines ``near`` without a key, as the end of the line above them."""
    keys = {line.number: line for line in key_lines(lines)}
    for number in sorted(near):
        above = keys.get(number - 1)
        if above and above.value and number not in keys and lines[number].strip():
            whole = f"{lines[number - 1]}{lines[number].strip()}"
            column = lines[number - 1].rindex(above.value)
            text = edited(edited(lines, number, "").split("\n"), number - 1, whole)
            yield Guess(replace(LINE_BREAK, start=offset(lines, number - 1, column)), text)


def flows(lines: list[str], near: set[int]) -> Iterator[Guess]:
    """The lines ``near`` with their values written as they were probably meant."""
    for line in key_lines(lines):
        if line.number not in near or not line.value:
            continue
        start = lines[line.number].rindex(line.value)
        meant, (code, what) = _pair(line.value) or _single(line.value)
        if meant != line.value:
            written = f"{lines[line.number][:start]}{meant}"
            at = offset(lines, line.number, start)
            fault = Fault(code, what, to_write(written.strip()), at)
            yield Guess(fault, edited(lines, line.number, written))


def unseparated(lines: list[str], near: set[int]) -> Iterator[Guess]:
    """The lines ``near`` like ``name{ja: …, en: …}``, with the colon and the space after the key."""
    for number in sorted(near & set(range(len(lines)))):
        match = _UNSEPARATED.fullmatch(lines[number])
        pair = _pair(match[2].strip()) if match else None
        if match and pair:
            written = f"{match[1]}: {pair[0]}"
            at = offset(lines, number, match.end(1))
            fault = Fault.of("yaml-colon/missing", at, written=written.strip())
            yield Guess(fault, edited(lines, number, written), is_bold=True)


def unspaced(lines: list[str]) -> Iterator[Guess]:
    """All lines like ``ja:…`` with the space after the colon, told at the first of them."""
    colons = {
        number: match.end(1) for number, line in enumerate(lines) if (match := UNSPACED.match(line))
    }
    if colons:
        spaced = [
            f"{line[:colon]} {line[colon:]}" if (colon := colons.get(number)) else line
            for number, line in enumerate(lines)
        ]
        first, *others = colons
        fix = to_write(spaced[first].strip())
        if others:
            numbers = [number + 1 for number in others]
            fix = Say(
                f"{fix.ja}（{'、'.join(f'{number}行目' for number in numbers)}も同じです）",
                f"{fix.en}; so with line {', '.join(map(str, numbers))}",
            )
        fault = replace(NO_SPACE, fix=fix, start=offset(lines, first, colons[first] - 1))
        yield Guess(fault, "\n".join(spaced), is_bold=True)


def _pair(value: str) -> tuple[str, _Reason] | None:
    """``{ja: …, en: …}`` as it was meant, and why; None if there are no two such texts."""
    closing = "}｝）)" if value[0] in "（(" else "}｝"
    inside = re.sub(rf"^[{{｛（(]\s*|\s*[{closing}]+$", "", value)
    parts = list(_PART.finditer(inside))
    if [part[1] for part in parts] != ["ja", "en"] or parts[0].start():
        return None
    texts = [inside[parts[0].end() : parts[1].start()], inside[parts[1].end() :]]
    texts = [text.strip() for text in texts]
    if not all(texts):
        return None
    ja, en = (_written(text, in_braces=True) for text in texts)
    meant = f"{{ja: {ja}, en: {en}}}"
    reasons = (_reason(text, in_braces=True) for text in texts)
    return meant, next((reason for reason in reasons if reason), _braces(value, meant))


def _braces(value: str, meant: str) -> _Reason:
    """What is wrong with the marks around two texts that are sound."""
    wide = "".join(mark for mark in _MARKS if value.count(mark) > meant.count(mark))
    if wide:
        what = Say(f"区切りの「{wide}」が全角です", f"“{wide}” is full-width")
    elif re.search(r"\b(ja|en):\S", value):
        what = NO_SPACE.what
    elif value[0] != "{" or value[-1] != "}":
        what = Say("括弧「{ }」がそろっていません", "the braces { } are not complete")
    else:
        what = Say(
            "「{ja: …, en: …}」の書き方が違います", "this is not as {ja: …, en: …} is written"
        )
    return "yaml-flow", what


def _single(value: str) -> tuple[str, _Reason]:
    return _written(value, in_braces=False), _reason(value, in_braces=False) or _SYMBOL


def _reason(text: str, *, in_braces: bool) -> _Reason | None:
    """Why a text cannot stand as it was typed; None if it can."""
    if _IS_SOUND.fullmatch(text):
        return None
    if wrong := mistaken(text):
        return "yaml-quotes", wrong.what
    reasons = (
        (_IS_QUOTED.match(text), _AFTER_QUOTES),
        (text[0] in "\"'", _UNCLOSED),
        (": " in text, _COLON),
        (in_braces and "," in text, _COMMA),
        (_NEEDS_QUOTES.search(text), _SYMBOL),
    )
    return next((reason for holds, reason in reasons if holds), None)


def _written(text: str, *, in_braces: bool) -> str:
    """A text as it can stand."""
    reason = _reason(text, in_braces=in_braces)
    if reason is None:
        return text
    if reason == _UNCLOSED:
        return text + text[0]
    wrong = mistaken(text)
    return quoted(wrong.text if wrong else text)
