"""The Nu HTML checker on every page of the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from consulted import Consulted
from engines import installed_version
from nu import messages


@pytest.mark.criterion("4.1.1")
def test_every_page_is_valid(
    pages: list[Path],
    prose: Path,
    site: Path,
    address: str,
    record_property: Callable[[str, object], None],
) -> None:
    """No error and no warning."""
    paths = [path.relative_to(site).as_posix() for path in pages]
    paths += ["../prose/prose/", "../prose/en/prose/"]
    found = messages(*(address + path for path in paths))
    version = installed_version("vnu-jar")
    tool = {"id": "nu", "name": "Nu Html Checker", "version": version, "findings": len(found)}
    record_property("tool", tool)
    assert found == []


def test_every_page_of_a_consultation_is_valid(consulted: Consulted, stages: str) -> None:
    paths = [
        f"{stages}{stage}/dx/{path.relative_to(site).as_posix()}"
        for stage, site in consulted.sites.items()
        for path in site.rglob("*.html")
        if "consultations" in path.parts or "sample-draft" in str(path)
    ]
    assert len(paths) > 30
    assert messages(*paths) == []


def test_the_checker_finds_errors(tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><title>x</title><p id=a><p id=a>", encoding="utf-8")
    assert any("Duplicate ID" in message for message in messages(str(bad)))
