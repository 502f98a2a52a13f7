"""Building the site: check, build aside, check the result, swap in.

The last good site stays in place, byte for byte, until the new one is complete and sound.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from strategy import check, output
from strategy.problems import InvalidStrategy, Language, Problems

SITE = "site"


class BuildError(Exception):
    """The site could not be built although the input is sound; the message says why."""


def build(root: Path, site: Path, language: Language) -> Problems:
    """Build the site of the project at ``root`` into ``site``; returns the notes.

    Messages of the build are in ``language``. Raises `InvalidStrategy` for faults of the input
    and `BuildError` for faults that only the build or its result shows.
    """
    _strategy, notes = check.checked(root)
    site.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    try:
        fresh = aside / "new"
        _mkdocs(root, fresh, language)
        if problems := output.check(fresh).errors:
            found = Problems()
            for problem in problems:
                found.add(problem)
            raise InvalidStrategy(found)
        _swap(fresh, site, aside / "old")
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return notes


def serve(root: Path, address: str) -> int:
    """Show the site at ``address`` and rebuild it at each change; returns MkDocs' exit code."""
    return subprocess.call(
        [*_command("serve"), "--dev-addr", address], cwd=root, env=_environment()
    )


def _mkdocs(root: Path, site: Path, language: Language) -> None:
    command = [*_command("build"), "--strict", "--site-dir", str(site)]
    environment = _environment() | {"LC_ALL": "en_US.UTF-8" if language == "en" else "ja_JP.UTF-8"}
    done = subprocess.run(
        command,
        cwd=root,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise BuildError(done.stderr.strip() or done.stdout.strip())


def _command(name: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", name]


def _environment() -> dict[str, str]:
    # Material prints a notice about MkDocs' future at each build; the core does not depend on it.
    return os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}


def _swap(fresh: Path, site: Path, old: Path) -> None:
    fresh.chmod(0o755)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
