"""Declared and undeclared changes: the text now against the edition in force.

Every change of a published block needs an entry in ``data/revisions.yml`` that says what changed,
why, and when that was decided. A change is known by its kind and the fingerprint of its text, so
an entry does not cover what somebody changes afterwards.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Container, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from strategy import calendar
from strategy.compare.comparison import Comparison, Row, compare
from strategy.model import ChangeKind, DeclaredChange, Edition, Revision, Strategy
from strategy.pages import Pages
from strategy.problems import Language, Location, Problems, Say
from strategy.record import Record, fingerprint

FILE = "data/revisions.yml"
KINDS = "substantive（内容の変更）、wording（表現の変更）、correction（誤りの訂正）、translation（英語訳だけの変更）"
NO_ITEMS = ("heading", "head", "figure")
KIND_NAMES = {
    "changed": Say("変更", "changed"),
    "added": Say("追加", "added"),
    "deleted": Say("削除", "deleted"),
    "moved": Say("移動", "moved"),
    "translation": Say("英語訳の変更", "translation changed"),
}


def check(
    root: Path,
    strategy: Strategy,
    record: Record,
    pages: Pages,
    ids: Mapping[str, Location],
    today: date,
    problems: Problems,
) -> None:
    """Report every undeclared change, and every declared one that is not there.

    ``ids`` tells where the items of ``data/`` stand; ``today`` names the entry to paste.
    """
    known = [edition.id for edition in strategy.editions.all]
    for revision in strategy.revisions.all:
        if revision.since not in known:
            problems.report(
                "dangling-reference",
                _line(root, revision.id),
                Say(
                    f"「{revision.since}」という版はありません",
                    f"there is no edition {revision.since}",
                ),
                Say(f"使えるもの: {'、'.join(known)}", f"known: {', '.join(known)}"),
            )
    base = strategy.editions.in_force
    if base is None or base.record is None:
        return
    rows = _rows(base, record)
    wanted = {(change.kind, change.mark) for change in rows}
    declared = _declared(strategy, base)
    for key, (change, revision) in declared.items():
        _check_declared(root, change, revision, key in wanted, problems)
    missing = _missing(rows, declared)
    for change in missing:
        _report(change, rows[change], base, pages, ids, problems)
    if missing:
        problems.report(
            "undeclared-changes",
            Location(FILE, len((root / FILE).read_text(encoding="utf-8").splitlines())),
            Say(
                f"改定の記録にない変更が{len(missing)}か所あります",
                f"{len(missing)} change(s) are not in the history of revisions",
            ),
            Say(
                "「revisions:」の下に次の項目を写し、空いているところを書いてください。"
                f"kind は {KINDS} から選びます。\n\n{_entry(base, missing, today)}",
                "copy this below “revisions:” and fill in what is empty; kind is substantive, "
                f"wording, correction or translation.\n\n{_entry(base, missing, today)}",
            ),
        )


def undeclared(strategy: Strategy, record: Record, today: date) -> tuple[int, str]:
    """How many changes nobody declared, and the entry to paste (empty if none)."""
    base = strategy.editions.in_force
    if base is None or base.record is None:
        return 0, ""
    missing = _missing(_rows(base, record), _declared(strategy, base))
    return len(missing), _entry(base, missing, today) if missing else ""


_Key = tuple[ChangeKind, str]


def _rows(base: Edition, record: Record) -> dict[DeclaredChange, Row]:
    """Each change since an edition whose text is held."""
    assert base.record is not None
    return {_change(row): row for row in compare(base.record, record).changed}


def _declared(strategy: Strategy, base: Edition) -> dict[_Key, tuple[DeclaredChange, Revision]]:
    return {
        (change.kind, change.mark): (change, revision)
        for revision in strategy.revisions.all
        if revision.since == base.id
        for change in revision.declared()
    }


def _missing(rows: Iterable[DeclaredChange], declared: Container[_Key]) -> list[DeclaredChange]:
    return [change for change in rows if (change.kind, change.mark) not in declared]


def check_ids(
    strategy: Strategy, ids: Mapping[str, Location], retired: Collection[str], problems: Problems
) -> None:
    """Report each item from data of the edition in force whose id is gone without being retired.

    Headings and charts may have ids of their own, which are no items of ``data/``.
    """
    base = strategy.editions.in_force
    if base is None or base.record is None:
        return
    for chapter in base.record.chapters:
        for block in chapter.blocks:
            is_item = "." in block.id and "/" not in block.id and block.kind not in NO_ITEMS
            if is_item and block.id not in ids and block.id not in retired:
                where = _beside(block.id, ids)
                problems.report(
                    "deleted-id",
                    where,
                    Say(
                        f"ID「{block.id}」（「{block.ja.text[:30]}」）がなくなっています",
                        f"the id “{block.id}” (“{block.en.text[:30]}”) is gone",
                    ),
                    Say(
                        f"誤って消した場合は、もとに戻してください。なくす場合は、{where.file} の最後の"
                        f"「retired:」に「{block.id}」を加えてください",
                        f"restore it; or, if it is to go, add it to “retired:” at the end of {where.file}",
                    ),
                )


def _beside(ident: str, ids: Mapping[str, Location]) -> Location:
    """The file where an id stood: that of the id which is most alike."""
    (near,) = difflib.get_close_matches(ident, ids, n=1, cutoff=0)
    return Location(ids[near].file)


def reasons(comparison: Comparison, strategy: Strategy, language: Language) -> dict[int, str]:
    """Index of a row → why it was changed, from the revision that declares it."""
    by_mark: dict[_Key, Revision] = {
        (change.kind, change.mark): revision
        for revision in strategy.revisions.all
        for change in revision.declared()
    }
    found = {}
    for index, row in enumerate(comparison.rows):
        if row in comparison.changed:
            change = _change(row)
            if revision := by_mark.get((change.kind, change.mark)):
                found[index] = revision.reason[language]
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
        change.mark: calendar.show(revision.decided, language)
        for revision in sorted(strategy.revisions.all, key=lambda revision: revision.decided)
        for change in revision.declared()
    }


def last(strategy: Strategy, number: int) -> Revision | None:
    """The latest revision of a chapter since the edition in force."""
    base = strategy.editions.in_force
    found = [
        revision
        for revision in strategy.revisions.all
        if base
        and revision.since == base.id
        and any(change.chapter == number for change in revision.declared())
    ]
    return max(found, key=lambda revision: revision.decided, default=None)


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


def _check_declared(
    root: Path, change: DeclaredChange, revision: Revision, is_there: bool, problems: Problems
) -> None:
    if not is_there:
        problems.report(
            "declared-change",
            _line(root, change.mark),
            Say(
                f"記録された変更（{change.place}）が、今の文章にありません",
                f"the change that is declared here ({change.place}) is not in the text",
            ),
            Say(
                "この行を消してください。もう一度変えた場合は、示された新しい行に替えてください",
                "remove this line; if the text was changed again, put the new line in its place",
            ),
        )
    elif revision.kind == "translation" and change.kind != "translation":
        problems.report(
            "revision-kind",
            _line(root, change.mark),
            Say(
                "日本語の文章の変更なのに、種類が translation です",
                "the Japanese text is changed, but the kind is translation",
            ),
            Say(f"kind を {KINDS} から選び直してください", "choose another kind"),
        )


def locate(row: Row, pages: Pages, ids: Mapping[str, Location]) -> tuple[str, str, Location]:
    """The place of a change for people, its text, and where that stands in the project."""
    cited = row.new or row.old
    assert cited is not None
    language = _changed_in(row)
    text = cited.block.written(language).text
    page = pages.get(cited.chapter.id, {}).get(language)
    where = ids.get(cited.block.item) if row.new else None
    if where is None and page:
        where = Location(page.file, page.line_of(text) if row.new else 1)
    return _change(row).place, text, where or Location(f"docs/{cited.chapter.id}.md")


def _report(
    change: DeclaredChange,
    row: Row,
    base: Edition,
    pages: Pages,
    ids: Mapping[str, Location],
    problems: Problems,
) -> None:
    _place, text, where = locate(row, pages, ids)
    kind = KIND_NAMES[change.kind]
    name = base.facts.name
    problems.report(
        "undeclared-change",
        where,
        Say(
            f"段落{change.place}が「{name.ja}」と違います（{kind.ja}：「{text[:30]}」）",
            f"paragraph {change.place} differs from “{name.en}” ({kind.en}: “{text[:30]}”)",
        ),
        Say(
            f"{FILE} に「- {change}」を加えてください",
            f"declare it in {FILE}: “- {change}”",
        ),
    )


def _entry(base: Edition, missing: list[DeclaredChange], today: date) -> str:
    lines = "\n".join(f"      - {change}" for change in missing)
    return (
        f"  - id: revision.{today.isoformat()}\n"
        f"    since: {base.id}\n"
        f"    kind:\n"
        f"    decided:\n"
        f"    decided_by: null\n"
        f"    summary:\n      ja:\n      en:\n"
        f"    reason:\n      ja:\n      en:\n"
        f"    changes:\n{lines}\n"
    )


def _line(root: Path, text: str) -> Location:
    """Where a text stands in the file of revisions."""
    lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if (column := line.find(text)) >= 0:
            return Location(FILE, number, column + 1)
    return Location(FILE)
