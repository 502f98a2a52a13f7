"""Two records as rows, old and new side by side: the 新旧対照表 before it has a form."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from strategy.languages.say import Language, Say
from strategy.record import Record, fingerprint
from strategy.record.compare.align import align
from strategy.record.compare.chapters import pair_chapters
from strategy.record.compare.pairs import Cited
from strategy.record.compare.wording import Piece, changes

Change = Literal["unchanged", "changed", "translation", "added", "deleted", "moved", "renumbered"]
"""``translation``: only the English differs. ``renumbered``: only the number does, because of what
was added, deleted or moved elsewhere."""

NAMES: dict[Change, Say] = {
    "unchanged": Say("変更なし", "Unchanged"),
    "changed": Say("変更", "Changed"),
    "translation": Say("訳文のみの変更", "Translation only"),
    "added": Say("追加", "Added"),
    "deleted": Say("削除", "Deleted"),
    "moved": Say("移動", "Moved"),
    "renumbered": Say("番号のみの変更", "Number only"),
}
"""What the kinds of change are called for readers."""
COLUMNS: dict[Language, tuple[str, ...]] = {
    "ja": ("種類", "改正後", "改正前", "理由"),
    "en": ("Kind", "New", "Old", "Reason"),
}
"""The columns of the table on a page and on paper."""
HEADING = Say("見出し", "Heading")
"""What stands for the number of a heading, which has none."""
AND_MOVED = Say("{}・移動", "{}, moved")
"""What a change is called whose block was moved, too."""


@dataclass(frozen=True)
class Row:
    """A block in both records, or in the one that has it.

    ``moved`` tells a move also where the text changed too, and ``change`` is not ``moved``.
    ``chapter`` is the id of the chapter that the row belongs to: for what was deleted that is
    what became of its chapter, or the old chapter if that is gone.
    """

    change: Change
    moved: bool
    chapter: str
    old: Cited | None
    new: Cited | None

    def name(self, language: Language) -> str:
        """What the change is called: 変更・移動."""
        name = NAMES[self.change][language]
        also_moved = self.moved and self.change != "moved"
        return AND_MOVED[language].format(name) if also_moved else name

    @property
    def is_change(self) -> bool:
        """Whether the row says something new; a number that follows from another change does not."""
        return self.change not in ("unchanged", "renumbered")

    def shown(self, language: Language) -> Language:
        """The language in which the row differs, where that is only one; else ``language``."""
        if self.change == "translation":
            return "en"
        if self.change == "changed" and self.old and self.new:
            return "ja" if self.old.block.en.text == self.new.block.en.text else language
        return language

    def pieces(self, language: Language) -> tuple[Piece, ...]:
        """The texts in ``language``, word by word; as now where only white space differs."""
        if self.old is None or self.new is None:
            cited = self.old or self.new
            text = cited.block.written(language).text if cited else ""
            return (Piece("deleted" if self.old else "inserted", text),) if text else ()
        old, new = self.old.block.written(language).text, self.new.block.written(language).text
        if _same(old, new):
            return (Piece("same", new),) if new else ()
        return changes(old, new, language)


@dataclass(frozen=True)
class Comparison:
    """All rows in the order of the new text; what was deleted is where it was."""

    rows: tuple[Row, ...]

    @cached_property
    def changed(self) -> tuple[Row, ...]:
        """The rows that say something new."""
        return tuple(row for row in self.rows if row.is_change)

    def by_chapter(self) -> dict[str, tuple[Row, ...]]:
        """The rows by the id of their chapter, in the order of the new text."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            found[row.chapter].append(row)
        return {chapter: tuple(rows) for chapter, rows in found.items()}


def compare(old: Record, new: Record) -> Comparison:
    """What became of each block. White space and mark-up alone are no change."""
    chapters = pair_chapters(old, new)
    rows: dict[_Key, Row] = {}
    steady: dict[_Key, _Key] = {}
    deleted: dict[_Key, Row] = {}
    for pair in align(old, new):
        row = _row(pair.old, pair.new, pair.moved, chapters)
        if pair.new:
            rows[_key(pair.new)] = row
            if pair.old and not pair.moved:
                steady[_key(pair.old)] = _key(pair.new)
        elif pair.old:
            deleted[_key(pair.old)] = row
    after = _after(old, chapters, steady, deleted)
    found = after.pop(_START, [])
    for chapter in new.chapters:
        found += after.pop((chapter.id, -1), [])
        for index in range(len(chapter.blocks)):
            found += [rows[chapter.id, index], *after.pop((chapter.id, index), [])]
        found += after.pop((chapter.id, _END), [])
    return Comparison(tuple(found))


_Key = tuple[str, int]
_START: _Key = ("", -1)
_END = -2


def _key(cited: Cited) -> _Key:
    return cited.chapter.id, cited.index


def _row(old: Cited | None, new: Cited | None, moved: bool, chapters: dict[str, str]) -> Row:
    if new is None:
        ident = old.chapter.id if old else ""
        return Row("deleted", False, chapters.get(ident, ident), old, None)
    if old is None:
        return Row("added", False, new.chapter.id, None, new)
    change: Change = "unchanged"
    if not _same(old.block.ja.text, new.block.ja.text):
        change = "changed"
    elif not _same(old.block.en.text, new.block.en.text):
        change = "translation"
    elif moved:
        change = "moved"
    elif old.number != new.number:
        change = "renumbered"
    return Row(change, moved, new.chapter.id, old, new)


def _same(one: str, other: str) -> bool:
    return one == other or fingerprint(one) == fingerprint(other)


def _after(
    old: Record, chapters: dict[str, str], steady: dict[_Key, _Key], deleted: dict[_Key, Row]
) -> dict[_Key, list[Row]]:
    """What was deleted, by the block in the new text that it stood after.

    That is the nearest one before it that did not move; else the beginning of the chapter, or the
    end of the chapter before if its own is gone.
    """
    found: dict[_Key, list[Row]] = defaultdict(list)
    end = _START
    for chapter in old.chapters:
        here = chapters.get(chapter.id)
        place = (here, -1) if here else end
        for index in range(len(chapter.blocks)):
            key = (chapter.id, index)
            if key in deleted:
                found[place].append(deleted[key])
            elif here and key in steady and steady[key][0] == here:
                place = steady[key]
        end = (here, _END) if here else end
    return found
