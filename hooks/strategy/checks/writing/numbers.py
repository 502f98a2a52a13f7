"""Numbers written in one way."""

import re
from collections.abc import Iterator

from strategy.checks.writing.rule import NUMERALS, Passage, Rule, guideline
from strategy.languages.say import Say
from strategy.problems import Fault

_COUNTER = "人|件|世帯|団体|円|台|回|か所|平方メートル|キロメートル|トン|ページ"
_NO_COMMA = re.compile(rf"(?<![\d,.])(\d{{1,3}})(\d{{3}})+(?={_COUNTER}|万|億)")
# 一人 and 二人 have readings of their own; 数十人 and 十数人 are approximate, and stay in kanji.
_KANJI = re.compile(
    rf"(?<![一-鿿々])(?!一人|二人)[一二三四五六七八九十百]+(?:{_COUNTER}|か月|年間|パーセント)"
)
# 一つ is mostly no number (〜の一つ, もう一つ).
_PAIRS = (
    (re.compile(r"(?<![\d.,])[1-9]つ"), re.compile(r"(?<![一-鿿])[二三四五六七八九]つ")),
    (re.compile(r"(?<=\d)%"), re.compile(r"(?<=\d)％")),
)


def _numbers(passage: Passage) -> Iterator[Fault]:
    if passage.language != "ja":
        return
    for match in _NO_COMMA.finditer(passage.prose):
        right = f"{int(match[0]):,}"
        yield Fault.of("number-style/separators", *match.span(), found=match[0], separated=right)
    for match in _KANJI.finditer(passage.prose):
        yield Fault.of("number-style/kanji", *match.span(), found=match[0])
    for one, other in _PAIRS:
        here, there = list(one.finditer(passage.prose)), list(other.finditer(passage.prose))
        if here and there:
            few, many = sorted((there, here), key=len)
            yield Fault.of("number-style/mixed", *few[0].span(), one=few[0][0], other=many[0][0])


RULES = (
    Rule(
        "number-style",
        Say(
            "横書きの数は算用数字で書き、大きな数は3桁ごとにコンマで区切り、1つの文書の中でそろえます",
            "horizontal text uses figures, large ones with separators, in one way throughout",
        ),
        guideline(NUMERALS),
        _numbers,
    ),
)
