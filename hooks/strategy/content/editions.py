"""The editions in ``editions/``: read and verified.

An edition is a folder: ``edition.yml`` with what is known about it, and ``record.json`` with its
text, which nobody edits. ``edition.yml`` holds the hash of the record; every build compares them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from strategy.languages.calendar import first_day
from strategy.languages.say import Say
from strategy.model.editions import Edition, EditionFacts, Editions
from strategy.problems import Location, Problems, to_write
from strategy.reading import placeholders
from strategy.reading.source import read_text
from strategy.reading.validate import validate
from strategy.reading.yaml_nodes import parse_yaml
from strategy.record import Record, read, sha256

FOLDER = "editions"
NOW = "now"
"""What a command calls the present text where it may also be given an edition's id."""
FACTS, RECORD = "edition.yml", "record.json"
NO_EDITIONS = ("schema", "README.md")


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
            "edition-in-force",
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
            to_write(f"id: {folder.name}"),
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


def no_text(ident: str, known: Iterable[Edition], *others: str) -> Say:
    """That no text is held of an edition, and what to type instead: an id, or one of ``others``."""
    held = [*(edition.id for edition in known if edition.record), *others]
    return Say(
        f"「{ident}」という版の文章はありません → 使えるもの: {'、'.join(held) or '（まだありません）'}",
        f"there is no text of an edition “{ident}” → known: {', '.join(held) or '(none yet)'}",
    )
