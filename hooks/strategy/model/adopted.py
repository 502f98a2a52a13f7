"""``mission.yml``, ``vision.yml``, ``values.yml``, ``statements.yml``: adopted wording."""

from typing import Annotated

from pydantic import Field

from strategy.model.ids import GoalId, PageId, RetiredIds, StatementId, ValueId
from strategy.reading.fields import Adopted, AdoptedText, Model, RefersTo, Text, ids_begin_with


class Mission(Model):
    """``mission.yml``: the basic principle, as adopted."""

    text: AdoptedText


class Goal(Model):
    """One goal of the vision, as adopted."""

    id: GoalId
    text: AdoptedText


class Group(Model):
    """A group of goals. ``vision.<group>.<number>`` is the pattern of its goals' ids.

    Its ``summary`` is the site's own words, not adopted wording.
    """

    id: PageId
    title: AdoptedText
    summary: Text | None = Field(
        default=None, description="トップページの説明（サイトの文章。戦略の文言ではない）"
    )
    goals: tuple[Goal, ...] = Field(min_length=1)

    def model_post_init(self, _context: object) -> None:
        """Refuse a goal whose id names another group."""
        ids_begin_with(f"vision.{self.id}.", "goals", [goal.id for goal in self.goals])


class Vision(Model):
    """``vision.yml``: what the strategy wants to reach, in groups."""

    groups: tuple[Group, ...] = Field(min_length=1)
    retired: RetiredIds = ()


class Value(Model):
    """One value (code of conduct), as adopted."""

    id: ValueId
    text: AdoptedText


class Values(Model):
    """``values.yml``: how staff act."""

    values: tuple[Value, ...] = Field(min_length=1)
    retired: RetiredIds = ()


class Statement(Model):
    """A passage of the strategy quoted as adopted: a lead, if it has one, and its paragraphs."""

    id: StatementId
    chapter: Annotated[PageId, RefersTo("chapter")]
    lead: AdoptedText | None = None
    paragraphs: Annotated[tuple[Text, ...], Adopted()] = Field(min_length=1)


class Statements(Model):
    """``statements.yml``: adopted passages that are not part of mission, vision or values."""

    statements: tuple[Statement, ...] = Field(min_length=1)
    retired: RetiredIds = ()
