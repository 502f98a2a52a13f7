"""``comments.csv``: what it may hold, what is refused, and that writing and reading agree."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from strategy.checks.everything import checked
from strategy.consultations import answering
from strategy.content import editions, opinions
from strategy.model import Consultation, Edition, Editions, Opinion, Strategy
from strategy.problems import Invalid, Problems
from strategy.reading.source import read_text
from strategy.reading.validate import validate
from strategy.reading.yaml_nodes import parse_yaml

FIXTURES = Path(__file__).parents[1] / "fixtures"
CALL_FILE = FIXTURES / "consultation" / "sample-comment.yml"
HEAD = ",".join(opinions.COLUMNS)
ROW = "1,2027-01-20,form,段落1-1,意見です,,false,回答です,,considered,,"


def call() -> Consultation:
    """The sample consultation."""
    problems = Problems()
    text = read_text(CALL_FILE, FIXTURES, problems)
    assert text is not None
    node = parse_yaml(text, CALL_FILE.name, problems)
    assert node is not None
    found = validate(Consultation, node, problems)
    assert found is not None and not list(problems)
    return found


@pytest.fixture
def held() -> Iterator[Editions]:
    """The edition of the sample as the draft, and with another text as the final edition."""
    found = checked(FIXTURES / "sample")
    record = found.composition.record
    facts = found.strategy.editions.all[0].facts
    (chapter,) = record.chapters
    blocks = list(chapter.blocks)
    index = next(i for i, block in enumerate(blocks) if block.number == 1)
    ja = blocks[index].ja.model_copy(update={"text": "決定した文章です"})
    blocks[index] = blocks[index].model_copy(update={"ja": ja})
    final = record.model_copy(
        update={"chapters": (chapter.model_copy(update={"blocks": tuple(blocks)}),)}
    )
    yield Editions(
        (
            Edition(facts.model_copy(update={"id": "sample-final"}), final),
            Edition(facts.model_copy(update={"id": "sample-draft"}), record),
        )
    )


def _read(tmp_path: Path, held: Editions, *lines: str) -> tuple[tuple[Opinion, ...], list[str]]:
    consultation = call().model_copy(update={"final": "sample-final"})
    file = opinions.path(tmp_path, consultation.id)
    file.parent.mkdir(parents=True)
    file.write_text("\n".join(lines), encoding="utf-8")
    problems = Problems()
    found = opinions.read(tmp_path, consultation, held, problems)
    return found, [problem.text("en").partition(" → ")[0] for problem in problems]


def test_a_sound_file(tmp_path: Path, held: Editions) -> None:
    second = '2,令和9年1月21日,fax,"段落1-1、段落1-2","2行の\n意見",Opinion,true,,,,p1-1,'
    (one, two), problems = _read(tmp_path, held, HEAD, ROW, second)
    assert not problems
    assert (one.number, one.received.isoformat(), one.paragraphs) == (1, "2027-01-20", ("1-1",))
    assert (two.paragraphs, two.opinion_ja, two.shortened) == (("1-1", "1-2"), "2行の\n意見", True)
    assert two.changed == ("1-1",)


WHERE = "data/consultations/sample-comment/comments.csv"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([f"{HEAD},氏名", f"{ROW},x"], "1:1: [opinion-column] there can be no column “氏名” (nothing about persons belongs here)"),
        ([HEAD.replace("way,", ""), ROW], "1:1: [opinion-column] the column “way” is missing"),
        ([HEAD, ROW.replace("2027-01-20", "明日")], "2:1: [opinion] received: “明日” is not a date"),
        ([HEAD, ROW.replace("form", "phone")], "2:1: [opinion] way: “phone” cannot be used"),
        ([HEAD, ROW.replace("段落1-1", "3月12日")], "2:1: [paragraph] paragraphs: “3月12日” names no paragraphs"),
        ([HEAD, ROW.replace("段落1-1", "段落1-99")], "2:1: [unknown-paragraph] paragraphs: there is no paragraph 1-99 in the edition sample-draft"),
        ([HEAD, ROW.replace("considered", "x")], "2:1: [disposition] disposition: there is no disposition “x”"),
        ([HEAD, ROW.replace("意見です", "")], "2:1: [opinion] opinion_ja: “” cannot be used"),
        ([HEAD, ROW.replace("意見です", "090-1234-5678です")], "2:1: [private] opinion_ja: this looks like a telephone number"),
        ([HEAD, ROW.replace("回答です", "a@example.comへ")], "2:1: [private] answer_ja: this looks like a mail address"),
        ([HEAD, ROW, ROW], "3:1: [opinion-number] there are two of 1"),
        ([HEAD, f"{ROW},"], "2:1: [opinion-row] this row has another number of columns"),
        ([HEAD, '1,"x'], "2:1: [opinion-csv] this is not CSV"),
    ],
)  # fmt: skip
def test_what_is_refused(tmp_path: Path, held: Editions, lines: list[str], expected: str) -> None:
    _, problems = _read(tmp_path, held, *lines)
    assert problems == [f"{WHERE}:{expected}"]


def test_ways_and_dispositions_are_told_by_their_names(tmp_path: Path, held: Editions) -> None:
    _read(tmp_path, held, HEAD, ROW.replace("form", "郵便"))
    problems = Problems()
    opinions.read(tmp_path, call(), held, problems)
    assert [problem.fix.ja for problem in problems] == ["「post」（郵便）と書いてください"]
    (name, *_) = (each for each in call().dispositions or () if each.id == "considered")
    path = opinions.path(tmp_path, call().id)
    path.write_text(f"{HEAD}\n{ROW.replace('considered', name.name.ja)}", encoding="utf-8")
    problems = Problems()
    opinions.read(tmp_path, call(), held, problems)
    assert "「considered」（" in next(iter(problems)).fix.ja


def test_shift_jis_is_named_as_such(tmp_path: Path, held: Editions) -> None:
    _read(tmp_path, held, HEAD)
    path = opinions.path(tmp_path, "sample-comment")
    path.write_bytes(f"{HEAD}\n{ROW}".encode("cp932"))
    problems = Problems()
    assert opinions.read(tmp_path, call(), held, problems) == ()
    assert [problem.code for problem in problems] == ["encoding"]


@pytest.mark.parametrize(
    "text", ["=1+1", "'=1+1", "'quoted'", "-1", "＝1", "@x", "普通\n=2行目", 'a"b,c']
)
def test_writing_and_reading_agree_and_nothing_is_a_formula(
    tmp_path: Path, held: Editions, text: str
) -> None:
    (one,), _ = _read(tmp_path, held, HEAD, ROW)
    written = one.model_copy(update={"opinion_ja": text, "changed": ("1-1", "1-2")})
    data = opinions.write([written])
    assert b",=" not in data and b'"=' not in data and b",@" not in data
    path = opinions.path(tmp_path, "sample-comment")
    path.write_bytes(data)
    problems = Problems()
    (found,) = opinions.read(
        tmp_path, call().model_copy(update={"final": "sample-final"}), held, problems
    )
    assert not list(problems)
    expected = text if not text.startswith("'=") else text[1:]
    assert found == written.model_copy(update={"opinion_ja": expected})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("全体", ()),
        ("All", ()),
        ("3-12", ("3-12",)),
        ("段落３－１２、段落4-2", ("3-12", "4-2")),
        ("p3-12 p3-12", ("3-12",)),
        ("para. 3-12; para. 4-2", ("3-12", "4-2")),
    ],
)
def test_paragraphs(text: str, expected: tuple[str, ...]) -> None:
    assert opinions.paragraphs(text) == expected


@pytest.mark.parametrize("text", ["3月12日", "2027-03-12", "3", "第3章", "3-12-1"])
def test_no_paragraphs(text: str) -> None:
    with pytest.raises(Invalid):
        opinions.paragraphs(text)


def _strategy(held: Editions, **changes: object) -> tuple[Consultation, Strategy]:
    opinion = Opinion(
        number=1, received="2027-01-20", way="form", paragraphs=(), opinion_ja="意見",
        opinion_en="", shortened=False, answer_ja="回答", answer_en="", disposition="considered",
        changed=(), source="",
    ).model_copy(update=changes)  # fmt: skip
    consultation = call().model_copy(update={"final": "sample-final"})
    strategy = Strategy.model_construct(editions=held, opinions={consultation.id: (opinion,)})
    return consultation, strategy


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"answer_ja": ""}, ["opinion-unanswered"]),
        ({"disposition": ""}, ["opinion-undecided"]),
        ({"disposition": "reflected"}, ["opinion-reflected"]),
        ({"disposition": "reflected", "changed": ("1-1",)}, []),
        ({"disposition": "reflected", "changed": ("1-2",)}, ["opinion-reflected"]),
    ],
)
def test_answers_are_complete_and_true(
    tmp_path: Path, held: Editions, changes: dict[str, object], expected: list[str]
) -> None:
    consultation, strategy = _strategy(held, **changes)
    problems = Problems()
    answering.check(tmp_path, consultation, strategy, problems)
    assert [problem.code for problem in problems] == expected


def test_opinions_on_nothing_are_no_data(sample: Path) -> None:
    """A file of opinions needs a consultation beside it."""
    folder = sample / "data" / "consultations" / "gone"
    folder.mkdir()
    shutil.copy(CALL_FILE, folder / "comments.csv")
    with pytest.raises(Exception) as caught:
        checked(sample)
    assert [p.code for p in caught.value.problems].count("unknown-file") == 1  # type: ignore[attr-defined]


def test_a_draft_that_nobody_is_asked_about_is_an_error(sample: Path) -> None:
    path = sample / "editions" / "sample-2" / editions.FACTS
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: in_force", "status: in_consultation"),
        encoding="utf-8",
    )
    with pytest.raises(Exception) as caught:
        checked(sample)
    codes = [p.code for p in caught.value.problems.errors]  # type: ignore[attr-defined]
    assert codes == ["edition-status"]
