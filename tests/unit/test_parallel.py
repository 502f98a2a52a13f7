"""A page that is no chapter says the same in both languages, section by section."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from strategy import check
from strategy.problems import InvalidStrategy, Problem

JA = """

## 節 {#one}

はじめの段落です。この段落は少し長いので、英語の訳も少し長くなります。

[短い](about.md)段落。

- 一つ目
- 二つ目

| 左 | 右 |
|---|---|
| あ | い |

## 別の節 {#two}

おわりの段落です。
"""
EN = """

## Section {#one}

The first paragraph. It is rather long, so that its translation is rather long as well.

A [short](about.md) one.

- One
- Two

| Left | Right |
|---|---|
| A | B |

## Another {#two}

The last paragraph.
"""


def _check(root: Path, ja: str, en: str) -> list[Problem]:
    for name, text in (("about.md", ja), ("about.en.md", en)):
        path = root / "docs" / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    try:
        found = check.checked(root).problems
    except InvalidStrategy as error:
        found = error.problems
    return [p for p in found if p.code.startswith("translation") and "about" in p.location.file]


def _line(root: Path, name: str, text: str) -> int:
    return (root / "docs" / name).read_text(encoding="utf-8").split("\n").index(text) + 1


def test_the_same_blocks_are_no_matter(sample: Path) -> None:
    assert _check(sample, JA, EN) == []


@pytest.mark.parametrize(
    ("gone", "line", "told"),
    [
        (
            "A [short](about.md) one.\n",
            "[短い](about.md)段落。",
            "段落「短い段落。」が、docs/about.en.md にありません",
        ),
        ("The last paragraph.\n", "おわりの段落です。", "このページは1、docs/about.en.md は0"),
        ("- Two\n", "- 二つ目", "箇条書きの項目「"),
        ("| A | B |\n", "| あ | い |", "表の行「あ い」が"),
    ],
)
def test_what_is_not_translated_is_warned_of_at_its_japanese(
    gone: str, line: str, told: str, sample: Path
) -> None:
    assert EN.count(gone) == 1
    (problem,) = _check(sample, JA, EN.replace(gone, ""))
    assert (problem.code, problem.level) == ("translation-missing", "warning")
    assert problem.location.file == "docs/about.md"
    assert problem.location.line == _line(sample, "about.md", line)
    assert told in problem.text("ja")


def test_what_only_the_english_page_says_is_an_error(sample: Path) -> None:
    (problem,) = _check(sample, JA.replace("おわりの段落です。\n", ""), EN)
    assert (problem.code, problem.level) == ("translation-extra", "error")
    assert problem.location.file == "docs/about.en.md"
    assert problem.location.line == _line(sample, "about.en.md", "The last paragraph.")


def test_a_chapter_has_notes_of_its_own(
    sample: Path, replace: Callable[[Path, str, str], None]
) -> None:
    replace(sample / "docs/chapter.md", "二つ目の文です。", "二つ目の文です。\n\n三つ目です。")
    found = check.checked(sample).problems
    assert "warning" not in {problem.level for problem in found}
