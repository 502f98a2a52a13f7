"""Where what a page shows is edited: the data behind it, and the address of its editor."""

from collections.abc import Iterable
from typing import NamedTuple

from strategy.content.page import Marker
from strategy.content.sections import CONTENTS, SECTIONS
from strategy.languages.say import Language
from strategy.model import FOLDERS

# Written by a command (make audit), not by people.
MADE = ("audit",)


class DataFile(NamedTuple):
    """A file of ``data/``, or a folder with a file an item: its path and what it holds, in words."""

    path: str
    name: str


def data_files(markers: Iterable[Marker], language: Language) -> list[DataFile]:
    """The files whose data a page shows, in the order of the page."""
    names = dict.fromkeys(name for marker in markers for name in SECTIONS[marker.name].data)
    return [
        DataFile(f"data/{name}{'' if name in FOLDERS else '.yml'}", CONTENTS[name][language])
        for name in names
        if name not in MADE
    ]


def address(page: str, source: str, path: str) -> str | None:
    """Where the editor of a file opens, or the list of a folder's files, from that of a page.

    ``page`` is the editor's address for ``docs/<source>``; None where it does not end in that.
    """
    base = page.removesuffix(f"docs/{source}")
    if base == page:
        return None
    return f"{base}{path}" if "." in path else f"{base.replace('/edit/', '/tree/')}{path}"
