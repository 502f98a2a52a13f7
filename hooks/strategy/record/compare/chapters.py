"""Which chapter of the new record is which of the old."""

import re

from strategy.record import Record, RecordedChapter, fingerprint
from strategy.record.compare.similar import Grams, grams, overlap

# Chapters are long, and share most of their bigrams whatever they are about; runs of five
# characters they share only where a phrase is the same. Measured on the six chapters of the
# strategy: at most 0.12 between two of them, 0.02 in the middle.
RUN = 5
ALIKE = 0.3
TITLES_ALIKE = 0.5


def pair_chapters(old: Record, new: Record) -> dict[str, str]:
    """The id of each old chapter that is still there → its id in the new record.

    By id; what is left by title without its number, then by what it says or by a similar title.
    Where several are alike, the same number decides.
    """
    known = {chapter.id for chapter in new.chapters}
    pairs = {chapter.id: chapter.id for chapter in old.chapters if chapter.id in known}
    old_left = [_Look(chapter) for chapter in old.chapters if chapter.id not in pairs]
    new_left = [_Look(chapter) for chapter in new.chapters if chapter.id not in pairs]
    rated = sorted(
        (
            (_rate(one, other), -abs(one.number - other.number), -one.number, one.id, other.id)
            for one in old_left
            for other in new_left
        ),
        reverse=True,
    )
    taken: set[str] = set()
    for rate, *_order, one_id, other_id in rated:
        if rate and one_id not in pairs and other_id not in taken:
            pairs[one_id] = other_id
            taken.add(other_id)
    return pairs


class _Look:
    """What a chapter is known by, apart from its id."""

    def __init__(self, chapter: RecordedChapter) -> None:
        title = re.sub(r"^第?\d+[.．章]?\s*", "", chapter.title["ja"])
        self.id, self.number = chapter.id, chapter.number
        self.title, self.words = fingerprint(title), grams(title)
        self.content: Grams = grams("".join(block.ja.text for block in chapter.blocks), RUN)


def _rate(one: _Look, other: _Look) -> float:
    """How likely two chapters are the same; 0 where they are not."""
    if one.title == other.title:
        return 3
    content, title = overlap(one.content, other.content), overlap(one.words, other.words)
    return content + title if content >= ALIKE or title >= TITLES_ALIKE else 0
