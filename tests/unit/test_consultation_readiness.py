"""``strategy consult check``: what keeps a call from being opened, and what to look at."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from test_consultation_opinions import CALL_FILE

from strategy.checks.everything import checked
from strategy.consultations import readiness
from strategy.editions import freeze
from strategy.model.call_states import state
from strategy.problems import Problems

Replace = Callable[[Path, str, str], None]


@pytest.fixture(autouse=True)
def _before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")  # 1 January 2027


@pytest.fixture
def project(sample: Path, replace: Replace) -> Path:
    """The sample with its text frozen as r8-05, a draft in work, and a call about it."""
    shutil.copy(CALL_FILE, sample / "data" / "consultations")
    replace(_call(sample), "base: r8-05", "base: null")
    replace(_call(sample), "draft: sample-draft", "draft: null")
    found = checked(sample, gate=False)
    freeze.freeze(sample, "r8-05", found.strategy, found.composition.record)
    replace(_call(sample), "base: null", "base: r8-05")
    replace(_call(sample), "draft: null", "draft: sample-draft")
    replace(sample / "data" / "strategy.yml", "id: r8-05", "id: sample-draft")
    return sample


def _call(root: Path) -> Path:
    return root / "data" / "consultations" / "sample-comment.yml"


def _write_draft(root: Path, replace: Replace) -> None:
    replace(root / "data" / "mission.yml", "text: {ja: ", "text: {ja: 案の")


def _problems(root: Path, reach: readiness.Reach | None = None) -> Problems:
    found = checked(root, gate=False)
    calls = found.strategy.consultations.consultations
    (call,) = (each for each in calls if each.id == "sample-comment")
    assert state(call, readiness.calendar.now()) == "announced"
    return readiness.check(root, call, found.strategy, found.composition.record, reach)


def test_a_sound_call_can_be_opened(project: Path, replace: Replace) -> None:
    _write_draft(project, replace)
    assert [problem.text("en") for problem in _problems(project)] == []


def test_a_draft_that_changes_nothing_cannot(project: Path) -> None:
    assert [problem.code for problem in _problems(project).errors] == ["consultation-unchanged"]


@pytest.mark.parametrize(
    ("old", "new", "code", "level"),
    [
        ("closes: 2027-02-12", "closes: 2027-02-09", "consultation-period", "error"),
        ("closes: 2027-02-12", "closes: 2027-02-13", "consultation-closed-day", "note"),
        ("closes: 2027-02-12", "closes: 2027-02-11", "consultation-closed-day", "note"),
        ("deadline: arrival", "deadline: null", "consultation-missing", "error"),
        ("minimum_days: 30", "minimum_days: null", "consultation-missing", "error"),
        ("address: sample@example.org}", "address: null}", "consultation-way", "error"),
        ("base: r8-05", "base: sample-1", "consultation-base", "error"),
        ("draft: sample-draft", "draft: other-draft", "consultation-text", "note"),
        (
            "    prefill: https://www.example.org/form?edition={edition}&paragraph={paragraph}\n",
            "",
            "consultation-prefill",
            "note",
        ),
        ("opens: 2027-01-12", "opens: 2027-01-11", "consultation-closed-day", "note"),
    ],
)
def test_what_an_officer_is_told(
    project: Path, replace: Replace, old: str, new: str, code: str, level: str
) -> None:
    _write_draft(project, replace)
    replace(_call(project), old, new)
    found = [(problem.code, problem.level) for problem in _problems(project)]
    assert found == [(code, level)]
    problem = next(iter(_problems(project)))
    assert problem.location.file == "data/consultations/sample-comment.yml"
    assert problem.location.line > 1


def test_a_call_without_paper_or_post(project: Path, replace: Replace) -> None:
    _write_draft(project, replace)
    text = _call(project).read_text(encoding="utf-8")
    start, end = text.index("  - {kind: fax"), text.index("reading_places")
    changed = text[:start] + text[end:]
    _call(project).write_text(changed.replace("deadline: arrival", "deadline: postmark"), "utf-8")
    codes = [problem.code for problem in _problems(project).errors]
    assert sorted(codes) == ["consultation-deadline", "consultation-paper"]


def test_dead_links_are_told_only_when_they_are_tried(project: Path, replace: Replace) -> None:
    _write_draft(project, replace)
    asked: list[str] = []

    def reach(address: str) -> str:
        asked.append(address)
        return "404"

    problems = _problems(project, reach)
    assert asked == ["https://www.example.org/form"]
    assert [problem.code for problem in problems.errors] == ["unreachable"]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2027, 2, 11), "a public holiday (建国記念の日)"),
        (date(2027, 3, 22), "a public holiday (春分の日 振替休日)"),
        (date(2027, 2, 13), "a Saturday"),
        (date(2027, 2, 14), "a Sunday"),
        (date(2026, 12, 29), "at the turn of the year"),
        (date(2027, 1, 4), None),
        (date(2027, 2, 12), None),
    ],
)
def test_days_on_which_offices_are_closed(day: date, why: str | None) -> None:
    reason = readiness.closed_day(day)
    assert (reason.en if reason else None) == why
