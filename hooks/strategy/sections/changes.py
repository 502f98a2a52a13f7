"""What changed lately: the newest revisions and editions, a line each."""

from datetime import date

from strategy import calendar
from strategy.calendar import first_day
from strategy.model import Strategy
from strategy.problems import Language, Say
from strategy.sections.section import BRACKETS, COLON, Section, inline

SHOWN = 3
NOT_RECORDED = Say("変更内容の記録なし", "what changed is not recorded")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """Each with its date in both calendars; all of them are on the page of revisions."""
    entries: list[tuple[date, str]] = [
        (
            revision.decided,
            f"{calendar.show(revision.decided, language)}{COLON[language]}"
            f"{inline(revision.summary[language])}",
        )
        for revision in strategy.revisions.all
    ]
    for edition in strategy.editions.published:
        facts = edition.facts
        changes = facts.changes[language] if facts.changes else NOT_RECORDED[language]
        text = (
            f"{calendar.show(facts.date, language)}{COLON[language]}{inline(facts.name[language])}"
            f"{BRACKETS[language].format(inline(changes.rstrip('。.')))}"
        )
        entries.append((first_day(facts.date), text))
    entries.sort(key=lambda entry: entry[0], reverse=True)
    return "\n".join(f"- {text}" for _, text in entries[:SHOWN])


SECTION = Section(render, ("revisions",))
