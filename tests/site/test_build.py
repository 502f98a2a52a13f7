"""Building: what staff change shows, what is wrong leaves the last site alone."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from conftest import SITE_URL, run

Replace = Callable[[Path, str, str], None]


def _digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_additions_are_edits_of_yaml_alone(project: Path, replace: Replace) -> None:
    data = project / "data"
    replace(
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
    replace(
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
    replace(
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
    done = run(project, "build", "--site", str(project / "site"))
    assert done.returncode == 0, done.stderr
    expected = {
        "ja": ("五つ目の目標", "四つ目のグループ", "新しい目標", "新しい出来事", "新しい数値"),
        "en": ("The fifth goal", "The fourth group", "A new goal", "A new event", "A new figure"),
    }
    for language, texts in expected.items():
        base = project / "site" / ("en" if language == "en" else "")
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
    assert run(project, "build", "--site", str(site)).returncode == 0
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
        "date",
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
    site.mkdir()
    for name in ("index.html", "404.html"):
        (site / name).write_text("old", encoding="utf-8")
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


def test_same_bytes_twice_at_two_places(project: Path, tmp_path: Path) -> None:
    for place in ("one", "two/deeper"):
        done = run(project, "build", "--site", str(tmp_path / place))
        assert done.returncode == 0, done.stderr
    assert _digest(tmp_path / "one") == _digest(tmp_path / "two" / "deeper")


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


def test_built_without_a_public_address(project: Path) -> None:
    done = run(project, "build", "--site", str(project / "site"), env={"SITE_URL": ""})
    assert done.returncode == 0, done.stderr
    page = (project / "site" / "introduction" / "index.html").read_text(encoding="utf-8")
    assert SITE_URL not in page
    assert "canonical" not in page


def test_the_same_content_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    digests = []
    for number, moment in enumerate(("1700000000", "1800000000")):
        target = tmp_path / f"site-{number}"
        env = {"PYTHONHASHSEED": str(number), "SOURCE_DATE_EPOCH": moment}
        done = run(project, "build", "--site", str(target), env=env)
        assert done.returncode == 0, done.stderr
        digests.append(_digest(target))
    assert digests[0] == digests[1]
    assert len(digests[0]) > 50


def test_pages_lead_to_the_editor_where_one_is_named_and_tell_of_their_review(
    project: Path, replace: Replace
) -> None:
    assert run(project, "build").returncode == 0
    page = project / "site" / "introduction" / "index.html"
    assert not html.fromstring(page.read_text(encoding="utf-8")).xpath("//*[@class='edit']//a")
    replace(
        project / "docs" / "about.md",
        "---\ndescription",
        "---\nreview:\n  owner: {ja: 見本課, en: Sample Division}\n  reviewed: 2026-11-01\n"
        "  every: 6か月\ndescription",
    )
    editor = "https://example.org/city/strategy/edit/main"
    assert run(project, "build", env={"EDIT_URL": f"{editor}/docs/"}).returncode == 0
    for folder, file in (("", "introduction.md"), ("en/", "introduction.en.md")):
        page = project / "site" / folder / "introduction" / "index.html"
        links = html.fromstring(page.read_text(encoding="utf-8")).xpath(
            "//*[@class='edit']//a/@href"
        )
        assert links == [
            f"{editor}/docs/{file}",
            f"{editor}/data/figures.yml",
        ]
    for folder, shown in (
        ("", "このページの担当：見本課"),
        ("en/", "Looked after by Sample Division"),
    ):
        page = project / "site" / folder / "about" / "index.html"
        lines = html.fromstring(page.read_text(encoding="utf-8")).xpath(
            "//*[@class='edit']/span/text()"
        )
        assert lines[0] == shown
        assert len(lines) >= 3
