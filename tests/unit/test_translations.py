"""Which English belongs to which Japanese, what is older, and what is missing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import copy_publication, run
from strategy.checks import everything
from strategy.content import translations
from strategy.content.translations import PairedBlock, is_older, pair
from strategy.markup import numbering
from strategy.model import DeclaredChange
from strategy.problems import InvalidStrategy
from strategy.record import Block, RecordedChapter, blocks, fingerprint

Replace = Callable[[Path, str, str], None]


def _texts(*words: str) -> list[PairedBlock]:
    return [PairedBlock("paragraph", "s", "", word) for word in words]


def test_pairs_in_order_without_any_record() -> None:
    assert pair(_texts("a", "b"), _texts("A", "B"), frozenset()) == [0, 1]


def test_what_was_confirmed_pairs_wherever_it_moved() -> None:
    confirmed = frozenset({("A", "a"), ("B", "b"), ("C", "c")})
    assert pair(_texts("b", "a", "c"), _texts("A", "B", "C"), confirmed) == [1, 0, 2]


def test_an_inserted_paragraph_leaves_the_others_with_their_translations() -> None:
    confirmed = frozenset({("A", "a"), ("B", "b")})
    assert pair(_texts("a", "new", "b"), _texts("A", "B"), confirmed) == [0, 2]


def test_items_from_data_pair_by_id_and_kinds_do_not_mix() -> None:
    japanese = [
        PairedBlock("item", "s", "v.1", "a"),
        PairedBlock("item", "s", "v.2", "b"),
        *_texts("c"),
    ]
    english = [
        PairedBlock("item", "s", "v.2", "B"),
        PairedBlock("item", "s", "v.1", "A"),
        *_texts("C"),
    ]
    assert pair(japanese, english, frozenset()) == [1, 0, 2]
    assert pair(_texts("a"), [PairedBlock("row", "s", "", "A")], frozenset()) == [None]


def _chapter(root: Path) -> RecordedChapter:
    return everything.checked(root).composition.record.chapters[0]


def _summary(root: Path) -> Block:
    return _chapter(root).blocks[1]


def test_a_change_of_the_japanese_makes_the_english_older_until_it_is_confirmed(
    sample: Path, replace: Replace
) -> None:
    translations.confirm(sample, _chapter(sample))
    assert {block.translation for block in _chapter(sample).blocks} == {"confirmed"}
    replace(sample / "docs" / "chapter.md", "二つ目の文です。", "二つ目の文は変わりました。")
    states = [block.translation for block in _chapter(sample).blocks]
    assert states.count("older") == 1
    notes = [p for p in everything.checked(sample).problems if p.code == "translation-older"]
    assert [str(note.location) for note in notes] == ["docs/chapter.en.md:7:1"]
    assert notes[0].fix.en.endswith("“strategy translated chapter 1-1”")
    assert _summary(sample).translation == "older"
    # White space is no change.
    replace(
        sample / "docs" / "chapter.md",
        "二つ目の文は変わりました。",
        " 二つ目の文は\n変わりました。",
    )
    assert _summary(sample).translation == "older"
    assert translations.confirm(sample, _chapter(sample), ["1-9"]) == []
    assert translations.confirm(sample, _chapter(sample), ["1-1"]) == ["1-1"]
    assert {block.translation for block in _chapter(sample).blocks} == {"confirmed"}


CONFIRMED = frozenset({("E0", "J0")})
BOTH = DeclaredChange("changed", "1-1", "J1", "E1")


@pytest.mark.parametrize(
    ("en", "ja", "declared", "older"),
    [
        ("E0", "J0", [], False),
        ("E0", "J1", [], True),  # the Japanese alone
        ("E1", "J0", [], False),  # the English alone
        ("E1", "J1", [], False),  # both
        ("E2", "J2", [], False),  # new
        # A later change, after both were changed and declared.
        ("E1", "J1", [BOTH], False),
        ("E1", "J2", [BOTH], True),
        ("E1", "J2", [BOTH, DeclaredChange("changed", "1-1", "J2", "E1")], True),
        ("E2", "J2", [BOTH], False),
        # The Japanese alone, and the English in a later proposal.
        ("E0", "J1", [DeclaredChange("changed", "1-1", "J1", "E0")], True),
        ("E1", "J1", [DeclaredChange("changed", "1-1", "J1", "E0")], False),
        ("E1", "J1", [DeclaredChange("translation", "1-1", "E1", "J0")], True),
        ("E1", "J0", [DeclaredChange("translation", "1-1", "E1", "J0")], False),
        ("E1", "J2", [DeclaredChange("deleted", "1-1", "J1")], False),
    ],
)
def test_english_is_older_if_it_was_written_for_another_text(
    en: str, ja: str, declared: list[DeclaredChange], older: bool
) -> None:
    assert is_older(en, ja, CONFIRMED, translations.declared(declared)) == older


def _older(root: Path) -> list[str]:
    """Where the check says that English is older."""
    problems = everything.checked(root).problems
    return [str(p.location) for p in problems if p.code == "translation-older"]


def test_changing_both_languages_renews_the_translation(sample: Path, replace: Replace) -> None:
    translations.confirm(sample, _chapter(sample))
    replace(sample / "docs" / "chapter.md", "二つ目の文です。", "二つ目の文は変わりました。")
    assert _older(sample) == ["docs/chapter.en.md:7:1"]
    replace(sample / "docs" / "chapter.en.md", "A second sentence.", "The second one changed.")
    assert _older(sample) == []
    assert _summary(sample).translation == "confirmed"
    # What was declared then tells that the English is not as new as a later Japanese.
    marks = (fingerprint(_summary(sample).ja.text), fingerprint(_summary(sample).en.text))
    path = sample / "data" / "revisions.yml"
    replace(path, "changed 1-2 0123456789abcdef", f"changed 1-1 {' '.join(marks)}")
    assert _older(sample) == []
    replace(sample / "docs" / "chapter.md", "文は変わりました。", "文はまた変わりました。")
    assert _older(sample) == ["docs/chapter.en.md:7:1"]


def test_better_english_alone_is_not_older(sample: Path, replace: Replace) -> None:
    translations.confirm(sample, _chapter(sample))
    replace(sample / "docs" / "chapter.en.md", "A second sentence.", "The second sentence.")
    assert _older(sample) == []
    assert translations.confirm(sample, _chapter(sample)) == ["1-1"]
    assert _older(sample) == []


def test_items_from_data_are_renewed_alike_and_named_by_their_file(
    sample: Path, replace: Replace
) -> None:
    translations.confirm(sample, _chapter(sample))
    vision, timeline = sample / "data" / "vision.yml", sample / "data" / "timeline.yml"
    replace(vision, "{ja: 目標2, en: Goal 2}", "{ja: 直した目標, en: Goal 2}")
    replace(timeline, "{ja: 進捗2, en: Progress 2}", "{ja: 直した進捗, en: Progress 2}")
    assert _older(sample) == ["data/timeline.yml:12:13", "data/vision.yml:8:13"]
    listed = run(sample, "translated").stdout.splitlines()
    assert [line.split("\t")[0] for line in listed] == ["data/vision.yml", "data/timeline.yml"]
    replace(vision, "en: Goal 2}", "en: The goal 2}")
    replace(timeline, "en: Progress 2}", "en: Progress made}")
    assert _older(sample) == []
    goal = "      - id: vision.one.6\n        text: {ja: 新しい目標, en: A new goal}\n"
    replace(vision, "  - id: two\n", f"{goal}  - id: two\n")
    assert _older(sample) == []


def test_missing_english_is_shown_in_japanese_with_a_notice(sample: Path, replace: Replace) -> None:
    translations.confirm(sample, _chapter(sample))
    replace(
        sample / "docs" / "chapter.md",
        "二つ目の文です。\n",
        "二つ目の文です。\n\n新しい段落です。\n",
    )
    composition = everything.checked(sample).composition
    (chapter,) = composition.record.chapters
    assert (chapter.blocks[2].translation, chapter.blocks[2].number) == ("missing", 2)
    assert '<p class="untranslated" lang="ja">新しい段落です。</p>' in chapter.html("en")
    order = [*composition.order["chapter"]["en"]]
    assert 2 not in order
    # The page of the site has no such block; the marks put it there.
    page = "".join(f"<p>{chapter.blocks[index].en.html}</p>" for index in order[:3])
    marked = numbering.mark(
        page, chapter.model_copy(update={"blocks": chapter.blocks[:4]}), order[:3], "en"
    )
    texts = [blocks.text(marked[block.start : block.end]) for block in blocks.find(marked)]
    assert texts[2] == "新しい段落です。"
    assert "Not translated yet" in marked
    assert 'id="p1-2"' in marked


def test_english_that_translates_nothing_is_an_error(sample: Path, replace: Replace) -> None:
    path = sample / "docs" / "chapter.en.md"
    text = path.read_text(encoding="utf-8")
    heading = text.index("## ")
    path.write_text(f"{text[:heading]}One too many.\n\n{text[heading:]}", encoding="utf-8")
    with pytest.raises(InvalidStrategy) as caught:
        everything.checked(sample)
    (problem,) = caught.value.problems.errors
    assert problem.code == "translation-extra"
    assert problem.location.file == "docs/chapter.en.md"
    assert text[:heading].count("\n") + 1 == problem.location.line


def test_a_damaged_file_of_translations_is_named(sample: Path) -> None:
    translations.confirm(sample, _chapter(sample))
    path = sample / translations.FOLDER / "chapter.json"
    path.write_text(path.read_text(encoding="utf-8")[:-5], encoding="utf-8")
    with pytest.raises(InvalidStrategy) as caught:
        everything.checked(sample)
    assert [p.location.file for p in caught.value.problems.errors] == [
        "docs/.translations/chapter.json"
    ]


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The publication with the Japanese of paragraphs 2-1 and 2-2 changed, so that its English is older."""
    root = copy_publication(tmp_path_factory.mktemp("changed"))
    path = root / "docs/purpose.md"
    text = path.read_text(encoding="utf-8")
    chapter = everything.checked(root).composition.record.chapters[1]
    for number in (1, 2):
        (block,) = (block for block in chapter.blocks if block.number == number)
        assert text.count(block.ja.text[:20]) == 1
        text = text.replace(block.ja.text[:20], f"見本、{block.ja.text[:20]}")
    path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def older(changed: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(changed, tmp_path / "older"))


