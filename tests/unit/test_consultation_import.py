"""Exports of forms into opinions: nobody's name comes in, nothing is doubled, every row is told of."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_consultation_opinions import call

from strategy.consultations import exports, importing
from strategy.consultations.importing import Import
from strategy.content import opinions
from strategy.model import Opinion
from strategy.problems import Invalid

HEAD = ["タイムスタンプ", "お名前（必須）", "ご住所", "電話番号", "メールアドレス", "年代", "段落番号", "ご意見とその理由", "ご満足度"]  # fmt: skip
PERSON = ["見本太郎", "見本県見本市見本町1-1", "090-1234-5678", "taro@example.com", "40代"]
NUMBERS = {"1-1", "1-2", "3-12"}


def _row(text: str, paragraphs: str = "1-1", when: str = "2027/01/20 10:00:00") -> list[str]:
    return [when, *PERSON, paragraphs, text, "5"]


def _csv(rows: Sequence[Sequence[str]], encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows([HEAD, *rows])
    return stream.getvalue().encode(encoding)


def _import(
    tmp_path: Path, data: bytes, known: tuple[Opinion, ...] = (), name: str = "export.csv"
) -> Import:
    path = tmp_path / name
    path.write_bytes(data)
    return importing.run(call(), known, exports.read(path), "form", {}, NUMBERS)


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ","), ("cp932", ","), ("utf-16", "\t"), ("cp932", "\t")],
)
def test_every_usual_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    result = _import(tmp_path, _csv([_row("意見〜①髙です")], encoding, delimiter))
    (opinion,) = result.opinions
    assert opinion.opinion_ja == "意見〜①髙です".replace("〜", opinion.opinion_ja[2])
    assert (opinion.number, opinion.way, opinion.paragraphs) == (1, "form", ("1-1",))
    assert opinion.received.isoformat() == "2027-01-20"


def test_personal_columns_stay_out_by_name(tmp_path: Path) -> None:
    result = _import(tmp_path, _csv([_row("意見です")]))
    assert result.personal == HEAD[1:6]
    assert result.unknown == ["ご満足度"]
    data = opinions.write(result.opinions).decode()
    for value in PERSON:
        assert value not in data


def test_private_words_inside_a_text_are_left_out_before_anything_is_written(
    tmp_path: Path,
) -> None:
    text = "私は見本市見本町2-3に住む。taro@example.com、０９０-1234-5678へ連絡を"
    result = _import(tmp_path, _csv([_row("意見"), _row(text)]))
    assert [row for row, _ in result.left_out] == [3, 3, 3]
    assert {kind for _, kind in result.left_out} == {"address", "mail", "phone"}
    one, two = result.opinions
    assert (one.shortened, two.shortened) == (False, True)
    for words in ("見本町", "example", "1234"):
        assert words not in opinions.write(result.opinions).decode()
    assert two.opinion_ja.startswith("私は") and two.opinion_ja.endswith("へ連絡を")


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "+1",
        "@SUM(1)",
        "<script>alert(1)</script>",
        "😀👨‍👩‍👧絵文字",
        "1行目\n2行目\r\n3行目",
        '"引用", カンマ',
        "見えない\u202e文字\x00です",
    ],
)
def test_strange_texts_come_through_as_text(tmp_path: Path, text: str) -> None:
    (opinion,) = _import(tmp_path, _csv([_row(text)])).opinions
    assert opinion.opinion_ja == opinions.cleaned(text)
    assert (
        not opinions.write([opinion]).decode("utf-8-sig").split(",")[-8].startswith(("=", "+", "@"))
    )


def test_excel_is_read_and_its_formulas_are_only_text(tmp_path: Path) -> None:
    from datetime import datetime

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD)
    sheet.append([datetime(2027, 1, 20, 10, 0), *PERSON, "段落3-12", "=1+1", 5])
    sheet.append([datetime(2027, 1, 21), *PERSON, None, "2つ目の意見", 5])
    stream = io.BytesIO()
    book.save(stream)
    result = _import(tmp_path, stream.getvalue(), name="export.xlsx")
    one, two = result.opinions
    assert (one.opinion_ja, one.paragraphs) == ("=1+1", ("3-12",))
    assert (two.received.isoformat(), two.paragraphs) == ("2027-01-21", ())


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_file_of_too_many_rows_is_refused_not_cut(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "MOST", 3)

    def data(count: int) -> bytes:
        rows = [_row(f"意見{number}") for number in range(count)]
        if form == "csv":
            return _csv([*rows, *[[""] * len(HEAD)] * 5])
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in (HEAD, *rows):
            sheet.append(row)
        # A row far below that has a form but no content, as spreadsheet programs leave it.
        sheet.cell(50, 1).font = openpyxl.styles.Font(bold=True)
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()

    assert len(_import(tmp_path, data(3)).imported) == 3
    with pytest.raises(exports.UnreadableError, match="more than 3 rows"):
        _import(tmp_path, data(4))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (_row(""), "the opinion is empty"),
        (_row("意見", when="明日"), "“明日” is not a date"),
        (_row("意見", when="2027/01"), "there is no date"),
        (_row("意見", when="2027/01/11 23:59:59"), "it is from before the call"),
        (_row("意見", when="2027/02/13 0:00:00"), "it came after the deadline"),
    ],
)
def test_rows_that_are_refused_say_why(tmp_path: Path, row: list[str], reason: str) -> None:
    result = _import(tmp_path, _csv([_row("よい意見"), row]))
    assert [(refused.row, refused.reason.en) for refused in result.refused] == [(3, reason)]
    assert len(result.opinions) == 1


def test_the_last_second_of_the_deadline_is_in_time(tmp_path: Path) -> None:
    result = _import(tmp_path, _csv([_row("意見", when="2027/02/12 23:59:59")]))
    assert not result.refused


def test_what_names_no_paragraph_is_kept_with_the_opinion(tmp_path: Path) -> None:
    rows = [
        _row("あ", "3-12と全体"),
        _row("い", "9-9"),
        _row("う", "全体"),
        _row("え", "2027-03-12 00:00:00"),
    ]
    found = _import(tmp_path, _csv(rows)).opinions
    assert [opinion.paragraphs for opinion in found] == [("3-12",), (), (), ()]
    assert [opinion.opinion_ja for opinion in found] == [
        "［3-12と全体］あ",
        "［9-9］い",
        "う",
        "［2027-03-12 00:00:00］え",
    ]


def test_importing_again_doubles_nothing_and_keeps_what_officers_wrote(tmp_path: Path) -> None:
    rows = [_row("一"), _row("二"), _row("二")]
    first = _import(tmp_path, _csv(rows))
    assert (len(first.imported), len(first.merged)) == (3, 0)
    edited = [
        first.opinions[0].model_copy(update={"opinion_ja": "要旨", "answer_ja": "回答"}),
        *first.opinions[1:],
    ]
    again = _import(tmp_path, _csv([*rows, _row("三")]), tuple(edited))
    assert (again.imported, again.merged, again.gone) == ([5], [2, 3, 4], [])
    assert again.opinions[:3] == edited
    assert [opinion.number for opinion in again.opinions] == [1, 2, 3, 4]


def test_importing_again_doubles_nothing_when_the_call_has_changed(tmp_path: Path) -> None:
    """Neither when its draft is there at last, nor when it names other addresses."""
    rows = [
        _row("一", "3-12"),
        _row("二", "9-9"),
        _row("三", "1-1と全体"),
        _row("四は sample@example.org へ"),
        _row("五"),
    ]
    path = tmp_path / "export.csv"
    path.write_bytes(_csv(rows))
    table = exports.read(path)
    before = importing.run(call(), (), table, "form", {}, ())
    assert "sample@example.org" in before.opinions[3].opinion_ja
    later = call().model_copy(update={"ways": (), "contact": None})
    again = importing.run(later, tuple(before.opinions), table, "form", {}, NUMBERS)
    assert (again.imported, len(again.merged), again.gone) == ([], 5, [])
    assert again.opinions == before.opinions


def test_the_mark_of_a_row_tells_nothing_of_what_was_left_out(tmp_path: Path) -> None:
    """Two rows that differ in that alone have the same mark, so that nobody can try out numbers."""
    texts = ("電話は090-1234-5678です", "電話は090-8765-4321です")
    one, two = _import(tmp_path, _csv([_row(text) for text in texts])).opinions
    assert one.source.removesuffix("-1") == two.source.removesuffix("-2")


def test_marks_of_former_imports_stay_good(tmp_path: Path) -> None:
    (opinion,) = _import(tmp_path, _csv([_row("意見", "段落1-1、3-12")])).opinions
    assert opinion.source == "1eb176d5db12-1"


def test_what_is_gone_is_named_and_stays_until_it_is_removed(tmp_path: Path) -> None:
    first = _import(tmp_path, _csv([_row("一"), _row("二")]))
    by_hand = first.opinions[0].model_copy(update={"number": 9, "source": "", "way": "form"})
    fax = first.opinions[0].model_copy(update={"number": 10, "source": "x-1", "way": "fax"})
    known = (*first.opinions, by_hand, fax)
    result = _import(tmp_path, _csv([_row("一")]), known)
    assert [opinion.number for opinion in result.gone] == [2]
    assert len(result.opinions) == 4
    result.remove()
    assert [opinion.number for opinion in result.opinions] == [1, 9, 10]


def test_ten_thousand_rows_are_all_accounted_for(tmp_path: Path) -> None:
    rows = [
        _row(f"意見{n}" if n % 10 else "", when=f"2027/01/{20 + n % 10} 10:00")
        for n in range(10_000)
    ]
    data = _csv(rows, "cp932")
    first = _import(tmp_path, data)
    assert (len(first.imported), len(first.merged), len(first.refused)) == (9000, 0, 1000)
    again = _import(tmp_path, data, tuple(first.opinions))
    assert (len(again.imported), len(again.merged), len(again.refused)) == (0, 9000, 1000)
    assert again.opinions == first.opinions


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=8)), max_size=12))
def test_every_row_is_counted_once_whatever_stands_in_it(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str]]
) -> None:
    rows = [_row(text, paragraphs) for text, paragraphs in texts]
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([HEAD, *rows])
    data = stream.getvalue().encode("utf-8", "ignore")
    folder = tmp_path_factory.mktemp("rows")
    path = folder / "export.csv"
    path.write_bytes(data)
    try:
        table = exports.read(path)
    except exports.UnreadableError:
        return
    result = importing.run(call(), (), table, "form", {}, NUMBERS)
    counted = [*result.imported, *result.merged, *(refused.row for refused in result.refused)]
    assert sorted(counted) == [row for row, _ in table.rows]
    assert len(table.rows) == len(rows)


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("いつ,何を\n2027-01-20,意見です\n", encoding="utf-8")
    table = exports.read(path)
    with pytest.raises(Invalid, match="no column is “received”"):
        importing.run(call(), (), table, "mail", {}, NUMBERS)
    with pytest.raises(Invalid, match="no column is “opinion”"):
        importing.run(call(), (), table, "mail", {"received": "いつ", "opinion": "ない"}, NUMBERS)
    result = importing.run(
        call(), (), table, "mail", {"received": "いつ", "opinion": "何を"}, NUMBERS
    )
    assert [opinion.way for opinion in result.opinions] == ["mail"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no table"),
        (b"\x81\xff\xfe\xfd", "encoding is unknown"),
        (b"PK\x03\x04nothing", "cannot be read as an Excel file"),
        (b'a,b\n"x', "not CSV"),
    ],
)
def test_files_that_are_no_tables(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(exports.UnreadableError, match=reason):
        exports.read(path)
