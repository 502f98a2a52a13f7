"""Every change of a published block is declared, every declared change is there, every id is kept."""

import difflib
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from strategy.content.page import Pages
from strategy.editions import revisions
from strategy.languages.say import Say, enumerated
from strategy.model import REVISION_KINDS, DeclaredChange, Edition, Strategy
from strategy.problems import Location, Problems
from strategy.record import Record
from strategy.record.compare import Row

FILE = "data/revisions.yml"
KINDS = Say(
    "、".join(f"{kind}（{name.ja}）" for kind, name in REVISION_KINDS.items()),
    "substantive, wording, correction or translation",
)
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
    _check_editions(root, strategy, problems)
    base = strategy.editions.in_force
    if base is None or base.record is None:
        return
    rows = revisions.rows(base, record)
    declared = revisions.declared(strategy, base)
    there = {revisions.key(change): change for change in rows}
    for key, (change, revision) in declared.items():
        if key not in there:
            _report_gone(root, change, problems)
        elif revision.kind == "translation" and change.kind != "translation":
            _report_kind(root, change, problems)
        elif change.other and change.other != there[key].other:
            _note_english(root, change, there[key], problems)
    missing, gone = revisions.unmatched(rows, declared)
    for change in missing:
        _report(change, rows[change], base, pages, ids, problems)
    if missing or gone:
        entry = revisions.entry(strategy, base, missing, gone, today)
        _report_all(root, len(missing) or len(gone), entry, problems)


def _check_editions(root: Path, strategy: Strategy, problems: Problems) -> None:
    known = [edition.id for edition in strategy.editions.all]
    for revision in strategy.revisions.all:
        if revision.since not in known:
            problems.tell(
                "dangling-reference/edition",
                _line(root, revision.id),
                since=revision.since,
                known=enumerated(known),
            )


def _report_all(root: Path, number: int, entry: str, problems: Problems) -> None:
    lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    problems.tell(
        "undeclared-changes", Location(FILE, len(lines)), number=number, entry=entry, kinds=KINDS
    )


def _report(
    change: DeclaredChange,
    row: Row,
    base: Edition,
    pages: Pages,
    ids: Mapping[str, Location],
    problems: Problems,
) -> None:
    _place, text, where = revisions.locate(row, pages, ids)
    kind = KIND_NAMES[change.kind]
    name = base.facts.name
    problems.tell(
        "undeclared-change",
        where,
        place=change.place,
        text=text[:30],
        name=Say(name.ja, name.en),
        kind=kind,
        file=FILE,
        change=str(change),
    )


def _report_gone(root: Path, change: DeclaredChange, problems: Problems) -> None:
    problems.tell("declared-gone", _line(root, change.mark), place=change.place)


def _report_kind(root: Path, change: DeclaredChange, problems: Problems) -> None:
    problems.tell("revision-kind", _line(root, change.mark), kinds=KINDS)


def _note_english(
    root: Path, change: DeclaredChange, now: DeclaredChange, problems: Problems
) -> None:
    """The line is to know the English of its time, so that a later change of the Japanese tells."""
    problems.tell("declared-english", _line(root, change.mark), place=change.place, now=str(now))


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
                problems.tell(
                    "deleted-id",
                    where,
                    id=block.id,
                    text=Say(block.ja.text[:30], block.en.text[:30]),
                    file=where.file,
                )


def _beside(ident: str, ids: Mapping[str, Location]) -> Location:
    """The file where an id stood: that of the id which is most alike, of the same kind if there is one."""
    kind = f"{ident.partition('.')[0]}."
    alike = [each for each in ids if each.startswith(kind)] or list(ids)
    (near,) = difflib.get_close_matches(ident, alike, n=1, cutoff=0)
    return Location(ids[near].file)


def _line(root: Path, text: str) -> Location:
    """Where a text stands in the file of revisions."""
    lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if (column := line.find(text)) >= 0:
            return Location(FILE, number, column + 1)
    return Location(FILE)
