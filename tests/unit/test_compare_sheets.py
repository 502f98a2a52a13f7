"""The comparison as CSV and as an Excel file, read back as a spreadsheet program would."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText

from record_maker import record
from strategy.editions.sheets import MOST, csv_bytes, xlsx_bytes
from strategy.languages.say import Language
from strategy.record.compare import Comparison, compare

OLD = [
    {"chapter vision": "1. ビジョン"},
    {"paragraph": "変わらない段落です。"},
    {"paragraph": "約77%まで減少しました。"},
    {"paragraph": "なくなる段落です。"},
    {"paragraph": {"ja": "訳だけが変わる段落です。", "en": "We set up a structure."}},
    {"item": "一つ目の項目です"},
    {"item": "二つ目の項目です"},
]
NEW = [
    {"chapter vision": "1. 将来めざす姿（ビジョン）"},
    {"paragraph": "変わらない段落です。"},
    {"paragraph": "約75%まで減少しました。"},
    {"paragraph": {"ja": "訳だけが変わる段落です。", "en": "We set up an organisation."}},
    {"paragraph": "=HYPERLINK(1)"},
    {"item": "二つ目の項目です"},
    {"item": "一つ目の項目です"},
]
TITLE = "見本戦略　新旧対照表\n改正後：第2版（令和8年5月）　改正前：第1版（令和5年7月）"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(record(OLD, "r5-07"), record(NEW, "r8-05"))


@pytest.fixture(scope="module")
def reasons(comparison: Comparison) -> dict[int, str]:
    index = next(i for i, row in enumerate(comparison.rows) if row.new and row.new.number == "1-2")
    return {index: "-5人の人事異動のため"}


def _csv(comparison: Comparison, language: Language, reasons: Mapping[int, str]) -> list[list[str]]:
    data = csv_bytes(comparison, language, reasons)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_in_japanese(comparison: Comparison, reasons: dict[int, str]) -> None:
    assert _csv(comparison, "ja", reasons) == [
        ["章・段落（改正後）", "改正後", "改正前", "段落（改正前）", "種類", "理由"],
        ["第1章 見出し", "1. 将来めざす姿（ビジョン）", "1. ビジョン", "第1章 見出し", "変更", ""],
        [
            "段落 1-2",
            "約75%まで減少しました。",
            "約77%まで減少しました。",
            "段落 1-2",
            "変更",
            "'-5人の人事異動のため",
        ],
        ["", "", "なくなる段落です。", "段落 1-3", "削除", ""],
        [
            "段落 1-3",
            "We set up an organisation.",
            "We set up a structure.",
            "段落 1-4",
            "訳文のみの変更",
            "",
        ],
        ["段落 1-4", "'=HYPERLINK(1)", "", "", "追加", ""],
        ["段落 1-5", "二つ目の項目です", "二つ目の項目です", "段落 1-6", "移動", ""],
        ["段落 1-6", "一つ目の項目です", "一つ目の項目です", "段落 1-5", "移動", ""],
    ]


def test_csv_in_english(comparison: Comparison) -> None:
    rows = _csv(comparison, "en", {})
    assert rows[0] == ["New no.", "New", "Old", "Old no.", "Kind", "Reason"]
    assert rows[3] == ["", "", "English of なくなる段落です。", "para. 1-3", "Deleted", ""]


def test_where_only_the_japanese_changed_english_readers_see_that() -> None:
    old, new = (
        record([{"paragraph": {"ja": f"約{share}%です。", "en": "It is so."}}])
        for share in (77, 75)
    )
    (_head, row) = _csv(compare(old, new), "en", {})
    assert row[1:3] == ["約75%です。", "約77%です。"]
    sheet = _sheet(compare(old, new), "en")
    assert (str(sheet["B3"].value), str(sheet["C3"].value)) == ("約75%です。", "約77%です。")


def _sheet(comparison: Comparison, language: Language = "ja", title: str = TITLE) -> Any:
    data = xlsx_bytes(comparison, language, {}, title)
    return load_workbook(io.BytesIO(data), rich_text=True).active


def test_excel_has_the_same_rows_with_bare_numbers(
    comparison: Comparison, reasons: dict[int, str]
) -> None:
    data = xlsx_bytes(comparison, "ja", reasons, TITLE)
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[0][0] == TITLE
    expected = [
        [cell.removeprefix("段落 ").removeprefix("'") for cell in row]
        for row in _csv(comparison, "ja", reasons)
    ]
    assert rows[1:] == expected
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_changed_words_are_marked(comparison: Comparison) -> None:
    sheet = _sheet(comparison)
    new, old = sheet["B4"].value, sheet["C4"].value
    assert isinstance(new, CellRichText)
    assert (str(new), str(old)) == ("約75%まで減少しました。", "約77%まで減少しました。")
    assert (new[0].text, new[0].font.b, new[0].font.u) == ("約75%", True, "single")
    assert (old[0].text, old[0].font.strike) == ("約77%", True)
    assert not new[1].font.b
    assert new[1].font.u is None
    # A text that is new or gone as a whole is marked as a whole.
    deleted, added = sheet["C5"], sheet["B7"]
    assert (deleted.value, deleted.font.strike) == ("なくなる段落です。", True)
    assert (added.value, added.font.b, added.font.u) == ("=HYPERLINK(1)", True, "single")
    moved = sheet["B8"]
    assert not moved.font.b


def test_it_prints_on_a4_landscape_with_its_head_on_every_page(comparison: Comparison) -> None:
    sheet = _sheet(comparison)
    assert (sheet.title, sheet.freeze_panes) == ("新旧対照表", "A3")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$2:$2"
    assert sheet.oddFooter.center.text == "&P / &N ページ"
    assert sheet["B4"].alignment.wrap_text
    english = _sheet(comparison, "en")
    assert english.title == "Old and new"
    assert english.oddFooter.center.text == "Page &P of &N"


def test_the_same_comparison_makes_the_same_bytes(comparison: Comparison) -> None:
    data = xlsx_bytes(comparison, "ja", {}, TITLE)
    assert xlsx_bytes(comparison, "ja", {}, TITLE) == data
    # Nor is there a time in it that another day would change.
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        times = re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", archive.read("docProps/core.xml").decode())
    assert set(times) == {"2000-01-01T00:00:00Z"}


def test_nothing_changed_is_a_table_without_rows() -> None:
    same = compare(record(OLD), record(OLD))
    assert len(_csv(same, "ja", {})) == 1
    assert _sheet(same).max_row == 2


def test_a_title_is_never_a_formula(comparison: Comparison) -> None:
    assert _sheet(comparison, title="=1+1")["A1"].data_type == "s"


def test_a_text_longer_than_a_cell_holds_is_cut_and_says_so() -> None:
    long = "あ" * MOST
    sheet = _sheet(compare(record([{"paragraph": f"{long}前"}]), record([{"paragraph": long}])))
    assert str(sheet["B3"].value) == long
    assert len(str(sheet["C3"].value)) == MOST
    assert str(sheet["C3"].value).endswith("（以下略。全文は版の記録にあります）")
