"""The review of pages: what readers see, what is due, what staff may write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conftest import run
from strategy.checks import everything
from strategy.content.review import Review, words
from strategy.problems import InvalidStrategy

MAY = {"SOURCE_DATE_EPOCH": "1778025600"}  # 6 May 2026


def _review(sample: Path, name: str, lines: str) -> None:
    path = sample / "docs" / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("---\n", f"---\nreview:\n{lines}", 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("reviewed", "every", "due"),
    [
        ("2026-01-31", "1か月", date(2026, 2, 28)),
        ("2026-11-01", "6 か月", date(2027, 5, 1)),
        ("令和8年11月1日", "１年", date(2027, 11, 1)),
        ("2026-12-31", "12カ月", date(2027, 12, 31)),
    ],
)
def test_a_review_is_due_after_its_months(reviewed: str, every: str, due: date) -> None:
    review = Review.model_validate({"owner": None, "reviewed": reviewed, "every": every})
    assert review.due == due
    assert not review.overdue(due)
    assert review.overdue(date(2028, 1, 1))


def test_readers_are_told_in_plain_words() -> None:
    facts = {"reviewed": "2026-11-01", "every": "6か月"}
    owned = Review.model_validate({"owner": {"ja": "見本課", "en": "Sample Division"}, **facts})
    assert words(owned, "ja") == (
        "このページの担当：見本課",
        "内容を確かめた日：令和8年11月1日（2026年11月1日）",
        "次に確かめる時期：令和9年5月1日（2027年5月1日）まで",
    )
    assert words(owned, "en") == (
        "Looked after by Sample Division",
        "Content checked on 1 November 2026",
        "To be checked again by 1 May 2027",
    )
    assert len(words(Review.model_validate({"owner": None, **facts}), "ja")) == 2


def test_what_is_due_is_listed_and_noted(sample: Path) -> None:
    _review(
        sample,
        "index.md",
        "  owner: {ja: 見本課, en: Sample Division}\n  reviewed: 2025-10-01\n  every: 6か月\n",
    )
    _review(sample, "about.md", "  owner: null\n  reviewed: 2026-04-01\n  every: 1年\n")
    listed = run(sample, "check", "--due", "--lang", "ja", env=MAY).stdout.splitlines()
    assert listed[2:] == [
        "| 令和8年4月1日（2026年4月1日）（過ぎています） | 見本戦略 | `docs/index.md` | 見本課 | 令和7年10月1日（2025年10月1日） |",
        "| 令和9年4月1日（2027年4月1日） | 見本について | `docs/about.md` | 未定 | 令和8年4月1日（2026年4月1日） |",
        "確かめる時期が決まっていないページ: docs/chapter.md",
    ]
    checked = run(sample, "check", "--lang", "ja", env=MAY)
    assert checked.returncode == 0
    assert [line for line in checked.stdout.splitlines() if "review-due" in line] == [
        "docs/index.md:1:1: [review-due] （参考）このページの内容を確かめる時期（令和8年4月1日（2026年4月1日））を過ぎています"
        " → 内容を確かめ、先頭の「reviewed:」をその日の日付に変えてください"
    ]


@pytest.mark.parametrize(
    ("name", "lines", "code"),
    [
        ("index.md", "  owner: null\n  reviewed: 2026-04-01\n  every: 毎年\n", "review-every"),
        ("index.md", "  owner: null\n  reviewed: 2026-04\n  every: 1年\n", "date-precision"),
        ("index.md", "  reviewed: 2026-04-01\n  every: 1年\n", "missing-key"),
        ("index.en.md", "  owner: null\n  reviewed: 2026-04-01\n  every: 1年\n", "review-place"),
    ],
)
def test_a_faulty_review_is_an_error(name: str, lines: str, code: str, sample: Path) -> None:
    _review(sample, name, lines)
    with pytest.raises(InvalidStrategy) as caught:
        everything.checked(sample)
    assert [problem.code for problem in caught.value.problems.errors] == [code]
