"""A text cut into words, which joined are the text again.

Japanese has no spaces: SudachiPy cuts it (https://github.com/WorksApplications/sudachi.rs), with
its small dictionary. What it cuts smaller than people read is put together again: numbers with
what stands before and after them (約77%, 第3章, 6番目, 令和5年), Latin words, addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from strategy.languages.calendar import ERAS
from strategy.languages.say import Language

if TYPE_CHECKING:
    from sudachipy import Tokenizer

# SudachiPy takes 65,535 bytes at a time, counted after it has written out signs such as ㌔, and the
# longest of those becomes 33 bytes. No word goes across the end of a sentence.
_CHUNK = re.compile(r".{1,1000}(?<=。)|.{1,1000}", re.DOTALL)
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"
_WHOLE = re.compile(
    rf"https?://[!-~]+|(?:{'|'.join(era.ja for era in ERAS)})(?:元|\d+)年度?"
    rf"|[{_LATIN}][{_LATIN}\d]*(?:[-.'’＆&/][{_LATIN}\d]+)*"
)
_ENGLISH = re.compile(r"\s+|https?://\S+\w/?|\d+(?:[.,]\d+)*[%％]?|\w+(?:[-'’.]\w+)*|\W")


def words(text: str, language: Language) -> list[str]:
    """The words of a text, with its spaces and punctuation between them."""
    return list(_words(text, language))


# Editions have most of their texts in common.
@lru_cache(maxsize=2**14)
def _words(text: str, language: Language) -> tuple[str, ...]:
    if language == "en":
        return tuple(_ENGLISH.findall(text))
    return tuple(word for chunk in _CHUNK.findall(text) for word in _japanese(chunk))


def _japanese(text: str) -> Iterator[str]:
    cuts = _cuts(text) | {0, len(text)}
    for match in _WHOLE.finditer(text):
        cuts -= set(range(match.start() + 1, match.end()))
        cuts |= {match.start(), match.end()}
    ends = sorted(cuts)
    for start, end in pairwise(ends):
        yield text[start:end]


def _cuts(text: str) -> set[int]:
    """Where words begin, except inside a number with its prefix and its unit."""
    cuts: set[int] = set()
    prefix, counted = "", False
    for morpheme in _tokenizer().tokenize(text):
        start, (kind, sort, use, *_rest) = morpheme.begin(), morpheme.part_of_speech()
        surface = text[start : morpheme.end()]
        number = sort == "数詞" or surface[:1].isdecimal()
        unit = counted and (
            kind == "接尾辞"
            or use.startswith("助数詞")
            or (prefix == "第" and kind == "名詞" and len(surface) == 1)
        )
        if not ((number and prefix) or unit):
            cuts.add(start)
        prefix = surface if kind == "接頭辞" else prefix if number or unit else ""
        counted = number or unit
    return cuts


@cache
def _tokenizer() -> Tokenizer:
    from sudachipy import Dictionary, SplitMode  # noqa: PLC0415 - only where texts differ

    # B keeps 取り組む and 見直す whole, which A cuts in two; C brings nothing more with this dictionary.
    return Dictionary(dict="small").tokenizer(SplitMode.B)
