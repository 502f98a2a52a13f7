"""In one command a file is read once, a text rendered once, data validated once, and all checked once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, copy_project

COUNTING = ROOT / "tests" / "counting.py"


@pytest.mark.parametrize("command", [["build"], ["check"]], ids=" ".join)
def test_nothing_is_done_twice(tmp_path: Path, command: list[str]) -> None:
    copy_project(tmp_path / "project")
    done = subprocess.run(
        [sys.executable, str(COUNTING), str(tmp_path / "project"), *command],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {}
    assert int(done.stderr.splitlines()[-1]) > 100  # it was counted at all
