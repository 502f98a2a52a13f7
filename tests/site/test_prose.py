"""Everything that staff may write in Markdown, as a page of a site that is never published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from strategy.languages.say import Language


def _article(prose: Path, language: Language) -> html.HtmlElement:
    path = prose / ("en/prose" if language == "en" else "prose") / "index.html"
    (article,) = html.fromstring(path.read_text(encoding="utf-8")).xpath("//article")
    return article


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_carries_a_style_or_speaks_only_to_a_mouse(prose: Path, language: Language) -> None:
    article = _article(prose, language)
    assert not article.xpath(".//@style")
    assert not article.xpath(".//@title")


@pytest.mark.parametrize(("language", "head"), [("ja", "左 中央 右"), ("en", "Left Centre Right")])
def test_tables_name_their_columns_and_keep_their_alignment(
    prose: Path, language: Language, head: str
) -> None:
    (table,) = _article(prose, language).xpath(".//table")
    assert [cell.get("scope") for cell in table.xpath(".//thead//th")] == ["col"] * 3
    cells = table.xpath(".//tbody/tr[1]/*")
    assert [cell.get("class") for cell in cells] == ["align-left", "align-center", "align-right"]
    assert [cell.get("data-label") for cell in cells] == [None, *head.split()[1:]]
    assert [(cell.tag, cell.get("scope")) for cell in cells[:2]] == [("th", "row"), ("td", None)]


@pytest.mark.parametrize(
    ("language", "names"), [("ja", ["注1", "注2"]), ("en", ["Note 1", "Note 2"])]
)
def test_footnotes_are_named_and_lead_back(
    prose: Path, language: Language, names: list[str]
) -> None:
    article = _article(prose, language)
    assert article.xpath(".//a[@class='footnote-ref']/@aria-label") == names
    (notes,) = article.xpath(".//section[@class='footnote']")
    assert notes.get("aria-label") == {"ja": "注", "en": "Notes"}[language]
    back = {"ja": "注1の付いた本文に戻る", "en": "Back to the text of note 1"}[language]
    assert notes.xpath(".//a[@class='footnote-backref']/@aria-label")[0] == back


@pytest.mark.parametrize(
    ("language", "done", "to_do"), [("ja", "完了", "未完了"), ("en", "Done", "To do")]
)
def test_tasks_are_marks_that_are_read(
    prose: Path, language: Language, done: str, to_do: str
) -> None:
    marks = _article(prose, language).xpath(".//li//span[@class='task']")
    assert [mark.get("aria-label") for mark in marks] == [done, to_do]
    assert [mark.text_content() for mark in marks] == ["☑", "☐"]
    assert "[x]" not in _article(prose, language).text_content()


def test_abbreviations_are_written_out_once(prose: Path) -> None:
    text = _article(prose, "ja").text_content()
    assert "ABC（略語の見本）という略語と、二度目のABC。" in text
    assert "ABC (a sample abbreviation), and ABC again." in _article(prose, "en").text_content()


def test_admonitions_are_titled_in_the_language_of_the_page(prose: Path) -> None:
    for language, titles in (
        ("ja", ["補足", "題名のある注意書き"]),
        ("en", ["Note", "A note with a title"]),
    ):
        article = _article(prose, language)  # type: ignore[arg-type]
        found = [title.text_content() for title in article.xpath(".//p[@class='admonition-title']")]
        assert found == titles
        assert len(article.xpath(".//details/summary")) == 1


def test_ruby_has_brackets_for_what_cannot_show_it(prose: Path) -> None:
    (ruby,) = _article(prose, "ja").xpath(".//ruby")
    assert html.tostring(ruby, encoding="unicode", with_tail=False) == (
        "<ruby>鹿島<rp>（</rp><rt>かしま</rt><rp>）</rp></ruby>"
    )


def test_japanese_on_english_pages_is_marked(prose: Path, pages: list[Path]) -> None:
    paths = [path for path in pages if "/en/" in path.as_posix()] + [prose / "en/prose/index.html"]
    found = 0
    for path in paths:
        page = html.fromstring(path.read_text(encoding="utf-8"))
        for text in page.xpath("//body//text()[not(ancestor::*[@lang='ja'])]"):
            assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", text), (path, text)
        found += len(page.xpath("//article//*[@lang='ja']"))
    assert found > len(paths)
