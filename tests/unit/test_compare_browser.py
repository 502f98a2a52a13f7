"""Two records compared in a browser as in Python: the same rows, the same marks, the same HTML."""

from __future__ import annotations

import json
import random
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import given
from test_compare import ANY_TWO, CASES, LATER_TRANSLATED, ONLY_JAPANESE, STEADY

from conftest import PUBLICATION, ROOT
from edition_maker import edited as made
from node import printed
from record_maker import Line, record
from strategy.checks import everything
from strategy.editions import comparing_page, comparison_page
from strategy.languages.say import LANGUAGES
from strategy.model import Strategy
from strategy.record import Record
from strategy.record.compare import Cited, align, changes, chapters, compare, cuts, similar, wording
from strategy.record.compare.words import words
from strategy.site import assets

Pair = tuple[Record, Record]
NAMES = ("<1>", "2 & '3'")
ROW = """([old, fresh]) => compare(old, fresh).map((row) => {
  const told = (cited) => cited && [cited.chapter.id, cited.index, cited.number];
  const pieces = ["ja", "en"].map((language) => piecesOf(row, language).map(({ kind, text }) => [kind, text]));
  return [row.change, row.moved, row.chapter, told(row.old), told(row.fresh), ...pieces];
})"""


def node(expression: str, given: object, said: object = None) -> Any:
    """What an expression gives, with the functions of the comparison at hand, ``given``, ``said``."""
    program = (
        f"{assets.comparing_engine(ROOT / 'overrides')}"
        "const [given, said] = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n"
        f"console.log(JSON.stringify({expression}));\n"
    )
    return printed(program, [given, said])


def in_javascript(function: str, pairs: list[Pair], said: object = None) -> Any:
    """What a function makes of each pair: two records with their cuts."""
    texts = [
        [(each.model_dump(mode="json"), json.loads(cuts(each))) for each in pair] for pair in pairs
    ]
    return node(f"given.map({function})", texts, said)


def in_python(pair: Pair) -> list[list[Any]]:
    """The same as `ROW` gives."""

    def told(cited: Cited | None) -> list[Any] | None:
        return [cited.chapter.id, cited.index, cited.number] if cited else None

    return [
        [row.change, row.moved, row.chapter, told(row.old), told(row.new)]
        + [[list(piece) for piece in row.pieces(language)] for language in LANGUAGES]
        for row in compare(*pair).rows
    ]


@cache
def strategy() -> Strategy:
    """The publication, whose edition is edited here."""
    return everything.checked(PUBLICATION, gate=False).strategy


def written() -> list[Pair]:
    """The cases that people wrote."""
    cases = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in CASES]
    told: list[list[list[Line]]] = [[case["old"], case["new"]] for case in cases]
    return [(record(old), record(new)) for old, new in (*told, ONLY_JAPANESE, LATER_TRANSLATED)]


def any_two() -> list[Pair]:
    """Random records, and random edits of them; the same in every run."""
    found: list[Pair] = []

    @STEADY
    @given(ANY_TWO)
    def collect(pair: Pair) -> None:
        found.append(pair)

    collect()
    return found


def edited() -> list[Pair]:
    """The edition in force with more and more random edits."""
    current = strategy().editions.in_force
    assert current and current.record
    numbers = random.Random(17)
    return [(made(current.record, count, numbers), current.record) for count in range(0, 60, 2)]


# Few enough for any two sentences to share some; signs of every width, order and number of units.
PARTS = (
    "市民は", "職員は", "事務局が", "、", "。", "必要な情報を", "手続きを", "いつでも", "適時に", "受け取る", "選ぶ",
    "ことができます", "します", "しました", "約77%", "約75%", "第3章", "令和5年度", "㌔", "ﾃﾞｼﾞﾀﾙ", "デジタル", "DX",
    "ＤＸ", "　", "\xa0", "\x85", "\x1c", "😀", "𠮷野", "\uf900", "\uff5e", "（", "）", "!", "整備", "見直し", "進捗を", "ます",
)  # fmt: skip


def alike() -> list[Pair]:
    """Texts that have much in common, so that it counts how much exactly."""
    numbers = random.Random(11)
    return [_alike(numbers, numbers.choice((3, 12, 40, 150))) for _ in range(120)]


