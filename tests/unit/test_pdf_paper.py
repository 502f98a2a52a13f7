"""Plain documents: forms and comparisons that conform, with everything in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import verapdf
from pdf_reader import Node, Pdf, plain
from strategy.pdf.errors import PdfError
from strategy.pdf.paper import Blanks, Paper, Paragraph, Run, Subtitle, Table, pdf

pytestmark = pytest.mark.xdist_group("pdf")

ROWS = tuple((f"{number}番", "前の文章です。" * 9, "後の文章です。" * 9) for number in range(40))
FORM = Paper(
    title="見本の様式",
    language="ja",
    author="見本市",
    date=date(2026, 6, 1),
    footer="見本の様式　令和8年6月",
    parts=(
        Paragraph("次の欄に記入してください。"),
        Subtitle("記入する人"),
        Blanks(("氏名", "住所")),
        Subtitle("意見"),
        Table(("番号", "意見"), (("3-12", ""),), widths=(1, 4), row_heads=True, lines=2),
        Paragraph(
            (
                Run("太い字", "strong-run"),
                Run("消した字", "deleted"),
                Run("入れた字\n次の行", "inserted"),
                Run("English", language="en"),
            )
        ),
        Subtitle("内訳"),
        Table(("項目", "前", "後"), ROWS, row_heads=True),
    ),
)


def made(paper: Paper, folder: Path) -> Pdf:
    path = folder / "paper.pdf"
    path.write_bytes(pdf(paper))
    for flavour in verapdf.FLAVOURS:
        assert not verapdf.failures(path, flavour)
    return Pdf(path)


def texts(nodes: Iterator[Node], role: str) -> list[str]:
    return [plain(node.text) for node in nodes if node.role == role]


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Pdf:
    return made(FORM, tmp_path_factory.mktemp("form"))


def test_form_is_read_in_order(form: Pdf) -> None:
    said = plain(form.root.text)
    order = (
        "見本の様式次の欄に記入してください。記入する人氏名住所"
        "意見番号意見3-12太い字消した字入れた字次の行English"
        "内訳項目前後0番前の文章です。"
    )
    assert said.startswith(plain(order))
    assert texts(form.root.all(), "H1") == ["見本の様式"]
    assert texts(form.root.all(), "H2") == ["記入する人", "意見", "内訳"]
    assert [plain(title) for title in form.bookmarks] == [
        "見本の様式",
        "記入する人",
        "意見",
        "内訳",
    ]


def test_heads_of_rows_are_tagged_and_the_other_cells_find_them(form: Pdf) -> None:
    heads = texts(form.root.all(), "TH")
    assert heads[:2] == ["氏名", "住所"]
    assert "3-12" in heads
    assert [f"{number}番" for number in range(40)] == heads[-40:]
    scopes = {"/Row": 0, "/Column": 0}
    for index in range(1, form.reader.trailer["/Size"]):
        element = form.reader.get_object(index)
        if not isinstance(element, dict) or element.get("/S") not in ("/TH", "/TD"):
            continue
        table = next((a for a in element["/A"] if a.get_object()["/O"] == "/Table"), {})
        if element["/S"] == "/TH":
            scopes[table["/Scope"]] += 1
        else:
            assert "/Headers" not in table
    assert scopes == {"/Row": 43, "/Column": 5}


def test_landscape_repeats_the_heads_and_numbers_the_pages(tmp_path: Path) -> None:
    wide = made(replace(FORM, landscape=True), tmp_path)
    for page in wide.reader.pages:
        assert page.mediabox.width > page.mediabox.height
    last = len(wide.reader.pages)
    shown = "".join(piece.text for piece in wide.pieces if piece.page == last)
    assert "項目前後" in shown
    assert f"{last}／{last}ページ" in plain(shown)
    assert "見本の様式　令和8年6月" in shown


def test_japanese_words_in_an_english_document_are_marked(tmp_path: Path) -> None:
    parts = (Paragraph("The summary edition (概要版) prevails."),)
    found = made(replace(FORM, language="en", title="Sample", parts=parts), tmp_path)
    assert str(found.reader.trailer["/Root"]["/Lang"]).startswith("en")
    content = found.reader.pages[0].get_contents()
    assert content is not None
    assert content.get_data().count(b"/Lang(ja-JP)") == 1
    assert "(概要版)prevails" in plain(found.root.text)


def test_table_without_a_head_has_only_rows(tmp_path: Path) -> None:
    facts = Table((), (("期間", "六月\n七月"), ("方法", "窓口")), widths=(1, 4), row_heads=True)
    found = made(replace(FORM, parts=(facts,)), tmp_path)
    assert texts(found.root.all(), "TH") == ["期間", "方法"]
    assert texts(found.root.all(), "TD") == ["六月七月", "窓口"]
    assert not [node for node in found.root.all() if node.role == "THead"]
    assert "fill: none" in replace(FORM, parts=(facts,)).source.split("#heading(")[-1]


def test_cell_of_many_pages_does_not_run_off(tmp_path: Path) -> None:
    long = "とても長い文章が続きます。" * 300
    found = made(replace(FORM, parts=(Table(("a", "b"), (("1", long),)),)), tmp_path)
    assert long in plain(found.root.text)
    assert min(piece.y for piece in found.pieces) > 20


def test_bytes_are_the_same_again() -> None:
    assert pdf(FORM) == pdf(replace(FORM))


def test_character_that_no_font_has_is_said() -> None:
    with pytest.raises(PdfError, match=r"U\+1F41F"):
        pdf(replace(FORM, parts=(Paragraph("魚🐟"),)))


def test_what_else_cannot_be_set_is_said() -> None:
    class Broken(Paper):
        source = '#panic("broken")'

    with pytest.raises(PdfError, match=r"no PDF: .*broken"):
        pdf(Broken("見本", "ja", "見本市", date(2026, 6, 1), ()))


def test_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="a row of 1 in a table of 2 columns"):
        pdf(replace(FORM, parts=(Table(("a", "b"), (("1",),)),)))
