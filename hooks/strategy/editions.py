"""The editions in ``editions/``: reading and verifying them, and freezing the present text as one.

An edition is a folder: ``edition.yml`` with what is known about it, and ``record.json`` with its
text, which nobody edits. ``edition.yml`` holds the hash of the record; every build compares them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from strategy import placeholders
from strategy.calendar import first_day
from strategy.model import Strategy
from strategy.model.editions import Edition, EditionFacts, Editions, Status
from strategy.problems import BilingualError, Location, Problems, Say
from strategy.record import Record, read, sha256, write
from strategy.source import Node, locate, read_text
from strategy.validate import validate
from strategy.yaml_lines import quoted, set_value
from strategy.yaml_nodes import parse_yaml

FOLDER = "editions"
NOW = "now"
"""What a command calls the present text where it may also be given an edition's id."""
FACTS, RECORD = "edition.yml", "record.json"
NO_EDITIONS = ("schema", "README.md")
DRAFT, NO_SUFFIX = Say("（案）", " (draft)"), Say("", "")


class FreezeError(BilingualError):
    """The text could not be frozen."""


def load(root: Path, problems: Problems) -> Editions:
    """All editions of a project, newest first. Reports what is wrong with them."""
    found = []
    for folder in sorted((root / FOLDER).iterdir()) if (root / FOLDER).is_dir() else ():
        if folder.name in NO_EDITIONS or folder.name.startswith("."):
            continue
        if (edition := _load(folder, root, problems)) is not None:
            found.append(edition)
    found.sort(key=_age, reverse=True)
    in_force = [edition for edition in found if edition.facts.status == "in_force"]
    for edition in in_force[1:]:
        problems.report(
            "edition-status",
            Location(f"{FOLDER}/{edition.id}/{FACTS}"),
            Say("現在の版が2つあります", "there are two editions in force"),
            Say(
                f"前の版の status を superseded にしてください（現在の版: {in_force[0].id}）",
                f"make the status of the earlier one “superseded” (in force: {in_force[0].id})",
            ),
        )
    return Editions(tuple(found))


def _age(edition: Edition) -> tuple[date, bool, str]:
    """By date; a draft comes before what was made of it."""
    facts = edition.facts
    return first_day(facts.date), facts.status not in ("draft", "in_consultation"), edition.id


def _load(folder: Path, root: Path, problems: Problems) -> Edition | None:
    name = f"{FOLDER}/{folder.name}"
    if not folder.is_dir() or not (folder / FACTS).exists():
        problems.report(
            "missing-file",
            Location(f"{name}/{FACTS}" if folder.is_dir() else name),
            Say("版の説明のファイルがありません", "there is no file that describes an edition"),
            Say(
                f"版のフォルダーに「{FACTS}」を置いてください",
                f"each edition is a folder with a file {FACTS}",
            ),
        )
        return None
    for path in folder.iterdir():
        if path.name not in (FACTS, RECORD) and not path.name.startswith("."):
            problems.report(
                "unknown-file",
                Location(f"{name}/{path.name}"),
                Say("版のフォルダーに、ほかのファイルがあります", "this file does not belong here"),
                Say("取り除いてください", "remove it"),
            )
    text = read_text(folder / FACTS, root, problems)
    node = None if text is None else parse_yaml(text, f"{name}/{FACTS}", problems)
    if node is not None:
        placeholders.check_data(node, problems)
    facts = None if node is None else validate(EditionFacts, node, problems)
    if facts is None:
        return None
    if facts.id != folder.name:
        problems.report(
            "edition-id",
            Location(f"{name}/{FACTS}"),
            Say("版のIDがフォルダー名と違います", "the id is not the folder’s name"),
            Say(f"「id: {folder.name}」と書いてください", f"write “id: {folder.name}”"),
        )
    return Edition(facts, _record(folder / RECORD, name, facts, problems))


