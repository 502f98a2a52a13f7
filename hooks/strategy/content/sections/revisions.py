"""The history of the text for people: revisions and editions, newest first."""

from collections.abc import Iterator
from datetime import date

from strategy.content.sections.section import Section, data_links, facts, inline
from strategy.languages import calendar
from strategy.languages.calendar import first_day
from strategy.languages.labels import DATE, DECIDED_BY, NOT_RECORDED, SEPARATOR, WHAT_CHANGED
from strategy.languages.say import Language, Say
from strategy.model import REVISION_KINDS, Edition, Revision, Strategy, addresses

KIND = Say("変更の種類", "Kind of change")
REASON = Say("理由", "Why")
PLACES = Say("変わった段落", "Paragraphs")
HEADING = Say("第{}章の見出し（{}）", "heading of chapter {} ({})")
CHANGED_AGAIN = Say("（のちに再び変更）", " (changed again later)")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """A heading an entry, with its particulars as a list of terms."""
    entries = sorted(_entries(strategy, language), key=lambda entry: entry[0], reverse=True)
    return "\n\n".join(
        [*(text for _, text in entries), data_links("revisions", language, table=False)]
    )


def _entries(strategy: Strategy, language: Language) -> Iterator[tuple[date, str]]:
    held = [edition.id for edition in strategy.editions.held]
    replaced = {line for revision in strategy.revisions.all for line in revision.replaces}
    for day, revision in reversed(strategy.dated_revisions):
        linked = revision.since in held
        yield day, _revision(revision, language, replaced, linked=linked)
    for edition in strategy.editions.published:
        if edition.facts.status != "in_consultation":
            yield first_day(edition.facts.date), _edition(edition, language)


def _revision(revision: Revision, language: Language, replaced: set[str], *, linked: bool) -> str:
    values = {
        KIND: REVISION_KINDS[revision.kind][language],
        WHAT_CHANGED: inline(revision.summary[language]),
        REASON: inline(revision.reason[language]),
        DECIDED_BY: inline((revision.decided_by or NOT_RECORDED)[language]),
        PLACES: _places(revision, language, replaced, linked=linked),
    }
    return f"## {revision.day(language)} {{#{revision.id}}}\n\n{facts(values, language)}"


def _places(revision: Revision, language: Language, replaced: set[str], *, linked: bool) -> str:
    """Each paragraph with a link to its row in the comparison, where there is one.

    There is none for what was changed again. A revision that only takes changes back has no others
    than these.
    """
    page = addresses.changes(revision.since, language)
    places = []
    for change in revision.declared() or revision.replaced():
        number, _, section = change.place.partition("#")
        name = HEADING[language].format(number, section) if section else change.place
        if str(change) in replaced:
            places.append(f"{name}{CHANGED_AGAIN[language]}" if revision.changes else name)
        else:
            places.append(f"[{name}](/{page}#{change.mark})" if linked else name)
    return SEPARATOR[language].join(places) or NOT_RECORDED[language]


def _edition(edition: Edition, language: Language) -> str:
    known = edition.facts
    values = {
        DATE: calendar.show(known.date, language),
        WHAT_CHANGED: inline((known.changes or NOT_RECORDED)[language]),
        DECIDED_BY: inline((known.decided_by or NOT_RECORDED)[language]),
    }
    return f"## {inline(known.name[language])} {{#{edition.id}}}\n\n{facts(values, language)}"


SECTION = Section(render, ("revisions",))
