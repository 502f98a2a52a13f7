"""Which English block translates which Japanese one, and which is older than its Japanese.

What was confirmed as a translation stands beside the pages, in ``docs/.translations/<page>.json``:
pairs of fingerprints, written by ``strategy translated <page>`` and by nobody's hand. What was
changed since is declared in ``data/revisions.yml``, each line with the fingerprints of both
languages. English is older if it is known to have been written for another Japanese text; English
that nobody has seen before was written for the Japanese beside it.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from strategy.model import DeclaredChange
from strategy.record import Block, Kind, RecordedChapter, fingerprint

FOLDER = Path("docs", ".translations")


class PairedBlock(NamedTuple):
    """A block as far as pairing looks at it; ``mark`` is its fingerprint."""

    kind: Kind
    section: str
    id: str
    mark: str


Confirmed = frozenset[tuple[str, str]]
"""Pairs of fingerprints, (English, Japanese), that were confirmed as translations."""

Declared = Mapping[str, str]
"""Fingerprint of an English text → that of the Japanese beside it when it was first declared."""


def read(root: Path, page: str) -> Confirmed:
    """What was confirmed for a page; nothing if there is no file. Raises ValueError if it is damaged."""
    path = root / FOLDER / f"{page}.json"
    if not path.exists():
        return frozenset()
    pairs = json.loads(path.read_text(encoding="utf-8"))
    return frozenset((pair["en"], pair["ja"]) for pair in pairs)


def write(root: Path, page: str, pairs: Sequence[tuple[str, str]]) -> None:
    """Record (English, Japanese) fingerprints as confirmed, in the order of the page."""
    path = root / FOLDER / f"{page}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps({"en": en, "ja": ja}) for en, ja in pairs)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8", newline="\n")


def citation(chapter: RecordedChapter, block: Block) -> str:
    """What a block is called here: its number, or its section where it has none (``3#vision``)."""
    return chapter.cite(block) or f"{chapter.number}#{block.section or 'top'}"


def declared(changes: Iterable[DeclaredChange]) -> Declared:
    """What declared changes, the oldest first, tell of the pairs of their time."""
    found: dict[str, str] = {}
    for change in changes:
        if change.other:
            pair = (change.mark, change.other)
            en, ja = pair if change.kind == "translation" else reversed(pair)
            found.setdefault(en, ja)
    return found


def is_older(en: str, ja: str, confirmed: Confirmed, declared: Declared) -> bool:
    """Whether the Japanese was changed after the English was written for it; both by fingerprint."""
    if (en, ja) in confirmed:
        return False
    was_confirmed = any(english == en for english, _ in confirmed)
    return was_confirmed or declared.get(en, ja) != ja


def confirm(root: Path, chapter: RecordedChapter, cited: Collection[str] = ()) -> list[str]:
    """Record that the English of a chapter, or of what is ``cited`` of it, translates the Japanese.

    Returns the citations of the newly recorded blocks; without one, nothing is written. What was
    confirmed before and still stands in the text is kept; the rest is dropped. Raises ValueError if
    the file is damaged.
    """
    before = read(root, chapter.id)
    pairs, newly = [], []
    for block in chapter.blocks:
        if block.translation == "missing":
            continue
        en, ja = fingerprint(block.en.text), fingerprint(block.ja.text)
        if (en, ja) not in before and (not cited or citation(chapter, block) in cited):
            pairs.append((en, ja))
            newly.append(citation(chapter, block))
        else:
            pairs += [pair for pair in sorted(before) if pair[0] == en]
    if newly:
        write(root, chapter.id, list(dict.fromkeys(pairs)))
    return newly


def pair(
    japanese: Sequence[PairedBlock], english: Sequence[PairedBlock], confirmed: Confirmed
) -> list[int | None]:
    """For each English block the index of its Japanese one, or None where there is none.

    Items from data pair by id, and what was confirmed pairs again; the rest pair in order, kind by
    kind, between those.
    """
    found: list[int | None] = [None] * len(english)
    taken: set[int] = set()

    def take(there: int, here: int) -> None:
        found[there] = here
        taken.add(here)

    by_id = {(block.id, block.section): index for index, block in enumerate(japanese) if block.id}
    known: dict[str, set[str]] = {}
    for en, ja in confirmed:
        known.setdefault(en, set()).add(ja)
    for there, block in enumerate(english):
        if block.id and (block.id, block.section) in by_id:
            take(there, by_id[block.id, block.section])
    for there, block in enumerate(english):
        if found[there] is None:
            for here, other in enumerate(japanese):
                fits = other.section == block.section and other.mark in known.get(block.mark, ())
                if fits and here not in taken:
                    take(there, here)
                    break
    for there, block in enumerate(english):
        if found[there] is None:
            before = max((index for index in found[:there] if index is not None), default=-1)
            after = next((index for index in found[there:] if index is not None), len(japanese))
            for here in range(before + 1, after):
                other = japanese[here]
                if here not in taken and (other.kind, other.section) == (block.kind, block.section):
                    take(there, here)
                    break
    return found
