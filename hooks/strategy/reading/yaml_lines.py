"""A YAML file as its lines with keys, also where the file as a whole cannot be read."""

import re
from pathlib import Path
from typing import NamedTuple

_KEY_LINE = re.compile(
    r"(?P<indent> *)(?P<mark>- +)?(?:(?P<key>[A-Za-z_][\w.-]*):(?= |$) *(?P<value>.*))?"
)


class KeyLine(NamedTuple):
    """A line that begins an entry: ``key: value``, ``- key: value`` or ``- value``.

    ``number`` is from 0, ``indent`` counts the spaces before the mark or key. The ``key`` of
    ``- value`` is empty.
    """

    number: int
    indent: int
    is_item: bool
    key: str
    value: str

    @property
    def level(self) -> int:
        """How far in its key stands."""
        return self.indent + 2 * self.is_item


def key_lines(lines: list[str]) -> list[KeyLine]:
    """The lines with a key or the mark of an item."""
    found = []
    for number, line in enumerate(lines):
        match = _KEY_LINE.match(line)
        if match and (match["mark"] or match["key"]):
            found.append(
                KeyLine(
                    number,
                    len(match["indent"]),
                    bool(match["mark"]),
                    match["key"] or "",
                    (match["value"] or "").strip(),
                )
            )
    return found


def set_value(path: Path, key: str, value: str) -> None:
    """Replace the value of a key of one line, and leave the rest of a file as people wrote it.

    ``value`` is written as it is. Raises ValueError where not exactly one line begins with the key.
    """
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(rf"^{key}:.*$", lambda _: f"{key}: {value}", text, flags=re.MULTILINE)
    if count != 1:
        raise ValueError(f"{path}: {key}")
    path.write_text(changed, encoding="utf-8", newline="\n")


def quoted(value: str) -> str:
    """A value in the quotation marks that it can stand in."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
