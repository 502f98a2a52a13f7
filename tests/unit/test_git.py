"""The day of the last edit, and what was there at a commit, where git knows it."""

from __future__ import annotations

import os
import subprocess
import zlib
from datetime import date
from pathlib import Path

import pytest

from strategy.content.git import GitError, export, last_edited


def _git(
    folder: Path, *arguments: str, day: str = "2026-01-15", clock: str = "12:00:00+09:00"
) -> None:
    moment = f"{day}T{clock}"
    subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        env={"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "PATH": os.environ["PATH"]},
    )


def _project(folder: Path) -> Path:
    docs = folder / "docs"
    docs.mkdir(parents=True)
    _git(folder, "init", "--quiet")
    for name, day in (("a.md", "2026-01-15"), ("日本語.md", "2026-02-20"), ("a.md", "2026-03-10")):
        with (docs / name).open("a", encoding="utf-8") as file:
            file.write("text\n")
        _git(folder, "add", ".")
        _git(folder, "commit", "--quiet", "-m", "change", day=day)
    return folder


def test_each_file_has_the_day_of_its_last_commit(tmp_path: Path) -> None:
    assert last_edited(_project(tmp_path / "p"), "docs") == {
        "docs/a.md": date(2026, 3, 10),
        "docs/日本語.md": date(2026, 2, 20),
    }


def test_a_project_below_the_top_of_its_repository(tmp_path: Path) -> None:
    project = tmp_path / "p" / "inner"
    project.mkdir(parents=True)
    _git(tmp_path / "p", "init", "--quiet")
    (project / "docs").mkdir()
    (project / "docs" / "a.md").write_text("text\n", encoding="utf-8")
    _git(tmp_path / "p", "add", ".")
    _git(tmp_path / "p", "commit", "--quiet", "-m", "change")
    assert last_edited(project, "docs") == {"docs/a.md": date(2026, 1, 15)}


def test_the_day_is_that_in_japan(tmp_path: Path) -> None:
    project = _project(tmp_path / "p")
    (project / "docs" / "a.md").write_text("text\n", encoding="utf-8")
    _git(project, "add", ".")
    _git(project, "commit", "--quiet", "-m", "change", day="2026-11-24", clock="15:30:00+00:00")
    assert last_edited(project, "docs")["docs/a.md"] == date(2026, 11, 25)


def test_shallow_or_missing_history_says_nothing(tmp_path: Path) -> None:
    project = _project(tmp_path / "p")
    _git(tmp_path, "clone", "--quiet", "--depth", "1", project.as_uri(), "shallow")
    assert last_edited(tmp_path / "shallow", "docs") == {}
    (tmp_path / "none").mkdir()
    assert last_edited(tmp_path / "none", "docs") == {}


def test_an_export_holds_the_files_of_a_commit_and_no_links(tmp_path: Path) -> None:
    project = _project(tmp_path / "p")
    (project / "docs" / "outside").symlink_to(tmp_path)
    _git(project, "add", ".")
    _git(project, "commit", "--quiet", "-m", "link")
    (project / "docs" / "a.md").write_text("later\n", encoding="utf-8")
    export(project, "HEAD", ("docs", "data"), tmp_path / "then")
    found = {path.name: path for path in (tmp_path / "then").rglob("*") if path.is_file()}
    assert set(found) == {"a.md", "日本語.md", "outside"}
    assert found["a.md"].read_text(encoding="utf-8") == "text\ntext\n"
    assert not found["outside"].is_symlink()


def test_what_git_does_not_hold_whole_is_an_error_of_git(tmp_path: Path) -> None:
    project = _project(tmp_path / "p")
    for path in (project / ".git" / "objects").rglob("*"):
        if path.is_file() and b"text" in zlib.decompress(path.read_bytes()):
            path.unlink()
    with pytest.raises(GitError, match="cannot be read"):
        export(project, "HEAD", ("docs",), tmp_path / "then")
