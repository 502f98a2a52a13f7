"""``--record FILE``: writes what the audit found as ``data/audit.yml`` wants it.

A pytest plugin. Tests say what they examined with ``record_property``: ``tool`` (id, name, version,
number of findings), ``view`` (address, scheme, width), ``criterion`` (number, tool, applicable,
failures). A test marked ``criterion`` examines its criteria with the tool ``browser``.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import yaml

from strategy.model.criteria import CRITERIA

JAPAN = timezone(timedelta(hours=9))
HEAD = """\
# yaml-language-server: $schema=schema/audit.json
# make audit が書き込みます。手では変えません。
"""
SCHEMES = ("light", "dark", "contrast")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record", type=Path, help="write the results of the audit to this file")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("record") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder(config), "recorder")


@pytest.fixture(autouse=True)
def criteria(request: pytest.FixtureRequest) -> None:
    """Name the success criteria that a test examines, whether it passes or not."""
    for marker in request.node.iter_markers("criterion"):
        for number in marker.args:
            assert number in CRITERIA, f"there is no success criterion {number}"
            request.node.user_properties.append(("marked", number))


class Recorder:
    """Collects what all workers report, and writes it at the end of a complete run."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.begun = datetime.now(JAPAN).date()
        self.properties: list[tuple[str, Any]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "call":
            return
        for name, value in report.user_properties:
            if name == "marked":
                criterion = {
                    "number": value,
                    "tool": "browser",
                    "applicable": True,
                    "failures": int(report.failed),
                }
                self.properties.append(("criterion", criterion))
            else:
                self.properties.append((name, value))

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        partial = self.config.getoption("keyword") or self.config.getoption("markexpr")
        if partial or exitstatus not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
            return
        text = document(
            self.properties, self.begun.isoformat(), datetime.now(JAPAN).date().isoformat()
        )
        path: Path = self.config.getoption("record")
        path.write_text(text, encoding="utf-8")


def document(properties: list[tuple[str, Any]], begun: str, ended: str) -> str:
    """The properties of all tests as the text of ``audit.yml``, in an order of its own."""
    views = [value for name, value in properties if name == "view"]
    tools: dict[str, dict[str, Any]] = {}
    for name, value in properties:
        if name == "tool":
            tool = tools.setdefault(value["id"], value | {"findings": 0})
            tool["findings"] += value["findings"]
    criteria: dict[str, dict[str, Any]] = {}
    for name, value in properties:
        if name == "criterion" and value["number"] in CRITERIA:
            entry = criteria.setdefault(
                value["number"],
                {"number": value["number"], "tools": set(), "applicable": False, "failures": 0},
            )
            entry["tools"].add(value["tool"])
            entry["applicable"] |= value["applicable"]
            entry["failures"] += value["failures"]
    content = {
        "begun": begun,
        "ended": ended,
        "tools": [tools[name] for name in sorted(tools)],
        "views": len(views),
        "schemes": [scheme for scheme in SCHEMES if scheme in {view["scheme"] for view in views}],
        "widths": sorted({view["width"] for view in views}),
        "pages": sorted({view["path"] for view in views}),
        "criteria": [
            criteria[number] | {"tools": sorted(criteria[number]["tools"])}
            for number in CRITERIA
            if number in criteria
        ],
    }
    body = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)
    return HEAD + body
