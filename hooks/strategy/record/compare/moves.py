"""What was moved, told apart from what has another place because something else moved.

If one item of ten goes to the front, all ten have new places, but a reader saw one move: the
others kept their order. So the longest run of items that are still in order stayed, and the rest
moved. Where two items changed places that run must leave out one of them, which one is chance;
a reader saw both, so both moved.
"""

from collections.abc import Sequence


def staying(places: Sequence[int]) -> set[int]:
    """The longest increasing run in ``places``, as indexes; the values must differ.

    Among runs of the same length the one with the most items that kept their rank: if the outer
    two of three items are swapped, the middle one stayed. O(n log n), with a Fenwick tree over the
    ranks that holds the best run that ends at or below each.
    """
    ranks = _ranks(places)
    size = len(ranks)
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    before: list[int] = []
    for index, rank in enumerate(ranks):
        top, at = (0, -1), rank
        while at:
            top = max(top, best[at])
            at &= at - 1
        before.append(top[1])
        run = (top[0] + size + 1 + (rank == index), index)
        at = rank + 1
        while at <= size:
            best[at] = max(best[at], run)
            at += at & -at
    last = max((best[at] for at in range(size + 1)), default=(0, -1))[1]
    kept = set()
    while last >= 0:
        kept.add(last)
        last = before[last]
    return kept


def moved(places: Sequence[int]) -> set[int]:
    """The indexes of what moved: what did not stay, and the partner of what was swapped."""
    ranks = _ranks(places)
    gone = set(range(len(ranks))) - staying(places)
    return gone | {ranks[index] for index in gone if ranks[ranks[index]] == index}


def _ranks(places: Sequence[int]) -> list[int]:
    ranks = [0] * len(places)
    for rank, index in enumerate(sorted(range(len(places)), key=places.__getitem__)):
        ranks[index] = rank
    return ranks
