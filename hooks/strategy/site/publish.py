"""Building the site: check, build aside, check the result, swap in.

The last good site stays in place, byte for byte, until the new one is complete and sound.
"""

import contextlib
import io
import os
import runpy
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from strategy.cache import of_project
from strategy.checks import everything
from strategy.consultations import frozen_draft, pdfs
from strategy.languages.calendar import EPOCH
from strategy.languages.say import Language
from strategy.pdf import booklet
from strategy.pdf.errors import FontsMissingError, PdfError
from strategy.problems import InvalidStrategy, Location, Problems, refusal
from strategy.site import hosting, result
from strategy.site.site import Site, handed_over
from strategy.site.unchanged import Before

SITE = "site"
SOURCES = ("data", "docs", "editions", "hooks", "overrides", ".git")
BUILDING = "-building-"  # .site-building-x7k2: where a build goes on beside the site
OLD = "old"  # what is there of the last site while the new one takes its place
STALE = 3600  # seconds
SERVING = "STRATEGY_SERVING"  # set while a live preview runs


class BuildError(Exception):
    """The site could not be built although the input is sound; the message says why."""


class Built(NamedTuple):
    """What was noted, and whether the site was made; where nothing had changed it stays as it is."""

    notes: Problems
    is_new: bool


def build(root: Path, site: Path, language: Language, *, offline: bool = False) -> Built:
    """Build the site of the project at ``root`` into ``site``.

    Messages of the build are in ``language``. An ``offline`` site opens by double-click, without
    a server: its pages are linked as files, not as folders. Raises `InvalidStrategy` for faults of the input
    and `BuildError` for a folder that is no site and for faults that only the build shows.
    """
    _refuse_other_folders(root, site, language)
    _put_back(site)
    before = Before(root, of_project(root), offline)
    if (notes := before.notes(site)) is not None:
        return Built(notes, is_new=False)
    found = everything.checked(root)
    frozen_draft.refuse(found.strategy, found.problems)
    if found.problems.errors:
        raise InvalidStrategy(found.problems)
    made = Site(root, found, hosting.public_address(), directory_urls=not offline)
    _print(made, language)
    site.parent.mkdir(parents=True, exist_ok=True)
    _remove_stale(site)
    aside = Path(tempfile.mkdtemp(prefix=f".{site.name}{BUILDING}", dir=site.parent))
    try:
        fresh = aside / "new"
        _mkdocs(made, fresh)
        if (problems := result.check(fresh)).errors:
            raise InvalidStrategy(problems)
        before.keep(fresh, found.strategy, found.problems)
        _swap(fresh, site, aside / OLD)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return Built(found.problems, is_new=True)


def _print(site: Site, language: Language) -> None:
    """Make the PDFs of a site. Without the fonts it goes without them, and a note says so."""
    given = site.strategy, site.checked.composition, site.address, site.cache
    try:
        site.prints, site.sheets = booklet.of_site(*given), pdfs.of_site(*given)
    except FontsMissingError as error:
        site.checked.problems.tell("pdf-fonts", Location("."), fix=error.message)
    except PdfError as error:
        raise BuildError(error.message[language]) from error


def _refuse_other_folders(root: Path, site: Path, language: Language) -> None:
    """The target is replaced as a whole, so it must be new, empty, or a site."""
    sources = [root / name for name in SOURCES]
    inside = any(site.is_relative_to(source) for source in sources)
    is_site = (site / "index.html").is_file() and (site / "404.html").is_file()
    is_free = not site.exists() or (site.is_dir() and not any(site.iterdir()))
    if root.is_relative_to(site) or inside or not (is_site or is_free):
        raise BuildError(refusal("site", folder=str(site))[language])


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
    command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--no-strict"]
    command += ["--dev-addr", address]
    # Whoever ends this process by SIGTERM ends MkDocs with it: subprocess kills its child on an
    # exception. On Windows nothing sends that signal; Ctrl-C reaches both.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    locale = "en_US.UTF-8" if language == "en" else "ja_JP.UTF-8"
    own = {SERVING: "1", "LC_ALL": locale, "PYTHONUTF8": "1"}
    return subprocess.call(command, cwd=root, env=os.environ | _settings() | own)


def _mkdocs(site: Site, folder: Path) -> None:
    """Run MkDocs in this process, so that the pages are made of the very objects that were checked."""
    said = io.StringIO()
    arguments = ["build", "--strict", "-f", str(site.root / "mkdocs.yml"), "-d", str(folder)]
    # The pages are of the moment at which all this was read, however long the PDFs take.
    moment = {EPOCH: str(int(site.strategy.moment.timestamp()))}
    with (
        handed_over(site),
        _variables(_settings(offline=not site.directory_urls) | moment),
        contextlib.redirect_stderr(said),
        contextlib.redirect_stdout(said),
    ):
        try:
            code = _run("mkdocs", arguments)
        except OSError:
            raise  # of a file, which the command names
        except Exception as error:  # of a template, or of MkDocs itself
            raise BuildError(f"{type(error).__name__}: {error}") from error
    if code:
        lines = [line for line in said.getvalue().splitlines() if not line.startswith("INFO")]
        raise BuildError("\n".join(lines).strip())


def _run(program: str, arguments: list[str]) -> object:
    """What ``python -m program`` does, in this process; returns its exit code, None for success."""
    before, sys.argv = sys.argv, [program, *arguments]
    try:
        runpy.run_module(program, run_name="__main__", alter_sys=True)
    except SystemExit as done:
        return done.code
    finally:
        sys.argv = before
    return None


@contextlib.contextmanager
def _variables(values: Mapping[str, str]) -> Iterator[None]:
    """Environment variables that hold for a while."""
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _settings(*, offline: bool = False) -> dict[str, str]:
    """What mkdocs.yml asks of the environment. Material prints a notice about MkDocs' future at each
    build, unless it is told not to; the core does not depend on it."""
    return {"DIRECTORY_URLS": "false" if offline else "true", "NO_MKDOCS_2_WARNING": "1"}
