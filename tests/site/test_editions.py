"""Editions end to end: freezing, undeclared changes, declared ones in every place that shows them."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from filelock import FileLock
from lxml import etree, html

from conftest import SITE_URL, build, copy_draft, revise, run, share_cache
from strategy import record

Replace = Callable[[Path, str, str], None]
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def frozen(project: Path) -> Path:
    """A copy of the project whose present text is frozen as r8-05."""
    done = run(project, "edition", "freeze", "r8-05")
    assert done.returncode == 0, done.stderr
    return project


@pytest.fixture(scope="session")
def published(shared: Path) -> Path:
    """The same with its site, which is not changed."""
    root = shared / "frozen"
    with FileLock(shared / "frozen.lock"):
        if not root.exists():
            copy_draft(root)
            share_cache(root, shared)
            assert run(root, "edition", "freeze", "r8-05").returncode == 0
            build(root)
    return root


def _article(root: Path, path: str) -> html.HtmlElement:
    page = html.fromstring((root / "site" / path / "index.html").read_text(encoding="utf-8"))
    (article,) = page.xpath("//article")
    return article


def test_check_names_every_undeclared_change_and_prints_the_entry(
    revised: tuple[Path, str],
) -> None:
    found = re.findall(
        r"^(\S+?):\d+:\d+: \[undeclared-change\] (段落\S+?)が.*?（(\S+?)：", revised[1], re.M
    )
    assert found == [
        ("data/values.yml", "段落3-20", "移動"),
        ("data/values.yml", "段落3-21", "移動"),
        ("data/vision.yml", "段落3-9", "追加"),
        ("docs/governance.md", "段落5-10", "削除"),
        ("docs/introduction.md", "段落1-9", "変更"),
    ]
    for line in re.findall(r"「- (\w+ \S+ [0-9a-f]{16}[0-9a-f ]*)」", revised[1]):
        assert f"\n      - {line}\n" in revised[1]


def test_build_refuses_undeclared_changes_and_leaves_the_site(
    published: Path, tmp_path: Path
) -> None:
    project = Path(shutil.copytree(published, tmp_path / "project", symlinks=True))
    before = (project / "site" / "introduction" / "index.html").read_bytes()
    revise(project)
    done = run(project, "build", "--lang", "en")
    assert done.returncode == 1
    assert "undeclared-changes" in done.stderr
    assert (project / "site" / "introduction" / "index.html").read_bytes() == before


def test_white_space_and_mark_up_alone_are_no_change(frozen: Path, replace: Replace) -> None:
    replace(
        frozen / "docs" / "introduction.md",
        "自治体が担う役割が大きくなるのに伴って、",
        "**自治体**が担う役割が大きくなるのに\n伴って、",
    )
    assert run(frozen, "check").returncode == 0


def test_a_declaration_covers_that_change_and_no_later_one(
    revised: tuple[Path, str], tmp_path: Path, replace: Replace
) -> None:
    project = Path(shutil.copytree(revised[0], tmp_path / "project", symlinks=True))
    assert run(project, "check").returncode == 0
    replace(project / "docs" / "introduction.md", "業務は増えています", "業務は大きく増えています")
    said = run(project, "check", "--lang", "en").stdout
    assert "[declared-gone]" in said
    assert "[undeclared-change] paragraph 1-9" in said


def test_history_tells_what_why_when_and_where(revised: tuple[Path, str]) -> None:
    for path, words in (
        (
            "revisions",
            ("令和8年12月1日（2026年12月1日）", "表現の変更", "見本の変更です", "見本の理由です"),
        ),
        (
            "en/revisions",
            ("1 December 2026", "Change of wording", "A sample change", "A sample reason"),
        ),
    ):
        article = _article(revised[0], path)
        headings = [heading.text_content() for heading in article.xpath(".//h2")]
        assert headings[0] == words[0], "newest first"
        assert len(headings) == 2
        entry = article.xpath(".//h2[1]/following-sibling::div[1]")[0].text_content()
        assert all(word in entry for word in words[1:])
        links = article.xpath(".//h2[1]/following-sibling::div[1]//a/@href")
        assert len(links) == 5
        for link in links:
            page, _, anchor = link.partition("#")
            target = _article(revised[0], f"{path}/{page}")
            assert target.xpath(f".//tr[@id='{anchor}']"), link


def test_comparison_shows_old_and_new_with_the_changed_words(revised: tuple[Path, str]) -> None:
    article = _article(revised[0], "editions/r8-05/changes")
    rows = {
        (row[0].text_content(), row[1].text_content().partition(" ")[0]): row
        for row in article.xpath(".//table/tbody/tr")
    }
    assert set(rows) == {
        ("変更", "1-9"),
        ("追加", "3-9"),
        ("移動", "3-20"),
        ("移動", "3-21"),
        ("削除", "–"),
    }
    changed = rows["変更", "1-9"]
    assert changed.xpath(".//ins/text()") == ["業務"]
    assert changed.xpath(".//del/text()") == ["仕事"]
    assert changed[3].text_content() == "見本の理由です"
    folded = article.xpath(".//details/summary/text()")
    assert [re.sub(r"\d+", "N", text) for text in folded] == ["変わっていない段落（Nか所）"] * 3
    english = _article(revised[0], "en/editions/r8-05/changes")
    assert len(english.xpath(".//table/tbody/tr")) == 5


def test_comparison_is_there_as_a_table_for_spreadsheets(revised: tuple[Path, str]) -> None:
    folder = revised[0] / "site" / "editions" / "r8-05" / "changes"
    text = (folder / "changes.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert [row[4] for row in rows if row[5] == "見本の理由です"].count("移動") == 2
    assert (folder / "changes.xlsx").read_bytes().startswith(b"PK")
    links = _article(revised[0], "editions/r8-05/changes").xpath(
        ".//p/a/@href[starts-with(., 'changes.')]"
    )
    assert (folder / "changes.pdf").read_bytes().startswith(b"%PDF")
    assert links == ["changes.pdf", "changes.xlsx", "changes.csv"]


def test_chapter_tells_its_own_last_change(revised: tuple[Path, str]) -> None:
    for path, said in (
        ("introduction", "令和8年12月1日（2026年12月1日） （見本の変更です）"),
        ("en/introduction", "1 December 2026 (A sample change)"),
        ("purpose", "この章の文章： 令和8年5月更新版"),
    ):
        (line,) = _article(revised[0], path).xpath(".//*[@class='last-change']")
        assert re.sub(r"\s+", " ", line.text_content()).strip().endswith(said)


def test_english_says_which_paragraphs_are_older(revised: tuple[Path, str]) -> None:
    notes = _article(revised[0], "en/introduction").xpath(".//*[@class='translation-note']")
    (block,) = {note.getparent() for note in notes}
    assert block.xpath(".//a[@id='p1-9']")
    assert "newer than this translation (changed 1 December 2026)" in block.text_content()
    for path in ("introduction", "en/mission-vision-values"):  # the goal is new in both languages
        assert not _article(revised[0], path).xpath(".//*[@class='translation-note']")
    (listed,) = run(revised[0], "translated").stdout.splitlines()
    assert listed.split("\t")[:2] == ["docs/introduction.en.md", "1-9"]


def test_feeds_tell_the_revision_in_each_language(revised: tuple[Path, str]) -> None:
    for folder, title in (("", "見本の変更です"), ("en/", "A sample change")):
        site = revised[0] / "site"
        feed = etree.parse(str(site / f"{folder}feed.xml"))
        assert feed.xpath("/a:feed/a:entry[1]/a:title/text()", namespaces=ATOM) == [title]
        (link,) = feed.xpath("/a:feed/a:entry[1]/a:link/@href", namespaces=ATOM)
        assert re.fullmatch(
            rf"{SITE_URL}{folder}revisions/#revision\.\d{{4}}-\d\d-\d\d-introduction-[0-9a-f]{{4}}",
            link,
        )
        dates = feed.xpath("//a:entry/a:updated/text()", namespaces=ATOM)
        assert dates == ["2026-12-01T00:00:00+09:00", "2026-05-01T00:00:00+09:00"]
        items = json.loads((site / f"{folder}feed.json").read_text(encoding="utf-8"))["items"]
        assert [item["date_published"] for item in items] == dates


def test_old_edition_stays_whatever_becomes_of_text_data_and_templates(
    revised: tuple[Path, str], published: Path
) -> None:
    kept = record.load(published / "editions" / "r8-05" / "record.json")
    for path in ("editions/r8-05", "en/editions/r8-05"):
        before, after = _article(published, path), _article(revised[0], path)
        assert etree.tostring(before) == etree.tostring(after)
    for file in ("editions/r8-05/record.json",):
        assert (published / "site" / file).read_bytes() == (revised[0] / "site" / file).read_bytes()
    numbers = _article(revised[0], "editions/r8-05").xpath(".//a[@class='number']/text()")
    assert numbers == [c.cite(b) for c in kept.chapters for b in c.blocks if b.number]


def test_numbers_are_the_same_on_the_page_in_both_languages_and_in_the_record(
    published: Path,
) -> None:
    kept = record.load(published / "editions" / "r8-05" / "record.json")
    for chapter in kept.chapters:
        numbers = [chapter.cite(block) for block in chapter.blocks if block.number]
        for folder in ("", "en/"):
            links = _article(published, f"{folder}{chapter.id}").xpath(".//a[@class='number']")
            assert [link.text for link in links] == numbers
            assert [link.get("id") for link in links] == [f"p{number}" for number in numbers]


def test_record_fits_its_published_schema(published: Path) -> None:
    site = published / "site" / "editions"
    schema = json.loads((site / "record.schema.json").read_text(encoding="utf-8"))
    data = json.loads((site / "r8-05" / "record.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)
    assert data["format"] == 1


def test_verify_finds_a_single_flipped_byte_and_so_does_the_build(frozen: Path) -> None:
    assert run(frozen, "edition", "verify").returncode == 0
    path = frozen / "editions" / "r8-05" / "record.json"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    for command in (("edition", "verify"), ("build",), ("check",)):
        done = run(frozen, *command, "--lang", "en")
        assert done.returncode == 1
        assert "editions/r8-05/record.json:1:1: [edition-record]" in done.stdout + done.stderr


def test_freezing_refuses_what_is_frozen_other_ids_and_errors(
    frozen: Path, replace: Replace
) -> None:
    again = run(frozen, "edition", "freeze", "r8-05", "--lang", "en")
    assert again.returncode == 1
    assert again.stderr.startswith("r8-05 is frozen already; for a new edition, write its id")
    other = run(frozen, "edition", "freeze", "r9-04", "--lang", "en")
    assert other.returncode == 1
    assert "describes r8-05" in other.stderr
    replace(frozen / "data" / "strategy.yml", "  id: r8-05\n", "  id: r9-04\n")
    replace(frozen / "data" / "mission.yml", "text:", "txet:")
    broken = run(frozen, "edition", "freeze", "r9-04", "--lang", "en")
    assert broken.returncode == 1
    assert "unknown-key" in broken.stderr
    assert not (frozen / "editions" / "r9-04").exists()


def test_the_next_edition_supersedes_those_before_and_they_lead_to_it(
    revised: tuple[Path, str], tmp_path: Path, replace: Replace
) -> None:
    project = Path(shutil.copytree(revised[0], tmp_path / "project", symlinks=True))
    replace(project / "data" / "strategy.yml", "  id: r8-05\n", "  id: r9-04\n")
    replace(project / "data" / "strategy.yml", "    date: 令和8年5月\n", "    date: 令和9年4月\n")
    replace(project / "data" / "strategy.yml", "令和8年5月更新", "令和9年4月更新")
    done = run(project, "edition", "freeze", "r9-04")
    assert done.returncode == 0, done.stderr
    lines = [line.split("\t")[:2] for line in run(project, "edition", "list").stdout.splitlines()]
    assert lines == [["r9-04", "現在の版"], ["r8-05", "前の版"]]
    # And the one after it. Any two editions can be compared, not only neighbours.
    replace(project / "data" / "strategy.yml", "  id: r9-04\n", "  id: r9-10\n")
    replace(project / "data" / "strategy.yml", "    date: 令和9年4月\n", "    date: 令和9年10月\n")
    replace(project / "data" / "strategy.yml", "令和9年4月更新", "令和9年10月更新")
    assert run(project, "edition", "freeze", "r9-10").returncode == 0
    build(project, pdfs=False)
    for ident in ("r8-05", "r9-04"):
        (banner,) = _article(project, f"editions/{ident}").xpath(".//*[@class='edition-status']")
        assert banner.xpath(".//a/@href") == ["../r9-10/"]
    rows = _article(project, "editions/r8-05/changes").xpath(".//table/tbody/tr")
    assert len(rows) == 5, "the comparison stays at its address, now with the edition that followed"
    for ident in ("r9-04", "r9-10"):
        page = _article(project, f"editions/{ident}/changes")
        assert "変わったところはありません" in page.text_content()
    for path in ("editions/r8-05/changes/r9-10", "en/editions/r8-05/changes/r9-10"):
        assert len(_article(project, path).xpath(".//table/tbody/tr")) == 5


def test_a_record_is_enough_to_compare_and_read(revised: tuple[Path, str], tmp_path: Path) -> None:
    """In a folder with nothing but two records."""
    shutil.copy(revised[0] / "editions" / "r8-05" / "record.json", tmp_path / "old.json")
    text = (tmp_path / "old.json").read_text(encoding="utf-8")
    (tmp_path / "new.json").write_text(
        text.replace("のに、仕事は増え", "のに、業務は増え"), encoding="utf-8"
    )
    paths = [str(tmp_path / name) for name in ("old.json", "new.json")]
    done = run(tmp_path, "compare", *paths, "--lang", "ja")
    assert (
        "変更\t1-9 → 1-9\t職員の数は減っているのに、[-仕事-]{+業務+}は増えています。" in done.stdout
    )
    for suffix in ("csv", "xlsx", "pdf"):
        target = tmp_path / f"out.{suffix}"
        assert run(tmp_path, "compare", *paths, "--output", str(target)).returncode == 0
        assert target.stat().st_size > 100


def test_show_prints_numbers_and_text(frozen: Path) -> None:
    lines = run(frozen, "edition", "show", "r8-05").stdout.splitlines()
    assert lines[0] == "\t1. はじめに（なぜDXが必要なのか）"
    assert any(line.startswith("3-8\t") for line in lines)
    assert run(frozen, "edition", "show", "r5-07").returncode == 1
