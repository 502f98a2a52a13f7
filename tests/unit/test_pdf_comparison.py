"""The comparison as a PDF: A4 landscape, everything that changed, marked without colour."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import verapdf
from pdf_reader import Pdf, plain
from record_maker import record
from strategy.languages.say import Language
from strategy.pdf.comparison import pdf_bytes
from strategy.record.compare import compare

pytestmark = pytest.mark.xdist_group("pdf")

OLD = [
    {"chapter vision": "1. ビジョン"},
    {"paragraph": "変わらない段落です。"},
    {"paragraph": "約77%まで減少しました。"},
    {"item": "二度とない項目が消えます。"},
    {"paragraph": {"ja": "訳だけが変わる段落です。", "en": "We set up a structure."}},
]
NEW = [
    {"chapter vision": "1. ビジョン"},
    {"paragraph": "変わらない段落です。"},
    {"paragraph": "約75%まで減少しました。"},
    {"paragraph": {"ja": "訳だけが変わる段落です。", "en": "We set up an organisation."}},
    {"heading goals": "新しい見出し"},
]


def made(language: Language, folder: Path, old: list[dict[str, str]], new: object) -> Pdf:
    records = record(old, "r5-07"), record(new, "r8-05")  # type: ignore[arg-type]
    comparison = compare(*records)
    names = ("旧版", "新版") if language == "ja" else ("Old edition", "New edition")
    reasons = {
        index: "統計の更新"
        for index, row in enumerate(comparison.rows)
        if row.new and row.new.number == "1-2"
    }
    path = folder / "changes.pdf"
    path.write_bytes(pdf_bytes(comparison, records, names, reasons, language, date(2026, 5, 1)))
    for flavour in verapdf.FLAVOURS:
        assert not verapdf.failures(path, flavour)
    return Pdf(path)


def cells(pdf: Pdf) -> list[list[str]]:
    return [
        [plain(cell.text) for cell in row.children] for row in pdf.root.all() if row.role == "TR"
    ]


def test_rows_tell_what_changed_and_why(tmp_path: Path) -> None:
    pdf = made("ja", tmp_path, OLD, NEW)
    assert cells(pdf) == [
        ["種類", "改正後", "改正前", "理由"],
        ["変更", "1-2約75%まで減少しました。", "1-2約77%まで減少しました。", "統計の更新"],
        ["削除", "–", "1-3二度とない項目が消えます。", "記録なし"],
        ["訳文のみの変更", "1-3Wesetupanorganisation.", "1-4Wesetupastructure.", "記録なし"],
        ["追加", "見出し新しい見出し", "–", "記録なし"],
    ]
    for page in pdf.reader.pages:
        assert page.mediabox.width > page.mediabox.height
    assert "「旧版」から「新版」への変更を、段落ごとに示します（4か所）" in plain(pdf.root.text)


def test_english_is_shown_to_english_readers(tmp_path: Path) -> None:
    said = plain(made("en", tmp_path, OLD, NEW).root.text)
    assert "KindNewOldReason" in said
    assert "Translationonly1-3Wesetupanorganisation.1-4Wesetupastructure." in said


def test_what_did_not_change_is_said_so(tmp_path: Path) -> None:
    said = plain(made("ja", tmp_path, OLD, OLD).root.text)
    assert "変わったところはありません" in said


def test_many_changes_repeat_the_head_on_each_page(tmp_path: Path) -> None:
    old = [{"chapter vision": "1. ビジョン"}]
    many = [{"paragraph": f"{number}番の長い段落です。" * 12} for number in range(60)]
    pdf = made("ja", tmp_path, old, [*old, *many])
    assert len(pdf.reader.pages) > 3
    for number in range(1, len(pdf.reader.pages) + 1):
        assert "改正後" in "".join(p.text for p in pdf.pieces if p.page == number)
    assert len(cells(pdf)) == 61
