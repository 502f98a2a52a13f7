"""Works as written on Windows, in a container and from any editor."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT
from strategy.pdf import fonts

CODE = sorted([*(ROOT / "hooks").rglob("*.py")])
# Modules and functions of the standard library that Windows does not have.
POSIX_MODULES = {"fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "syslog", "crypt"}
POSIX_FUNCTIONS = {
    *("fork", "getuid", "geteuid", "getgid", "setuid", "chown", "chroot", "mkfifo", "killpg"),
    *("nice", "uname", "getpgid", "setsid", "sched_getaffinity", "SIGKILL", "SIGHUP", "SIGALRM"),
}
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _files() -> list[str]:
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", "ls-files"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.stem)
def test_code_calls_nothing_that_only_posix_has(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert not {alias.name for alias in node.names} & POSIX_MODULES
        elif isinstance(node, ast.ImportFrom):
            assert node.module not in POSIX_MODULES
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert node.value.id not in ("os", "signal") or node.attr not in POSIX_FUNCTIONS


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.stem)
def test_files_are_read_and_written_as_utf_8(path: Path) -> None:
    """Windows would take its own encoding, and write its own line ends, where none is named."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            named = {keyword.arg for keyword in node.keywords}
            if node.func.attr in ("read_text", "write_text"):
                assert "encoding" in named, node.lineno
            if node.func.attr == "run" and "text" in named:
                assert "encoding" in named, node.lineno


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.stem)
def test_archives_are_unpacked_as_every_promised_python_can(path: Path) -> None:
    """``extractall(filter=)`` came with Python 3.11.4; README.md promises 3.11."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            is_newer = node.func.attr in ("extract", "extractall")
            assert not is_newer or "filter" not in {keyword.arg for keyword in node.keywords}


def test_fonts_are_found_by_the_names_that_windows_gives_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(fonts.FOLDERS, str(tmp_path))
    for name in ("BIZ-UDGothicR.ttc", "BIZUDGothic-Regular.ttf", "NotoSansCJK-Regular.ttc"):
        folder = tmp_path / name.partition(".")[0]
        folder.mkdir()
        (folder / name).touch()
        assert str(folder) in fonts._folders()


def test_names_of_files_are_good_on_every_system() -> None:
    files = _files()
    assert len(files) > 300
    assert len({file.casefold() for file in files}) == len(files)
    for file in files:
        for part in file.split("/"):
            assert not RESERVED.fullmatch(part), file
            assert not re.search(r'[<>:"\\|?*]|[ .]$', part), file


def test_the_lines_for_windows_do_what_the_makefile_does() -> None:
    block = README.partition("```bat\n")[2].partition("```")[0]
    assert block.startswith("py -m venv .venv\n")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in block.splitlines()[1:3]:
        program, _, rest = line.partition(" ")
        assert program == r".venv\Scripts\python"
        words = rest.replace("-m pip install ", "")
        assert f"pip install --quiet --disable-pip-version-check {words}" in makefile
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for line in block.splitlines()[:3]:
        assert line in guide


def test_the_container_runs_targets_of_the_makefile() -> None:
    text = (ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8")
    container = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.M))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    commands = f"{container['onCreateCommand']} && {container['postAttachCommand']}"
    used = re.findall(r"\bmake ([a-z]+)", commands)
    assert used == ["packages", "site", "serve"]
    assert set(used) <= targets
    assert container["forwardPorts"] == [8000]
