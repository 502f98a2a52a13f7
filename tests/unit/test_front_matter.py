"""What spoils a page's file as a whole is told once, and as what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategy.checks import everything
from strategy.problems import InvalidStrategy, Problem


def _check(root: Path, old: str, new: str) -> list[Problem]:
    path = root / "docs/about.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InvalidStrategy) as caught:
        everything.checked(root)
    return caught.value.problems.errors


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("---\ndes", "ーーー\ndes", 1, "「ーーー」は、半角の「---」ではありません"),
        ("---\ndes", "----\ndes", 1, "「----」は、半角の「---」ではありません"),
        ("---\ndes", "des", 1, "先頭の「---」の行がありません"),
        ("---\ndes", "\n---\ndes", 1, "空の行を消してください"),
        ("。\n---\n", "。\nーーー\n", 3, "「ーーー」は、半角の「---」ではありません"),
        ("。\n---\n", "。\n----\n", 3, "「----」は、半角の「---」ではありません"),
        ("。\n---\n", "。\n--\n", 3, "「--」は、半角の「---」ではありません"),
        ("。\n---\n", "。\n", 3, "この行に「---」と打ってください"),
    ],
)
def test_a_lost_or_wrong_line_around_the_description_is_told_once(
    old: str, new: str, line: int, told: str, sample: Path
) -> None:
    (problem,) = _check(sample, old, new)
    assert (problem.code, problem.location.file) == ("front-matter", "docs/about.md")
    assert problem.location.line == line
    assert told in problem.text("ja")


@pytest.mark.parametrize("encoding", ["cp932", "cp1252"])
def test_a_garbled_page_is_called_garbled(encoding: str, sample: Path) -> None:
    written = "鹿島市のデジタル変革についてのページです。".encode()
    text = written.decode(encoding, "ignore")
    (problem,) = _check(sample, "# 見本について", f"# 見本について\n\n{text}")
    assert problem.code == "garbled"
    assert "文字化け" in problem.text("ja") and "UTF-8" in problem.text("ja")
    assert problem.location.line > 5


def test_lost_characters_are_garbled_too(sample: Path) -> None:
    (problem,) = _check(sample, "# 見本について", "# 見本について\n\n鹿島\ufffd\ufffdの文です。")
    assert (problem.code, problem.location.column) == ("garbled", 3)


def test_other_spaces_are_told_once_a_line(sample: Path) -> None:
    text = "# 見本について\n\n半角\u00a0の\u00a0空白\u00a0です。\n\n幅の\u200bない文字です。"
    one, other = _check(sample, "# 見本について", text)
    assert {one.code, other.code} == {"invisible-character"}
    assert (one.location.line, one.location.column) == (other.location.line - 2, 3)
    assert "（U+00A0）が3個あります → 半角スペースに" in one.text("ja")
    assert "（U+200B）" in other.text("ja")


@pytest.mark.parametrize(
    "character", ["\ue000", "\uf8ff", "\U000f0000", "\u3164", "\u2800", "\x07", "\u00ad", "\ufffc"]
)
def test_a_character_that_others_do_not_see_is_named(character: str, sample: Path) -> None:
    (problem,) = _check(sample, "# 見本について", f"# 見本について\n\n文字{character}です。")
    assert (problem.code, problem.location.column) == ("invisible-character", 3)
    assert f"（U+{ord(character):04X}）" in problem.text("ja")
    assert ("外字" in problem.text("ja")) == (character in "\ue000\uf8ff\U000f0000")


def test_it_is_told_once_in_the_description_too(sample: Path) -> None:
    (problem,) = _check(sample, "description: ", "description: \ue000")
    assert (problem.code, problem.location.line) == ("invisible-character", 2)


def test_variants_of_kanji_and_emoji_are_left_alone(sample: Path) -> None:
    path = sample / "docs/about.md"
    path.write_text(
        path.read_text(encoding="utf-8") + "\n葛\U000e0100と✔\ufe0fです。\n", encoding="utf-8"
    )
    assert "invisible-character" not in {problem.code for problem in everything.findings(sample)}
