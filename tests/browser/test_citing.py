"""Paragraph numbers, citations and comparisons, as readers use them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import OpenPage
from conftest import EDITION

NUMBER = "a.number >> nth=2"
UPDATED = EDITION["updated"]["printed"]


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page(permissions=["clipboard-read", "clipboard-write"])


@pytest.fixture
def comparison(open_page: OpenPage, revised: tuple[Path, str]) -> Page:
    """The comparison of a revised project, read from the disk (so without its policy)."""
    page = open_page()
    page.goto((revised[0] / "site/editions/r8-05/changes/index.html").as_uri())
    return page


def _is_seen(page: Page) -> bool:
    """Whether the number is drawn at all: it is only clipped until somebody asks for it."""
    seen: bool = page.locator(NUMBER).evaluate(
        "(link) => getComputedStyle(link).clipPath === 'none' && link.offsetWidth > 20"
    )
    return seen


@pytest.mark.parametrize("width", [360, 1280])
def test_numbers_appear_on_focus_hover_and_request(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}introduction/")
    assert not _is_seen(page)
    page.locator(NUMBER).focus()
    assert _is_seen(page)
    page.locator("h1").click()
    assert not _is_seen(page)
    if width == 1280:
        page.locator(NUMBER).locator("..").hover()
        assert _is_seen(page)
    page.locator(".display > summary").click()
    page.get_by_label("段落番号を表示する").check()
    assert _is_seen(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{address}en/purpose/")
    assert _is_seen(page), "kept on the next page"


def test_numbers_are_always_printed(page: Page, address: str) -> None:
    page.goto(f"{address}introduction/")
    page.emulate_media(media="print")
    assert _is_seen(page)


@pytest.mark.parametrize(
    ("path", "number", "wanted"),
    [
        (
            "mission-vision-values/",
            "3-5",
            rf"鹿島市「かしまデジタル変革（DX）戦略」（概要版、{UPDATED['ja']}）、段落3-5、"
            rf"http\S+/editions/{EDITION['id']}/#p3-5"
            r"（\d{4}年\d{1,2}月\d{1,2}日閲覧）",
        ),
        (
            "en/mission-vision-values/",
            "3-5",
            r"Kashima City, Kashima Digital Transformation \(DX\) Strategy \(Summary edition .*, "
            rf"{UPDATED['en']}; reference translation\), paragraph 3-5, "
            rf"http\S+/en/editions/{EDITION['id']}/#p3-5 "
            r"\(accessed \d{1,2} \w+ \d{4}\)",
        ),
        (
            "introduction/",
            "1-1",
            r".*ウェブ版の説明文（戦略の原文ではありません）、段落1-1、.*#p1-1.*",
        ),
        ("editions/r8-05/", "3-5", r".*（概要版、令和8年5月更新）、段落3-5、.*/r8-05/#p3-5（.*"),
        (
            "history/",
            "6-52",
            r".*ウェブ版の説明文（戦略の原文ではありません）、段落6-52、.*#p6-52.*",
        ),
    ],
)
def test_a_paragraph_can_be_cited(
    page: Page, address: str, path: str, number: str, wanted: str
) -> None:
    page.goto(address + path)
    link = page.locator("a.number", has_text=re.compile(f"^{number}$"))
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button").first).to_be_focused()
    assert page.url.endswith(str(link.get_attribute("href")))
    text = dialog.locator("p").text_content() or ""
    assert re.fullmatch(wanted, text), text
    dialog.get_by_role("button").first.click()
    expect(dialog.get_by_role("status")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == text
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()
    (cited,) = re.findall(r"http[^\s（]+", text)
    page.goto(cited)
    assert page.locator(f"[id='{cited.partition('#')[2]}']").count() == 1


def _cite(page: Page, address: str) -> None:
    page.goto(f"{address}introduction/")
    page.locator(NUMBER).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_without_a_clipboard_nothing_offers_to_copy(fresh: Page, address: str) -> None:
    fresh.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    _cite(fresh, address)
    dialog = fresh.get_by_role("dialog")
    expect(dialog.get_by_role("button")).to_have_text(["閉じる"])
    expect(dialog.get_by_role("button")).to_be_focused()
    expect(dialog.locator("p")).to_contain_text("段落1-")


@pytest.mark.parametrize(
    ("path", "words"), [("", "上の出典を選択して"), ("en/", "Select the source above")]
)
def test_a_source_that_could_not_be_copied_is_told(
    fresh: Page, address: str, path: str, words: str
) -> None:
    fresh.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))"
    )
    faults: list[str] = []
    fresh.on("pageerror", lambda error: faults.append(str(error)))
    _cite(fresh, address + path)
    fresh.get_by_role("dialog").get_by_role("button").first.click()
    expect(fresh.get_by_role("dialog").get_by_role("status")).to_contain_text(words)
    fresh.keyboard.press("Escape")
    fresh.locator(".tools .copy").click()
    expect(fresh.locator(".tools [role=status]")).not_to_be_empty()
    assert faults == []


def test_a_goal_has_a_permalink_that_outlives_its_number(page: Page, address: str) -> None:
    page.goto(f"{address}mission-vision-values/")
    goal = page.locator("[id='vision.convenience.2']")
    assert goal.locator("a.number").get_attribute("href") == "#vision.convenience.2"


def test_comparison_narrows_to_a_chapter_and_a_kind(comparison: Page) -> None:
    rows = comparison.locator(".comparison tbody tr:visible")
    assert rows.count() == 5
    comparison.get_by_label("種類").select_option(label="移動")
    assert rows.count() == 2
    expect(comparison.locator(".filter [role=status]")).to_have_text("2か所を表示しています")
    expect(comparison.locator("h2:visible")).to_have_count(1)
    comparison.get_by_label("種類").select_option(label="すべての種類")
    comparison.locator("select[name=chapter]").select_option(value="introduction")
    assert rows.count() == 1


def test_comparison_is_one_column_on_a_phone(comparison: Page) -> None:
    comparison.set_viewport_size({"width": 320, "height": 700})
    assert comparison.evaluate("document.documentElement.scrollWidth") <= 320
    row = comparison.locator(".comparison tbody tr").first
    boxes = [cell.bounding_box() for cell in row.locator("th, td").all()]
    assert all(box for box in boxes)
    lefts = {round(box["x"]) for box in boxes if box}
    assert len(lefts) == 1
    label = "(cell) => getComputedStyle(cell, '::before').content"
    assert "改正後" in row.locator("td").first.evaluate(label)


def test_changed_words_are_marked_by_more_than_colour(comparison: Page) -> None:
    inserted, deleted = comparison.locator("ins").first, comparison.locator("del").first
    line = "(word) => getComputedStyle(word).textDecorationLine"
    assert (inserted.evaluate(line), deleted.evaluate(line)) == ("underline", "line-through")


def test_comparison_prints_on_landscape_paper(comparison: Page, tmp_path: Path) -> None:
    pdf = comparison.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert boxes
    assert all(float(width) > float(height) > 590 for width, height in boxes)
