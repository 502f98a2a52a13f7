"""The ids of everything that has one, by kind."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from strategy.problems import Invalid
from strategy.reading.fields import Identifier, Word

COMPARING = "compare"
"""Where among the editions the page stands that compares any two."""
_MONTH = re.compile(r"(?P<year>[mtshr]\d{1,2}|\d{4})-(?P<month>\d{1,2})(?P<rest>(?:-.*)?)")


def with_month(text: str) -> str:
    """An id as it should be if it begins with a month: in two digits, so that ids sort by time."""
    named = _MONTH.fullmatch(text)
    return f"{named['year']}-{named['month']:0>2}{named['rest']}" if named else text


def _dated(text: str) -> str:
    right = with_month(text)
    if text != right:
        raise Invalid.of("id/month", text=text, right=right)
    return text


def _not_taken(text: str) -> str:
    if text == COMPARING:
        raise Invalid.of("id/reserved", text=text)
    return text


PageId = Annotated[str, Identifier(dots=False)]
DatedId = Annotated[PageId, AfterValidator(_dated)]
"""The id of a month, an edition or a consultation, which may begin with a month: r9-04, 2026-05-…."""
EditionId = Annotated[DatedId, AfterValidator(_not_taken)]
EntryId = Annotated[str, Identifier()]
Year = Annotated[int, Field(ge=1868, le=2200)]
EvidenceId = Annotated[str, Identifier("evidence.")]
GoalId = Annotated[str, Identifier("vision.")]
ValueId = Annotated[str, Identifier("value.")]
StatementId = Annotated[str, Identifier("statement.")]
FigureId = Annotated[str, Identifier("figure.")]
ChartId = Annotated[str, Identifier("chart.")]
BodyId = Annotated[str, Identifier("body.")]
StepId = Annotated[str, Identifier("step.")]
IssueId = Annotated[str, Identifier("issue.")]
TermId = Annotated[str, Identifier("term.")]
RetiredIds = Annotated[
    tuple[Word, ...], Field(description="過去に使い、今は使っていないID（二度と使わない）")
]
