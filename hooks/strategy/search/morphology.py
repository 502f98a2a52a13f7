"""The words of a Japanese text with their dictionary forms and readings, by Sudachi.

Normalised forms and readings: https://github.com/WorksApplications/SudachiPy. The small dictionary
knows enough: with the core dictionary no more searches were answered.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from strategy.cache import Cache
from strategy.search.fold import fold

_CONTENT = {"名詞", "動詞", "形容詞", "形状詞", "副詞"}
_SUFFIXES = {
    "化",
    "後",
    "課",
    "市",
    "家",
    "期",
    "図",
    "度",
    "費",
    "部",
}  # as short as their readings
_JOINED = {"名詞", "接頭辞", "接尾辞"}
_READ = {*_JOINED, "形状詞"}  # short verbs are hardly searched for in kana


def forms(text: str) -> list[list[str]]:
    """Dictionary form (folded) and the ways in which it is written: 手続き: 手続. No equal pairs."""
    pairs = (
        (fold(word.normal), fold(word.surface)) for word in _words(text) if word.part[0] in _CONTENT
    )
    return _grouped(pair for pair in pairs if pair[0] != pair[1])


def readings(text: str) -> list[list[str]]:
    """Reading (folded) and the words that are read so: かん: 間, 感."""
    return _grouped(
        (fold(word.reading), fold(word.surface))
        for word in _words(text)
        if any(_is_kanji(char) for char in word.surface)
        and (word.part[0] in _READ or len(word.surface) > 3)
        and word.part[1] != "数詞"
    )


def content(text: str) -> list[str]:
    """The words (folded) that carry meaning, compounds whole: 人口減少, 求める."""
    found: set[str] = set()
    for line in text.split("\n"):
        for compound in _compounds(line):
            found.add(fold("".join(word.surface for word in compound)))
            if len(compound) == 1:
                found.add(fold(compound[0].normal))
    return sorted(word for word in found if len(word) > 1)


class Known(NamedTuple):
    """What is known of a text: its `forms`, its `readings`, and its `content`."""

    forms: list[list[str]]
    readings: list[list[str]]
    content: list[str]


def known(texts: Sequence[str], cache: Cache) -> list[Known]:
    """What is known of each of some texts that are looked at, and kept, together."""

    def look() -> bytes:
        found = [(forms(text), readings(text), content(text)) for text in texts]
        return json.dumps(found, ensure_ascii=False).encode()

    return [Known(*found) for found in json.loads(cache.kept("words", texts, look))]


def joined(groups: Iterable[Sequence[str]]) -> list[list[str]]:
    """The `forms` or `readings` of several texts as those of one."""
    found: dict[str, set[str]] = {}
    for key, *words in groups:
        found.setdefault(key, set()).update(words)
    return [[key, *sorted(found[key])] for key in sorted(found)]


def _grouped(pairs: Iterator[tuple[str, str]]) -> list[list[str]]:
    return joined(
        pair
        for pair in pairs
        for key, word in [pair]
        if key and (len(word) * len(key) > 1 or word in _SUFFIXES)
    )


def _compounds(text: str) -> Iterator[list[_Word]]:
    """Nouns in a row together, other words that carry meaning alone."""
    compound: list[_Word] = []
    for word in _words(text):
        part = word.part
        if part[0] in _JOINED and part[1] != "数詞" and fold(word.surface):
            compound.append(word)
            continue
        if compound:
            yield compound
            compound = []
        if part[0] in _CONTENT and part[0] != "名詞":
            yield [word]
    if compound:
        yield compound


class _Word(NamedTuple):
    """A word as written, its dictionary form, its reading, and what part of speech it is."""

    surface: str
    normal: str
    reading: str
    part: tuple[str, ...]


def _words(text: str) -> Iterator[_Word]:
    for line in text.split("\n"):
        yield from _line(line)


@lru_cache(maxsize=2**12)
def _line(text: str) -> tuple[_Word, ...]:
    return tuple(
        _Word(word.surface(), word.normalized_form(), word.reading_form(), word.part_of_speech())
        for word in _tokenizer().tokenize(text)
    )


@cache
def _tokenizer() -> Any:
    import sudachipy  # noqa: PLC0415 - only for texts of which nothing is kept

    return sudachipy.Dictionary(dict="small").tokenizer(mode=sudachipy.SplitMode.C)


def _is_kanji(char: str) -> bool:
    return "㐀" <= char <= "鿿" or char == "々"
