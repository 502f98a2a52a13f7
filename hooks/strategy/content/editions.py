"""The editions in ``editions/``: read and verified.

An edition is a folder: ``edition.yml`` with what is known about it, and ``record.json`` with its
text, which nobody edits. ``edition.yml`` holds the hash of the record; every build compares them.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from strategy.languages.calendar import first_day
from strategy.languages.say import Say, enumerated
from strategy.model.editions import Edition, EditionFacts, Editions
from strategy.problems import NONE_YET, Location, Problems, refusal
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
        problems.tell(
            "edition-in-force", Location(f"{FOLDER}/{edition.id}/{FACTS}"), edition=in_force[0].id
        )
    return Editions(tuple(found))


def _age(edition: Edition) -> tuple[date, bool, str]:
    """By date; a draft comes before what was made of it."""
    facts = edition.facts
    return first_day(facts.date), facts.status not in ("draft", "in_consultation"), edition.id


def _load(folder: Path, root: Path, problems: Problems) -> Edition | None:
    name = f"{FOLDER}/{folder.name}"
    if not folder.is_dir() or not (folder / FACTS).exists():
        problems.tell(
            "missing-file/edition",
            Location(f"{name}/{FACTS}" if folder.is_dir() else name),
            file=FACTS,
        )
        return None
    for path in folder.iterdir():
        if path.name not in (FACTS, RECORD) and not path.name.startswith("."):
            problems.tell("unknown-file/edition", Location(f"{name}/{path.name}"))
    text = read_text(folder / FACTS, root, problems)
    node = None if text is None else parse_yaml(text, f"{name}/{FACTS}", problems)
    if node is not None:
        placeholders.check_data(node, problems)
    facts = None if node is None else validate(EditionFacts, node, problems)
    if facts is None:
        return None
    if facts.id != folder.name:
        problems.tell("edition-id", Location(f"{name}/{FACTS}"), id=folder.name)
    return Edition(facts, _record(folder / RECORD, name, facts, problems))


def _record(path: Path, name: str, facts: EditionFacts, problems: Problems) -> Record | None:
    where = Location(f"{name}/{RECORD}")
    if not path.exists():
        if facts.sha256 is not None:
            problems.tell("edition-record/gone", where)
        return None
    data = path.read_bytes()
    if sha256(data) != facts.sha256:
        problems.tell("edition-record/changed", where)
        return None
    try:
        return read(data)
    except ValueError:
        problems.tell("edition-record/unreadable", where)
        return None


def no_text(ident: str, known: Iterable[Edition], *others: str) -> Say:
    """That no text is held of an edition, and what to type instead: an id, or one of ``others``."""
    held = [*(edition.id for edition in known if edition.record), *others]
    return refusal("no-text", id=ident, known=enumerated(held) if held else NONE_YET)
