"""When a page was last edited, from git where there is one; nothing else depends on it."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path


def last_edited(root: Path, folder: str) -> dict[str, date]:
    """Path below ``root`` → day of the last commit that touched it, for the files of a folder.

    Empty where git or its history is missing: in a shallow clone the oldest commit seems to have
    made every file, so its dates would be wrong.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    found: dict[str, date] = {}
    day = None
    log = _git(root, "log", "--relative", "--format=%x00%cs", "--name-only", "--", folder)
    for line in log.splitlines():
        if match := re.fullmatch(r"\0(\d{4}-\d{2}-\d{2})", line):
            day = date.fromisoformat(match[1])
        elif line and day:
            found.setdefault(line, day)
    return found


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
