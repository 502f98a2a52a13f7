"""The history of the strategy: a list of months, with what happened and what came of it."""

from strategy import calendar
from strategy.model import Strategy, TimelineItem, TimelineMonth
from strategy.problems import Language, Say
from strategy.sections.section import (
    Section,
    adopted,
    block,
    data_links,
    evidence_box,
    inline,
    item,
    paragraph,
)

EVENTS = Say("内容", "Events")
PROGRESS = Say("進捗状況", "Progress")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """All months in the order of the data."""
    months = "\n\n".join(_month(month, language) for month in strategy.timeline.months)
    return f"{block('ol', 'timeline', months)}\n\n{data_links('timeline', language)}"


def _month(month: TimelineMonth, language: Language) -> str:
    quoted = _items(EVENTS, month.events, language)
    if month.progress:
        quoted += f"\n\n{_items(PROGRESS, month.progress, language)}"
    parts = (
        f"## {calendar.show(month.month, language)} {{#{month.id}}}",
        adopted(quoted, language),
        evidence_box(month.evidence, language),
    )
    return block("li", "month", "\n\n".join(part for part in parts if part))


def _items(label: Say, items: tuple[TimelineItem, ...], language: Language) -> str:
    lines = "\n".join(item("-", _text(entry, language), entry.id) for entry in items)
    return f"{paragraph(label[language], 'list-label')}\n\n{lines}"


def _text(entry: TimelineItem, language: Language) -> str:
    text = inline(entry.text[language])
    if entry.period is None:
        return text
    period = calendar.show_period(entry.period.start, entry.period.end, language)
    return f'{text} <span class="dates">{period}</span>'


SECTION = Section(render, ("timeline",))
