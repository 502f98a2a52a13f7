"""``strategy consult`` as officers run it: what it refuses, what it says, what it writes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import run
from consulted import CALL, EXPORT, IN_OPINION, at, comments, edit_comments, set_fact

Replace = Callable[[Path, str, str], None]
DURING, AFTER = "2027-02-01T12:00+09:00", "2027-02-13T00:00:00+09:00"


@pytest.fixture
def opened(prepared: Path, tmp_path: Path) -> Iterator[Path]:
    """A project in which the sample draft was opened."""
    yield Path(shutil.copytree(prepared, tmp_path / "opened"))


def _files(root: Path) -> dict[Path, bytes]:
    """All files of a project but what commands keep for the next one."""
    return {
        path: path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }


def _consult(root: Path, *arguments: str, moment: str = DURING) -> tuple[int, str]:
    done = run(root, "consult", *arguments, "--lang", "en", env=at(moment))
    return done.returncode, done.stdout + done.stderr


def _export(root: Path, text: str = EXPORT) -> str:
    path = root.parent / "export.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def _as_draft(root: Path, replace: Replace) -> None:
    """Make the text in work the draft again, as on the branch where it was written."""
    from consulted import IN_DRAFT, SENTENCE

    replace(root / "docs/introduction.md", SENTENCE, f"{SENTENCE}（{IN_DRAFT}）")
    replace(root / "data/strategy.yml", "id: r8-05", "id: sample-draft")


def test_check_is_a_dry_run(opened: Path) -> None:
    before = _files(opened)
    code, said = _consult(opened, "check", CALL, moment="2027-01-04T12:00+09:00")
    assert code == 0, said
    for words in ("Tuesday 12 January 2027", "Friday 12 February 2027", "32 day(s)", "Announced"):
        assert words in said
    assert _files(opened) == before


def test_a_draft_is_opened_once_and_keeps_its_text(opened: Path, replace: Replace) -> None:
    _as_draft(opened, replace)
    code, said = _consult(opened, "open", CALL)
    assert code == 1 and "sample-draft is frozen already" in said
    assert run(opened, "check", env=at(DURING)).returncode == 0
    replace(opened / "docs/introduction.md", "のに、仕事は増え", "のに、業務は増え")
    done = run(opened, "check", "--lang", "en", env=at(DURING))
    assert done.returncode == 1
    assert (
        "docs/introduction.md:27:1: [draft-changed] paragraph 1-9 of the draft sample-draft"
        in done.stdout
    )


def test_no_site_is_made_of_a_draft(opened: Path, replace: Replace) -> None:
    _as_draft(opened, replace)
    done = run(opened, "build", env=at(DURING, "en"))
    assert done.returncode == 1
    assert "[draft-text] the present text is the draft sample-draft" in done.stderr
    assert not (opened / "site").exists()


def test_another_text_is_not_opened_as_the_draft(opened: Path) -> None:
    shutil.rmtree(opened / "editions" / "sample-draft")
    code, said = _consult(opened, "open", CALL, moment="2027-01-04T12:00+09:00")
    assert code == 1
    assert "the present text is r8-05, not the draft sample-draft → type this" in said
    assert not (opened / "editions" / "sample-draft").exists()


def test_an_incomplete_call_is_not_opened(opened: Path, replace: Replace) -> None:
    shutil.rmtree(opened / "editions" / "sample-draft")
    _as_draft(opened, replace)
    path = opened / "data" / "consultations" / f"{CALL}.yml"
    replace(path, "deadline: arrival", "deadline: null")
    replace(path, "closes: 2027-02-12", "closes: 2027-01-20")
    code, said = _consult(opened, "open", CALL, moment="2027-01-04T12:00+09:00")
    assert code == 1
    assert "[consultation-missing] “deadline” is not given" in said
    assert "[consultation-period] the period has 9 days" in said
    assert not (opened / "editions" / "sample-draft").exists()


def test_an_open_call_without_its_draft_stops_the_build(opened: Path) -> None:
    shutil.rmtree(opened / "editions" / "sample-draft")
    done = run(opened, "check", "--lang", "en", env=at(DURING))
    assert done.returncode == 1
    assert (
        "[consultation-draft] the call is open, but there is no draft sample-draft" in done.stdout
    )
    assert run(opened, "check", env=at("2027-01-04T12:00+09:00")).returncode == 0


def test_import_tells_of_every_row_and_column(opened: Path) -> None:
    export = f"{EXPORT}2027/02/13 0:00:00,見本四郎,x@example.com,1-1,遅れた意見\n"
    code, said = _consult(opened, "import", CALL, _export(opened, export), moment=AFTER)
    assert code == 0, said
    assert "Personal columns left out\tお名前, メールアドレス" in said
    assert "Imported\t3" in said and "Refused\t1" in said
    assert "row 5: it came after the deadline" in said
    assert "row 4: telephone number" in said
    code, said = _consult(opened, "import", CALL, _export(opened, export), moment=AFTER)
    assert "Imported\t0" in said and "Merged (were there already)\t3" in said
    assert run(opened, "check", env=at(AFTER)).returncode == 0
    assert "見本太郎" not in comments(opened).read_text(encoding="utf-8")


def test_import_removes_only_when_it_is_told_to(opened: Path) -> None:
    _consult(opened, "import", CALL, _export(opened), moment=AFTER)
    shorter = EXPORT[: EXPORT.rindex("2027/02/12")]
    code, said = _consult(opened, "import", CALL, _export(opened, shorter), moment=AFTER)
    assert code == 0 and "not in this export: 3" in said and "Kept" in said
    assert "090" not in said
    assert comments(opened).read_text(encoding="utf-8").count("2027-0") == 3
    _consult(opened, "import", CALL, _export(opened, shorter), "--remove", moment=AFTER)
    assert comments(opened).read_text(encoding="utf-8").count("2027-0") == 2


def test_import_refuses_what_is_no_export(opened: Path) -> None:
    code, said = _consult(opened, "import", CALL, _export(opened, "a,b\n1,2\n"))
    assert code == 1 and "no column is “received”" in said
    code, said = _consult(opened, "import", "nothing", _export(opened))
    assert code == 1 and "there is no consultation “nothing” → " in said
    assert not comments(opened).exists()


def test_close_waits_for_the_deadline_and_wants_to_know_how_many(opened: Path) -> None:
    _consult(opened, "import", CALL, _export(opened), moment=AFTER)
    code, said = _consult(
        opened, "close", CALL, "--people", "3", moment="2027-02-12T23:59:59+09:00"
    )
    assert code == 1 and "is not over" in said
    code, said = _consult(opened, "close", CALL, moment=AFTER)
    assert code == 1 and "--people" in said
    code, said = _consult(opened, "close", CALL, "--people", "3", moment=AFTER)
    assert code == 0 and "3 people, 3 opinion(s)." in said
    path = opened / "data" / "consultations" / f"{CALL}.yml"
    assert "\npeople: 3\n" in path.read_text(encoding="utf-8")


def test_answers_come_out_only_when_they_are_complete(opened: Path) -> None:
    _consult(opened, "import", CALL, _export(opened), moment=AFTER)
    _consult(opened, "close", CALL, "--people", "3", moment=AFTER)
    code, said = _consult(opened, "answer", CALL, moment=AFTER)
    assert code == 1
    for number in (1, 2, 3):
        assert f"[opinion-unanswered] opinion {number}: there is no answer" in said
        assert f"[opinion-undecided] opinion {number}: there is no disposition" in said
    set_fact(opened, "final", "r8-05")
    edit_comments(
        opened,
        answer_ja=["回答"] * 3,
        disposition=["reflected", "reflected", "considered"],
        changed=["段落1-1", "段落1-2", ""],
    )
    code, said = _consult(opened, "answer", CALL, "--on", "2027-03-15", moment=AFTER)
    assert code == 1
    assert "[opinion-reflected] opinion 2: paragraph 1-2 is as it was in the draft" in said
    assert "opinion 1:" not in said
    edit_comments(opened, changed=["段落1-1", "段落1-1", ""])
    code, said = _consult(opened, "answer", CALL, "--on", "2027-02-12", moment=AFTER)
    assert code == 1 and "is not after the deadline → name a later one with --on" in said
    code, said = _consult(opened, "answer", CALL, "--on", "2027-03-15", moment=AFTER)
    assert code == 0, said
    path = opened / "data" / "consultations" / f"{CALL}.yml"
    assert "\nanswered: 2027-03-15\n" in path.read_text(encoding="utf-8")
    edit_comments(opened, answer_ja=["回答", "", "回答"])
    assert run(opened, "check", env=at(AFTER)).returncode == 1


def test_what_an_officer_adds_by_hand_is_checked(opened: Path) -> None:
    _consult(opened, "import", CALL, _export(opened), moment=AFTER)
    edit_comments(opened, opinion_ja=[IN_OPINION, "電話は090-1234-5678です", "意見"])
    done = run(opened, "check", "--lang", "en", env=at(AFTER))
    assert done.returncode == 1
    assert "[private] opinion_ja: this looks like a telephone number" in done.stdout
