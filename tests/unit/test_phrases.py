"""Japanese headings: where their lines may break, and nowhere else."""

from __future__ import annotations

import re

import markdown
import pytest

from strategy.markup.phrases import PhrasesExtension, phrases


def _render(text: str) -> str:
    return markdown.markdown(text, extensions=["attr_list", "toc", PhrasesExtension()])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("鹿島市がめざす職員のDXリテラシーのあり方", "鹿島市が|めざす職員の|DXリテラシーの|あり方"),
        ("将来めざす姿 (ビジョン)", "将来めざす|姿 |(ビジョン)"),
        ("ミッション・ビジョン・バリュー", "ミッション・|ビジョン・|バリュー"),
        ("令和4年10月（2022年10月）", "令和4年10月|（2022年10月）"),
        ("推進体制", "推進体制"),
        ("つながる笑顔のまち 鹿島", "つながる笑顔の|まち 鹿島"),
        ("", ""),
    ],
)
def test_phrases(text: str, expected: str) -> None:
    assert "|".join(phrases(text)) == expected
    assert "".join(phrases(text)) == text


def test_headings_break_between_phrases_and_paragraphs_are_left_alone() -> None:
    html = _render("## 推進体制と施策の実施 {#id}\n\n推進体制と施策の実施")
    assert html == ('<h2 id="id">推進体制と<wbr>施策の<wbr>実施</h2>\n<p>推進体制と施策の実施</p>')


def test_phrases_run_across_inline_elements_and_spare_code() -> None:
    html = _render("# [推進体制](x.md)と**施策の実施**`推進体制と施策`の話です")
    assert "<wbr>" in html
    assert "<code>推進体制と施策</code>" in html
    plain = re.sub("<wbr>", "", html)
    assert '<a href="x.md">推進体制</a>と<strong>施策の実施</strong>' in plain


def test_the_contents_list_has_plain_text() -> None:
    md = markdown.Markdown(extensions=["toc", PhrasesExtension()])
    md.convert("# 推進体制と施策の実施")
    assert md.toc_tokens[0]["name"] == "推進体制と施策の実施"  # type: ignore[attr-defined]
