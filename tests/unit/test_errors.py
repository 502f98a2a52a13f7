"""Every kind of bad input and the exact message that staff get, in both languages.

One case a file in ``golden/errors/``: what was changed in the sample project, and the errors that
must come out. UPDATE_GOLDEN=1 rewrites the expectations; read the difference before committing.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from strategy.checks import everything
from strategy.problems import InvalidStrategy

CASES = sorted((Path(__file__).parents[1] / "golden" / "errors").glob("*.yml"))


def _apply(root: Path, change: dict[str, Any]) -> None:
    path = root / change["file"]
    match change:
        case {"old": old, "new": new}:
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
            path.write_text(text.replace(old, new), encoding="utf-8")
        case {"write": text}:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        case {"encoding": encoding}:
            path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
        case {"link": target}:
            path.unlink(missing_ok=True)
            path.symlink_to(target)
        case {"remove": True}:
            path.unlink()
        case _:
            raise AssertionError(change)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_error(path: Path, sample: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    for change in case["change"]:
        _apply(sample, change)
    with pytest.raises(InvalidStrategy) as caught:
        everything.checked(sample)
    errors = caught.value.problems.errors
    found = {
        "ja": [problem.text("ja") for problem in errors],
        "en": [problem.text("en") for problem in errors],
    }
    if os.environ.get("UPDATE_GOLDEN"):
        case["expect"] = found
        text = yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=1000)
        path.write_text(text, encoding="utf-8")
    assert found == case["expect"]
    assert errors


def test_byte_order_mark_and_windows_line_ends_are_accepted(sample: Path) -> None:
    for path in [*sample.rglob("*.yml"), *sample.rglob("*.md")]:
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    problems = everything.checked(sample).problems
    assert [problem.code for problem in problems] == ["printed-value"]


def test_printed_value_that_is_cut_is_a_note_only(sample: Path) -> None:
    problems = everything.checked(sample).problems
    assert [(problem.level, str(problem.location)) for problem in problems] == [
        ("note", "data/figures.yml:12:15")
    ]


def test_a_file_whose_name_has_a_month_in_one_digit_is_to_be_renamed(sample: Path) -> None:
    old = sample / "data/consultations/old-sample.yml"
    text = old.read_text(encoding="utf-8").replace("id: old-sample", "id: 2025-3-sample")
    old.rename(old.with_name("2025-3-sample.yml")).write_text(text, encoding="utf-8")
    told = [
        problem.text("ja") for problem in everything.findings(sample) if problem.level == "error"
    ]
    file = "data/consultations/2025-3-sample.yml"
    assert told[:2] == [
        f"{file}:1:1: [file-name] ファイルの名前の月が1桁です → "
        "名前を「2025-03-sample.yml」に変えてください",
        f"{file}:1:5: [id] ID「2025-3-sample」の月が1桁です → "
        "月を2桁で「2025-03-sample」と書いてください",
    ]
