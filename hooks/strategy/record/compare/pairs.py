"""The blocks of two records by their places, what is paired so far, and what follows from that.

A place is the index of a block in its whole record. Chapters, sections and gaps of the old record
are named as those that they are in the new, so that equal names mean the same place in the text.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from strategy.record import Block, Record, RecordedChapter, fingerprint
from strategy.record.compare import moves
from strategy.record.compare.chapters import pair_chapters

Section = tuple[str, str]
"""A chapter's id and a section's."""
Gap = tuple[str, int]
"""A chapter's id and the place in the new record after which the gap is; -1 for its beginning."""


@dataclass(frozen=True)
class Cited:
    """A block and where it stands: its chapter, and its index there."""

    chapter: RecordedChapter
    index: int

    @property
    def block(self) -> Block:
        """The block itself."""
        return self.chapter.blocks[self.index]

    @property
    def number(self) -> str:
        """``3-12``, or nothing where the block has no number."""
        return self.chapter.cite(self.block)


class Side:
    """One of the two records."""

    def __init__(self, record: Record) -> None:
        self.cited = [
            Cited(chapter, index)
            for chapter in record.chapters
            for index in range(len(chapter.blocks))
        ]
        self.blocks = [cited.block for cited in self.cited]
        self.chapters = [cited.chapter.id for cited in self.cited]
        self.sections: list[Section] = [
            (cited.chapter.id, cited.block.section) for cited in self.cited
        ]

    @cached_property
    def texts(self) -> list[str]:
        """What tells the Japanese texts apart."""
        return [fingerprint(block.ja.text) for block in self.blocks]

    def is_heading(self, place: int) -> bool:
        """Whether a block is a heading; those pair only with each other."""
        return self.blocks[place].kind == "heading"

    def opens_section(self, place: int) -> bool:
        """Whether a block is the heading of its section, or the title of its chapter."""
        block = self.blocks[place]
        own = block.section if block.section else self.cited[place].index == 0
        return block.kind == "heading" and bool(own) and block.id == block.section


class Places:
    """Both records and the pairs: a place in the old → the place in the new."""

    def __init__(self, old: Record, new: Record) -> None:
        self.old, self.new = Side(old), Side(new)
        self.chapters = pair_chapters(old, new)
        self.new_chapters = [chapter.id for chapter in new.chapters]
        self.pairs: dict[int, int] = {}
        self.taken: set[int] = set()
        self._sections: dict[Section, Section] = {}

    def pair(self, here: int, there: int) -> None:
        """Say that a block of the old record is a block of the new."""
        self.pairs[here] = there
        self.taken.add(there)

    def free(self, side: Side, *, headings: bool) -> list[int]:
        """The headings of ``side`` that are in no pair, or everything else that is in none."""
        taken = self.pairs if side is self.old else self.taken
        return [
            place
            for place in range(len(side.blocks))
            if place not in taken and side.is_heading(place) == headings
        ]

    def chapter(self, side: Side, place: int) -> str | None:
        """The chapter of a block, as it is called in the new record."""
        name = side.chapters[place]
        return self.chapters.get(name) if side is self.old else name

    def section(self, side: Side, place: int) -> Section | None:
        """The section of a block, as it is called in the new record."""
        name = side.sections[place]
        return self._sections.get(name) if side is self.old else name

    def pair_sections(self) -> None:
        """Sections go with their headings; those that have none with the same id."""
        self._sections = {
            self.old.sections[here]: self.new.sections[there]
            for here, there in self.pairs.items()
            if self.old.opens_section(here) and self.new.opens_section(there)
        }
        left = set(self.new.sections) - set(self._sections.values())
        for chapter, ident in dict.fromkeys(self.old.sections):
            same = (self.chapters.get(chapter, ""), ident)
            if (chapter, ident) not in self._sections and same in left:
                self._sections[chapter, ident] = same

    def gaps(self) -> tuple[list[Gap | None], list[Gap | None]]:
        """For each block of the old and of the new the gap between paired neighbours it is in."""
        steady: dict[int, int] = {}
        for pairs in self._by_chapter().values():
            kept = moves.staying([there for _here, there in pairs])
            steady |= {pairs[index][0]: pairs[index][1] for index in kept}
        arrivals = {there: there for there in steady.values()}
        return self._gaps(self.old, steady), self._gaps(self.new, arrivals)

    def _gaps(self, side: Side, steady: dict[int, int]) -> list[Gap | None]:
        gaps: list[Gap | None] = []
        chapter, after = None, -1
        for place in range(len(side.blocks)):
            if self.chapter(side, place) != chapter:
                chapter, after = self.chapter(side, place), -1
            after = steady.get(place, after)
            gaps.append((chapter, after) if chapter is not None else None)
        return gaps

    def moved(self) -> set[int]:
        """The places in the old record of what moved.

        That is what is in another section or chapter, and what is not in order with the rest of
        its chapter. If a whole chapter moved its title did: the rest is where it was within it.
        """
        found = set(self.pairs)
        for pairs in self._by_chapter().values():
            gone = moves.moved([there for _here, there in pairs])
            found -= {here for index, (here, _there) in enumerate(pairs) if index not in gone}
        first: dict[str, int] = {}
        for place, name in enumerate(self.old.chapters):
            first.setdefault(name, place)
        chapters = [name for name in first if name in self.chapters]
        gone = moves.moved([self.new_chapters.index(self.chapters[name]) for name in chapters])
        titles = {first[chapters[index]] for index in gone}
        return found | {place for place in titles if self.old.opens_section(place)} & set(
            self.pairs
        )

    def _by_chapter(self) -> dict[str, list[tuple[int, int]]]:
        """By old chapter, the pairs that are in the same chapter and section as they were.

        A section that has no counterpart tells nothing: if only its heading came or went, what is
        below it did not move.
        """
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        counterparts = set(self._sections.values())
        for here, there in sorted(self.pairs.items()):
            section, now = self.section(self.old, here), self.new.sections[there]
            elsewhere = section is not None and section != now and now in counterparts
            if self.chapter(self.old, here) == self.new.chapters[there] and not elsewhere:
                found[self.old.chapters[here]].append((here, there))
        return found
