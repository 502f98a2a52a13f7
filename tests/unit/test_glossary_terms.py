"""Terms are explained once a page, where they can be, and nowhere else."""

import re
from pathlib import Path

import markdown
import pytest

from strategy.checks.everything import checked
from strategy.languages.say import Language
from strategy.markup.glossary_terms import TermsExtension

SAMPLE = Path(__file__).parents[1] / "fixtures" / "sample"


def _render(text: str, language: Language = "ja") -> str:
    extension = TermsExtension(checked(SAMPLE)[0].glossary.terms, language)
    return markdown.markdown(
        text, extensions=["attr_list", "def_list", "md_in_html", "abbr", extension]
    )


def _terms(html: str) -> list[str]:
    return re.findall(r'class="term"[^>]*>([^<]*)</a>', html)


def test_first_mention_only_and_a_note_for_each() -> None:
    html = _render("DXと見本。DXとサンプル。\n\nDX")
    assert _terms(html) == ["DX", "見本"]
    assert html.count('class="term-note"') == 2
    assert 'href="/about.md#term.dx"' in html
    assert 'aria-describedby="note-term.dx"' in html
    assert "見本の変革の意味。" in html  # without its mark-up
    assert re.sub(r"<[^>]+>", "", html).startswith("DXと見本。DXとサンプル。\nDX")


def test_text_stays_as_it_was_around_terms() -> None:
    html = _render("前**DX**中*見本*後DX終")
    text = re.sub(r'<div class="term-notes">.*', "", html, flags=re.DOTALL)
    assert re.sub(r"<[^>]+>", "", text).strip() == "前DX中見本後DX終"


@pytest.mark.parametrize(
    "text",
    ["# DX", "[DX](x.md)", "`DX`", "    DX", "DX\n\n*[DX]: x", "ADX DXY AI-DX", "DX\n:   説明"],
)
def test_not_in_headings_links_code_or_longer_words(text: str) -> None:
    assert _terms(_render(text)) == []


def test_english_words_whole_and_as_written() -> None:
    assert _terms(_render("A sample, samples, Sample of DX.", "en")) == ["sample", "DX"]


def test_page_without_terms_has_no_notes() -> None:
    assert "term-note" not in _render("何もない文。")
