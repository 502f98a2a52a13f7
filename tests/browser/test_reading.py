"""What a reader does in a real browser: terms, small screens, languages, no script, no third party."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import OpenPage
from conftest import EDITION

PAGES = (
    "",
    "introduction/",
    "mission-vision-values/",
    "governance/",
    "history/",
    "figures/",
    "about/",
)
EVERYWHERE = [*PAGES, *(f"en/{page}" for page in PAGES)]


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    return open_page(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)


@pytest.mark.criterion("1.4.13")
def test_term_is_explained_on_hover_until_the_pointer_leaves(page: Page, address: str) -> None:
    page.goto(f"{address}history/")
    term = page.locator("a.term", has_text="RPA")
    note = page.locator("[id='note-term.rpa']")
    expect(note).to_be_hidden()
    term.hover()
    expect(note).to_be_visible()
    note.hover()  # WCAG 1.4.13: the pointer can move over the note
    expect(note).to_be_visible()
    page.locator("h1").hover()
    expect(note).to_be_hidden()


@pytest.mark.criterion("1.4.13")
def test_term_is_explained_by_keyboard_and_esc_hides_the_note(page: Page, address: str) -> None:
    page.goto(f"{address}en/history/")
    term = page.locator("a.term", has_text="AI-OCR")
    note = page.locator("[id='note-term.ai-ocr']")
    term.focus()
    expect(note).to_be_visible()
    expect(term).to_have_accessible_description(note.text_content() or "-")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(term).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/about/#term.ai-ocr")


def test_term_is_explained_by_a_tap_and_the_next_tap_hides_it(phone: Page, address: str) -> None:
    phone.goto(f"{address}history/")
    term = phone.locator("a.term", has_text="庁議")
    note = phone.locator("[id='note-term.chogi']")
    term.scroll_into_view_if_needed()
    term.tap()
    expect(note).to_be_visible()
    assert phone.url.endswith("/history/")
    box = note.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320
    phone.touchscreen.tap(5, 300)
    expect(note).to_be_hidden()
    term.tap()
    expect(note).to_be_visible()
    term.tap()
    expect(note).to_be_hidden()
    assert phone.url.endswith("/history/")


def test_note_of_a_term_at_the_lower_edge_stands_above_it(phone: Page, address: str) -> None:
    phone.goto(f"{address}history/")
    term = phone.locator("a.term", has_text="庁議")
    term.evaluate("term => scrollBy(0, term.getBoundingClientRect().bottom - innerHeight + 8)")
    term.tap()
    note, line = phone.locator("[id='note-term.chogi']").bounding_box(), term.bounding_box()
    assert note and line and note["y"] >= 0 and note["y"] + note["height"] <= line["y"]


def test_term_leads_to_the_glossary_without_script(open_page: OpenPage, address: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{address}history/")
    expect(page.locator(".term-note").first).to_be_hidden()
    page.locator("a.term", has_text="RPA").click()
    assert page.url.endswith("/about/#term.rpa")
    expect(page.locator("[id='term.rpa']")).to_be_in_viewport()


@pytest.mark.parametrize("path", EVERYWHERE)
def test_small_screen_needs_no_sideways_scrolling(phone: Page, address: str, path: str) -> None:
    phone.goto(address + path)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", EVERYWHERE)
def test_twice_the_text_size_needs_no_sideways_scrolling(
    phone: Page, address: str, path: str
) -> None:
    phone.set_viewport_size({"width": 360, "height": 640})
    phone.goto(address + path)
    opened = phone.evaluate(
        """() => {
          document.documentElement.style.fontSize = "200%";
          const folded = [...document.querySelectorAll("main details")];
          for (const details of folded) details.open = true;
          return folded.length;
        }"""
    )
    assert opened or path in ("", "en/")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", ["introduction/", "en/introduction/", "governance/"])
def test_charts_are_legible_on_a_small_screen(phone: Page, address: str, path: str) -> None:
    phone.goto(address + path)
    sizes = phone.evaluate(
        """[...document.querySelectorAll("figure.chart")].map((figure) => {
          const svg = figure.querySelector("svg");
          const box = svg.getBoundingClientRect();
          const inside = [...svg.querySelectorAll("text")].every((text) => {
            const place = text.getBoundingClientRect();
            return place.left >= box.left - 1 && place.right <= box.right + 1;
          });
          return [15 * box.width / svg.viewBox.baseVal.width, inside];
        })"""
    )
    assert sizes
    for size, inside in sizes:
        assert size >= 12, "text in a chart is at least 12 px high"
        assert inside, "no text leaves the drawing"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_follow_the_colour_of_the_text(
    open_page: OpenPage, address: str, scheme: str
) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(f"{address}introduction/")
    text = page.locator("figure.chart svg text").first
    article = page.locator("article h1").first
    colour = "element => getComputedStyle(element).%s"
    assert text.evaluate(colour % "fill") == article.evaluate(colour % "color")


def test_language_switch_keeps_the_place_and_the_words_sought(page: Page, address: str) -> None:
    page.goto(f"{address}governance/#progress")
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url("**/en/governance/#progress")
    page.goto(f"{address}en/search/?q=DX")
    page.get_by_role("link", name="日本語", exact=True).click()
    page.wait_for_url(f"{address}search/?q=DX")


def test_language_switch_stays_on_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}governance/")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/dx/en/governance/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Read this page in Japanese").click()
    page.wait_for_url("**/dx/governance/")


@pytest.mark.parametrize("path", ["", "en/", "introduction/", "en/about/", "404.html"])
def test_no_request_to_anyone_else_and_no_error(page: Page, address: str, path: str) -> None:
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + path, wait_until="networkidle")
    assert requests
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
    assert errors == []


def test_home_says_on_one_phone_screen_what_this_is(open_page: OpenPage, address: str) -> None:
    page = open_page(viewport={"width": 375, "height": 812}, is_mobile=True)
    page.goto(address)
    for text in (
        "つながる笑顔のまち 鹿島",
        "佐賀県鹿島市",
        "R5年度～R12年度",
        "概要版",
        EDITION["adopted"]["printed"]["ja"],
        EDITION["updated"]["printed"]["ja"],
    ):
        expect(page.get_by_text(text).first).to_be_in_viewport()


@pytest.mark.parametrize("name", ["vision.json", "figures.csv"])
def test_data_can_be_fetched(page: Page, address: str, name: str, tmp_path: Path) -> None:
    response = page.request.get(f"{address}data/{name}")
    assert response.status == 200
    assert "市民" in response.text() or "職員" in response.text()
