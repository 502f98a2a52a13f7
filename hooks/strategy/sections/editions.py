"""All editions with their status, dates and records, newest first."""

from strategy import addresses, calendar
from strategy.model import Edition, Editions, Status, Strategy
from strategy.problems import Language, Say
from strategy.sections.section import COLON, Section, block, inline

STATUS: dict[Status, Say] = {
    "in_consultation": Say("案（意見を募集中）", "Draft (in public consultation)"),
    "in_force": Say("現在の版", "In force"),
    "superseded": Say("前の版（今は現在の版に改められています）", "Superseded"),
}
FIELDS = {
    "status": Say("状態", "Status"),
    "date": Say("年月", "Date"),
    "kind": Say("種類", "Kind"),
    "decided": Say("決定", "Decided by"),
    "changes": Say("変更内容", "What changed"),
    "text": Say("文章", "Text"),
    "comparison": Say("新旧対照表", "Comparison"),
    "record": Say("記録（データ）", "Record (data)"),
}
NOT_RECORDED = Say("記録なし", "not recorded")
NOT_HELD = Say("手元になく、掲載していません", "not held here")
READ = Say("この版を読む", "Read this edition")
SINCE = Say("この版からの変更", "Changes since this edition")


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """A heading an edition, and what is known about it as a list of terms."""
    editions = strategy.editions
    return "\n\n".join(_entry(edition, editions, language) for edition in editions.published)


def _entry(edition: Edition, editions: Editions, language: Language) -> str:
    facts = edition.facts
    name = facts.name[language]
    values = {
        "status": STATUS[facts.status][language],
        "date": calendar.show(facts.date, language),
        "kind": inline(facts.kind[language]) if facts.kind else NOT_RECORDED[language],
        "decided": inline(facts.decided_by[language])
        if facts.decided_by
        else NOT_RECORDED[language],
        "changes": inline(facts.changes[language]) if facts.changes else NOT_RECORDED[language],
        "text": NOT_HELD[language],
    }
    if edition.record:
        values["text"] = _link(READ, name, addresses.edition(edition.id, language), language)
        if facts.status != "in_consultation":
            address = addresses.changes(edition.id, language)
            values["comparison"] = _link(SINCE, name, address, language)
        record = addresses.record(edition.id)
        values["record"] = f"[record.json](/{record})<br>SHA-256{COLON[language]}`{facts.sha256}`"
    terms = "\n\n".join(f"{FIELDS[key][language]}\n:   {value}" for key, value in values.items())
    return f"## {inline(name)} {{#{edition.id}}}\n\n{block('div', 'facts', terms)}"


def _link(text: Say, name: str, address: str, language: Language) -> str:
    label = f"{text[language]}{COLON[language]}{name}"
    return f'[{text[language]}](/{address}){{: aria-label="{label}" }}'


SECTION = Section(render, ())
