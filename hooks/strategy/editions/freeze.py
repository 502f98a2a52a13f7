"""Freezing the present text as an edition, and opening it as a draft."""

from pathlib import Path

from strategy.content.editions import FACTS, FOLDER, RECORD, load
from strategy.languages.calendar import first_day
from strategy.languages.labels import DRAFT_SUFFIX
from strategy.languages.say import NOTHING, Say
from strategy.model import Strategy
from strategy.model.editions import Editions, Status
from strategy.problems import BilingualError, Problems, refusal
from strategy.reading.source import Node, locate
from strategy.reading.yaml_lines import quoted, set_value
from strategy.record import Record, sha256, write


class FreezeError(BilingualError):
    """The text could not be frozen."""


def check_frozen(strategy: Strategy, node: Node, problems: Problems) -> None:
    """Report an edition in ``data/strategy.yml`` (``node``) that is not the one in force.

    Pages show what that file says; the PDFs and the list of editions, what was frozen.
    """
    base = strategy.editions.in_force
    if base is None or base.record is None:
        return
    ident, updated = strategy.edition.id, strategy.edition.updated
    if ident != base.id:
        known = strategy.editions.get(ident)
        is_frozen = known is not None and known.record is not None
        problems.tell(
            "edition-not-frozen/earlier" if is_frozen else "edition-not-frozen",
            locate(node, ("edition", "id")),
            id=ident,
            base=base.id,
        )
        return
    day, frozen = first_day(updated.date), first_day(base.facts.date)
    is_same_month = (day.year, day.month) == (frozen.year, frozen.month)
    if not is_same_month or updated.printed.ja != base.record.updated["ja"]:
        problems.tell(
            "edition-date",
            locate(node, ("edition", "updated")),
            id=ident,
            updated=Say(base.record.updated["ja"], base.record.updated["en"]),
        )


def freeze(root: Path, ident: str, strategy: Strategy, record: Record) -> tuple[Path, Editions]:
    """Write the present text as an edition in force; the one before it becomes superseded.

    Facts that are in ``edition.yml`` already are kept, the others are those of
    ``data/strategy.yml``. Raises `FreezeError` if the text is frozen already, if the id is not
    that of the publication, or if the edition is named as the one before it.
    """
    folder = root / FOLDER / ident
    if (folder / RECORD).exists():
        raise FreezeError(refusal("frozen", id=ident))
    if ident != strategy.edition.id:
        raise FreezeError(refusal("other-id", id=strategy.edition.id))
    before = load(root, Problems())
    last, printed = before.in_force, strategy.edition.updated.printed
    if last and last.record and last.record.updated["ja"] == printed.ja:
        raise FreezeError(refusal("same-month", month=Say(printed.ja, printed.en), id=last.id))
    _keep(folder, _facts(ident, strategy), "in_force", record)
    for edition in before.all:
        if edition.facts.status == "in_force" and edition.id != ident:
            _set(root / FOLDER / edition.id / FACTS, "status", "superseded")
    return folder, load(root, Problems())


def open_draft(root: Path, strategy: Strategy, record: Record) -> Path:
    """Write the present text as an edition on which opinions are asked; returns its folder.

    Raises `FreezeError` if the text is frozen already.
    """
    folder = root / FOLDER / strategy.edition.id
    if (folder / RECORD).exists():
        raise FreezeError(refusal("frozen", id=folder.name))
    _keep(folder, _facts(folder.name, strategy, DRAFT_SUFFIX), "in_consultation", record)
    return folder


def _keep(folder: Path, facts: str, status: Status, record: Record) -> None:
    """Write a record, and its facts unless somebody has written them already."""
    data = write(record)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FACTS
    if not path.exists():
        path.write_text(facts, encoding="utf-8", newline="\n")
    _set(path, "status", status)
    _set(path, "sha256", sha256(data))
    (folder / RECORD).write_bytes(data)


def _facts(ident: str, strategy: Strategy, suffix: Say = NOTHING) -> str:
    edition = strategy.edition
    printed, kind = edition.updated.printed, edition.kind
    name = Say(f"{printed.ja}版{suffix.ja}", f"{printed.en}{suffix.en}")
    return (
        f"# yaml-language-server: $schema=../schema/edition.json\n# 版の説明。記録のない項目は null とします。record.json は手で変えません。\n\n"
        f"id: {ident}\n"
        f"status: in_force\n"
        f"name: {{ja: {quoted(name.ja)}, en: {quoted(name.en)}}}\n"
        f"kind: {{ja: {quoted(kind.ja)}, en: {quoted(kind.en)}}}\n"
        f"date: {edition.updated.date.isoformat()}\n"
        f"decided_by: null\n"
        f"changes: null\n"
        f"sha256: null\n"
    )


def _set(path: Path, key: str, value: str) -> None:
    """Set a fact of an edition. Raises `FreezeError` where it has no line of its own."""
    try:
        set_value(path, key, value)
    except ValueError as error:
        raise FreezeError(refusal("no-line", file=path.name, key=key)) from error
