"""The sample consultation on the built site: what readers get at each stage, and what they do not."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from functools import cache
from pathlib import Path

import docx
import pytest
from lxml import html
from pypdf import PdfReader

import verapdf
from conftest import ROOT
from consulted import (
    CALL,
    FINAL_SENTENCE,
    IN_ANSWER,
    IN_DRAFT,
    IN_OPINION,
    IN_SECRET,
    SENTENCE,
    STAGES,
    Consulted,
)
from pdf_reader import Pdf, plain

SECRET = {
    "announced": (IN_DRAFT, IN_OPINION, IN_ANSWER),
    "open": (IN_OPINION, IN_ANSWER),
    "over": (IN_OPINION, IN_ANSWER),
    "closed": (IN_OPINION, IN_ANSWER),
    "answered": (),
}
pytestmark = pytest.mark.xdist_group("consulted")
PERSONAL = ("見本太郎", "見本花子", "見本次郎", "taro@", "hanako@", "jiro@", "090-1234-5678")


def _page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def _text(path: Path) -> str:
    """Everything a file says, also what is packed in it."""
    return _said(path.read_bytes(), path.suffix)


@cache
def _said(data: bytes, suffix: str) -> str:
    """The same of its bytes: most files are in the sites of all stages."""
    if suffix == ".pdf":
        reader = PdfReader(io.BytesIO(data))
        shown = "".join(page.extract_text() for page in reader.pages)
        return f"{shown}{reader.metadata}{data.decode('latin-1')}"
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "".join(
                package.read(name).decode("utf-8", "replace") for name in package.namelist()
            )
    return data.decode("utf-8", "replace")


def _plain(text: str) -> str:
    """Without the line breaks between phrases, escapes and white space."""
    escaped = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
    return re.sub(r"<wbr>|\s", "", escaped)


@pytest.mark.parametrize("stage", STAGES)
def test_nothing_stands_anywhere_before_its_time(consulted: Consulted, stage: str) -> None:
    files = [path for path in consulted.sites[stage].rglob("*") if path.is_file()]
    assert len(files) > 100
    for path in files:
        text = _plain(f"{path.name}{_text(path)}")
        for secret in (*SECRET[stage], IN_SECRET, *PERSONAL):
            assert secret not in text, f"{secret} stands in {path}"


@pytest.mark.parametrize("suffix", [".html", ".json", ".pdf", ".csv", ".xlsx"])
def test_the_search_for_secrets_sees_into_every_kind_of_file(
    consulted: Consulted, suffix: str
) -> None:
    """The draft stands in files of each kind once it is open; so the test above would find it."""
    found = [
        path
        for path in consulted.sites["open"].rglob(f"*{suffix}")
        if IN_DRAFT in _plain(_text(path))
    ]
    assert found


def test_the_public_site_has_nothing_of_the_sample(site: Path) -> None:
    for path in site.rglob("*"):
        assert CALL not in path.name
        if path.is_file():
            assert IN_DRAFT not in _plain(_text(path))
    assert not list((ROOT / "data" / "consultations").glob("*sample*"))


@pytest.mark.parametrize(
    ("stage", "ja", "en"),
    [
        ("announced", "募集の予告", "Announced"),
        ("open", "意見を募集中", "Open for opinions"),
        ("over", "募集は終わりました（意見を検討中）", "Closed; opinions are being considered"),
        ("closed", "募集は終わりました（意見を検討中）", "Closed; opinions are being considered"),
        ("answered", "結果を公表しました", "Answered"),
    ],
)
def test_call_says_what_it_is(consulted: Consulted, stage: str, ja: str, en: str) -> None:
    for prefix, words in (("", ja), ("en/", en)):
        page = _page(consulted.sites[stage], f"{prefix}consultations/{CALL}")
        (state,) = page.xpath("//p[contains(@class, 'call-state')]")
        assert state.get("data-state") == ("closed" if stage == "over" else stage)
        assert state.findtext("strong") == words


@pytest.mark.parametrize("stage", STAGES)
def test_only_an_open_call_has_a_banner_and_can_be_answered(
    consulted: Consulted, stage: str
) -> None:
    site = consulted.sites[stage]
    is_open = stage == "open"
    for path in (f"consultations/{CALL}", "introduction", "en"):
        assert len(_page(site, path).xpath("//aside[@class='consultation']")) == is_open
    call = _page(site, f"consultations/{CALL}")
    assert bool(call.xpath("//a[contains(@href, 'mailto:')]")) == is_open
    assert bool(call.xpath("//a[contains(@href, 'calendar.ics')]")) == (
        stage in ("announced", "open")
    )
    draft = site / "editions" / "sample-draft" / "index.html"
    assert draft.exists() == (stage != "announced")
    if draft.exists():
        assert (
            "mailto:" in draft.read_text(encoding="utf-8")
            or "form?" in draft.read_text(encoding="utf-8")
        ) == is_open


def test_banner_leads_to_the_call(consulted: Consulted) -> None:
    page = _page(consulted.sites["open"], "en/introduction")
    (link,) = page.xpath("//aside[@class='consultation']//a")
    assert link.get("href") == f"../consultations/{CALL}/"


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_call_tells_all_that_is_needed(consulted: Consulted, prefix: str) -> None:
    page = _page(consulted.sites["open"], f"{prefix}consultations/{CALL}")
    text = page.xpath("string(//article)")
    wanted = ["sample@example.org", "0000-00-0000", "https://www.example.org/form"]
    wanted += (
        [
            "令和9年2月12日（2027年2月12日、金曜日）",
            "必着",
            "見本庁舎1階",
            "見本県見本市見本町1-1",
            "氏名",
        ]
        if not prefix
        else ["Friday 12 February 2027", "must arrive", "Sample building", "Mihon-cho", "Name"]
    )
    for words in wanted:
        assert words in text, words
    links = page.xpath("//article//a/@href")
    for end in ("form/", "form.docx", "form.pdf", "calendar.ics", "redline/"):
        assert any(link.endswith(end) for link in links), end
    assert any("changes/sample-draft/" in link for link in links)
    assert any(link.endswith(".pdf") and "sample-draft" in link for link in links)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_draft_says_what_it_is_and_keeps_out_of_search_engines(
    consulted: Consulted, prefix: str
) -> None:
    site = consulted.sites["open"]
    for path in (
        "editions/sample-draft",
        "editions/sample-draft/redline",
        "editions/r8-05/changes/sample-draft",
        f"consultations/{CALL}/form",
    ):
        page = _page(site, f"{prefix}{path}")
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"], path
        assert path not in (site / "sitemap.xml").read_text(encoding="utf-8")
    for path in ("editions/sample-draft", "editions/sample-draft/redline"):
        page = _page(site, f"{prefix}{path}")
        mark = "DRAFT" if prefix else "案"
        assert mark in page.findtext(".//title")
        assert mark.lower() in page.xpath("string(//p[@class='edition-status'])").lower()
        assert page.xpath("//div[@class='draft']")
    assert f"consultations/{CALL}" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_every_paragraph_of_the_draft_can_be_commented_on(consulted: Consulted) -> None:
    page = _page(consulted.sites["open"], "editions/sample-draft")
    numbers = [link.text for link in page.xpath("//a[@class='number']")]
    links = {a.get("data-paragraph"): a.get("href") for a in page.xpath("//a[@class='comment']")}
    assert len(numbers) > 50
    assert list(links) == ["全体", *numbers]
    assert links["1-1"] == "https://www.example.org/form?edition=sample-draft&paragraph=1-1"


def test_call_is_an_event_with_its_dates(consulted: Consulted) -> None:
    page = _page(consulted.sites["open"], f"consultations/{CALL}")
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")
    (event,) = (each for each in json.loads(data)["@graph"] if each["@type"] == "Event")
    assert (event["startDate"], event["endDate"]) == ("2027-01-12", "2027-02-12")


def test_redline_marks_what_the_draft_changes(consulted: Consulted) -> None:
    page = _page(consulted.sites["open"], "editions/sample-draft/redline")
    (inserted,) = page.xpath("//ins")
    assert IN_DRAFT in inserted.text
    paragraph = inserted.getparent()
    assert paragraph.xpath("a[@class='number']/@id") == ["p1-1"]
    assert not page.xpath("//del")


def test_calendar_file_has_the_deadline(consulted: Consulted) -> None:
    data = (consulted.sites["open"] / "consultations" / CALL / "calendar.ics").read_bytes()
    lines = data.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    unfolded = data.replace(b"\r\n ", b"").decode()
    assert "DTSTART;VALUE=DATE:20270212\r\nDTEND;VALUE=DATE:20270213\r\n" in unfolded
    assert "【見本】戦略の改定案への意見募集" in unfolded
    assert f"URL:https://example.org/dx/consultations/{CALL}/\r\n" in unfolded


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_opinion_answer_and_changed_paragraph_are_linked_both_ways(
    consulted: Consulted, prefix: str
) -> None:
    site = consulted.sites["answered"]
    here = f"{prefix}consultations/{CALL}/results"
    results = _page(site, here)
    (row,) = results.xpath("//tr[@id='opinion-1']")

    def leads(link: str, path: str) -> bool:
        target, _, anchor = link.partition("#")
        page = (site / path / target).resolve() / "index.html"
        return bool(html.fromstring(page.read_text(encoding="utf-8")).xpath(f"//*[@id='{anchor}']"))

    draft, final = (link.get("href") for link in row.xpath(".//a"))
    assert "editions/sample-draft/#p1-1" in draft and leads(draft, here)
    assert "editions/sample-final/#p1-1" in final and leads(final, here)
    for path in ("editions/sample-draft", "editions/sample-final", "introduction"):
        page = _page(site, f"{prefix}{path}")
        (back,) = page.xpath("//a[@class='opinion'][contains(@href, '#opinion-1')]")
        assert back.getprevious().get("id") == "p1-1", path
        assert leads(back.get("href"), f"{prefix}{path}")


def test_results_stand_above_the_call_and_count_without_voting(consulted: Consulted) -> None:
    site = consulted.sites["answered"]
    call = _page(site, f"consultations/{CALL}")
    headings = call.xpath("//article//h2/@id")
    assert headings[0] == "outcome" and "respond" in headings
    assert "3人から3件の意見がありました" in call.xpath("string(//article)")
    results = _page(site, f"consultations/{CALL}/results")
    assert results.xpath("//section/@data-chapter") == ["all", "chapter-1"]
    assert [row.get("id") for row in results.xpath("//tbody/tr")] == [
        "opinion-2",
        "opinion-1",
        "opinion-3",
    ]
    lists = "//div[@class='filter needs-script']//select"
    assert results.xpath(f"{lists}/../text()") == ["章 ", "対応 "]
    assert results.xpath(f"{lists}/option[@value='']/text()") == ["すべての章", "すべての対応"]
    assert "反映（1件）" in results.xpath("string(//dl)")
    assert IN_ANSWER in results.xpath("string(//tr[@id='opinion-1'])")
    assert "要約" in results.xpath("string(//tr[@id='opinion-3'])")
    assert not results.xpath("//article//b")
    english = _page(site, f"en/consultations/{CALL}/results")
    assert "A sample answer." in english.xpath("string(//tr[@id='opinion-1'])")
    assert english.xpath("//tr[@id='opinion-2']//span[@lang='ja']")


def test_pdfs_of_a_superseded_edition_keep_their_addresses(consulted: Consulted) -> None:
    site = consulted.sites["answered"]
    former, current = ("kashima-dx-strategy-r8-05", "kashima-dx-strategy-sample-final")
    for name in (former, current):
        for kind in (".ja", ".en", "-large.ja", "-large.en"):
            assert (site / "pdf" / f"{name}{kind}.pdf").read_bytes().startswith(b"%PDF")
    said = plain(Pdf(site / "pdf" / f"{former}.ja.pdf").root.text)
    assert FINAL_SENTENCE not in said and SENTENCE in said
    for prefix in ("", "en/"):
        offered = (site / prefix / "index.html").read_text(encoding="utf-8")
        assert current in offered and former not in offered
        page = (site / prefix / "editions" / "r8-05" / "index.html").read_text(encoding="utf-8")
        assert f"pdf/{former}.ja.pdf" in page and current not in page


def test_tables_of_results_hold_no_formula(consulted: Consulted) -> None:
    folder = consulted.sites["answered"] / "consultations" / CALL
    text = (folder / "results.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == 4
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert rows[2][2].startswith("'=cmd")
    with zipfile.ZipFile(folder / "results.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "=cmd|" in book.read("xl/sharedStrings.xml").decode()


def test_feeds_tell_of_opening_closing_and_answering(consulted: Consulted) -> None:
    expected = {"announced": 0, "open": 1, "over": 2, "closed": 2, "answered": 3}
    for stage, count in expected.items():
        feed = json.loads((consulted.sites[stage] / "feed.json").read_text(encoding="utf-8"))
        entries = [item for item in feed["items"] if CALL in item["id"]]
        assert len(entries) == count, stage
        assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
        assert IN_DRAFT not in str(feed)
    titles = {item["title"]: item["date_published"] for item in entries}
    assert (
        titles["意見の募集が終わりました：【見本】戦略の改定案への意見募集"]
        == "2027-02-13T00:00:00+09:00"
    )
    atom = (consulted.sites["answered"] / "en" / "feed.xml").read_text(encoding="utf-8")
    assert f"https://example.org/dx/en/consultations/{CALL}/#answered" in atom


def test_printed_draft_has_line_numbers_and_says_what_it_is(consulted: Consulted) -> None:
    path = consulted.sites["open"] / "pdf" / "kashima-dx-strategy-sample-draft.ja.pdf"
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert IN_DRAFT in _plain(text)
    assert "案" in text
    assert "1-1" in text


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_printed_form_conforms(consulted: Consulted, prefix: str, flavour: str) -> None:
    path = consulted.sites["open"] / prefix / "consultations" / CALL / "form.pdf"
    assert not verapdf.failures(path, flavour)


def test_word_form_opens_and_is_made_alike(consulted: Consulted) -> None:
    path = consulted.sites["open"] / "consultations" / CALL / "form.docx"
    document = docx.Document(str(path))
    facts, person, opinions = document.tables
    assert [cell.text for cell in opinions.rows[0].cells] == ["段落番号", "意見とその理由"]
    assert [row.cells[0].text for row in person.rows] == ["氏名", "住所", "電話番号"]
    assert facts.rows[0].cells[1].text.startswith("【見本】")
    assert (
        path.read_bytes()
        == (consulted.sites["closed"] / path.relative_to(consulted.sites["open"])).read_bytes()
    )


def test_form_alone_is_enough_to_comment(consulted: Consulted) -> None:
    """As a page, as a PDF and as a Word file: what, until when, where to, who asks, room to write."""
    folder = consulted.sites["open"] / "consultations" / CALL
    wanted = (
        "【見本】戦略の改定案への意見募集",
        "sample-draft",
        "令和9年2月12日（2027年2月12日、金曜日）（必着）",
        "FAX：0000-00-0000",
        "〒000-0000見本県見本市見本町1-1見本課",
        "sample@example.org",
        "公表しません",
        "氏名",
        "住所",
        "電話番号",
        "段落番号",
        "意見とその理由",
        "案の各段落に付いています",
    )
    pdf = "".join(page.extract_text() for page in PdfReader(folder / "form.pdf").pages)
    page = _page(consulted.sites["open"], f"consultations/{CALL}/form").xpath("string(//article)")
    word = re.sub(r"<[^>]+>", "", _text(folder / "form.docx"))
    for name, text in (("pdf", pdf), ("page", page), ("word", word)):
        for words in wanted:
            assert words in re.sub(r"\s", "", text), f"{words} is not in the {name}"
