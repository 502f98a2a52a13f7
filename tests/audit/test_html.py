"""Every page under html-validate."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from conftest import ROOT
from engines import MODULES, installed_version, node

Record = Callable[[str, Any], None]


def _validate(folder: Path, *files: Path) -> list[str]:
    report = folder / "report.json"
    done = node(
        MODULES / "html-validate" / "bin" / "html-validate.mjs",
        "--config",
        ROOT / "tests" / "audit" / "htmlvalidate.mjs",
        "--formatter",
        f"json={report}",
        *files,
    )
    assert report.exists(), done.stderr
    return [
        f"{result['filePath']}:{message['line']}: {message['ruleId']} {message['message']}"
        for result in json.loads(report.read_text(encoding="utf-8"))
        for message in result["messages"]
    ]


def test_html_validate_finds_no_fault(
    pages: list[Path], tmp_path: Path, record_property: Record
) -> None:
    assert installed_version("html-validate").startswith("11.")
    messages = _validate(tmp_path, *pages)
    record_property(
        "tool",
        {
            "id": "html-validate",
            "name": "html-validate",
            "version": installed_version("html-validate"),
            "findings": len(messages),
        },
    )
    assert messages == []


def test_html_validate_finds_what_is_wrong(tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><html lang=en><p id=a><p id=a></html>", encoding="utf-8")
    assert any("no-dup-id" in message for message in _validate(tmp_path, bad))
