"""The strategy as frozen, typed models: the one place that says what ``data/`` may hold.

One model a file of ``data/``. ``Strategy`` is all of them together.
"""

from __future__ import annotations

from datetime import date, datetime

from strategy.calendar import first_day
from strategy.fields import Model
from strategy.model.accessibility import (
    Accessibility,
    Audit,
    Examined,
    Issue,
    Judgement,
    Tool,
)
from strategy.model.adopted import (
    Goal,
    Group,
    Mission,
    Statement,
    Statements,
    Value,
    Values,
    Vision,
)
from strategy.model.consultations import (
    Consultation,
    Consultations,
    Contact,
    Disposition,
    Opinion,
    Way,
)
from strategy.model.editions import STATUS_NAMES, Edition, EditionFacts, Editions, Status
from strategy.model.evidence import Evidence
from strategy.model.figures import Bar, BarGroup, Chart, Figure, Figures, Ratio, Source
from strategy.model.glossary import Glossary, Spellings, Term
from strategy.model.governance import Body, Governance, Step
from strategy.model.identity import Chapter, Identity, Part, Printed, Publication
from strategy.model.redirects import Redirect, Redirects
from strategy.model.revisions import (
    REVISION_KINDS,
    ChangeKind,
    DeclaredChange,
    Revision,
    RevisionKind,
    Revisions,
)
from strategy.model.synonyms import Alias, Synonyms, Wanted, WordGroup
from strategy.model.timeline import Timeline, TimelineItem, TimelineMonth

__all__ = [
    "FILES",
    "REVISION_KINDS",
    "STATUS_NAMES",
    "Accessibility",
    "Alias",
    "Audit",
    "Bar",
    "BarGroup",
    "Body",
    "ChangeKind",
    "Chapter",
    "Chart",
    "Consultation",
    "Consultations",
    "Contact",
    "DeclaredChange",
    "Disposition",
    "Edition",
    "EditionFacts",
    "Editions",
    "Evidence",
    "Examined",
    "Figure",
    "Figures",
    "Glossary",
    "Goal",
    "Governance",
    "Group",
    "Identity",
    "Issue",
    "Judgement",
    "Mission",
    "Opinion",
    "Part",
    "Printed",
    "Publication",
    "Ratio",
    "Redirect",
    "Redirects",
    "Revision",
    "RevisionKind",
    "Revisions",
    "Source",
    "Spellings",
    "Statement",
    "Statements",
    "Status",
    "Step",
    "Strategy",
    "Synonyms",
    "Term",
    "Timeline",
    "TimelineItem",
    "TimelineMonth",
    "Tool",
    "Value",
    "Values",
    "Vision",
    "Wanted",
    "Way",
    "WordGroup",
]


class Strategy(Identity):
    """Everything that ``data/`` and ``editions/`` hold."""

    mission: Mission
    vision: Vision
    values: Values
    statements: Statements
    timeline: Timeline
    figures: Figures
    governance: Governance
    glossary: Glossary
    consultations: Consultations
    revisions: Revisions
    redirects: Redirects
    synonyms: Synonyms
    accessibility: Accessibility
    audit: Audit
    editions: Editions
    opinions: dict[str, tuple[Opinion, ...]]
    """The opinions on each consultation, by its id."""
    moment: datetime
    """When all this was read, with its time zone: the one moment of a build, by which consultations
    are open, closed or answered, and drafts are shown or hidden."""

    @property
    def dated_revisions(self) -> tuple[tuple[date, Revision], ...]:
        """The revisions in the order of the file, each with the day to sort it by.

        Where no day is recorded that is the day of the one before, or of the edition it changed.
        """
        found: list[tuple[date, Revision]] = []
        days = {edition.id: first_day(edition.facts.date) for edition in self.editions.all}
        for revision in self.revisions.all:
            days[revision.since] = revision.decided or days.get(revision.since, date.min)
            found.append((days[revision.since], revision))
        return tuple(found)


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
    "consultations": Consultations,
    "revisions": Revisions,
    "redirects": Redirects,
    "synonyms": Synonyms,
    "accessibility": Accessibility,
    "audit": Audit,
}
"""The files of ``data/`` (``<name>.yml``) and what each holds."""

FOLDERS: dict[str, type[Model]] = {"consultations": Consultation}
"""Those that are a folder instead, with a file for each item, and what such a file holds."""
