"""What changed lately: the newest revisions and editions, a line each."""

from datetime import date

from strategy.content.sections.section import Section, inline
from strategy.languages import calendar
from strategy.languages.calendar import first_day
from strategy.languages.labels import BRACKETS, COLON
from strategy.languages.say import Language, Say
from strategy.model import Strategy

SHOWN = 3
CHANGES_NOT_RECORDED = Say("変更内容の記録なし", "what changed is not recorded")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """Each with its date in both calendars; all of them are on the page of revisions."""
    entries: list[tuple[date, str]] = [
        (day, f"{revision.day(language)}{COLON[language]}{inline(revision.summary[language])}")
        for day, revision in reversed(strategy.dated_revisions)
    ]
    for edition in strategy.editions.published:
        facts = edition.facts
        name, date_of = facts.name[language], facts.date
        when = (
            calendar.western_date(date_of) if language == "ja" else calendar.show(date_of, language)
        )
        changes = facts.changes[language] if facts.changes else CHANGES_NOT_RECORDED[language]
        text = (
            f"{inline(name)}{BRACKETS[language].format(when) if when not in name else ''}"
            f"{COLON[language]}{inline(changes)}"
        )
        entries.append((first_day(facts.date), text))
    entries.sort(key=lambda entry: entry[0], reverse=True)
    return "\n".join(f"- {text}" for _, text in entries[:SHOWN])


SECTION = Section(render, ("revisions",))
