"""How much two Japanese texts have in common, and which of many texts are worth a look.

A text is the set of its pairs of neighbouring characters (bigrams). Japanese has no spaces, and
bigrams need no dictionary; particles, which every sentence shares, weigh less in them than in
words. Full and half width and white space do not count.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

Grams = frozenset[str]

# What is looked at for one text, however many texts there are: this keeps the search linear.
MOST_ENTRIES, MOST_CANDIDATES = 400, 8


def grams(text: str, size: int = 2) -> Grams:
    """The runs of ``size`` characters in a text; the text itself where it is shorter."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    found = frozenset(plain[start : start + size] for start in range(len(plain) - size + 1))
    return found or frozenset({plain})


def overlap(one: Grams, other: Grams) -> float:
    """The share that two texts have in common, from 0 to 1 (Sørensen–Dice)."""
    return 2 * len(one & other) / (len(one) + len(other))


def candidates(old: Mapping[int, Grams], new: Mapping[int, Grams]) -> Iterator[tuple[int, int]]:
    """Pairs of keys of texts that share something rare.

    The rarest bigrams tell texts apart best, so an index is read from them on. What is common
    (ます, こと) is left out as soon as enough was read: it tells nothing, and makes most of the
    work.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for key, found in new.items():
        for gram in found:
            holders[gram].append(key)
    for key, found in old.items():
        votes: Counter[int] = Counter()
        left = MOST_ENTRIES
        # The gram itself makes the order the same in every run: sets of strings have none.
        for gram in sorted(found & holders.keys(), key=lambda gram: (len(holders[gram]), gram)):
            left -= len(holders[gram])
            if left < 0:
                break
            votes.update(holders[gram])
        for near, _count in votes.most_common(MOST_CANDIDATES):
            yield key, near
