"""Two records side by side: golden cases of typical edits, and what must hold for any edit.

One case a file in ``golden/compare/``: the blocks of both records (see ``record_maker.py``) and the
rows that must come out, with ``[-what was deleted-]`` and ``{+what was inserted+}``.
UPDATE_GOLDEN=1 rewrites the expectations; read the difference before committing.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import run
from record_maker import Line, record
from strategy.consultations import redline_page
from strategy.editions import comparison_page
from strategy.record import Record, write
from strategy.record.compare import Comparison, Row, compare, moves
from strategy.site import comparisons

CASES = sorted((Path(__file__).parents[1] / "golden" / "compare").glob("*.yml"))
MARKS = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}


def _readable(row: Row) -> str:
    numbers = [cited.number or cited.block.kind if cited else "–" for cited in (row.new, row.old)]
    language = "en" if row.change == "translation" else "ja"
    words = "".join(MARKS[piece.kind].format(piece.text) for piece in row.pieces(language))
    return f"{numbers[0]} ← {numbers[1]} {row.name('ja')}: {words}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    comparison = compare(record(case["old"]), record(case["new"]))
    found = [_readable(row) for row in comparison.rows]
    if os.environ.get("UPDATE_GOLDEN"):
        case["expect"] = found
        text = yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=1000)
        path.write_text(text, encoding="utf-8")
    assert found == case["expect"]


def test_a_comparison_without_changes_says_so_in_plain_words() -> None:
    same = record([])
    names = ("令和8年5月更新版", comparisons.NOW["ja"])
    made = comparison_page.page("x/", compare(same, same), (same, same), names, {}, "ja", ())
    told = "変わったところはありません。現在の文章は、「令和8年5月更新版」と同じです。"
    assert f"<p>{told}</p>" in made.html


ONLY_JAPANESE = [
    [{"paragraph": {"ja": f"約{share}%まで減りました。", "en": "It fell."}}] for share in (77, 75)
]
LATER_TRANSLATED = [
    [{"paragraph": {"ja": "訳のない段落です。"}}, {"item": {"ja": "訳のない項目です。"}}],
    [{"paragraph": {"ja": "訳のない段落です。", "en": "Now translated."}}, {"item": {"ja": "訳のない項目です。"}}],
]  # fmt: skip


def _in_english(old: list[Line], new: list[Line]) -> tuple[str, str]:
    """The English comparison, and the English draft with what it changes."""
    records = record(old, "r8-05"), record(new, "r9-04")
    comparison = compare(*records)
    page = comparison_page.page("x/", comparison, records, ("Old", "New"), {}, "en", ())
    view: Any = SimpleNamespace(language="en", draft_page="d/")
    return page.html, "".join(redline_page._row(row, view) for row in comparison.rows)


def test_where_only_the_japanese_changed_english_readers_see_that() -> None:
    page, draft = _in_english(*ONLY_JAPANESE)
    assert '<span lang="ja"><ins>約75%</ins>まで減りました。</span>' in page
    assert draft.endswith(
        '<del lang="ja">約77%</del><ins lang="ja">約75%</ins><span lang="ja">まで減りました。</span></p>'
    )


def test_where_only_the_japanese_changed_the_console_tells_it(tmp_path: Path) -> None:
    for name, lines in zip(("old.json", "new.json"), ONLY_JAPANESE, strict=True):
        (tmp_path / name).write_bytes(write(record(lines)))
    paths = [str(tmp_path / name) for name in ("old.json", "new.json")]
    done = run(tmp_path, "compare", *paths, "--lang", "en")
    assert done.stdout == "Changed\t1-1 → 1-1\t[-約77%-]{+約75%+}まで減りました。\n"


def test_what_is_not_translated_is_marked_as_japanese() -> None:
    page, draft = _in_english(*LATER_TRANSLATED)
    assert '<span lang="ja"><del>訳のない段落です。</del></span>' in page
    assert "<span><ins>Now translated.</ins></span>" in page
    assert '<span lang="ja">訳のない項目です。</span>' in page
    assert '<del lang="ja">訳のない段落です。</del><ins>Now translated.</ins>' in draft
    assert '<span lang="ja">訳のない項目です。</span></p>' in draft


# The same examples in every run: a build must not fail by chance. No deadline: machines are busy.
STEADY = settings(derandomize=True, deadline=None, max_examples=200)

SENTENCES = [
    "市民は、手続きの仕方を選ぶことができます",
    "市民は、手続きの手間を最小限に抑えることができます",
    "職員は、互いにサポートしあって、スムーズに仕事ができます",
    "職員は、互いに助け合って、スムーズに仕事ができます",
    "数値の出典は、戦略に記載がありません。",
    "数値の出典は、 戦略に記載がありません。",
    "5つの目標",
    "５つの目標",
    "（記録なし）",
    "目的",
    "",
]
KINDS = ["paragraph", "item", "row", "head", "figure", "term", "definition term.a/1", "code"]
TEXTS = st.one_of(st.sampled_from(SENTENCES), st.text(max_size=12))
BOTH = st.one_of(TEXTS, st.builds(lambda ja, en: {"ja": ja, "en": en}, TEXTS, TEXTS))
NAMES = st.sampled_from(
    [*KINDS, "item value.1", "item value.2", "heading", "heading a", "heading b", "heading c"]
)
LINES = st.lists(st.builds(lambda name, text: {name: text}, NAMES, BOTH), max_size=8)
CHAPTERS = st.lists(
    st.tuples(st.sampled_from(["one", "two", "three", "four"]), BOTH, LINES),
    max_size=4,
    unique_by=lambda chapter: chapter[0],
)
RECORDS = CHAPTERS.map(
    lambda chapters: [
        line for ident, title, lines in chapters for line in ({f"chapter {ident}": title}, *lines)
    ]
)


@st.composite
def edits(draw: st.DrawFn) -> tuple[Record, Record]:
    """A record and what random edits make of it."""
    old: list[Line] = draw(RECORDS)
    new = list(old)
    free = [place for place, line in enumerate(old) if not next(iter(line)).startswith("chapter")]
    for place in draw(st.lists(st.sampled_from(free), max_size=5)) if free else []:
        # Places shift as lines come and go; any line but the first, a chapter's title, will do.
        at = min(place, len(new) - 1)
        if next(iter(new[at])).startswith("chapter"):
            continue
        match draw(st.sampled_from(["replace", "delete", "insert", "move", "swap"])):
            case "replace":
                new[at] = {next(iter(new[at])): draw(BOTH)}
            case "delete":
                del new[at]
            case "insert":
                new.insert(at, {draw(NAMES): draw(BOTH)})
            case "move":
                line = new.pop(at)
                new.insert(draw(st.integers(1, len(new))), line)
            case "swap":
                other = draw(st.integers(0, len(new) - 1))
                new[at], new[other] = new[other], new[at]
    return record(old), record(new)


ANY_TWO = st.one_of(edits(), st.tuples(RECORDS.map(record), RECORDS.map(record)))


def _blocks(made: Record) -> list[tuple[str, int]]:
    return [
        (chapter.id, index) for chapter in made.chapters for index in range(len(chapter.blocks))
    ]


@STEADY
@given(RECORDS.map(record))
def test_a_record_does_not_differ_from_itself(made: Record) -> None:
    comparison = compare(made, made)
    assert not comparison.changed
    assert {row.change for row in comparison.rows} <= {"unchanged"}


@STEADY
@given(ANY_TWO)
def test_every_block_is_in_exactly_one_row_and_the_new_ones_are_in_order(
    records: tuple[Record, Record],
) -> None:
    comparison = compare(*records)
    old = [(row.old.chapter.id, row.old.index) for row in comparison.rows if row.old]
    new = [(row.new.chapter.id, row.new.index) for row in comparison.rows if row.new]
    assert sorted(old) == sorted(_blocks(records[0]))
    assert new == _blocks(records[1])
    by_chapter = comparison.by_chapter()
    assert Counter(row for rows in by_chapter.values() for row in map(id, rows)) == Counter(
        map(id, comparison.rows)
    )


def _made(old: Record, rows: Iterable[Row]) -> list[tuple[str, str, str, str]]:
    """The new text made of the old one and the rows: chapter, kind, Japanese, English.

    What the rows call the same is taken from the old text, every block of which is in one row.
    """
    blocks = {
        (chapter.id, index): block
        for chapter in old.chapters
        for index, block in enumerate(chapter.blocks)
    }
    found = []
    for row in rows:
        before = blocks.pop((row.old.chapter.id, row.old.index)) if row.old else None
        if row.new:
            block = row.new.block
            ja = before if before and row.change != "changed" else block
            en = before if before and row.change not in ("changed", "translation") else block
            found.append((row.chapter, block.kind, ja.ja.text, en.en.text))
    assert not blocks
    return found


@STEADY
@given(ANY_TWO)
def test_the_rows_make_the_new_text_of_the_old(records: tuple[Record, Record]) -> None:
    def without_space(text: str) -> str:
        return "".join(text.split())

    old, new = records
    made = _made(old, compare(old, new).rows)
    expected = [
        (chapter.id, block.kind, block.ja.text, block.en.text)
        for chapter in new.chapters
        for block in chapter.blocks
    ]
    assert [(*line[:2], *map(without_space, line[2:])) for line in made] == [
        (*line[:2], *map(without_space, line[2:])) for line in expected
    ]


@STEADY
@given(ANY_TWO)
def test_rows_say_what_they_are(records: tuple[Record, Record]) -> None:
    for row in compare(*records).rows:
        assert (row.change == "added") == (row.old is None)
        assert (row.change == "deleted") == (row.new is None)
        assert row.moved or row.change != "moved"
        if row.old and row.new:
            kinds = {row.old.block.kind, row.new.block.kind}
            assert len(kinds) == 1 or not kinds & {"heading", "head"}
            if row.change in ("unchanged", "moved", "renumbered"):
                assert {piece.kind for piece in row.pieces("ja")} <= {"same"}


@pytest.mark.parametrize("size", range(7))
def test_what_stays_is_the_longest_run_in_order(size: int) -> None:
    for places in permutations(range(size)):
        kept = [places[index] for index in sorted(moves.staying(places))]
        assert kept == sorted(kept)
        assert len(kept) == _longest(places)
        moved = moves.moved(places)
        assert bool(moved) == (places != tuple(range(size)))
        for one, other in enumerate(places):
            if one != other and places[other] == one:
                assert {one, other} <= moved, "both that were swapped have moved"


def _longest(places: tuple[int, ...]) -> int:
    best = [1] * len(places)
    for here, place in enumerate(places):
        for before in range(here):
            if places[before] < place:
                best[here] = max(best[here], best[before] + 1)
    return max(best, default=0)


def test_only_what_was_shuffled_moved() -> None:
    numbers = random.Random(4)
    texts = [f"{numbers.getrandbits(64):x} の事業" for _ in range(300)]
    shuffled = texts[:]
    picked = sorted(numbers.sample(range(300), 12))
    for place in picked:
        shuffled.remove(texts[place])
        shuffled.insert(numbers.randrange(300), texts[place])
    comparison = _compared(texts, shuffled)
    moved = {row.old.block.ja.text for row in comparison.rows if row.moved and row.old}
    # A block that went one place further has changed places with its neighbour.
    assert len(moved) <= len(picked) + 3
    assert all(row.change in ("unchanged", "moved", "renumbered") for row in comparison.rows)


def _compared(old: list[str], new: list[str]) -> Comparison:
    def lines(texts: list[str]) -> list[dict[str, Any]]:
        return [{"paragraph": text} for text in texts]

    return compare(record(lines(old)), record(lines(new)))
