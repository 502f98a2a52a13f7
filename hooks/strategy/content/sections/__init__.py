"""The sections of a page that are made from data: one file each, and this registry.

Used from outside: `SECTIONS`, and what the published data are called.

To add one: a file here with its ``SECTION``, a line below, and the marker on a page.
"""

from strategy.content.sections import (
    accessibility,
    changes,
    chart,
    consultations,
    criteria,
    downloads,
    edition,
    editions,
    entrances,
    figures,
    glossary,
    governance,
    hero,
    highlights,
    issues,
    mission,
    progress,
    public_record,
    revisions,
    search,
    statement,
    timeline,
    values,
    vision,
)
from strategy.content.sections.downloads import CONTENTS
from strategy.content.sections.section import Section

__all__ = ["CONTENTS", "SECTIONS"]

SECTIONS: dict[str, Section] = {
    "accessibility": accessibility.SECTION,
    "calls": consultations.OWN,
    "changes": changes.SECTION,
    "chart": chart.SECTION,
    "consultations": consultations.SECTION,
    "criteria": criteria.SECTION,
    "downloads": downloads.SECTION,
    "edition": edition.SECTION,
    "editions": editions.SECTION,
    "entrances": entrances.SECTION,
    "figures": figures.SECTION,
    "glossary": glossary.SECTION,
    "governance": governance.SECTION,
    "hero": hero.SECTION,
    "highlights": highlights.SECTION,
    "issues": issues.SECTION,
    "mission": mission.SECTION,
    "progress": progress.SECTION,
    "public-record": public_record.SECTION,
    "revisions": revisions.SECTION,
    "search": search.SECTION,
    "statement": statement.SECTION,
    "timeline": timeline.SECTION,
    "values": values.SECTION,
    "vision": vision.SECTION,
}