def _record(path: Path, name: str, facts: EditionFacts, problems: Problems) -> Record | None:
    where = Location(f"{name}/{RECORD}")
    restore = Say("この版の記録をもとに戻してください", "restore the record of this edition")
    if not path.exists():
        if facts.sha256 is not None:
            problems.report(
                "edition-record", where, Say("版の記録がありません", "the record is gone"), restore
            )
        return None
    data = path.read_bytes()
    if sha256(data) != facts.sha256:
        problems.report(
            "edition-record",
            where,
            Say("確定した版の記録が書き換えられています", "the frozen record has been changed"),
            restore,
        )
        return None
    try:
        return read(data)
    except ValueError:
        problems.report(
            "edition-record",
            where,
            Say("版の記録を読めません", "this record cannot be read"),
            Say(
                "このプログラムより新しい形式の可能性があります",
                "it may be of a format newer than this program",
            ),
        )
        return None


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
        problems.report(
            "edition-not-frozen",
            locate(node, ("edition", "id")),
            Say(f"版「{ident}」は、現在の版ではありません", f"{ident} is not the edition in force")
            if is_frozen
            else Say(
                f"版「{ident}」は、まだ確定されていません", f"the edition {ident} is not frozen yet"
            ),
            Say(f"「id: {base.id}」と書いてください", f"write “id: {base.id}”")
            if is_frozen
            else Say(
                f"「strategy edition freeze {ident}」で確定してください"
                f"（意見を募集する案なら、data/consultations/ の募集に「draft: {ident}」と書いてください）",
                f"freeze it with “strategy edition freeze {ident}” "
                f"(or write “draft: {ident}” in data/consultations/ if opinions are to be asked on it)",
            ),
        )
        return
    day, frozen = first_day(updated.date), first_day(base.facts.date)
    is_same_month = (day.year, day.month) == (frozen.year, frozen.month)
    if not is_same_month or updated.printed.ja != base.record.updated["ja"]:
        problems.report(
            "edition-date",
            locate(node, ("edition", "updated")),
            Say(
                f"版「{ident}」の更新の年月が、確定したとき（{base.record.updated['ja']}）と違います",
                f"the edition {ident} was frozen with another date ({base.record.updated['en']})",
            ),
            Say(
                "もとに戻してください。新しい版なら、「id:」も新しいIDに変え、"
                "「strategy edition freeze 新しいID」で確定してください",
                "restore it; or, for a new edition, change “id:” too, and freeze it with "
                "“strategy edition freeze ID”",
            ),
        )


def freeze(root: Path, ident: str, strategy: Strategy, record: Record) -> tuple[Path, Editions]:
    """Write the present text as an edition in force; the one before it becomes superseded.

    Facts that are in ``edition.yml`` already are kept, the others are those of
    ``data/strategy.yml``. Raises `FreezeError` if the text is frozen already, if the id is not
    that of the publication, or if the edition is named as the one before it.
    """
    folder = root / FOLDER / ident
    if (folder / RECORD).exists():
        raise FreezeError(_frozen(ident))
    if ident != strategy.edition.id:
        raise FreezeError(
            Say(
                f"data/strategy.yml の版は「{strategy.edition.id}」です。"
                f"それを確定するなら「strategy edition freeze {strategy.edition.id}」と打ち、"
                "違うなら、ファイルの「edition:」の「id:」を直してください。",
                f"data/strategy.yml describes {strategy.edition.id}; type "
                f"“strategy edition freeze {strategy.edition.id}”, or correct the id in that file.",
            )
        )
    before = load(root, Problems())
    last, printed = before.in_force, strategy.edition.updated.printed
    if last and last.record and last.record.updated["ja"] == printed.ja:
        raise FreezeError(
            Say(
                f"「{printed.ja}」は、版「{last.id}」と同じです。data/strategy.yml の「updated:」の"
                "「date:」と「printed:」を、新しい版の年月に直してください。",
                f"“{printed.en}” is what {last.id} is called; write the month of the new edition "
                "under “updated:” in data/strategy.yml, as “date:” and “printed:”.",
            )
        )
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
        raise FreezeError(_frozen(folder.name))
    _keep(folder, _facts(folder.name, strategy, DRAFT), "in_consultation", record)
    return folder


def _frozen(ident: str) -> Say:
    return Say(
        f"「{ident}」は、すでに確定しています。新しい版なら、data/strategy.yml の「edition:」の"
        "「id:」を、新しいIDに直してください。",
        f"{ident} is frozen already; for a new edition, write its id after “id:” under “edition:” "
        "in data/strategy.yml.",
    )


def no_text(ident: str, known: Iterable[Edition], *others: str) -> Say:
    """That no text is held of an edition, and what to type instead: an id, or one of ``others``."""
    held = [*(edition.id for edition in known if edition.record), *others]
    return Say(
        f"「{ident}」という版の文章はありません → 使えるもの: {'、'.join(held) or '（まだありません）'}",
        f"there is no text of an edition “{ident}” → known: {', '.join(held) or '(none yet)'}",
    )


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


def _facts(ident: str, strategy: Strategy, suffix: Say = NO_SUFFIX) -> str:
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
        raise FreezeError(
            Say(f"{path.name} に「{key}:」の行がありません。", f"{path.name} has no line “{key}:”.")
        ) from error
