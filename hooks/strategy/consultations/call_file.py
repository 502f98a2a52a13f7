"""The file of a consultation as people wrote it: where it is, and where a key stands."""

from pathlib import Path

from strategy.problems import Location


def path(root: Path, ident: str) -> Path:
    """The file of a consultation."""
    return root / "data" / "consultations" / f"{ident}.yml"


def line(root: Path, ident: str, key: str) -> Location:
    """Where a key of the first level stands; the file as a whole where it is not given."""
    file = path(root, ident)
    for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if text.startswith(f"{key}:"):
            return Location(file.relative_to(root).as_posix(), number)
    return Location(file.relative_to(root).as_posix())
