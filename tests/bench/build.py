"""How much a build costs, beside that of a stock site of the same pages: ``python tests/bench/build.py``.

Prints a table as Markdown: seconds of the processor (user and system, of a command and all that it
starts), those of bare MkDocs with Material, static-i18n and their search on the same Markdown, their
ratio, and what is wanted. ``--large`` adds the 2,000 pages, ``--only`` names some of the cases. Each
figure is the least of ``--runs``: what else the machine does only adds to it.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import NamedTuple

import content
import material
import serve

SMALL, MIDDLE, LARGE = 70, 300, 2000
EDITIONS = 20
ENVIRONMENT = {"SITE_URL": "https://example.org/dx/"}
CHANGED, WORD = "docs/policy.md", "閲覧の状況を調べる仕組み"  # of no chapter: no one declares it


class Row(NamedTuple):
    """A line of the table; figures with their units, empty where there is none."""

    case: str
    ours: str
    bare: str
    ratio: str
    wanted: str


class Used(NamedTuple):
    """What a command used: seconds of the processor, and the largest process in MB."""

    seconds: float
    peak: float


def used(command: list[str], folder: Path, environment: dict[str, str]) -> Used:
    """Run a command that must end well."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, cwd=folder, env=os.environ | environment, stdout=said, stderr=said
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(said.read().decode())
    unit = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes elsewhere
    return Used(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def megabytes(folder: Path) -> float:
    """The size of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


class Project:
    """A project to build, in a folder of its own, and the stock one of the same pages."""

    def __init__(self, root: Path, runs: int) -> None:
        self.root, self.runs, self.site = root, runs, root / "site"

    @property
    def pages(self) -> int:
        """How many pages a language has."""
        return sum(1 for _ in (self.root / "docs").rglob("*.en.md"))

    def strategy(self, *arguments: str, pdfs: bool = True) -> Used:
        """Run a command of ours; without the fonts there are no PDFs."""
        fonts = {} if pdfs else {"STRATEGY_FONT_FOLDERS": str(self.root / "data")}
        command = [sys.executable, "-m", "strategy", *arguments]
        return used(command, self.root, ENVIRONMENT | fonts)

    def forget(self) -> None:
        """Remove what builds and checks leave."""
        for name in ("site", ".cache"):
            shutil.rmtree(self.root / name, ignore_errors=True)

    def clean(self, *arguments: str, pdfs: bool = True) -> Used:
        """A command in a project in which none was run before; a build of the site by default."""
        return min(self._clean(arguments, pdfs) for _ in range(self.runs))

    def _clean(self, arguments: tuple[str, ...], pdfs: bool) -> Used:
        self.forget()
        return self.strategy(*(arguments or ("build",)), pdfs=pdfs)

    def again(self) -> Used:
        """A build after a build, with nothing changed between them."""
        return min(self.strategy("build") for _ in range(self.runs))

    def edited(self) -> Used:
        """A check after a check, with a sentence of one page changed between them."""
        path = self.root / CHANGED
        text = path.read_text("utf-8")
        assert WORD in text
        took = []
        for number in range(self.runs):
            path.write_text(text.replace(WORD, f"{WORD}{number}"), "utf-8")
            took.append(self.strategy("check"))
        path.write_text(text, "utf-8")
        return min(took)

    @cached_property
    def bare(self) -> Used:
        """A build of the stock project, which keeps nothing between builds either."""
        folder = self.root.parent / f"{self.root.name}-bare"
        material.prepare(self.root, folder)
        return min(used(material.COMMAND, folder, material.QUIET) for _ in range(self.runs))

    def row(self, what: str, ours: Used, wanted: str) -> Row:
        """A line of the table with the ratio to the stock build."""
        ratio = f"{ours.seconds / self.bare.seconds:.2f}"
        case = f"{self.pages} pages: {what}"
        return Row(case, f"{ours.seconds:.2f} s", f"{self.bare.seconds:.2f} s", ratio, wanted)


class Cases:
    """The lines of the table, by the names that ``--only`` takes."""

    def __init__(self, folder: Path, runs: int) -> None:
        self.folder, self.runs = folder, runs
        self.built: dict[int, Project] = {}

    def _project(self, more: int) -> Project:
        if more not in self.built:
            root = content.project(self.folder / f"more-{more}", more)
            self.built[more] = Project(root, self.runs)
        return self.built[more]

    def own(self) -> Iterator[Row]:
        """The publication as it is."""
        project = self._project(0)
        yield project.row("clean, without PDFs", project.clean(pdfs=False), "2.0")
        yield project.row("clean, 4 PDFs", project.clean(), "4.5")
        yield project.row("nothing changed", project.again(), "1.5")

    def small(self) -> Iterator[Row]:
        """A small site."""
        project = self._project(SMALL)
        yield project.row("clean", project.clean(), "1.8")
        yield project.row("nothing changed", project.again(), "0.5")

    def middle(self) -> Iterator[Row]:
        """An ordinary site."""
        project = self._project(MIDDLE)
        built = project.clean()
        yield project.row("clean", built, "1.0")
        yield project.row("nothing changed", project.again(), "0.3")
        memory = (f"{use.peak:.0f} MB" for use in (built, project.bare))
        yield Row(f"{project.pages} pages: peak memory", *memory, "", "300 MB")

    def large(self) -> Iterator[Row]:
        """A large site, and how the cost grows towards it."""
        few, many = self._project(SMALL), self._project(LARGE)
        small, large = few.clean(), many.clean()
        yield many.row("clean", large, "0.35")
        growth = many.pages / few.pages
        exponents = (
            f"{math.log(after.seconds / before.seconds, growth):.2f}"
            for before, after in ((small, large), (few.bare, many.bare))
        )
        yield Row(f"growth exponent from {few.pages} pages", *exponents, "", "≤ 1.15")

    def editions(self) -> Iterator[Row]:
        """Many editions against one."""
        one = self._project(0)
        many = Project(content.with_editions(self.folder / "editions", EDITIONS), self.runs)
        once = one.clean().seconds
        for pdfs, wanted in ((False, "12 MB"), (True, "50 MB")):
            took = many.clean(pdfs=pdfs).seconds
            named = "with" if pdfs else "without"
            size = f"{megabytes(many.site):.0f} MB"
            yield Row(f"{EDITIONS} editions: site {named} PDFs", size, "", "", wanted)
        times = f"{took / once:.1f} × one edition"
        yield Row(f"{EDITIONS} editions: clean", f"{took:.2f} s", "", times, "2.5 ×")

    def check(self) -> Iterator[Row]:
        """The check alone."""
        for more, wanted, wanted_again in ((0, "0.7 s", ""), (MIDDLE, "4 s", "1.5 s")):
            project = self._project(more)
            took = project.clean("check")
            yield Row(f"{project.pages} pages: check", f"{took.seconds:.2f} s", "", "", wanted)
            case = f"{project.pages} pages: check, a page changed"
            yield Row(case, f"{project.edited().seconds:.2f} s", "", "", wanted_again)

    def preview(self) -> Iterator[Row]:
        """From saving a file to the page that shows it, by the clock."""
        for more, wanted in ((0, "0.7 s"), (MIDDLE, "1.5 s")):
            root = content.project(self.folder / f"preview-{more}", more)
            pages = Project(root, 1).pages
            for file, took in serve.shown(root):
                case = f"{pages} pages: preview, {file}"
                yield Row(case, f"{median(took):.2f} s wall", "", "", wanted)


def main() -> None:
    """Print the table, a line as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__)
    names = ("own", "small", "middle", "large", "editions", "check", "preview")
    parser.add_argument("--only", nargs="+", choices=names, default=[])
    parser.add_argument("--large", action="store_true", help=f"also {LARGE} more pages")
    parser.add_argument("--runs", type=int, default=1)
    options = parser.parse_args()
    wanted = options.only or [name for name in names if name != "large" or options.large]
    with tempfile.TemporaryDirectory() as folder:
        cases = Cases(Path(folder), options.runs)
        print("| case | ours | bare | ratio | wanted |\n|---|---|---|---|---|")
        for name in wanted:
            rows: Callable[[], Iterator[Row]] = getattr(cases, name)
            for row in rows():
                print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
