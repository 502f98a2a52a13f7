"""The accessibility engines that run inside a page: axe, IBM Equal Access, HTML_CodeSniffer.

Each answers what it found, and which success criteria its rules were about.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

MODULES = Path(__file__).parent / "node_modules"

AXE = """async () => {
  const numbers = (rule) => rule.tags.map((tag) => /^wcag(\\d)(\\d)(\\d+)$/.exec(tag))
    .filter(Boolean).map((m) => `${m[1]}.${m[2]}.${m[3]}`);
  const rules = {"color-contrast-enhanced": {enabled: true}};
  const result = await axe.run(document, {rules});
  const looked = [...result.passes, ...result.violations, ...result.incomplete];
  return {
    findings: result.violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 120)}`)),
    failed: result.violations.flatMap((rule) => rule.nodes.flatMap(() => numbers(rule))),
    applicable: looked.flatMap(numbers),
    examined: [...looked, ...result.inapplicable].flatMap(numbers),
    looked: looked.length,
  };
}"""

IBM = """async () => {
  const checker = new ace.Checker();
  const report = await checker.check(document, ["IBM_Accessibility"]);
  const ruleset = checker.rulesets.find((set) => set.id === "IBM_Accessibility");
  const numbers = {};
  for (const point of ruleset.checkpoints)
    for (const rule of point.rules ?? []) (numbers[rule.id] ??= []).push(point.num);
  const of = (id) => numbers[id] ?? [];
  const failed = report.results.filter(({value}) => value[0] === "VIOLATION" && value[1] === "FAIL");
  return {
    findings: failed.map((r) => `${r.ruleId}: ${r.message} ${r.snippet.slice(0, 120)}`),
    failed: failed.flatMap((r) => of(r.ruleId)),
    applicable: report.results.flatMap((r) => of(r.ruleId)),
    examined: Object.values(numbers).flat(),
    looked: report.results.length,
  };
}"""

HTMLCS = """() => new Promise((resolve) => HTMLCS.process("WCAG2AA", document, () => {
  const messages = HTMLCS.getMessages();
  const errors = messages.filter((message) => message.type === HTMLCS.ERROR);
  const numbers = errors.map(({code}) => /\\.(\\d)_(\\d+)_(\\d+)/.exec(code))
    .filter(Boolean).map((m) => `${m[1]}.${m[2]}.${m[3]}`);
  resolve({
    findings: errors.map((e) => `${e.code}: ${e.msg} ${(e.element.outerHTML ?? "").slice(0, 120)}`),
    failed: numbers, applicable: numbers, examined: numbers, looked: messages.length,
  });
}))"""


@dataclass(frozen=True)
class Engine:
    """An engine: its id, the npm package, the script to inject, the call that examines a page."""

    id: str
    package: str
    script: str
    call: str

    @property
    def version(self) -> str:
        """The installed version."""
        return installed_version(self.package)

    def examine(self, page: Page) -> Examination:
        """Run the engine on a page as it stands. The context must bypass the page's policy."""
        page.evaluate(_script(self.script))
        answer = page.evaluate(self.call)
        return Examination(
            self.id,
            answer["findings"],
            sorted(set(answer["examined"])),
            sorted(set(answer["applicable"])),
            answer["failed"],
            answer["looked"],
        )


@dataclass(frozen=True)
class Examination:
    """What an engine said of a page: findings, success criteria, how much it looked at."""

    tool: str
    findings: list[str]
    examined: list[str]
    applicable: list[str]
    failed: list[str]
    looked: int


ENGINES = (
    Engine("axe", "axe-core", "axe-core/axe.min.js", AXE),
    Engine("ibm", "accessibility-checker-engine", "accessibility-checker-engine/ace.js", IBM),
    Engine("htmlcs", "html_codesniffer", "html_codesniffer/build/HTMLCS.js", HTMLCS),
)


def installed_version(package: str) -> str:
    """The version of an npm package as installed."""
    text = (MODULES / package / "package.json").read_text(encoding="utf-8")
    return str(json.loads(text)["version"])


@cache
def _script(path: str) -> str:
    text = (MODULES / path).read_text(encoding="utf-8")
    return f"{text}\n;if (typeof ace !== 'undefined') window.ace = ace;"


def node(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a Node program of `MODULES` with the Node of this environment."""
    return subprocess.run(
        [Path(sys.executable).with_name("node"), *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
