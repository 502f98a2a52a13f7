"""Every change of a published block is declared, every declared change is there, every id is kept."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from strategy.content.page import Pages
from strategy.editions import revisions
from strategy.languages.say import Say
from strategy.model import REVISION_KINDS, DeclaredChange, Edition, Strategy
from strategy.problems import Location, Problems
from strategy.record import Record
from strategy.record.compare import Row

FILE = "data/revisions.yml"
KINDS = "、".join(f"{kind}（{name.ja}）" for kind, name in REVISION_KINDS.items())
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
            problems.report(
                "dangling-reference",
                _line(root, revision.id),
                Say(
                    f"「{revision.since}」という版はありません",
                    f"there is no edition {revision.since}",
                ),
                Say(f"使えるもの: {'、'.join(known)}", f"known: {', '.join(known)}"),
            )


def _report_all(root: Path, number: int, entry: str, problems: Problems) -> None:
    lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    problems.report(
        "undeclared-changes",
        Location(FILE, len(lines)),
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


def _line(root: Path, text: str) -> Location:
    """Where a text stands in the file of revisions."""
    lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if (column := line.find(text)) >= 0:
            return Location(FILE, number, column + 1)
    return Location(FILE)