def _alike(numbers: random.Random, size: int) -> Pair:
    def sentence() -> list[str]:
        return numbers.choices(PARTS, k=numbers.randrange(2, 9))

    def revised(parts: list[str]) -> list[str]:
        share = numbers.choice((0, 0.2, 0.5))
        return [part if numbers.random() > share else numbers.choice(PARTS) for part in parts]

    def lines(texts: list[tuple[str, list[str]]]) -> list[Line]:
        written: list[Line] = [{kind: "".join(parts)} for kind, parts in texts]
        for place, ident in enumerate(numbers.sample("abcd", 3)):
            title = "".join(sentence())
            written.insert(place * size // 3, {f"chapter {ident}": f"{place + 1}. {title}"})
        return written

    kinds = ("paragraph", "item", "head", "heading", "heading a", "item value.1/1")
    old = [(numbers.choice(kinds), sentence()) for _ in range(size)]
    new = [(kind, revised(parts)) for kind, parts in old if numbers.random() > 0.1]
    for _ in range(size // 6):
        new.insert(numbers.randrange(len(new) + 1), numbers.choice(new or old))
    return record(lines(old)), record(lines(new))


@pytest.mark.parametrize(
    "pairs", [written, any_two, edited, alike], ids=lambda pairs: pairs.__name__
)
def test_rows_and_marks_are_the_same(pairs: Any) -> None:
    found = pairs()
    assert len(found) >= 30
    made = in_javascript(ROW, found)
    for pair, rows in zip(found, made, strict=True):
        assert rows == in_python(pair)


def test_the_measures_are_the_same() -> None:
    measures = {
        "ALIKE": align.ALIKE,
        "ALIKE_IN_PLACE": align.ALIKE_IN_PLACE,
        "IN_PLACE": align.IN_PLACE,
        "IN_CHAPTER": align.IN_CHAPTER,
        "LONG_ENOUGH": align.LONG_ENOUGH,
        "REACH": align.REACH,
        "RUN": chapters.RUN,
        "CHAPTERS_ALIKE": chapters.ALIKE,
        "TITLES_ALIKE": chapters.TITLES_ALIKE,
        "MOST_ENTRIES": similar.MOST_ENTRIES,
        "MOST_CANDIDATES": similar.MOST_CANDIDATES,
        "WORDS_ALIKE": wording.ALIKE,
        "CONTAINED": wording.CONTAINED,
    }
    assert node(f"{{ {', '.join(measures)} }}", None) == measures


def test_texts_have_the_same_order() -> None:
    texts = ["\uff5e", "😀", "a𠮷", "a", "ab", "", "\uf900", "a\uff5e", "a😀b", "\ue000"]
    assert node("given.sort(order)", texts) == sorted(texts)


def test_the_same_words_are_marked() -> None:
    numbers = random.Random(7)
    signs = ["a", "b", "c", " ", " ", "。", ".", "、", "(", ")", "\n", "😀"]
    texts = [
        ["".join(numbers.choices(signs, k=numbers.randrange(14))) for _ in range(2)]
        for _ in range(3000)
    ]
    cut = [[words(text, "en") for text in pair] for pair in texts]
    marked = node("given.map((pair) => changes(...pair).map(Object.values))", cut)
    for (old, new), pieces in zip(texts, marked, strict=True):
        assert pieces == [list(piece) for piece in changes(old, new, "en")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_html_is_the_same(language: Any) -> None:
    pairs = [*written(), *edited()]
    said = {**comparing_page.said(strategy(), language)}
    rows = [row for pair in pairs for row in compare(*pair).changed]
    reasons = {f"{row.change} {comparison_page.revisions.mark(row)}": "<why>" for row in rows[::3]}
    made = in_javascript(
        f"(texts) => tables(texts, {json.dumps(NAMES)}, said)", pairs, said | {"reasons": reasons}
    )
    for pair, html in zip(pairs, made, strict=True):
        comparison = compare(*pair)
        why = {
            index: reasons.get(f"{row.change} {comparison_page.revisions.mark(row)}")
            or (comparison_page.revisions.PUBLIC_FACT[language] if _is_public(row) else "")
            for index, row in enumerate(comparison.rows)
        }
        assert html == comparison_page.tables(comparison, pair, NAMES, why, language)


def _is_public(row: Any) -> bool:
    return bool((row.new or row.old).block.id.startswith("evidence."))
