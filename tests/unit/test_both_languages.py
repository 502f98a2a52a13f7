"""A page that is no chapter says the same in both languages, section by section."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from project import page
from strategy.checks import everything
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
        found = everything.checked(root).problems
    except InvalidStrategy as error:
        found = error.problems
    return [
        p for p in found if p.code.startswith("page-translation") and "about" in p.location.file
    ]


def _line(root: Path, name: str, text: str) -> int:
    return (root / "docs" / name).read_text(encoding="utf-8").split("\n").index(text) + 1


def test_the_same_blocks_are_no_matter(sample: Path) -> None:
    assert _check(sample, JA, EN) == []


@pytest.mark.parametrize(
    ("gone", "line", "told"),
    [
        ("A [short](about.md) one.\n\n", "[短い](about.md)段落。", "段落「短い段落。」"),
        ("\nThe last paragraph.\n", "おわりの段落です。", "段落「おわりの段落です。」"),
        ("- Two\n", "- 二つ目", "箇条書きの項目「二つ目」"),
        ("| A | B |\n", "| あ | い |", "表の行「あ い」"),
    ],
)
def test_what_is_not_translated_is_warned_of_where_its_english_should_stand(
    gone: str, line: str, told: str, sample: Path
) -> None:
    assert EN.count(gone) == 1
    (problem,) = _check(sample, JA, EN.replace(gone, ""))
    assert (problem.code, problem.level) == ("page-translation-missing", "warning")
    ja = _line(sample, "about.md", line)
    assert f"{told}（docs/about.md の{ja}行目）の訳が、ここにありません" in problem.what.ja
    lines = (sample / "docs/about.en.md").read_text(encoding="utf-8").split("\n")
    assert problem.location.file == "docs/about.en.md"
    at = problem.location.line - 1
    if at < len(lines) - 1:
        block = [each for each in gone.split("\n") if each]
        assert "\n".join([*lines[:at], *block, *([""] * gone.count("\n\n")), *lines[at:]]).endswith(
            EN.lstrip("\n")
        )
    else:
        assert lines[at - 1 :] == ["## Another {#two}", ""]


def test_the_line_is_right_beside_addresses_and_texts_of_several_lines(sample: Path) -> None:
    ja = """

## 節 {#three}

詳しくは、
<https://www.example.org/a_b/?c=d>
をご覧ください。

二つ目の段落です。長さは、
2行です。

三つ目の段落です。[別のページ](about.md)もあります。
"""
    en = """

## Section {#three}

See <https://www.example.org/a_b/?c=d>
for what
else there is.

The second paragraph. It has
two lines.

The third paragraph. There is [another page](about.md) too.
"""
    before = len((sample / "docs/about.en.md").read_text(encoding="utf-8").split("\n")) - 1
    gone = "The second paragraph. It has\ntwo lines.\n\n"
    (problem,) = _check(sample, ja, en.replace(gone, ""))
    assert problem.location.line == before + en[: en.index(gone)].count("\n") + 1
    at = _line(sample, "about.md", "二つ目の段落です。長さは、")
    assert (
        f"段落「二つ目の段落です。長さは、 2行です。」（docs/about.md の{at}行目）"
        in problem.what.ja
    )


def test_every_text_that_is_not_translated_is_told(sample: Path) -> None:
    found = _check(sample, JA, EN.replace("- One\n- Two\n\n", ""))
    assert [problem.code for problem in found] == ["page-translation-missing"] * 2


def test_what_only_the_english_page_says_is_an_error(sample: Path) -> None:
    (problem,) = _check(sample, JA.replace("おわりの段落です。\n", ""), EN)
    assert (problem.code, problem.level) == ("page-translation-extra", "error")
    assert problem.location.file == "docs/about.en.md"
    assert problem.location.line == _line(sample, "about.en.md", "The last paragraph.")


def test_a_chapter_has_notes_of_its_own(
    sample: Path, replace: Callable[[Path, str, str], None]
) -> None:
    replace(sample / "docs/chapter.md", "二つ目の文です。", "二つ目の文です。\n\n三つ目です。")
    found = everything.checked(sample).problems
    assert "warning" not in {problem.level for problem in found}


def test_the_note_of_a_chapter_stands_where_the_english_should(
    sample: Path, replace: Callable[[Path, str, str], None]
) -> None:
    for name, text in (("chapter.md", "\n\n加えた段落です。"), ("chapter.en.md", "\n\nAdded.")):
        path = sample / "docs" / name
        path.write_text(path.read_text(encoding="utf-8").rstrip() + text + "\n", encoding="utf-8")
    replace(sample / "docs/chapter.md", "二つ目の文です。", "二つ目の文です。\n\n三つ目です。")
    (note,) = (
        problem
        for problem in everything.checked(sample).problems
        if problem.code == "translation-missing"
    )
    at = _line(sample, "chapter.md", "三つ目です。")
    assert f"docs/chapter.md の{at}行目「三つ目です。」" in note.what.ja
    # The English paragraph stood between the summary and the marker.
    marker = _line(sample, "chapter.en.md", "<!-- strategy: mission -->")
    assert (note.location.file, note.location.line) == ("docs/chapter.en.md", marker)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("See https://www.example.org/a_b/?c=d#e (in Japanese) for more of it.", 3),
        ("Term: what it means.", 6),
        ("Short: on a line below.", 7),
        ("A short one that begins with three words.", 9),
        ("DX", 8),
        ("1 * 2 is two, and so on.", 11),
        ("Nowhere.", 1),
        ("", 1),
    ],
)
def test_the_line_of_a_text(text: str, line: int) -> None:
    body = """# What DX is
\\
See https://www.example.org/a_b/?c=d#e
(in Japanese) for more of it.

- **Term**: what it means.
- *Short*: on a line below.
## DX {#dx}
A short
one that begins[^1] with [three](x.md) words.
1 \\* 2 is two, and so on.
"""
    assert page(body).line_of(text) == line
