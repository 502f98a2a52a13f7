"""Making the corrections that are certain, after they were shown."""

import difflib
from collections.abc import Iterable
from pathlib import Path

from strategy.checks.writing.judging import Correction


def corrected(root: Path, corrections: Iterable[Correction]) -> dict[str, tuple[str, str]]:
    """File → its text now, and its text with the corrections; line ends and all else as they are."""
    by_file: dict[str, list[Correction]] = {}
    for correction in corrections:
        by_file.setdefault(correction.location.file, []).append(correction)
    found = {}
    for file, wanted in sorted(by_file.items()):
        before = (root / file).read_bytes().decode("utf-8")
        lines = before.removeprefix("\ufeff").splitlines(keepends=True)
        for (_, line, column), old, new in sorted(
            ((_key(c), c.old, c.new) for c in wanted), reverse=True
        ):
            text, start = lines[line - 1], column - 1
            if text[start : start + len(old)] == old:
                lines[line - 1] = f"{text[:start]}{new}{text[start + len(old) :]}"
        mark = "\ufeff" if before.startswith("\ufeff") else ""
        found[file] = (before, mark + "".join(lines))
    return found


def _key(correction: Correction) -> tuple[str, int, int]:
    where = correction.location
    return where.file, where.line, where.column


def difference(file: str, before: str, after: str) -> str:
    """What would change in a file, as lines that go (-) and lines that come (+)."""
    return "\n".join(
        difflib.unified_diff(before.splitlines(), after.splitlines(), file, file, lineterm="", n=1)
    )


def write(root: Path, texts: dict[str, tuple[str, str]]) -> None:
    """Write the corrected texts."""
    for file, (_, after) in texts.items():
        (root / file).write_bytes(after.encode("utf-8"))
