"""The publication as it is now, whatever staff have changed in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from conftest import ROOT, build, page_names, page_path, run, serving
from nu import messages
from strategy.site import result


@pytest.fixture(scope="session")
def present(shared: Path) -> Path:
    """Its site, below a sub-path."""
    target = shared / "present" / "dx"
    with FileLock(shared / "present.lock"):
        if not target.exists():
            build(ROOT, "--site", str(target))
    return target


@pytest.fixture(scope="session")
def place(present: Path) -> Iterator[str]:
    """Where it is served."""
    with serving(present.parent) as root:
        yield f"{root}dx/"


def test_every_page_is_there_and_keeps_the_rules(present: Path) -> None:
    """No dead link or anchor, no raw marker, no wrong language, no id twice."""
    for name in page_names(ROOT):
        for below in ("", "en/"):
            assert (present / below / page_path(name) / "index.html").exists()
    assert [problem.text("en") for problem in result.check(present)] == []


def test_every_page_is_valid(present: Path, place: str) -> None:
    paths = [path.relative_to(present).as_posix() for path in present.rglob("*.html")]
    assert messages(*(place + path for path in paths)) == []


def test_editions_are_as_they_were_frozen() -> None:
    done = run(ROOT, "edition", "verify")
    assert done.returncode == 0, done.stderr