def _confirmed(root: Path) -> bytes:
    return (root / translations.FOLDER / "purpose.json").read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("purpose", "2-99"),
            "「2-99」という段落はありません。第2章（purpose）の段落は、2-1から2-",
        ),
        (("purpose", "2-1", "ほか"), "「ほか」という段落はありません。"),
        (("purpose", "1-5"), "第1章の段落です。「strategy translated introduction 1-5」と打って"),
        (("第9章",), "「第9章」という章はありません。"),
    ],
)
def test_what_is_not_there_is_refused_and_nothing_is_written(
    words: tuple[str, ...], told: str, older: Path
) -> None:
    before = _confirmed(older)
    done = run(older, "translated", *words, "--lang", "ja")
    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr
    assert _confirmed(older) == before


@pytest.mark.parametrize(
    ("chapter", "number"),
    [("purpose", "２－１"), ("2", "2-1"), ("２", "段落2-1"), ("第2章", "段落２−１")],
)
def test_chapters_and_numbers_are_taken_as_people_write_them(
    chapter: str, number: str, older: Path
) -> None:
    done = run(older, "translated", chapter, number, "--lang", "ja")
    assert done.stdout == "1か所の英語訳を、確認済みと記録しました。\n", done.stderr
    after = _confirmed(older)
    again = run(older, "translated", chapter, number, "--lang", "ja")
    assert again.returncode == 0
    assert "すでに確認済みです" in again.stdout
    assert _confirmed(older) == after
    listed = run(older, "translated").stdout
    assert [line.split("\t")[1] for line in listed.splitlines()] == ["2-2"]


def _files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (root / translations.FOLDER).glob("*")}


def test_a_paragraph_without_english_is_refused(sample: Path, replace: Replace) -> None:
    before = _files(sample)
    replace(
        sample / "docs/chapter.md", "二つ目の文です。\n", "二つ目の文です。\n\n新しい段落です。\n"
    )
    done = run(sample, "translated", "chapter", "1-2", "--lang", "ja")
    assert done.returncode == 1
    assert "段落1-2には、英語訳がありません。docs/chapter.en.md" in done.stderr
    assert before == _files(sample)


def test_a_heading_is_confirmed_by_its_section(sample: Path, replace: Replace) -> None:
    assert run(sample, "translated", "chapter").returncode == 0
    replace(sample / "data/strategy.yml", "見本の節 (パート)", "見本の部 (パート)")
    replace(sample / "docs/chapter.md", "見本の節 (パート)", "見本の部 (パート)")
    done = run(sample, "translated", "chapter", "1#part", "--lang", "ja")
    assert done.stdout == "1か所の英語訳を、確認済みと記録しました。\n", done.stderr
