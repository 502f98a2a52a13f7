"""``Strategy``: everything that ``data/`` and ``editions/`` hold, and which file holds what."""

from datetime import date, datetime

from strategy.languages.calendar import first_day
from strategy.model.accessibility import Accessibility, Audit
from strategy.model.adopted import Mission, Statements, Values, Vision
from strategy.model.consultations import Consultation, Consultations, Opinion
from strategy.model.editions import Editions
from strategy.model.figures import Figures
from strategy.model.glossary import Glossary
from strategy.model.governance import Governance
from strategy.model.identity import Identity
from strategy.model.redirects import Redirects
from strategy.model.revisions import Revision, Revisions
from strategy.model.synonyms import Synonyms
from strategy.model.timeline import Timeline
from strategy.reading.fields import Model


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
