"""Declared and undeclared changes: the text now against the edition in force.

Every change of a published block needs an entry in ``data/revisions.yml`` that says what changed,
why, and when that was decided. A change is known by its kind and the fingerprint of its text, so
an entry does not cover what somebody changes afterwards. What was published stays: where a text is
changed again, a later entry declares the new one and names the earlier line under ``replaces``.

Facts of the public record are no text of the strategy, and need no entry.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import cast

from strategy.content.page import Pages
from strategy.languages.say import Language, Say
from strategy.model import REVISION_KINDS, ChangeKind, DeclaredChange, Edition, Revision, Strategy
from strategy.problems import Location, Problems
from strategy.record import Record, fingerprint
from strategy.record.compare import Comparison, Row, compare

FILE = "data/revisions.yml"
KINDS = "、".join(f"{kind}（{name.ja}）" for kind, name in REVISION_KINDS.items())
NO_ITEMS = ("heading", "head", "figure")
PUBLIC_RECORD = "evidence."
PUBLIC_FACT = Say(
    "公表資料の事実（戦略の文章ではありません）",
    "a fact of the public record (no text of the strategy)",
)
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
    there = {_key(change): change for change in rows}
    declared = _declared(strategy, base)
    for key, (change, revision) in declared.items():
        if key not in there:
            _report_gone(root, change, problems)
        elif revision.kind == "translation" and change.kind != "translation":
            _report_kind(root, change, problems)
        elif change.other and change.other != there[key].other:
            _note_english(root, change, there[key], problems)
    missing, gone = _unmatched(rows, declared)
    for change in missing:
        _report(change, rows[change], base, pages, ids, problems)
    if missing or gone:
        number = len(missing) or len(gone)
        entry = _entry(strategy, base, missing, gone, today)
        problems.report(
            "undeclared-changes",
            Location(FILE, len((root / FILE).read_text(encoding="utf-8").splitlines())),
            Say(
                f"改定の記録にない変更が{number}か所あります",
                f"{number} change(s) are not in the history of revisions",
            ),
            Say(
                "ファイルの最後に次の項目を写し、空いているところを書いてください。"
                f"kind は {KINDS} から選びます。\n\n{entry}",
                "copy this to the end of the file and fill in what is empty; kind is substantive, "
                f"wording, correction or translation.\n\n{entry}",
            ),
        )


def undeclared(strategy: Strategy, record: Record, today: date) -> tuple[int, str]:
    """How many changes nobody declared, and the entry to paste (empty if none)."""
    base = strategy.editions.in_force
    if base is None or base.record is None:
        return 0, ""
    missing, gone = _unmatched(_rows(base, record), _declared(strategy, base))
    number = len(missing) or len(gone)
    return number, _entry(strategy, base, missing, gone, today) if number else ""


_Key = tuple[ChangeKind, str]


def _key(change: DeclaredChange) -> _Key:
    return change.kind, change.mark


def _rows(base: Edition, record: Record) -> dict[DeclaredChange, Row]:
    """Each change since an edition whose text is held."""
    assert base.record is not None
    return {_change(row): row for row in compare(base.record, record).changed}


def _declared(strategy: Strategy, base: Edition) -> dict[_Key, tuple[DeclaredChange, Revision]]:
    """The latest declaration of each change that no later entry replaced."""
    found: dict[_Key, tuple[DeclaredChange, Revision]] = {}
    for revision in strategy.revisions.all:
        if revision.since == base.id:
            for change in revision.replaced():
                found.pop(_key(change), None)
            found |= {_key(change): (change, revision) for change in revision.declared()}
    return found


def _unmatched(
    rows: Mapping[DeclaredChange, Row], declared: Mapping[_Key, tuple[DeclaredChange, Revision]]
) -> tuple[list[DeclaredChange], list[DeclaredChange]]:
    """The changes that nobody declared, and the declared ones that are not in the text any more."""
    missing = [
        change
        for change, row in rows.items()
        if _key(change) not in declared and not _is_public_record(row)
    ]
    there = {_key(change) for change in rows}
    return missing, [change for key, (change, _) in declared.items() if key not in there]


def _is_public_record(row: Row) -> bool:
    cited = row.new or row.old
    return cited is not None and cited.block.item.startswith(PUBLIC_RECORD)


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
    """The file where an id stood: that of the id which is most alike, of the same kind if there is one."""
    kind = f"{ident.partition('.')[0]}."
    alike = [each for each in ids if each.startswith(kind)] or list(ids)
    (near,) = difflib.get_close_matches(ident, alike, n=1, cutoff=0)
    return Location(ids[near].file)


def reasons(comparison: Comparison, strategy: Strategy, language: Language) -> dict[int, str]:
    """Index of a row → why it was changed, from the revision that declares it, if any is needed."""
    by_mark = {
        _key(change): revision
        for revision in strategy.revisions.all
        for change in revision.declared()
    }
    found = {}
    for index, row in enumerate(comparison.rows):
        if row in comparison.changed and (revision := by_mark.get(_key(_change(row)))):
            found[index] = revision.reason[language]
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


def _report_gone(root: Path, change: DeclaredChange, problems: Problems) -> None:
    problems.report(
        "declared-gone",
        _line(root, change.mark),
        Say(
            f"記録された変更（{change.place}）が、現在の文章にありません",
            f"the change that is declared here ({change.place}) is not in the text",
        ),
        Say(
            "公開した項目なら、この行を残し、「改定の記録にない変更」が示す項目をファイルの最後に加えてください。"
            "まだ公開していない項目なら、この行を、示された新しい行に替えてください"
            "（もとの文に戻した場合は、消してください）",
            "if this entry was published, leave it, and add the entry shown to the end of the file; "
            "if not, put the new line that is shown in its place (or remove it, if the text is as "
            "it was)",
        ),
    )


def _report_kind(root: Path, change: DeclaredChange, problems: Problems) -> None:
    problems.report(
        "revision-kind",
        _line(root, change.mark),
        Say(
            "日本語の文章の変更なのに、種類が translation です",
            "the Japanese text is changed, but the kind is translation",
        ),
        Say(f"kind を {KINDS} から選び直してください", "choose another kind"),
    )


def _note_english(
    root: Path, change: DeclaredChange, now: DeclaredChange, problems: Problems
) -> None:
    """The line is to know the English of its time, so that a later change of the Japanese tells."""
    problems.report(
        "declared-english",
        _line(root, change.mark),
        Say(
            f"段落{change.place}の英語は、この行を写したあとに変わりました",
            f"the English of paragraph {change.place} was changed after this was declared",
        ),
        Say(
            f"この行を「- {now}」に替えてください。ほかの行はそのままでかまいません",
            f"put “- {now}” in its place; the other lines stay as they are",
        ),
    )


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


def _entry(
    strategy: Strategy,
    base: Edition,
    missing: list[DeclaredChange],
    gone: list[DeclaredChange],
    today: date,
) -> str:
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


def _line(root: Path, text: str) -> Location:
    """Where a text stands in the file of revisions."""
    lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if (column := line.find(text)) >= 0:
            return Location(FILE, number, column + 1)
    return Location(FILE)
