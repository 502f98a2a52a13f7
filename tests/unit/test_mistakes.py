"""Typical mistakes of staff in this publication's own files: what they are told, word for word.

UPDATE_GOLDEN=1 rewrites what is expected; read it as somebody who knows neither YAML nor git.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT, copy_publication
from strategy.checks import everything
from strategy.problems import InvalidStrategy

GOLDEN = ROOT / "tests" / "golden" / "mistakes.yml"
CASES = yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))
DAY = "1767225600"  # 1 January 2026


def _make(root: Path, case: dict[str, Any]) -> None:
    path = root / case["file"]
    text = path.read_text(encoding="utf-8")
    if encoding := case.get("encoding"):
        path.write_bytes(text.encode(encoding, "replace"))
        return
    assert text.count(case["old"]) == 1, case
    path.write_text(text.replace(case["old"], case["new"]), encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["mistake"])
def test_a_mistake_is_told_with_what_to_type(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    copy_publication(tmp_path)
    _make(tmp_path, case)
    with pytest.raises(InvalidStrategy) as caught:
        everything.checked(tmp_path)
    told = [problem.text("ja") for problem in caught.value.problems.errors]
    if os.environ.get("UPDATE_GOLDEN"):
        case["told"] = told
        _rewrite()
    assert told == case["told"]
    assert case["file"].removesuffix(".md") in " ".join(told)


def _rewrite() -> None:
    head = GOLDEN.read_text(encoding="utf-8").partition("\n")[0]
    text = yaml.safe_dump(CASES, allow_unicode=True, sort_keys=False, width=1000)
    GOLDEN.write_text(f"{head}\n{text}", encoding="utf-8")
