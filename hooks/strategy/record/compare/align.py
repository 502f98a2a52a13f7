"""Which block of the new record is which of the old.

Certain signs come first: a stable id, then the same text, nearest place first; what is left is
paired by what it says. Headings go before the rest, because they tell which section is which.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator
from typing import NamedTuple

from strategy.record import Record
from strategy.record.compare.pairs import Cited, Gap, Places, Section, Side
from strategy.record.compare.similar import candidates, grams, overlap

# Measured on the 315 texts of the strategy and of its site (49,455 pairs): half of all pairs share
# no bigram at all, 99 % share less than 0.23, and the 106 pairs from 0.5 on all say nearly the same
# (an event with another number, a term and its long form). In tests/golden/compare what was edited
# shares 0.55 or more with what it was, and a sentence of which half the words are new 0.45.
ALIKE = 0.5
# Between the same neighbours the place speaks for a pair, too.
ALIKE_IN_PLACE = 0.35
# A text in its place, or in its chapter, goes before one elsewhere that is a little closer.
IN_PLACE, IN_CHAPTER = 0.2, 0.1
# 「目的」in one chapter is not 「目的」in another; a sentence is.
LONG_ENOUGH = 6
# How far to look around the same rank in a run of many new texts.
REACH = 8

Key = Callable[[Side, int], Hashable]
"""What the blocks of both records are paired by. None pairs nothing."""


class Pair(NamedTuple):
    """A block of the old record and what it is in the new; one of them may be missing."""

    old: Cited | None
    new: Cited | None
    moved: bool


def align(old: Record, new: Record) -> tuple[Pair, ...]:
    """All blocks of both records, each once: in the order of the new, then those that are gone."""
    places = Places(old, new)
    _pair_headings(places)
    _pair_texts(places)
    _pair_headings_by_section(places)
    moved = places.moved()
    back = {there: here for here, there in places.pairs.items()}
    found: list[Pair] = []
    for there, cited in enumerate(places.new.cited):
        here = back.get(there)
        before = None if here is None else places.old.cited[here]
        found.append(Pair(before, cited, here in moved))
    gone = (cited for here, cited in enumerate(places.old.cited) if here not in places.pairs)
    return (*found, *(Pair(cited, None, False) for cited in gone))


def _pair_headings(places: Places) -> None:
    """By id within the chapter, by text within the chapter, by both anywhere, by similarity."""

    def ident(side: Side, place: int) -> Hashable:
        if not side.opens_section(place) and not side.blocks[place].id:
            return None
        return places.chapter(side, place), side.blocks[place].id

    def ident_and_text(side: Side, place: int) -> Hashable:
        ident = side.blocks[place].id
        return (ident, side.texts[place]) if ident else None

    def match(key: Key) -> None:
        _match(places, key, headings=True)

    match(ident)
    match(lambda side, place: (places.chapter(side, place), side.texts[place]))
    match(ident_and_text)
    match(_long_text)
    _match_similar(places, headings=True)
    places.pair_sections()


def _pair_texts(places: Places) -> None:
    """By stable id, by text, by being the only part of an item, by similarity."""

    def match(key: Key, *, unique: bool = False) -> None:
        def within_kind(side: Side, place: int) -> Hashable:
            found = key(side, place)
            head = side.blocks[place].kind == "head"
            return None if found is None else (head, found)

        _match(places, within_kind, headings=False, unique=unique)

    def in_chapter(side: Side, place: int, key: Hashable) -> Hashable:
        chapter = places.chapter(side, place)
        return None if chapter is None or key is None else (chapter, key)

    def in_section(side: Side, place: int) -> Hashable:
        section = places.section(side, place)
        return None if section is None else (section, side.texts[place])

    match(lambda side, place: in_chapter(side, place, _item_id(side, place)))
    match(_item_id)
    match(in_section, unique=True)
    # The same text several times in a section (not recorded, ○) goes by its neighbours.
    old_gaps, new_gaps = places.gaps()

    def in_gap(side: Side, place: int) -> Hashable:
        gap = (old_gaps if side is places.old else new_gaps)[place]
        return None if gap is None else (gap, side.texts[place])

    match(in_gap)
    match(in_section)
    match(lambda side, place: in_chapter(side, place, side.texts[place]))
    match(_long_text)
    match(_only_part(places))
    _match_similar(places, headings=False)


def _item_id(side: Side, place: int) -> Hashable:
    """The stable id; not one that was counted (``value.1/2``), for that shifts when one is added."""
    ident = side.blocks[place].id
    return ident if ident and "/" not in ident else None


def _only_part(places: Places) -> Key:
    """The id of the item that a block is the only counted part of, as a definition of its term."""
    counts = {
        side: Counter(block.id.partition("/")[0] for block in side.blocks if "/" in block.id)
        for side in (places.old, places.new)
    }

    def key(side: Side, place: int) -> Hashable:
        item, counted, _number = side.blocks[place].id.partition("/")
        return item if counted and counts[side][item] == 1 else None

    return key


def _long_text(side: Side, place: int) -> Hashable:
    long = len(side.blocks[place].ja.text) >= LONG_ENOUGH
    return side.texts[place] if long else None


def _match(places: Places, key: Key, *, headings: bool, unique: bool = False) -> None:
    """Pair what has the same key, in order; if ``unique`` only where it stands once on each side."""
    there_by_key = _by_key(key, places.new, places.free(places.new, headings=headings))
    here_by_key = _by_key(key, places.old, places.free(places.old, headings=headings))
    for name, here in here_by_key.items():
        there = there_by_key.get(name, [])
        if not unique or len(here) == len(there) == 1:
            for pair in zip(here, there, strict=False):
                places.pair(*pair)


def _by_key(key: Key, side: Side, free: list[int]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place in free:
        if (name := key(side, place)) is not None:
            found[name].append(place)
    return found


def _match_similar(places: Places, *, headings: bool) -> None:
    """Pair what says nearly the same, the closest first."""
    old, new = places.old, places.new
    here = {
        place: grams(old.blocks[place].ja.text) for place in places.free(old, headings=headings)
    }
    there = {
        place: grams(new.blocks[place].ja.text) for place in places.free(new, headings=headings)
    }
    near = dict(_in_same_gap(places, list(here), list(there)))
    rated: list[tuple[float, int, int, int]] = []
    for one, other in {*near, *candidates(here, there)}:
        if (old.blocks[one].kind == "head") != (new.blocks[other].kind == "head"):
            continue
        share = overlap(here[one], there[other])
        if share >= (ALIKE_IN_PLACE if (one, other) in near else ALIKE):
            same_chapter = places.chapter(old, one) == new.chapters[other]
            bonus = IN_PLACE if (one, other) in near else IN_CHAPTER if same_chapter else 0
            rated.append((-share - bonus, near.get((one, other), 0), one, other))
    for _rate, _distance, one, other in sorted(rated):
        if one not in places.pairs and other not in places.taken:
            places.pair(one, other)


def _in_same_gap(
    places: Places, here: list[int], there: list[int]
) -> Iterator[tuple[tuple[int, int], int]]:
    """What stands between the same neighbours, with how far it is from the same rank there."""
    old_gaps, new_gaps = places.gaps()
    waiting: dict[Gap | None, list[int]] = defaultdict(list)
    for place in there:
        waiting[new_gaps[place]].append(place)
    ranks: Counter[Gap | None] = Counter()
    for place in here:
        gap = old_gaps[place]
        if gap is None:
            continue
        rank = ranks[gap]
        ranks[gap] += 1
        first = max(0, rank - REACH)
        for other, found in enumerate(waiting[gap][first : rank + REACH + 1], first):
            yield (place, found), abs(other - rank)


def _pair_headings_by_section(places: Places) -> None:
    """A heading that is new in id and wording is the old one if most of its section is the same."""
    went: dict[Section, Counter[Section]] = defaultdict(Counter)
    for here, there in places.pairs.items():
        went[places.old.sections[here]][places.new.sections[there]] += 1
    sizes = Counter(places.old.sections) | Counter(places.new.sections)
    waiting = {
        places.new.sections[there]: there
        for there in places.free(places.new, headings=True)
        if places.new.opens_section(there)
    }
    for here in places.free(places.old, headings=True):
        section = places.old.sections[here]
        if places.old.opens_section(here) and went[section]:
            target, count = went[section].most_common(1)[0]
            # The headings are in the sizes, but not among what was paired.
            if target in waiting and 2 * count >= max(sizes[section], sizes[target]):
                places.pair(here, waiting.pop(target))
    places.pair_sections()
