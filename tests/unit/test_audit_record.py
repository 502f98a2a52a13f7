"""The results of the audit as ``data/audit.yml``: complete, in order, and as the model wants it."""

from __future__ import annotations

from typing import Any

import yaml

import record
from strategy.model import Audit

PROPERTIES: list[tuple[str, Any]] = [
    ("view", {"path": "about/", "scheme": "dark", "width": 1280}),
    ("view", {"path": "", "scheme": "light", "width": 320}),
    ("tool", {"id": "ibm", "name": "IBM", "version": "4.0.34", "findings": 1}),
    ("tool", {"id": "axe", "name": "axe-core", "version": "4.14.1", "findings": 0}),
    ("tool", {"id": "ibm", "name": "IBM", "version": "4.0.34", "findings": 2}),
    ("criterion", {"number": "2.1.1", "tool": "browser", "applicable": True, "failures": 0}),
    ("criterion", {"number": "1.4.3", "tool": "ibm", "applicable": False, "failures": 0}),
    ("criterion", {"number": "1.4.3", "tool": "axe", "applicable": True, "failures": 2}),
    ("criterion", {"number": "1.4.6", "tool": "axe", "applicable": True, "failures": 0}),
]


def test_results_of_all_tests_add_up() -> None:
    text = record.document(PROPERTIES, "2026-01-14", "2026-01-15")
    assert text.startswith("# yaml-language-server: $schema=schema/audit.json\n")
    loaded = yaml.load(text, Loader=yaml.BaseLoader)
    assert loaded["pages"] == ["", "about/"]
    assert (loaded["schemes"], loaded["widths"]) == (["light", "dark"], ["320", "1280"])
    assert [(tool["id"], tool["findings"]) for tool in loaded["tools"]] == [
        ("axe", "0"),
        ("ibm", "3"),
    ]
    assert loaded["criteria"] == [
        {"number": "1.4.3", "tools": ["axe", "ibm"], "applicable": "true", "failures": "2"},
        {"number": "2.1.1", "tools": ["browser"], "applicable": "true", "failures": "0"},
    ]
    assert loaded["views"] == "2"
    content = yaml.load(text, Loader=yaml.SafeLoader)
    content |= {"begun": "2026-01-14", "ended": "2026-01-15"}
    Audit.model_validate(content)
