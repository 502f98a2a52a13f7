"""Source files and located nodes: every key and value knows its file, line and column."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from strategy.problems import KeyPath, Location, Problems, location_of

_CONFLICT = re.compile(r"(<{7}|>{7}|\|{7}) .*|={7}")
NULLS = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True)
class Scalar:
    """A single value as written; ``plain`` if it stood without quotes."""

    text: str
    plain: bool
    location: Location

    def value(self) -> str | None:
        """The text, or None for an empty or null value."""
        return None if self.plain and self.text in NULLS else self.text


@dataclass(frozen=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    location: Location

    def value(self) -> list[object]:
        """The list as plain Python values."""
        return [item.value() for item in self.items]


@dataclass(frozen=True)
class Mapping:
    """Keys with their values, in the order of the file; ``keys`` holds where each key stands."""

    entries: dict[str, Node]
    keys: dict[str, Location]
    location: Location

    def value(self) -> dict[str, object]:
        """The mapping as plain Python values."""
        return {key: node.value() for key, node in self.entries.items()}


Node = Scalar | Sequence | Mapping


def locate(node: Node, path: KeyPath, *, key: bool = False) -> Location:
    """The place of the value at ``path``; the deepest existing one if the path goes further.

    With ``key``, the place of the path's last key instead of its value.
    """
    for step in path[:-1] if key else path:
        child = _child(node, step)
        if child is None:
            return node.location
        node = child
    if key and isinstance(node, Mapping):
        return node.keys.get(str(path[-1]), node.location)
    return node.location


def node_at(node: Node, path: KeyPath) -> Node | None:
    """The node at ``path``, or None."""
    for step in path:
        child = _child(node, step)
        if child is None:
            return None
        node = child
    return node


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.entries.get(str(step))
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def read_text(path: Path, root: Path, problems: Problems) -> str | None:
    """The text of a UTF-8 file inside ``root``; a byte-order mark is dropped.

    Reports ``outside-tree`` for a link that leaves the tree and ``encoding`` for bytes that are
    not UTF-8 (most often Shift_JIS), at the first offending byte, and ``conflict`` for each mark
    that git leaves where two changes met; then returns None.
    """
    name = path.relative_to(root).as_posix()
    if _report_link_outside(path, root, problems):
        return None
    if not path.is_file():
        problems.tell("not-a-file", Location(name))
        return None
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return None if _report_conflicts(text, name, problems) else text
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        shift_jis = b"\0" not in data and _decodes(data, "cp932")
        problems.tell(
            "encoding/shift-jis" if shift_jis else "encoding",
            location_of(before, len(before), name),
        )
        return None


def _report_conflicts(text: str, name: str, problems: Problems) -> bool:
    lines = [n for n, line in enumerate(text.split("\n"), 1) if _CONFLICT.fullmatch(line)]
    for line in lines:
        problems.tell("conflict", Location(name, line))
    return bool(lines)


def check_links(root: Path, folders: tuple[str, ...], problems: Problems) -> None:
    """Report every link below ``folders`` that leads out of the project, files and folders alike."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.is_symlink():
                _report_link_outside(path, root, problems)


def _report_link_outside(path: Path, root: Path, problems: Problems) -> bool:
    if Path(os.path.realpath(path)).is_relative_to(root.resolve()):
        return False
    problems.tell("outside-tree", Location(path.relative_to(root).as_posix()))
    return True


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
