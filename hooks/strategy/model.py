"""The strategy as frozen, typed models: the one place that says what ``data/`` may hold.

One model a file. ``Strategy`` is all of them together.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from strategy.calendar import first_day
from strategy.fields import (
    FiscalPeriod,
    Identifier,
    Line,
    Model,
    Moment,
    MonthOnly,
    Period,
    RefersTo,
    Text,
    WebAddress,
    ids_begin_with,
)
from strategy.problems import Invalid, Language, Say

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
TermId = Annotated[str, Identifier("term.")]
RetiredIds = Annotated[
    tuple[Line, ...], Field(description="過去に使い、今は使っていないID（二度と使わない）")
]


class Evidence(Model):
    """A fact from the city's public record: not part of the strategy, always with its page."""

    id: EvidenceId
    date: Moment
    text: Text
    page: WebAddress


# strategy.yml


class Printed(Model):
    """A date of the edition, with the line that the document prints."""

    date: Moment
    printed: Text


class Edition(Model):
    """The edition that is published."""

    id: PageId
    kind: Text = Field(description="版の種類（例: 概要版）")
    adopted: Printed
    updated: Printed


class Part(Model):
    """A part of a chapter whose title is adopted wording; ``id`` is its section's."""

    id: PageId
    title: Text


class Chapter(Model):
    """A chapter: its page, the title in its body, the one in the contents, and its parts."""

    id: PageId = Field(description="ページ名（docs/<id>.md）")
    title: Text
    contents: Text
    parts: tuple[Part, ...] = ()


class Identity(Model):
    """``strategy.yml``: what the document is, whose it is, and when it holds."""

    city: Text
    prefecture: Text
    website: WebAddress
    title: Text
    period: FiscalPeriod
    period_printed: Text
    edition: Edition
    chapters: tuple[Chapter, ...] = Field(min_length=1)


# mission.yml, vision.yml, values.yml, statements.yml: adopted wording


class Mission(Model):
    """``mission.yml``: the basic principle, as adopted."""

    text: Text


class Goal(Model):
    """One goal of the vision, as adopted."""

    id: GoalId
    text: Text


class Group(Model):
    """A group of goals. ``vision.<group>.<number>`` is the pattern of its goals' ids."""

    id: PageId
    title: Text
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
    text: Text


class Values(Model):
    """``values.yml``: how staff act."""

    values: tuple[Value, ...] = Field(min_length=1)
    retired: RetiredIds = ()


class Statement(Model):
    """A passage of the strategy quoted as adopted: a lead, if it has one, and its paragraphs."""

    id: StatementId
    chapter: Annotated[PageId, RefersTo("chapter")]
    lead: Text | None = None
    paragraphs: tuple[Text, ...] = Field(min_length=1)


class Statements(Model):
    """``statements.yml``: adopted passages that are not part of mission, vision or values."""

    statements: tuple[Statement, ...] = Field(min_length=1)
    retired: RetiredIds = ()


# timeline.yml


class TimelineItem(Model):
    """An event or a line of progress, as adopted; ``period`` where the source gives days."""

    id: EntryId
    text: Text
    period: Period | None = None


