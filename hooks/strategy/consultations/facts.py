"""The file of a consultation as people wrote it: where a key stands, and setting one value."""

from __future__ import annotations

import re
from pathlib import Path

from strategy.problems import Location


def path(root: Path, ident: str) -> Path:
    """The file of a consultation."""
    return root / "data" / "consultations" / f"{ident}.yml"


def line(root: Path, ident: str, key: str) -> Location:
    """Where a key of the first level stands."""
    file = path(root, ident)
    for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if text.startswith(f"{key}:"):
            return Location(file.relative_to(root).as_posix(), number)
    return Location(file.relative_to(root).as_posix())


def write(root: Path, ident: str, key: str, value: str) -> None:
    """Replace the value of a key of one line, and leave the rest of the file as it is.

    Raises ValueError where the key has no such line.
    """
    file = path(root, ident)
    text = file.read_text(encoding="utf-8")
    changed, count = re.subn(rf"^{key}:.*$", f"{key}: {value}", text, flags=re.MULTILINE)
    if count != 1:
        raise ValueError(key)
    file.write_text(changed, encoding="utf-8", newline="\n")
