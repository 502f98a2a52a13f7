"""The sections of a page that are made from data: one file each, and this registry.

To add one: a file here with its ``SECTION``, a line below, and the marker on a page.
"""

from strategy.sections import (
    chart,
    downloads,
    edition,
    figures,
    glossary,
    governance,
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
    "chart": chart.SECTION,
    "downloads": downloads.SECTION,
    "edition": edition.SECTION,
    "figures": figures.SECTION,
    "glossary": glossary.SECTION,
    "governance": governance.SECTION,
    "mission": mission.SECTION,
    "progress": progress.SECTION,
    "record": record.SECTION,
    "statement": statement.SECTION,
    "timeline": timeline.SECTION,
    "values": values.SECTION,
    "vision": vision.SECTION,
}
