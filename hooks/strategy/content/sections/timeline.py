"""The history of the strategy: a list of months, with what happened and what came of it."""

from strategy.content.sections.section import (
    Section,
    adopted,
    block,
    data_links,
    evidence_box,
    inline,
    item,
    paragraph,
)
from strategy.languages import calendar
from strategy.languages.labels import COLON
from strategy.languages.say import Language, Say
from strategy.model import Strategy, TimelineItem, TimelineMonth

EVENTS = Say("内容", "Events")
DATES = Say("「{}」の期間", "Dates of “{}”")
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
        _periods(month, language),
        evidence_box(month.evidence, language),
    )
    return block("li", "month", "\n\n".join(part for part in parts if part))


def _items(label: Say, items: tuple[TimelineItem, ...], language: Language) -> str:
    lines = "\n".join(item("-", inline(entry.text[language]), entry.id) for entry in items)
    return f"{paragraph(label[language], 'list-label')}\n\n{lines}"


def _periods(month: TimelineMonth, language: Language) -> str:
    """The exact dates behind the events, in full: the site's words, outside the quotation."""
    return "\n\n".join(
        f"{DATES[language].format(inline(entry.text[language]))}{COLON[language]}"
        f"{calendar.show_period(entry.period.start, entry.period.end, language)}"
        for entry in (*month.events, *month.progress)
        if entry.period
    )


SECTION = Section(render, ("timeline",))