class TimelineMonth(Model):
    """One row of the strategy's history: what happened, and what came of it.

    The two lists do not pair one to one: the source's rows have unequal counts.
    """

    id: PageId = Field(description="見出しのID（例: r4-10）")
    month: MonthOnly
    printed: Line
    events: tuple[TimelineItem, ...] = Field(min_length=1)
    progress: tuple[TimelineItem, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def model_post_init(self, _context: object) -> None:
        """Refuse items whose id names another month."""
        ids_begin_with(f"{self.id}.event.", "events", [item.id for item in self.events])
        ids_begin_with(f"{self.id}.progress.", "progress", [item.id for item in self.progress])


class Timeline(Model):
    """``timeline.yml``: how the strategy was made, and what the public record says since."""

    months: tuple[TimelineMonth, ...] = Field(min_length=1)
    since: tuple[Evidence, ...] = Field(default=(), description="策定後の公表資料の事実")
    retired: RetiredIds = ()

    def model_post_init(self, _context: object) -> None:
        """Refuse months that are not in the order of time, or given twice."""
        for index in range(1, len(self.months)):
            if first_day(self.months[index].month) <= first_day(self.months[index - 1].month):
                raise Invalid(
                    "order",
                    Say("月が順に並んでいません", "the months are not in order"),
                    Say(
                        "古い月から順に、1回ずつ書いてください",
                        "write each month once, oldest first",
                    ),
                    at=("months", index, "month"),
                )


# figures.yml


class Source(Model):
    """Where a figure comes from."""

    text: Text
    page: WebAddress | None = None


class Ratio(Model):
    """Two figures whose quotient is this figure, in percent."""

    of: Annotated[FigureId, RefersTo("figure")]
    to: Annotated[FigureId, RefersTo("figure")]


class Figure(Model):
    """One number of the strategy, as printed and as data.

    ``relation`` says how to read the value: ``amount`` (so many), ``level`` (down or up *to* so
    many percent of the base year), ``fewer`` (*by* so many percent), ``rank`` (place in a group).
    """

    id: FigureId
    section: Annotated[Line, RefersTo("section")]
    statement: Text = Field(description="何の数値か")
    printed: Text = Field(description="戦略に印刷されているとおりの表記")
    value: float
    unit: Literal["percent", "people", "place"]
    relation: Literal["amount", "level", "fewer", "rank"]
    out_of: int | None = Field(default=None, description="順位の母数（団体数）")
    counted_from: Text | None = Field(
        default=None, description="順位の数え方（例: 多い順）。戦略に記載がなければ書かない"
    )
    base_year: Year | None = None
    target_year: Year | None = None
    ratio: Ratio | None = None
    computed: float | None = Field(default=None, description="計算できる場合の値（小数第1位まで）")
    source: Source | None = Field(description="出典。戦略に記載がなければ null")


class Bar(Model):
    """One bar of a chart: its value, and the words printed at it."""

    label: Text
    value: float = Field(ge=0)
    printed: Text
    figure: Annotated[FigureId, RefersTo("figure")] | None = None


class BarGroup(Model):
    """Bars that are compared with each other."""

    label: Text
    bars: tuple[Bar, ...] = Field(min_length=1)


class Chart(Model):
    """A bar chart with its title, a description for those who cannot see it, and its groups."""

    id: ChartId
    title: Text
    description: Text
    note: Text | None = None
    groups: tuple[BarGroup, ...] = Field(min_length=1)


class Figures(Model):
    """``figures.yml``: the numbers of the strategy and the charts drawn from them."""

    figures: tuple[Figure, ...] = Field(min_length=1)
    charts: tuple[Chart, ...] = ()
    retired: RetiredIds = ()


# governance.yml


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


# glossary.yml


class Spellings(Model):
    """Other words for a term, a list a language."""

    ja: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()


class Term(Model):
    """A term that a citizen may not know."""

    id: TermId
    term: Text
    reading: Line | None = Field(default=None, description="読み（ひらがな）")
    also: Spellings = Field(default=Spellings(), description="本文での別の書き方")
    meaning: Text

    def words(self) -> list[tuple[Language, str]]:
        """Each word for the term with its language."""
        return [
            *(("ja", word) for word in (self.term.ja, *self.also.ja)),
            *(("en", word) for word in (self.term.en, *self.also.en)),
        ]


class Glossary(Model):
    """``glossary.yml``: the terms and what they mean."""

    terms: tuple[Term, ...] = Field(min_length=1)
    retired: RetiredIds = ()

    def model_post_init(self, _context: object) -> None:
        """Refuse a word that stands for two terms."""
        seen: dict[tuple[str, str], str] = {}
        for index, term in enumerate(self.terms):
            for language, word in term.words():
                if seen.setdefault((language, word), term.id) != term.id:
                    raise Invalid(
                        "duplicate-term",
                        Say(f"「{word}」は別の用語にもあります", f"“{word}” is another term too"),
                        Say("どちらか一方を消してください", "remove one of the two"),
                        at=("terms", index, "term"),
                    )


class Strategy(Identity):
    """Everything that ``data/`` holds."""

    mission: Mission
    vision: Vision
    values: Values
    statements: Statements
    timeline: Timeline
    figures: Figures
    governance: Governance
    glossary: Glossary


FILES: dict[str, type[Model]] = {
    "strategy": Identity,
    "mission": Mission,
    "vision": Vision,
    "values": Values,
    "statements": Statements,
    "timeline": Timeline,
    "figures": Figures,
    "governance": Governance,
    "glossary": Glossary,
}
"""The files of ``data/`` (``<name>.yml``) and what each holds."""
