"""The ids of everything that has one, by kind."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from strategy.fields import Identifier, Word

PageId = Annotated[str, Identifier(dots=False)]
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
