"""``governance.yml``: who carries out the strategy."""

from typing import Annotated

from pydantic import Field

from strategy.model.evidence import Evidence
from strategy.model.ids import BodyId, RetiredIds, StepId
from strategy.reading.fields import Model, RefersTo, Text


class Body(Model):
    """A body that takes part in carrying out the strategy."""

    id: BodyId
    name: Text
    role: Text


class Step(Model):
    """A step of progress management: who does what."""

    id: StepId
    body: Annotated[BodyId, RefersTo("body")]
    action: Text


class Governance(Model):
    """``governance.yml``: the bodies and the steps, as the text of the strategy states them."""

    bodies: tuple[Body, ...] = Field(min_length=1)
    progress: tuple[Step, ...] = Field(min_length=1)
    evidence: tuple[Evidence, ...] = ()
    retired: RetiredIds = ()
