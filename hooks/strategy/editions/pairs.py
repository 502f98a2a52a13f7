"""Which editions are compared when the site is built; any other two are in the reader's browser."""

from collections.abc import Iterator
from typing import NamedTuple

from strategy.languages.say import Language
from strategy.model import Edition, Strategy, addresses


class Pair(NamedTuple):
    """Two texts; ``new`` is None for the present one, and ``is_next`` if nothing lies between."""

    old: Edition
    new: Edition | None
    is_next: bool

    def address(self, language: Language) -> str:
        """Where their comparison is, or was."""
        until = "" if self.new is None or self.is_next else self.new.id
        return addresses.changes(self.old.id, language, until)


def built(strategy: Strategy) -> tuple[Pair, ...]:
    """Each edition with the next one, or with the text now; with the one in force; and with the
    drafts that were made of it. So their number grows as that of the editions does."""
    return tuple(pair for pair in _all(strategy) if _is_built(pair, strategy))


def left(strategy: Strategy) -> tuple[Pair, ...]:
    """All others. One of them may have been `built`, when its later edition was in force."""
    return tuple(pair for pair in _all(strategy) if not _is_built(pair, strategy))


def _is_built(pair: Pair, strategy: Strategy) -> bool:
    old, new, is_next = pair
    if new is None or is_next or new is strategy.editions.in_force:
        return True
    call = strategy.consultations.of_draft(new.id)
    return call is not None and call.base == old.id


def _all(strategy: Strategy) -> Iterator[Pair]:
    held = strategy.editions.held
    for position, edition in enumerate(held):
        successor = strategy.editions.successor(edition)
        if successor is None and edition.facts.status != "in_consultation":
            yield Pair(edition, None, is_next=True)
        for later in held[:position]:
            yield Pair(edition, later, is_next=later is successor)
