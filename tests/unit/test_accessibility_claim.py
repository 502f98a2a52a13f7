"""What is said about success criteria: never more than was tested."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from strategy.checks import accessibility_claim
from strategy.checks.everything import checked
from strategy.languages.calendar import Moment, Month
from strategy.model import Accessibility, Audit
from strategy.model.accessibility import Judgement
from strategy.model.criteria import CRITERIA
from strategy.problems import Problems
from strategy.reading.source import Location, Mapping

STRATEGY = checked(Path(__file__).parents[1] / "fixtures" / "sample")[0]
JIS = [number for number, criterion in CRITERIA.items() if criterion.jis]


def _judged(**results: str) -> Accessibility:
    """The sample's statement with a judgement of every criterion of JIS, ``n1_1_1`` and the like."""
    judgements = []
    for number in JIS:
        result = results.get(f"n{number.replace('.', '_')}", "pass")
        if result != "none":
            values: dict[str, Any] = {
                "criterion": number,
                "result": result,
                "method": "HC",
                "date": "2026-01-14",
                "by": "見本課",
            }
            judgements.append(Judgement.model_validate(values))
    return STRATEGY.accessibility.model_copy(update={"judged": tuple(judgements)})


def _refused(statement: Accessibility, claim: str, *, failures: int = 0) -> bool:
    examined = tuple(e.model_copy(update={"failures": failures}) for e in STRATEGY.audit.criteria)
    audit = STRATEGY.audit.model_copy(update={"criteria": examined})
    return bool(_problems(statement.model_copy(update={"claim": claim}), audit).errors)


def _problems(statement: Accessibility, audit: Audit) -> Problems:
    problems = Problems()
    node = Mapping({}, {}, Location("data/accessibility.yml"))
    accessibility_claim.check(statement, node, audit, problems)
    return problems


def test_the_standards_have_their_numbers_of_criteria() -> None:
    assert len(JIS) == 38
    assert sum(CRITERIA[number].level == "A" for number in JIS) == 25
    # WCAG 2.2 has 55 criteria of levels A and AA; 4.1.1 is no longer one of them.
    assert len(set(CRITERIA) - {"4.1.1"}) == 55


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1.1.1", "pass"),
        ("1.4.3", "fail"),
        ("1.2.2", "nothing-found"),
        ("2.4.2", "no-failure-found"),
        ("2.1.1", "untested"),
    ],
)
def test_outcome(number: str, expected: str) -> None:
    assert accessibility_claim.outcome(number, STRATEGY.accessibility, STRATEGY.audit) == expected


def test_a_failure_found_by_machine_outweighs_a_judgement() -> None:
    assert accessibility_claim.outcome("1.4.3", _judged(), STRATEGY.audit) == "fail"


def test_full_conformance_needs_every_criterion_judged_and_met() -> None:
    assert not _refused(_judged(), "full")
    assert not _refused(_judged(n1_2_2="not-applicable"), "full")
    assert _refused(_judged(n1_2_2="fail"), "full")
    assert _refused(_judged(n1_2_2="none"), "full")
    assert _refused(_judged(), "full", failures=1)


def test_partial_conformance_needs_every_criterion_judged_and_open_points() -> None:
    assert not _refused(_judged(n1_2_2="fail"), "partial")
    assert _refused(_judged(n1_2_2="none"), "partial")
    nothing_open = _judged(n1_2_2="fail").model_copy(update={"open": ()})
    assert _refused(nothing_open, "partial")


def test_nothing_need_be_tested_to_claim_nothing() -> None:
    assert not _refused(STRATEGY.accessibility, "none")
    assert not _refused(STRATEGY.accessibility, "considered")


@pytest.mark.parametrize(
    ("stated", "is_older"),
    [
        (date(2026, 1, 14), True),
        (date(2026, 1, 15), False),
        (date(2026, 1, 16), False),
        (Month(2025, 12), True),
        (Month(2026, 1), False),
    ],
)
def test_a_statement_older_than_the_last_audit_is_a_warning(stated: Moment, is_older: bool) -> None:
    assert STRATEGY.audit.ended == date(2026, 1, 15)
    statement = STRATEGY.accessibility.model_copy(update={"stated": stated})
    found = [(problem.code, problem.level) for problem in _problems(statement, STRATEGY.audit)]
    assert found == [("statement-date", "warning")] * is_older


def test_a_statement_older_than_the_last_audit_is_told_with_both_days(
    sample: Path, replace: Callable[[Path, str, str], None]
) -> None:
    replace(sample / "data" / "accessibility.yml", "stated: 2026-01-15", "stated: 2026-01-14")
    (told,) = (p for p in checked(sample).problems if p.code == "statement-date")
    assert told.text("ja") == (
        "data/accessibility.yml:4:9: [statement-date] （注意）"
        "表明日の令和8年1月14日（2026年1月14日）は、"
        "最後に機械検査をした令和8年1月15日（2026年1月15日）より前です → "
        "表明の内容を確かめ、「stated: 2026-01-15」か、それより後の日付を書いてください"
    )
    assert told.text("en") == (
        "data/accessibility.yml:4:9: [statement-date] (warning) the statement (14 January 2026) is "
        "older than the last tests by machine (15 January 2026), whose results it shows → "
        "check what is stated, and write “stated: 2026-01-15” or a later day"
    )
