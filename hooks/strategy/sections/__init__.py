"""The sections of a page that are made from data: one file each, and this registry.

To add one: a file here with its ``SECTION``, a line below, and the marker on a page.
"""

from strategy.sections import (
    accessibility,
    changes,
    chart,
    consultations,
    criteria,
    downloads,
    edition,
    entrances,
    figures,
    glossary,
    governance,
    hero,
    highlights,
    issues,
    mission,
    progress,
    record,
    statement,
    timeline,
    values,
    vision,
)
from strategy.sections.section import Section

SECTIONS: dict[str, Section] = {
    "accessibility": accessibility.SECTION,
    "changes": changes.SECTION,
    "chart": chart.SECTION,
    "consultations": consultations.SECTION,
    "criteria": criteria.SECTION,
    "downloads": downloads.SECTION,
    "edition": edition.SECTION,
    "entrances": entrances.SECTION,
    "figures": figures.SECTION,
    "glossary": glossary.SECTION,
    "governance": governance.SECTION,
    "hero": hero.SECTION,
    "highlights": highlights.SECTION,
    "issues": issues.SECTION,
    "mission": mission.SECTION,
    "progress": progress.SECTION,
    "record": record.SECTION,
    "statement": statement.SECTION,
    "timeline": timeline.SECTION,
    "values": values.SECTION,
    "vision": vision.SECTION,
}
