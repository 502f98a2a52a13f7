"""Building: what staff change shows, what is wrong leaves the last site alone."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from lxml import html

from conftest import (
    SITE_URL,
    Replace,
    build,
    copy_draft,
    copy_project,
    replace_once,
    run,
    share_cache,
)

EDITOR = "https://example.org/city/strategy/edit/main"
REVIEW = """\
review:
  owner: {ja: 見本課, en: Sample Division}
  reviewed: 2026-11-01
  every: 6か月
"""


def _digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _pretend(site: Path) -> None:
    """Lay what is taken for an earlier site."""
    site.mkdir()
    for name in ("index.html", "404.html"):
        (site / name).write_text("old", encoding="utf-8")


def _page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def changed(shared: Path) -> tuple[Path, str]:
    """A site with additions and a review, with an editor, without an address and without the fonts;
    and what the build said."""
    root = shared / "changed"
    with FileLock(shared / "changed.lock"):
        if not root.exists():
            copy_draft(root)
            share_cache(root, shared)
            _add(root)
            replace_once(
                root / "docs" / "about.md", "---\ndescription", f"---\n{REVIEW}description"
            )
            said = build(
                root,
                "--lang",
                "en",
                pdfs=False,
                env={"EDIT_URL": f"{EDITOR}/docs/", "SITE_URL": "", "HOME": str(root)},
            )
            (root / "said.txt").write_text(said, encoding="utf-8")
    return root / "site", (root / "said.txt").read_text(encoding="utf-8")


def _add(project: Path) -> None:
    """A goal, a group, a month and a figure."""
    data = project / "data"
    replace_once(
        data / "vision.yml",
        "  - id: efficiency\n",
        "      - id: vision.convenience.5\n"
        "        text: {ja: 五つ目の目標, en: The fifth goal}\n\n"
        "  - id: fourth\n"
        "    title: {ja: 四つ目のグループ, en: The fourth group}\n"
        "    goals:\n"
        "      - id: vision.fourth.1\n"
        "        text: {ja: 新しい目標, en: A new goal}\n\n"
        "  - id: efficiency\n",
    )
    replace_once(
        data / "timeline.yml",
        "# 策定後の公表資料の事実",
        "  - id: r5-08\n"
        "    month: 令和5年8月\n"
        "    printed: R5.8月\n"
        "    events:\n"
        "      - id: r5-08.event.1\n"
        "        text: {ja: 新しい出来事, en: A new event}\n\n"
        "# 策定後の公表資料の事実",
    )
    replace_once(
        data / "figures.yml",
        "charts:\n",
        "  - id: figure.new\n"
        "    section: introduction#workload\n"
        "    statement: {ja: 新しい数値, en: A new figure}\n"
        "    printed: {ja: 約9割, en: about nine tenths}\n"
        "    value: 90\n"
        "    unit: percent\n"
        "    relation: level\n"
        "    source: null\n\n"
        "charts:\n",
    )


def test_additions_are_edits_of_yaml_alone(changed: tuple[Path, str]) -> None:
    expected = {
        "ja": ("五つ目の目標", "四つ目のグループ", "新しい目標", "新しい出来事", "新しい数値"),
        "en": ("The fifth goal", "The fourth group", "A new goal", "A new event", "A new figure"),
    }
    for language, texts in expected.items():
        base = changed[0] / ("en" if language == "en" else "")
        pages = "".join(
            (base / name / "index.html").read_text(encoding="utf-8")
            for name in ("mission-vision-values", "history", "figures")
        )
        for text in texts:
            assert text in pages
        history = html.fromstring((base / "history" / "index.html").read_text(encoding="utf-8"))
        assert history.xpath("//h2[@id='r5-08']")


def test_bad_input_of_every_kind_is_reported_at_once_and_the_last_site_stays(
    project: Path, replace: Replace
) -> None:
    site = project / "site"
    _pretend(site)
    before = _digest(site)
    data, docs = project / "data", project / "docs"
    replace(data / "mission.yml", "text:\n  ja", "text:\n\tja")
    replace(data / "vision.yml", "  - id: efficiency\n", "  - id: efficiency\n    titel: x\n")
    replace(data / "values.yml", "id: value.2", "id: value.1")
    replace(data / "figures.yml", "figure: figure.staff-2002", "figure: figure.staff-2001")
    replace(data / "figures.yml", "    value: 33\n", "    value: 三十三\n")
    replace(data / "timeline.yml", "start: 2023-01-10", "start: 令和5年2月30日")
    replace(data / "timeline.yml", "month: 令和5年3月", "month: R5.13")
    replace(data / "timeline.yml", "end: 2023-06-29", "end: 2023-06-09")
    replace(data / "governance.yml", "{ja: 事務局, en: Secretariat}", "{ja: 事務局}")
    replace(data / "statements.yml", "statement.definition", "statement.定義")
    (data / "extra.yml").write_text("a: 1\n", encoding="utf-8")
    glossary = data / "glossary.yml"
    glossary.write_bytes(glossary.read_text(encoding="utf-8").encode("cp932", "replace"))
    replace(docs / "history.md", "<!-- strategy: timeline -->", "<!-- strategy: timelime -->")
    replace(docs / "purpose.en.md", "description:", "descriptoin:")

    done = run(project, "build", "--site", str(site), "--lang", "en")
    assert done.returncode == 1
    codes = [line.split("[")[1].split("]")[0] for line in done.stderr.splitlines() if "] " in line]
    assert set(codes) >= {
        "yaml-tab",
        "unknown-key",
        "duplicate-id",
        "dangling-reference",
        "type",
        "no-such-date",
        "period",
        "missing-language",
        "id",
        "unknown-file",
        "encoding",
        "unknown-marker",
    }
    assert _digest(site) == before
    assert not list(project.glob(".site-*")), "nothing is left lying about"

    # MkDocs itself, without our command, refuses as well, strict or not, and touches nothing.
    for strictness in ("--strict", "--no-strict"):
        direct = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", strictness],
            cwd=project,
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert direct.returncode != 0
        assert "duplicate-id" in direct.stderr
        assert _digest(site) == before


def test_dead_links_fail_the_build_and_leave_the_last_site(project: Path, replace: Replace) -> None:
    site = project / "site"
    _pretend(site)
    replace(project / "docs" / "about.md", "## 英語版", "[なし](none.md)\n\n## 英語版")
    before = _digest(site)
    done = run(project, "build", "--site", str(site))
    assert done.returncode == 1
    assert "none.md" in done.stderr
    assert _digest(site) == before


def test_dead_links_in_raw_html_fail_the_build(project: Path, replace: Replace) -> None:
    replace(
        project / "docs" / "about.md",
        "## 英語版",
        '<p><a href="../purpose/#none">なし</a></p>\n\n## 英語版',
    )
    done = run(project, "build", "--site", str(project / "site"), "--lang", "en")
    assert done.returncode == 1
    assert "[dead-link]" in done.stderr
    assert not (project / "site").exists()


def test_same_bytes_at_another_time_and_place(site: Path, tmp_path: Path) -> None:
    """In another folder and time zone, at another moment, with sets in another order."""
    root = copy_project(tmp_path / "deeper" / "project")
    moment = {"SOURCE_DATE_EPOCH": "1800000000", "TZ": "America/New_York", "PYTHONHASHSEED": "1"}
    build(root, env=moment)
    made = _digest(root / "site")
    assert made == _digest(site)
    assert len([name for name in made if name.endswith(".pdf")]) >= 4


def test_check_formats_and_exit_codes(sample: Path, replace: Replace) -> None:
    assert run(sample, "check").returncode == 0
    replace(sample / "data" / "values.yml", "id: value.2", "id: value.1")
    text = run(sample, "check", "--lang", "ja")
    assert text.returncode == 1
    assert "data/values.yml:4:9: [duplicate-id] ID「value.1」" in text.stdout
    assert text.stdout.splitlines()[-1] == "1件の誤りがあります。"
    found = json.loads(run(sample, "check", "--format", "json", "--lang", "en").stdout)
    assert [item["code"] for item in found] == ["printed-value", "duplicate-id"]
    annotations = run(sample, "check", "--format", "github", "--lang", "en").stdout.splitlines()
    assert annotations[1].startswith(
        "::error file=data/values.yml,line=4,col=9,title=duplicate-id::"
    )
    english = run(sample, "check", env={"LC_ALL": "en_US.UTF-8"}).stdout
    assert "is already used at" in english
    assert run(sample, "no-such-command").returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("consult", "check", "sample-comment"),
        ("edition", "freeze", "r8-05"),
        ("check", "--due"),
        ("check", "--rules"),
        ("check", "--fix"),
    ],
    ids=" ".join,
)
def test_another_format_is_refused_where_nothing_is_written_in_it(
    arguments: tuple[str, ...], sample: Path
) -> None:
    done = run(sample, *arguments, "--format", "json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--format" in done.stderr.splitlines()[-1]


def test_built_without_a_public_address(changed: tuple[Path, str]) -> None:
    page = (changed[0] / "introduction" / "index.html").read_text(encoding="utf-8")
    assert SITE_URL not in page
    assert "canonical" not in page


def test_built_without_the_fonts(changed: tuple[Path, str]) -> None:
    assert "[pdf-fonts]" in changed[1]
    assert "fonts-morisawa-bizud-gothic" in changed[1]
    assert not (changed[0] / "pdf").exists()


def test_pages_lead_to_the_editor_where_one_is_named(changed: tuple[Path, str], site: Path) -> None:
    for folder, file in (("", "introduction.md"), ("en/", "introduction.en.md")):
        page = _page(changed[0], f"{folder}introduction")
        assert page.xpath("//*[@class='edit']//a/@href") == [
            f"{EDITOR}/docs/{file}",
            f"{EDITOR}/data/figures.yml",
        ]
    assert not _page(site, "introduction").xpath("//*[@class='edit']//a")


def test_pages_tell_of_their_review(changed: tuple[Path, str]) -> None:
    for folder, shown in (
        ("", "このページの担当：見本課"),
        ("en/", "Looked after by Sample Division"),
    ):
        lines = _page(changed[0], f"{folder}about").xpath("//*[@class='edit']/span/text()")
        assert lines[0] == shown
        assert len(lines) >= 3
