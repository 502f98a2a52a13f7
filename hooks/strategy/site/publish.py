"""Building the site: check, build aside, check the result, swap in.

The last good site stays in place, byte for byte, until the new one is complete and sound.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from strategy.checks import everything
from strategy.checks.everything import Checked
from strategy.consultations import frozen_draft, pdfs
from strategy.languages.calendar import EPOCH
from strategy.languages.say import Language, Say
from strategy.pdf import booklet
from strategy.pdf.errors import FontsMissingError, PdfError
from strategy.problems import InvalidStrategy, Location, Problem, Problems
from strategy.site import hosting, result

SITE = "site"
SOURCES = ("data", "docs", "editions", "hooks", "overrides", ".git")
BUILDING = "-building-"  # .site-building-x7k2: where a build goes on beside the site
OLD = "old"  # what is there of the last site while the new one takes its place
STALE = 3600  # seconds
SERVING = "STRATEGY_SERVING"  # set while a live preview runs
PRINTS = "STRATEGY_PRINTS"  # the environment variable that names the folder of PDFs


class BuildError(Exception):
    """The site could not be built although the input is sound; the message says why."""


def build(root: Path, site: Path, language: Language, *, offline: bool = False) -> Problems:
    """Build the site of the project at ``root`` into ``site``; returns the notes.

    Messages of the build are in ``language``. An ``offline`` site opens by double-click, without
    a server: its pages are linked as files, not as folders. Raises `InvalidStrategy` for faults of the input
    and `BuildError` for a folder that is no site and for faults that only the build shows.
    """
    _refuse_other_folders(root, site, language)
    _put_back(site)
    found = everything.checked(root)
    frozen_draft.refuse(found.strategy, found.problems)
    if found.problems.errors:
        raise InvalidStrategy(found.problems)
    site.parent.mkdir(parents=True, exist_ok=True)
    _remove_stale(site)
    aside = Path(tempfile.mkdtemp(prefix=f".{site.name}{BUILDING}", dir=site.parent))
    try:
        fresh = aside / "new"
        environment = _environment(language, offline=offline)
        # The pages are of the moment at which all this was read, however long the PDFs take.
        environment[EPOCH] = str(int(found.strategy.moment.timestamp()))
        environment |= _prints(found, aside / "prints", language)
        _mkdocs(root, fresh, environment)
        if (problems := result.check(fresh)).errors:
            raise InvalidStrategy(problems)
        _swap(fresh, site, aside / OLD)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return found.problems


def _prints(found: Checked, folder: Path, language: Language) -> dict[str, str]:
    """Make the PDFs; the environment that tells the adapter where they are.

    Without the fonts the site goes without PDFs, and a note says so.
    """
    try:
        address = hosting.public_address()
        booklet.hand_over(found.strategy, found.composition, address, folder)
        pdfs.hand_over(found.strategy, found.composition, address, folder)
    except FontsMissingError as error:
        left_out = Say("印刷用のPDFは作りませんでした", "the site was made without the PDFs")
        found.problems.add(Problem("pdf-fonts", Location("."), left_out, error.message, "note"))
        return {PRINTS: ""}
    except PdfError as error:
        raise BuildError(error.message[language]) from error
    return {PRINTS: str(folder)}


def _refuse_other_folders(root: Path, site: Path, language: Language) -> None:
    """The target is replaced as a whole, so it must be new, empty, or a site."""
    sources = [root / name for name in SOURCES]
    inside = any(site.is_relative_to(source) for source in sources)
    is_site = (site / "index.html").is_file() and (site / "404.html").is_file()
    is_free = not site.exists() or (site.is_dir() and not any(site.iterdir()))
    if root.is_relative_to(site) or inside or not (is_site or is_free):
        message = Say(
            f"「{site}」には作れません。新しいフォルダーか、前に作ったサイトを指定してください。",
            f"cannot build into {site}: name a new folder or a site that was built before.",
        )
        raise BuildError(message[language])


def _put_back(site: Path) -> None:
    """Bring back the last good site if a build was killed while it took its place."""
    kept = [folder / OLD for folder in _beside(site) if (folder / OLD).is_dir()]
    if kept and not site.exists():
        max(kept, key=lambda old: old.parent.stat().st_mtime).rename(site)


def _remove_stale(site: Path) -> None:
    """Remove what a build that was killed has left beside the site."""
    for folder in _beside(site):
        if folder.is_dir() and time.time() - folder.stat().st_mtime > STALE:
            shutil.rmtree(folder, ignore_errors=True)


def _beside(site: Path) -> list[Path]:
    """Where builds go on, or went on until they were killed."""
    return list(site.parent.glob(f".{site.name}{BUILDING}*"))


def _swap(fresh: Path, site: Path, old: Path) -> None:
    fresh.chmod(0o755)
    try:
        if site.exists():
            site.rename(old)
        fresh.rename(site)
    except BaseException:
        if old.exists() and not site.exists():
            old.rename(site)
        raise


def serve(root: Path, address: str, language: Language) -> int:
    """Show the site at ``address`` and rebuild it at each change; returns MkDocs' exit code.

    The preview shows changes that are not declared yet, and says so.
    """
    command = [*_command("serve"), "--dev-addr", address]
    # Whoever ends this process by SIGTERM ends MkDocs with it: subprocess kills its child on an
    # exception. On Windows nothing sends that signal; Ctrl-C reaches both.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    return subprocess.call(command, cwd=root, env=_environment(language) | {SERVING: "1"})


def _mkdocs(root: Path, site: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [*_command("build"), "--strict", "--site-dir", str(site)],
        cwd=root,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
        raise BuildError("\n".join(lines).strip() or done.stdout.strip())


def _command(name: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", name]


def _environment(language: Language, *, offline: bool = False) -> dict[str, str]:
    # Material prints a notice about MkDocs' future at each build; the core does not depend on it.
    return os.environ | {
        "DIRECTORY_URLS": "false" if offline else "true",
        "LC_ALL": "en_US.UTF-8" if language == "en" else "ja_JP.UTF-8",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
    }
