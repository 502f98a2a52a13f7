"""All editions with their status, dates and records, newest first."""

from strategy.content.sections.section import BREAK, Section, facts, inline
from strategy.languages import calendar, labels
from strategy.languages.say import Language, Say
from strategy.model import Edition, Status, Strategy, addresses
from strategy.model.call_states import state

STATUS: dict[Status, Say] = {
    "in_consultation": Say("案（意見の募集は終わりました）", "Draft (the consultation is over)"),
    "in_force": Say("現在の版", "In force"),
    "superseded": Say("前の版（今は使われていません）", "Superseded (no longer in force)"),
}
ASKED = Say("案（意見を募集中）", "Draft (in public consultation)")
STATUS_NAME = Say("状態", "Status")
NOT_HELD = Say("手元になく、掲載していません", "not held here")
READ = Say("この版を読む", "Read this edition")
COMPARISON = Say("新旧対照表", "Comparison")
SINCE = Say("この版を掲載した後の変更", "Changes since this edition")
RECORD = Say("データ", "Data")
NOW = Say("現在の版は、「{}」です。", "The edition in force: {}.")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """Which edition is in force; then each with what is known about it as a list of terms."""
    entries = [
        _entry(edition, _status(edition, strategy), language)
        for edition in strategy.editions.published
    ]
    if len(strategy.editions.held) > 1:
        entries.insert(
            0, f"[{labels.COMPARE_EDITIONS[language]}](/{addresses.comparing(language)})"
        )
    if current := strategy.editions.in_force:
        link = f"[{inline(current.facts.name[language])}](#{current.id})"
        entries.insert(0, NOW[language].format(link))
    return "\n\n".join(entries)


def _status(edition: Edition, strategy: Strategy) -> Say:
    call = strategy.consultations.of_draft(edition.id)
    if call and state(call, strategy.moment) == "open":
        return ASKED
    return STATUS[edition.facts.status]


def _entry(edition: Edition, status: Say, language: Language) -> str:
    known = edition.facts
    name = known.name[language]
    values = {
        STATUS_NAME: status[language],
        labels.DATE: calendar.show(known.date, language),
        labels.DOCUMENT_KIND: inline((known.kind or labels.NOT_RECORDED)[language]),
        labels.DECIDED_BY: inline((known.decided_by or labels.NOT_RECORDED)[language]),
        labels.WHAT_CHANGED: inline((known.changes or labels.NOT_RECORDED)[language]),
        labels.TEXT: NOT_HELD[language],
    }
    if edition.record:
        values[labels.TEXT] = _link(READ, name, addresses.edition(edition.id, language), language)
        if known.status != "in_consultation":
            address = addresses.changes(edition.id, language)
            values[COMPARISON] = _link(SINCE, name, address, language)
        record = addresses.record(edition.id)
        values[RECORD] = (
            f"[record.json](/{record}){BREAK}SHA-256{labels.COLON[language]}`{known.sha256}`"
        )
    return f"## {inline(name)} {{#{edition.id}}}\n\n{facts(values, language)}"


def _link(text: Say, name: str, address: str, language: Language) -> str:
    label = f"{text[language]}{labels.COLON[language]}{name}"
    return f'[{text[language]}](/{address}){{: aria-label="{label}" }}'


SECTION = Section(render, ())
