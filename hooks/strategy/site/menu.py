"""The menu of a page: the navigation as it is seen from there.

Of a section only the pages are shown among which the reader is; the others are one link each, so
that a menu stays short however many pages there are.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from strategy.site.targets import relative


class Entry(NamedTuple):
    """A page of the navigation or, with ``pages``, a section, whose address is that of its first page."""

    title: str
    address: str
    pages: tuple[Entry, ...] = ()


class Item(NamedTuple):
    """An entry as a page shows it, with the items below it if the reader is there."""

    title: str
    address: str
    is_current: bool
    items: tuple[Item, ...] = ()


@dataclass
class Menu:
    """The navigation of a site in one language."""

    entries: Sequence[Entry]
    _sections: dict[Entry, frozenset[str]] = field(default_factory=dict)
    _seen: dict[str, dict[str, str]] = field(default_factory=dict)

    def seen_from(self, address: str) -> tuple[Item, ...]:
        """The menu of the page at an address, with addresses from there."""
        # Pages in one folder see the others at the same addresses.
        folder = posixpath.dirname(address)
        seen = self._seen.setdefault(folder, {})

        def item(entry: Entry) -> Item:
            if entry.address not in seen:
                seen[entry.address] = (
                    relative(entry.address, address)
                    if entry.address
                    else relative("./", address).removesuffix("/")
                )
            is_open = bool(entry.pages) and address in self._inside(entry)
            items = tuple(map(item, entry.pages)) if is_open else ()
            is_current = entry.address == address and not entry.pages
            return Item(entry.title, seen[entry.address], is_current, items)

        return tuple(map(item, self.entries))

    def _inside(self, entry: Entry) -> frozenset[str]:
        """The addresses of all pages of a section."""
        if entry not in self._sections:
            self._sections[entry] = frozenset(each.address for each in _all(entry.pages))
        return self._sections[entry]

    def from_anywhere(self) -> tuple[Item, ...]:
        """The menu of a page that stands at any address, with addresses from the site's root."""
        return tuple(Item(entry.title, entry.address, False) for entry in self.entries)


def _all(entries: Sequence[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _all(entry.pages)
