"""A sample consultation from call to answer, on a copy of the project; never in the public site.

``consulted`` goes the way that officers go: the draft is opened with the command, opinions are
imported, the final edition is frozen, the answers are dated. A site is built at each stage.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from filelock import FileLock

from conftest import FIXTURES, build, copy_draft, declare, run, serving, share_cache

CALL = "sample-comment"
FIXTURE = FIXTURES / "consultation"
# Words that stand nowhere else: in the draft, in an opinion, in an answer.
IN_DRAFT, IN_OPINION, IN_ANSWER = "案目印甲乙丙", "意見目印子丑寅", "回答目印辰巳午"
IN_SECRET = "秘密目印丁戊己"  # in an edition that is a draft, and no more
SENTENCE = "人口も市の職員も減る一方で"
FINAL_SENTENCE = "人口も市の職員も減る一方で（見本の決定）"
STAGES = {
    "announced": "2027-01-11T23:59:59+09:00",
    "open": "2027-02-12T23:59:59+09:00",
    "over": "2027-02-13T00:00:00+09:00",
    "closed": "2027-03-14T23:59:59+09:00",
    "answered": "2027-03-15T00:00:00+09:00",
}
EXPORT = f"""タイムスタンプ,お名前,メールアドレス,段落番号,ご意見とその理由
2027/01/20 10:00:00,見本太郎,taro@example.com,1-1,"{IN_OPINION}を
2行で書きます。=1+1 😀 <b>太字</b>"
2027/02/01 9:30:00,見本花子,hanako@example.com,,=cmd|' /C calc'!A0
2027/02/12 23:59:59,見本次郎,jiro@example.com,1-2、3-1,電話は090-1234-5678です
"""


@dataclass(frozen=True)
class Consulted:
    """The project at its end, and the sites at each stage."""

    root: Path
    sites: dict[str, Path]


def at(moment: str, language: str = "ja") -> dict[str, str]:
    """The environment of a command at a moment, on a machine far from Japan."""
    seconds = int(datetime.fromisoformat(moment).timestamp())
    locale = "ja_JP.UTF-8" if language == "ja" else "en_US.UTF-8"
    return {"SOURCE_DATE_EPOCH": str(seconds), "TZ": "America/Los_Angeles", "LC_ALL": locale}


def _open(root: Path) -> None:
    """Copy the project, and open a sample draft in it; its text is as it was."""
    copy_draft(root)
    assert run(root, "edition", "freeze", "r8-05").returncode == 0
    kept = {
        name: (root / name).read_bytes() for name in ("docs/introduction.md", "data/strategy.yml")
    }
    shutil.copy(FIXTURE / f"{CALL}.yml", root / "data" / "consultations")
    _rewrite(root, SENTENCE, f"{SENTENCE}（{IN_DRAFT}）", "sample-draft", "令和9年1月")
    done = run(root, "consult", "open", CALL, env=at("2027-01-04T09:00+09:00"))
    assert done.returncode == 0, done.stderr
    for name, data in kept.items():
        (root / name).write_bytes(data)
    _keep_a_secret(root / "editions")


def _keep_a_secret(editions: Path) -> None:
    """An edition in preparation, on which nobody is asked yet."""
    opened, secret = editions / "sample-draft", editions / "sample-secret"
    secret.mkdir()
    record = (opened / "record.json").read_text(encoding="utf-8").replace(IN_DRAFT, IN_SECRET)
    (secret / "record.json").write_text(record, encoding="utf-8")
    facts = (opened / "edition.yml").read_text(encoding="utf-8")
    for pattern, value in (
        ("^id: .*", "id: sample-secret"),
        ("^status: .*", "status: draft"),
        ("^sha256: .*", f"sha256: {hashlib.sha256(record.encode()).hexdigest()}"),
        ("更新版（案）", f"更新版{IN_SECRET}"),
    ):
        facts, count = re.subn(pattern, value, facts, flags=re.MULTILINE)
        assert count == 1, pattern
    (secret / "edition.yml").write_text(facts, encoding="utf-8")


def _rewrite(root: Path, old: str, new: str, edition: str, month: str) -> None:
    """Change a sentence, and what the text calls itself."""
    for name, changes in (
        ("docs/introduction.md", {old: new}),
        (
            "data/strategy.yml",
            {
                "id: r8-05": f"id: {edition}",
                "date: 令和8年5月": f"date: {month}",
                "令和8年5月更新": f"{month}更新",
                "Updated May 2026": f"Sample of {month}",
            },
        ),
    ):
        text = (root / name).read_text(encoding="utf-8")
        for before, after in changes.items():
            assert text.count(before) == 1, before
            text = text.replace(before, after)
        (root / name).write_text(text, encoding="utf-8")


def set_fact(root: Path, key: str, value: str) -> None:
    """Write a value into the sample consultation."""
    path = root / "data" / "consultations" / f"{CALL}.yml"
    text = path.read_text(encoding="utf-8")
    assert f"\n{key}: null\n" in text
    path.write_text(text.replace(f"\n{key}: null\n", f"\n{key}: {value}\n"), encoding="utf-8")


def comments(root: Path) -> Path:
    """The file of opinions."""
    return root / "data" / "consultations" / CALL / "comments.csv"


def edit_comments(root: Path, **columns: list[str]) -> None:
    """Write a column, as an officer does in a spreadsheet program."""
    rows = list(csv.reader(io.StringIO(comments(root).read_text(encoding="utf-8-sig"), newline="")))
    for name, values in columns.items():
        for row, value in zip(rows[1:], values, strict=True):
            row[rows[0].index(name)] = value
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    comments(root).write_text(stream.getvalue(), encoding="utf-8-sig", newline="")


@pytest.fixture(scope="session")
def prepared(shared: Path) -> Path:
    """A project in which the sample draft has been opened."""
    root = shared / "with-draft"
    with FileLock(shared / "with-draft.lock"):
        if not root.exists():
            _open(root)
    return root


@pytest.fixture(scope="session")
def consulted(shared: Path, prepared: Path) -> Consulted:
    """The sample consultation, with a site at each stage."""
    root, sites = shared / "consulted", shared / "consulted-sites"
    with FileLock(shared / "consulted.lock"):
        if not sites.exists():
            shutil.copytree(prepared, root)
            share_cache(root, shared)
            _go_through(root, sites)
    return Consulted(root, {stage: sites / stage / "dx" for stage in STAGES})


def _go_through(root: Path, sites: Path) -> None:
    def publish(*stages: str) -> None:
        for stage in stages:
            build(root, "--site", str(sites / stage / "dx"), env=at(STAGES[stage]))

    def do(*arguments: str, moment: str) -> str:
        done = run(root, "consult", *arguments, env=at(moment))
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    publish("announced", "open", "over")
    export = root.parent / "export.csv"
    export.write_text(EXPORT, encoding="utf-8")
    do("import", CALL, str(export), moment="2027-02-13T09:00+09:00")
    do("close", CALL, "--people", "3", moment="2027-02-15T09:00+09:00")
    _rewrite(root, SENTENCE, FINAL_SENTENCE, "sample-final", "令和9年3月")
    decided = at("2027-03-01T09:00+09:00")
    declare(root, run(root, "check", "--lang", "ja", env=decided).stdout)
    done = run(root, "edition", "freeze", "sample-final", env=decided)
    assert done.returncode == 0, done.stderr
    set_fact(root, "final", "sample-final")
    edit_comments(
        root,
        answer_ja=[f"{IN_ANSWER}。見本の回答です。", "見本の回答です。", "見本の回答です。"],
        answer_en=["A sample answer.", "", ""],
        disposition=["reflected", "considered", "included"],
        changed=["段落1-1", "", ""],
    )
    do("answer", CALL, "--on", "2027-03-15", moment="2027-03-10T09:00+09:00")
    publish("closed", "answered")


@pytest.fixture(scope="session")
def stages(consulted: Consulted) -> Iterator[str]:
    """The sites of all stages on this machine: ``<address>/<stage>/dx/``."""
    with serving(consulted.sites["open"].parents[1]) as root:
        yield root
