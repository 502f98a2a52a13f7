"""The report for a meeting: every part of it, in both languages and both forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from conftest import run

MAY = {"SOURCE_DATE_EPOCH": "1778025600"}  # 6 May 2026
Replace = Callable[[Path, str, str], None]


@pytest.fixture
def translated(sample: Path, replace: Replace) -> Path:
    """The sample, translated; then a sentence changed, and a page with a date of review."""
    assert run(sample, "translated", "chapter").returncode == 0
    replace(sample / "docs/chapter.md", "二つ目の文です。", "二つ目の文は変わりました。")
    review = "---\nreview: {owner: {ja: 見本|課, en: Sample}, reviewed: R7.1.6, every: 1年}\n"
    index = sample / "docs/index.md"
    index.write_text(
        index.read_text(encoding="utf-8").replace("---\n", review, 1), encoding="utf-8"
    )
    return sample


def test_the_report_has_every_part(translated: Path) -> None:
    done = run(translated, "report", "--lang", "ja", env=MAY)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:3] == [
        "# 見本戦略：公開の状況",
        "",
        "令和8年5月6日（2026年5月6日）現在",
    ]
    sections = {
        part.partition("\n")[0]: part.partition("\n")[2].strip().split("\n")
        for part in done.stdout.split("\n## ")[1:]
    }
    assert sections["版"][2:] == [
        "| 見本の第2版 | 現在の版 | 令和8年5月（2026年5月） | なし |",
        "| 見本の第1版 | 前の版 | 令和5年7月（2023年7月） | なし |",
    ]
    assert sections["令和8年5月1日（2026年5月1日）からの変更"][2:] == [
        "| 令和8年6月1日（2026年6月1日） | 見本の\\*変更\\*です。 | 見本の理由です。 | 2 |"
    ]
    assert sections["英語訳が古い段落と、英語訳のない段落"][2:] == ["| 1. 見本の章 | 1 | 0 | 1-1 |"]
    due = sections["ページの内容を確かめる時期"]
    assert due[2].startswith("| 令和8年1月6日（2026年1月6日）（過ぎています） | 見本戦略 |")
    assert "見本&#124;課" in due[2]
    assert due[-1] == "時期が決まっていないページ：`docs/about.md`、`docs/chapter.md`"
    assert [line.rsplit("| ", 1)[1] for line in sections["意見募集"][2:]] == [
        "募集は終わりました |"
    ] * 2, "of calls without a draft nobody knows what became of the opinions"
    assert sections["検査の結果"][0].startswith("誤り0件、注意0件、参考")
    assert any("`docs/index.md:1:1` （参考）" in line for line in sections["検査の結果"])


def test_changes_since_a_day_of_ones_own(translated: Path) -> None:
    shown = run(translated, "report", "--since", "R5.4.1", "--lang", "en", env=MAY).stdout
    assert "## Changes since 1 April 2023" in shown
    assert "| 1 December 2023 | Earlier sample | Reason | 1 |" in shown
    wrong = run(translated, "report", "--since", "昨日", "--lang", "ja", env=MAY)
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "日付の書き方が違います" in wrong.stderr


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_html_says_the_same_and_needs_nothing_else(language: str, translated: Path) -> None:
    markdown = run(translated, "report", "--lang", language, env=MAY).stdout
    output = translated / "report.html"
    done = run(translated, "report", "--output", str(output), "--lang", language, env=MAY)
    assert done.returncode == 0, done.stderr
    page = html.fromstring(output.read_bytes())
    assert page.get("lang") == language
    assert [it.text_content() for it in page.iter("h1", "h2")] == [
        line.lstrip("# ") for line in markdown.splitlines() if line.startswith("#")
    ]
    assert len(page.xpath("//table")) == 5
    assert "見本|課" in page.text_content() or language == "en"
    assert not page.xpath("//@src | //@href | //script")


def test_a_form_that_is_not_known_is_refused(sample: Path) -> None:
    done = run(sample, "report", "--output", str(sample / "report.docx"), "--lang", "ja")
    assert done.returncode == 1
    assert ".html か .md" in done.stderr
    assert not (sample / "report.docx").exists()
