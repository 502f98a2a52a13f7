"""What people wrote stands in summaries and reports as they wrote it, and does nothing there."""

from __future__ import annotations

import markdown
import pytest
from lxml import html

from strategy.languages.say import Say
from strategy.markup.plain_markdown import literal, table

TEXTS = (
    "<img src=x onerror=alert(1)>と<script>",
    "[リンク](https://example.org/)と![画像](a.png)",
    "`コード`と**強調**と_斜体_と~~取消~~",
    "1. 見本の章",
    "- 項目",
    "# 見出し",
    "> 引用",
    "縦|線と\\逆斜線と&amp;と@name",
    "行の\n終わり",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_shown_letter_for_letter(text: str) -> None:
    shown = html.fromstring(markdown.markdown(f"- {literal(text)}"))
    assert shown.text_content().strip() == text.replace("\n", " ")
    assert {element.tag for element in shown.iter()} == {"ul", "li"}


@pytest.mark.parametrize("text", TEXTS)
def test_a_cell_of_a_table_holds_it(text: str) -> None:
    made = table((Say("見本", "Sample"), Say("数", "Number")), [(literal(text), "1")], "ja")
    cells = html.fromstring(markdown.markdown(made, extensions=["tables"])).xpath("//td")
    assert [cell.text_content() for cell in cells] == [text.replace("\n", " "), "1"]


def test_a_table_without_rows_is_nothing() -> None:
    assert table((Say("見本", "Sample"),), [], "ja") == ""
