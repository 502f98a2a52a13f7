"""A proposed change (変更案): what it touches, for those who decide on it.

It is the present state of the project against the commit from which it went apart from a branch.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from strategy import calendar, check, git, pages, revisions
from strategy.calendar import Moment
from strategy.check import Checked
from strategy.compare.comparison import Row, compare
from strategy.problems import Invalid, InvalidStrategy, Language, Problems
from strategy.record import Block, Record, RecordedChapter, fingerprint
from strategy.review import Reviewed
from strategy.sections import SECTIONS
from strategy.source import Mapping, Node, Scalar, Sequence, read_text
from strategy.yaml_nodes import parse_yaml

_PAGE = re.compile(r"docs/(?P<name>.+?)(?P<english>\.en)?\.md")
_DATA = re.compile(r"data/(?P<name>[\w-]+)(?:/[\w-]+)?\.yml")
_CONSULTATIONS = re.compile(r"data/consultations(?:/.*)?\.yml")


@dataclass(frozen=True)
class TouchedPage:
    """A page that changes: its title, and the files that make it so."""

    title: str
    name: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class TouchedDate:
    """A date of a consultation before and after; None where there is none."""

    file: str
    item: str
    key: str
    old: Moment | None
    new: Moment | None


@dataclass(frozen=True)
class Older:
    """A block whose English is older than its Japanese, or missing, since this change.

    ``file`` is where that English is written.
    """

    chapter: RecordedChapter
    block: Block
    file: str


@dataclass(frozen=True)
class Proposal:
    """All that is known of a change. ``rows`` is None where either side cannot be read."""

    base: str
    files: tuple[str, ...]
    pages: tuple[TouchedPage, ...]
    rows: tuple[Row, ...] | None
    older: tuple[Older, ...]
    undeclared: int
    entry: str
    dates: tuple[TouchedDate, ...]
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
        dates = tuple(_dates(old, root, files))
    record = now.composition.record if now else None
    old_record = before.composition.record if before else None
    count, entry = revisions.undeclared(now.strategy, record, today) if now and record else (0, "")
    reviewed = pages.reviewed(now.pages, language) if now else []
    return Proposal(
        base=base,
        files=tuple(files),
        pages=tuple(_pages(now, files, language)) if now else (),
        rows=compare(old_record, record).changed if old_record and record else None,
        older=tuple(_older(old_record, now)) if now else (),
        undeclared=count,
        entry=entry,
        dates=dates,
        overdue=tuple(page for page in reviewed if page.review.overdue(today)),
        today=today,
        problems=check.findings(root),
    )


def _read(root: Path) -> Checked | None:
    try:
        return check.checked(root, gate=False)
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


def _older(before: Record | None, now: Checked) -> Iterator[Older]:
    def key(block: Block) -> tuple[str, str, str]:
        return block.translation, fingerprint(block.ja.text), fingerprint(block.en.text)

    known = {
        key(block) for chapter in (before.chapters if before else ()) for block in chapter.blocks
    }
    for chapter in now.composition.record.chapters:
        for block in chapter.blocks:
            if block.translation != "confirmed" and key(block) not in known:
                data = now.ids.get(block.id)
                yield Older(chapter, block, data.file if data else f"docs/{chapter.id}.en.md")


def _dates(old: Path, new: Path, files: list[str]) -> Iterator[TouchedDate]:
    """Every date in the files of consultations that is not what it was."""
    for file in files:
        if _CONSULTATIONS.fullmatch(file):
            before, after = (_dates_in(root, file) for root in (old, new))
            for item, key in dict.fromkeys([*before, *after]):
                was, is_now = before.get((item, key)), after.get((item, key))
                if was != is_now:
                    yield TouchedDate(file, item, key, was, is_now)


def _dates_in(root: Path, file: str) -> dict[tuple[str, str], Moment]:
    """(Id of the item, key) → date, wherever a file has one."""
    text = read_text(root / file, root, Problems()) if (root / file).exists() else None
    node = parse_yaml(text, file, Problems()) if text is not None else None
    return dict(_walk(node, "", "")) if node is not None else {}


def _walk(node: Node, item: str, key: str) -> Iterator[tuple[tuple[str, str], Moment]]:
    if isinstance(node, Scalar):
        try:
            yield (item, key), calendar.parse_moment(node.text)
        except Invalid:
            return
    elif isinstance(node, Sequence):
        for number, child in enumerate(node.items, 1):
            yield from _walk(child, item, f"{key} {number}")
    else:
        yield from _walk_mapping(node, item, key)


def _walk_mapping(node: Mapping, item: str, key: str) -> Iterator[tuple[tuple[str, str], Moment]]:
    ident = node.entries.get("id")
    if isinstance(ident, Scalar):
        item, key = ident.text, ""
    for name, child in node.entries.items():
        yield from _walk(child, item, f"{key} {name}".strip())
