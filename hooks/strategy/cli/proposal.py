"""A proposed change (変更案): what it touches, for those who decide on it.

It is the present state of the project against the commit from which it went apart from a branch.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy.checks import everything
from strategy.checks.everything import Checked
from strategy.content import git, pages, translations
from strategy.content.editions import FOLDER
from strategy.content.review import Reviewed
from strategy.content.sections import SECTIONS
from strategy.editions import revisions
from strategy.languages.calendar import DayTime
from strategy.languages.say import Language
from strategy.model import Edition
from strategy.problems import Invalid, InvalidStrategy, Location, Problems
from strategy.reading import dates
from strategy.reading.source import Mapping, Node, Scalar, Sequence, read_text
from strategy.reading.yaml_nodes import parse_yaml
from strategy.record import Block, Record, RecordedChapter, fingerprint
from strategy.record.compare import Row, compare

_PAGE = re.compile(r"docs/(?P<name>.+?)(?P<english>\.en)?\.md")
_DATA = re.compile(r"data/(?P<name>[\w-]+)(?:/[\w-]+)?\.yml")
_CONSULTATIONS = re.compile(r"data/consultations(?:/.*)?\.yml")
_EDITIONS = re.compile(rf"{FOLDER}/[^/]+/[^/]+")


@dataclass(frozen=True)
class TouchedPage:
    """A page that changes: its title, and the files that make it so."""

    title: str
    name: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class NewEdition:
    """An edition that this change puts in force, and the files of editions that it touches."""

    edition: Edition
    files: tuple[str, ...]


@dataclass(frozen=True)
class TouchedDate:
    """A date of a consultation, which ``item`` names, before and after; None where there is none."""

    file: str
    item: str
    key: str
    old: DayTime | None
    new: DayTime | None


@dataclass(frozen=True)
class Translated:
    """A block whose English is to be looked at, and the ``file`` where that is written."""

    chapter: RecordedChapter
    block: Block
    file: str


@dataclass(frozen=True)
class Proposal:
    """All that is known of a change; None is what cannot be told while files have errors.

    ``older``: the English became older than its Japanese, or is missing, since this change.
    ``renewed``: both languages are changed, or new. ``confirmed``: the English was recorded as up to
    date, though it is as it was before its Japanese changed. ``entry`` declares what is not declared
    yet.
    """

    base: str
    files: tuple[str, ...]
    pages: tuple[TouchedPage, ...] | None
    edition: NewEdition | None
    rows: tuple[Row, ...] | None
    older: tuple[Translated, ...] | None
    renewed: tuple[Translated, ...] | None
    confirmed: tuple[Translated, ...] | None
    undeclared: int
    entry: str | None
    dates: tuple[TouchedDate, ...] | None
    overdue: tuple[Reviewed, ...]
    today: date
    problems: Problems


def proposal(root: Path, base: str, language: Language, today: date) -> Proposal:
    """The present state against ``base``, a branch or a commit. Raises `git.GitError`."""
    commit = git.common(root, base)
    files = git.changed(root, commit)
    now = _read(root)
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder)
        git.export(root, commit, ("data", "docs", "editions"), old)
        before = _read(old)
        dates = _dates(old, root, files, language)
        confirmed = tuple(_confirmed(old, now)) if now else None
    record = now.composition.record if now else None
    old_record = before.composition.record if before else None
    rows = compare(old_record, record).changed if old_record and record else None
    count, entry = (
        revisions.undeclared(now.strategy, record, today) if now and record else (0, None)
    )
    reviewed = pages.reviewed(now.pages, language) if now else []
    return Proposal(
        base=base,
        files=tuple(files),
        pages=tuple(_pages(now, files, language)) if now else None,
        edition=_edition(before, now, files) if before and now else None,
        rows=rows,
        older=tuple(_older(old_record, now)) if now else None,
        renewed=tuple(_renewed(rows, now)) if now and rows is not None else None,
        confirmed=confirmed,
        undeclared=count,
        entry=entry,
        dates=dates,
        overdue=tuple(page for page in reviewed if page.review.overdue(today)),
        today=today,
        problems=everything.findings(root),
    )


def _read(root: Path) -> Checked | None:
    try:
        return everything.checked(root, gate=False)
    except InvalidStrategy:
        return None


def _pages(now: Checked, files: list[str], language: Language) -> Iterator[TouchedPage]:
    """The pages whose own files or data change, in the order of their names."""
    data = [(match["name"], file) for file in files if (match := _DATA.fullmatch(file))]
    for name, pair in now.pages.items():
        own = [f for f in files if (match := _PAGE.fullmatch(f)) and match["name"] == name]
        shown = {n for m in pair["ja"].markers for n in SECTIONS[m.name].data}
        touched = (*own, *(file for stem, file in data if stem in shown))
        if touched:
            yield TouchedPage(pair[language].headings[0].text, name, touched)


def _edition(before: Checked, now: Checked, files: list[str]) -> NewEdition | None:
    """The edition in force, if that was another one, or if its text was not held."""
    was, edition = before.strategy.editions.in_force, now.strategy.editions.in_force
    if edition is None or not edition.record or (was and was.record and was.id == edition.id):
        return None
    return NewEdition(edition, tuple(file for file in files if _EDITIONS.fullmatch(file)))


def _older(before: Record | None, now: Checked) -> Iterator[Translated]:
    def key(block: Block) -> tuple[str, str, str]:
        return block.translation, fingerprint(block.ja.text), fingerprint(block.en.text)

    known = {
        key(block) for chapter in (before.chapters if before else ()) for block in chapter.blocks
    }
    for chapter in now.composition.record.chapters:
        for block in chapter.blocks:
            if block.translation != "confirmed" and key(block) not in known:
                yield _translated(chapter, block, now)


def _renewed(rows: tuple[Row, ...], now: Checked) -> Iterator[Translated]:
    """The blocks of which both languages are changed or new, so that the English is up to date."""
    for row in rows:
        if row.new and row.change in ("changed", "added"):
            block = row.new.block
            same = row.old and fingerprint(row.old.block.en.text) == fingerprint(block.en.text)
            if block.translation == "confirmed" and not same:
                yield _translated(row.new.chapter, block, now)


def _confirmed(old: Path, now: Checked) -> Iterator[Translated]:
    """The blocks whose English would be older, had it not been confirmed since ``old``."""
    for chapter in now.composition.record.chapters:
        before = _read_confirmed(old, chapter.id)
        declared = translations.declared(now.strategy.revisions.declared(chapter.number))
        for block in chapter.blocks:
            marks = fingerprint(block.en.text), fingerprint(block.ja.text)
            if block.translation == "confirmed" and translations.is_older(*marks, before, declared):
                yield _translated(chapter, block, now)


def _read_confirmed(root: Path, page: str) -> translations.Confirmed:
    """What was confirmed for a page; nothing if that is damaged, which the check reports."""
    try:
        return translations.read(root, page)
    except (ValueError, KeyError, TypeError):
        return frozenset()


def _translated(chapter: RecordedChapter, block: Block, now: Checked) -> Translated:
    data = now.ids.get(block.item)
    return Translated(chapter, block, data.file if data else f"docs/{chapter.id}.en.md")


def _dates(
    old: Path, new: Path, files: list[str], language: Language
) -> tuple[TouchedDate, ...] | None:
    """Every date in the files of consultations that is not what it was; None if one is no YAML."""
    found: list[TouchedDate] = []
    for file in files:
        if _CONSULTATIONS.fullmatch(file):
            nodes = [_node(root, file) for root in (old, new)]
            if None in nodes:
                return None
            before, after = (list(_walk(node, Item("", {}), "")) for node in nodes if node)
            was, now = (
                {(item.id, key): moment for item, key, moment in found} for found in (before, after)
            )
            items = {item.id: item for item, _, _ in (*before, *after)}
            for ident, key in dict.fromkeys([*was, *now]):
                moments = was.get((ident, key)), now.get((ident, key))
                if moments[0] != moments[1]:
                    name = items[ident].name.get(language, ident)
                    found.append(TouchedDate(file, name, key, *moments))
    return tuple(found)


def _node(root: Path, file: str) -> Node | None:
    """What a file holds; nothing where there is none yet, or no more, and None if it is no YAML."""
    if not (root / file).exists():
        return Mapping({}, {}, Location(file))
    text = read_text(root / file, root, Problems())
    return None if text is None else parse_yaml(text, file, Problems())


class Item(NamedTuple):
    """What a date belongs to: its id, and what it is called in each language, if anything."""

    id: str
    name: dict[str, str]


def _walk(node: Node, item: Item, key: str) -> Iterator[tuple[Item, str, DayTime]]:
    """Each day, or time of a day, with what it belongs to and its key, wherever a file has one."""
    if isinstance(node, Scalar):
        try:
            yield item, key, dates.parse_day_time(node.text)
        except Invalid:
            return
    elif isinstance(node, Sequence):
        for number, child in enumerate(node.items, 1):
            yield from _walk(child, item, f"{key} {number}")
    else:
        if isinstance(ident := node.entries.get("id"), Scalar):
            item, key = Item(ident.text, _name(node)), ""
        for name, child in node.entries.items():
            yield from _walk(child, item, f"{key} {name}".strip())


def _name(node: Mapping) -> dict[str, str]:
    """What an item calls itself, by language."""
    name = node.entries.get("subject") or node.entries.get("title")
    entries = name.entries.items() if isinstance(name, Mapping) else ()
    return {language: text.text for language, text in entries if isinstance(text, Scalar)}
