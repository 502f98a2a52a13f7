"""Declared and undeclared changes: the text now against the edition in force.

Every change of a published block needs an entry in ``data/revisions.yml`` that says what changed,
why, and when that was decided. A change is known by its kind and the fingerprint of its text, so
an entry does not cover what somebody changes afterwards. What was published stays: where a text is
changed again, a later entry declares the new one and names the earlier line under ``replaces``.

Facts of the public record are no text of the strategy, and need no entry.
"""

from collections.abc import Mapping
from datetime import date
from itertools import chain, count
from typing import cast

from strategy.content.page import Pages
from strategy.languages.say import Language, Say
from strategy.model import ChangeKind, DeclaredChange, Edition, Revision, Strategy
from strategy.problems import Location
from strategy.record import Record, fingerprint
from strategy.record.compare import Comparison, Row, compare

PUBLIC_RECORD = "evidence."
PUBLIC_FACT = Say(
    "公表資料の事実（戦略の文章ではありません）",
    "a fact of the public record (no text of the strategy)",
)


def undeclared(strategy: Strategy, record: Record, today: date) -> tuple[int, str]:
    """How many changes nobody declared, and the entry to paste (empty if none)."""
    base = strategy.editions.in_force
    if base is None or base.record is None:
        return 0, ""
    missing, gone = unmatched(rows(base, record), declared(strategy, base))
    number = len(missing) or len(gone)
    return number, entry(strategy, base, missing, gone, today) if number else ""


Key = tuple[ChangeKind, str]


def key(change: DeclaredChange) -> Key:
    """What a change is known by."""
    return change.kind, change.mark


def rows(base: Edition, record: Record) -> dict[DeclaredChange, Row]:
    """Each change since an edition whose text is held."""
    assert base.record is not None
    return {_change(row): row for row in compare(base.record, record).changed}


def declared(strategy: Strategy, base: Edition) -> dict[Key, tuple[DeclaredChange, Revision]]:
    """The latest declaration of each change that no later entry replaced."""
    found: dict[Key, tuple[DeclaredChange, Revision]] = {}
    for revision in strategy.revisions.all:
        if revision.since == base.id:
            for change in revision.replaced():
                found.pop(key(change), None)
            found |= {key(change): (change, revision) for change in revision.declared()}
    return found


def unmatched(
    rows: Mapping[DeclaredChange, Row], declared: Mapping[Key, tuple[DeclaredChange, Revision]]
) -> tuple[list[DeclaredChange], list[DeclaredChange]]:
    """The changes that nobody declared, and the declared ones that are not in the text any more."""
    missing = [
        change
        for change, row in rows.items()
        if key(change) not in declared and not _is_public_record(row)
    ]
    there = {key(change) for change in rows}
    return missing, [change for key, (change, _) in declared.items() if key not in there]


def _is_public_record(row: Row) -> bool:
    cited = row.new or row.old
    return cited is not None and cited.block.item.startswith(PUBLIC_RECORD)


def declared_reasons(strategy: Strategy, language: Language) -> dict[Key, str]:
    """Why each declared change was made."""
    return {
        key(change): revision.reason[language]
        for revision in strategy.revisions.all
        for change in revision.declared()
    }


def reasons(comparison: Comparison, strategy: Strategy, language: Language) -> dict[int, str]:
    """Index of a row → why it was changed, from the revision that declares it, if any is needed."""
    by_key = declared_reasons(strategy, language)
    found = {}
    for index, row in enumerate(comparison.rows):
        if row.is_change and (reason := by_key.get(key(_change(row)))):
            found[index] = reason
        elif _is_public_record(row):
            found[index] = PUBLIC_FACT[language]
    return found


def mark(row: Row) -> str:
    """The fingerprint that a change is known by: of the new text, or of the one that is gone."""
    cited = row.new or row.old
    assert cited is not None
    return fingerprint(cited.block.written(_changed_in(row)).text)


def _changed_in(row: Row) -> Language:
    """The language whose text a change is known by."""
    return "en" if row.change == "translation" else "ja"


def dates(strategy: Strategy, language: Language) -> dict[str, str]:
    """Fingerprint of a text → the day, in words, on which it was decided."""
    return {
        change.mark: revision.day(language)
        for _, revision in sorted(strategy.dated_revisions, key=lambda dated: dated[0])
        for change in revision.declared()
        if revision.decided
    }


def last(strategy: Strategy, number: int) -> Revision | None:
    """The latest revision of a chapter since the edition in force."""
    base = strategy.editions.in_force
    found = [
        (day, index, revision)
        for index, (day, revision) in enumerate(strategy.dated_revisions)
        if base
        and revision.since == base.id
        and number in {change.chapter for change in (*revision.declared(), *revision.replaced())}
    ]
    return max(found, key=lambda one: one[:2])[-1] if found else None


def _change(row: Row) -> DeclaredChange:
    cited = row.new or row.old
    assert cited is not None
    place = (
        cited.number or f"{cited.chapter.number}#{cited.block.id or cited.block.section or 'top'}"
    )
    other = ""
    if row.new:
        english = row.change != "translation"
        other = fingerprint(row.new.block.written("en" if english else "ja").text)
    return DeclaredChange(cast(ChangeKind, row.change), place, mark(row), other)


def locate(row: Row, pages: Pages, ids: Mapping[str, Location]) -> tuple[str, str, Location]:
    """The place of a change for people, its text, and where that stands in the project."""
    cited = row.new or row.old
    assert cited is not None
    is_missing = row.new is not None and row.new.block.translation == "missing"
    language = "ja" if is_missing else _changed_in(row)
    text = cited.block.written(language).text
    page = pages.get(cited.chapter.id, {}).get(language)
    where = ids.get(cited.block.item) if row.new else None
    if where is None and page:
        where = Location(page.file, page.line_of(text) if row.new else 1)
    return _change(row).place, text, where or Location(f"docs/{cited.chapter.id}.md")


def entry(
    strategy: Strategy,
    base: Edition,
    missing: list[DeclaredChange],
    gone: list[DeclaredChange],
    today: date,
) -> str:
    """What to paste into ``data/revisions.yml`` for what is missing there, and what is gone."""
    # Where two proposals meet at the end of the file, git keeps each entry whole if no more than
    # three lines in a row may be alike; what each says of its own stands between the others.
    return (
        f"  - id: {_free_id(strategy, [*missing, *gone], today)}\n"
        f"    since: {base.id}\n"
        f"    kind:\n"
        f"    summary:\n      ja:\n      en:\n"
        f"    decided:\n"
        f"    decided_by: null\n"
        f"    reason:\n      ja:\n      en:\n"
        f"    changes:{_list(missing)}" + (f"    replaces:{_list(gone)}" if gone else "")
    )


def _list(changes: list[DeclaredChange]) -> str:
    return "\n" + "".join(f"      - {change}\n" for change in changes) if changes else " []\n"


def _free_id(strategy: Strategy, changes: list[DeclaredChange], today: date) -> str:
    """An id that no revision has, nor an entry of another proposal: day, page, what is changed."""
    first = changes[0]
    pages = [page.id for page in strategy.chapters][first.chapter - 1 : first.chapter]
    stem = "-".join([f"revision.{today.isoformat()}", *pages, first.mark[:4]])
    taken = {revision.id for revision in strategy.revisions.all}
    numbered = (f"{stem}-{number}" for number in count(2))
    return next(ident for ident in chain([stem], numbered) if ident not in taken)
