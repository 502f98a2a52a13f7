"""The history of the text for people: revisions and editions, newest first."""

from collections.abc import Iterator
from datetime import date

from strategy import addresses, calendar
from strategy.calendar import first_day
from strategy.model import Edition, Revision, RevisionKind, Strategy
from strategy.problems import Language, Say
from strategy.sections.section import Section, block, data_links, inline

KINDS: dict[RevisionKind, Say] = {
    "substantive": Say("内容の変更", "Change of substance"),
    "wording": Say("表現の変更", "Change of wording"),
    "correction": Say("誤りの訂正", "Correction"),
    "translation": Say("英語訳だけの変更", "Change of the English translation only"),
}
FIELDS = {
    "date": Say("年月", "Date"),
    "kind": Say("変更の種類", "Kind of change"),
    "summary": Say("何が変わったか", "What changed"),
    "reason": Say("理由", "Why"),
    "decided": Say("決定", "Decided by"),
    "places": Say("変わった段落", "Paragraphs"),
}
NOT_RECORDED = Say("記録なし", "not recorded")
HEADING = Say("第{}章の見出し（{}）", "heading of chapter {} ({})")
SEPARATOR = Say("、", ", ")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """A heading an entry, with its particulars as a list of terms."""
    entries = sorted(_entries(strategy, language), key=lambda entry: entry[0], reverse=True)
    return "\n\n".join(
        [*(text for _, text in entries), data_links("revisions", language, table=False)]
    )


def _entries(strategy: Strategy, language: Language) -> Iterator[tuple[date, str]]:
    held = [edition.id for edition in strategy.editions.held]
    for revision in strategy.revisions.all:
        yield revision.decided, _revision(revision, language, linked=revision.since in held)
    for edition in strategy.editions.published:
        if edition.facts.status != "in_consultation":
            yield first_day(edition.facts.date), _edition(edition, language)


def _revision(revision: Revision, language: Language, *, linked: bool) -> str:
    day = calendar.show(revision.decided, language)
    values = {
        "kind": KINDS[revision.kind][language],
        "summary": inline(revision.summary[language]),
        "reason": inline(revision.reason[language]),
        "decided": (
            inline(revision.decided_by[language]) if revision.decided_by else NOT_RECORDED[language]
        ),
        "places": _places(revision, language, linked=linked),
    }
    terms = "\n\n".join(f"{FIELDS[key][language]}\n:   {value}" for key, value in values.items())
    return f"## {day} {{#{revision.id}}}\n\n{block('div', 'facts', terms)}"


def _places(revision: Revision, language: Language, *, linked: bool) -> str:
    """Each paragraph with a link to its row in the comparison, where there is one."""
    page = addresses.changes(revision.since, language)
    places = []
    for change in revision.declared():
        number, _, section = change.place.partition("#")
        name = HEADING[language].format(number, section) if section else change.place
        places.append(f"[{name}](/{page}#{change.mark})" if linked else name)
    return SEPARATOR[language].join(places)


def _edition(edition: Edition, language: Language) -> str:
    facts = edition.facts
    values = {
        "date": calendar.show(facts.date, language),
        "summary": inline(facts.changes[language]) if facts.changes else NOT_RECORDED[language],
        "decided": inline(facts.decided_by[language])
        if facts.decided_by
        else NOT_RECORDED[language],
    }
    terms = "\n\n".join(f"{FIELDS[key][language]}\n:   {value}" for key, value in values.items())
    return f"## {inline(facts.name[language])} {{#{edition.id}}}\n\n{block('div', 'facts', terms)}"


SECTION = Section(render, ("revisions",))
