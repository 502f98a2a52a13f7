"""What git knows, where there is one: when a page was last edited, and what a change touches."""

import io
import re
import subprocess
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from strategy.languages.calendar import JAPAN
from strategy.problems import BilingualError, refusal


class GitError(BilingualError):
    """Git is missing, or does not know what was asked."""


def last_edited(root: Path, folder: str) -> dict[str, date]:
    """Path below ``root`` → day (in Japan) of the last commit that touched it, for a folder's files.

    Empty where git or its history is missing: in a shallow clone the oldest commit seems to have
    made every file, so its dates would be wrong.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    found: dict[str, date] = {}
    day = None
    log = _git(root, "log", "--relative", "--format=%x00%ct", "--name-only", "--", folder)
    for line in log.splitlines():
        if match := re.fullmatch(r"\0(\d+)", line):
            day = datetime.fromtimestamp(int(match[1]), JAPAN).date()
        elif line and day:
            found.setdefault(line, day)
    return found


def common(root: Path, base: str) -> str:
    """The commit from which the present state and ``base`` (a branch or commit) went apart.

    Raises `GitError` if there is none.
    """
    found = _git(root, "merge-base", "--end-of-options", base, "HEAD").strip()
    if not found:
        raise GitError(refusal("no-common-commit", base=base))
    return found


def changed(root: Path, commit: str) -> list[str]:
    """The files below ``root`` that differ from a commit, saved or not yet committed."""
    tracked = _git(root, "diff", "--name-only", "--relative", "--no-renames", commit)
    new = _git(root, "ls-files", "--others", "--exclude-standard")
    return sorted({*tracked.splitlines(), *new.splitlines()})


def export(root: Path, commit: str, names: Sequence[str], target: Path) -> None:
    """Write what folders below ``root`` held at a commit; what did not exist then is left out.

    Nothing is written outside ``target``: a symbolic link comes as a file with its text. Raises
    `GitError` where git does not hold all of it.
    """
    there = [name for name in names if _git(root, "ls-tree", commit, "--", f"./{name}").strip()]
    if there:
        # Not as tar: its safe extraction came only with Python 3.11.4, that of zip is older.
        done = _run(root, "archive", "--format=zip", commit, "--", *there)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise GitError(refusal("no-content", commit=commit, said=said))
        with zipfile.ZipFile(io.BytesIO(done.stdout)) as archive:
            archive.extractall(target)


def _git(root: Path, *arguments: str) -> str:
    """What a command prints; nothing if it fails."""
    try:
        done = _run(root, *arguments)
    except OSError:
        return ""
    return done.stdout.decode("utf-8") if done.returncode == 0 else ""


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    return subprocess.run(command, cwd=root, check=False, capture_output=True)
