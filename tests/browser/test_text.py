"""The text: large enough, with room, told apart, and whole when enlarged or spaced by the reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from browsing import OpenPage
from conftest import EACH, PATHS
from consulted import CALL

SAMPLE = ("", "introduction/", "history/", "accessibility/", "en/governance/", "404.html")
WIDTHS = (1280, 720, 640, 320)
PROSE = ["../prose/prose/", "../prose/en/prose/"]

UNFOLD = """() => {
  for (const details of document.querySelectorAll("main details")) details.open = true;
}"""

# Elements with text of their own, also hidden ones; ruby is small, and charts have their own test.
SMALL = """() => [...document.querySelectorAll("body *")]
  .filter((element) => !element.closest("rt, rp, svg, script")
    && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    && parseFloat(getComputedStyle(element).fontSize) < 16)
  .map((element) => element.outerHTML.slice(0, 80))"""

TIGHT = """() => [...document.querySelectorAll(
    "article :is(p, li, dt, dd, th, td, caption, figcaption, blockquote, pre), .term-note")]
  .filter((element) => {
    const style = getComputedStyle(element);
    return !(parseFloat(style.lineHeight) / parseFloat(style.fontSize) >= 1.5);
  })
  .map((element) => element.outerHTML.slice(0, 80))"""

PLAIN = """() => [...document.querySelectorAll("article a[href], .site-footer a, .contents a")]
  .filter((link) => !getComputedStyle(link).textDecorationLine.includes("underline"))
  .map((link) => link.outerHTML.slice(0, 80))"""

# The lines of each block as they are broken, in em of the block.
LONG = """() => {
  const blocks = "p, li, dt, dd, figcaption, blockquote";
  const range = document.createRange();
  const found = [];
  for (const block of document.querySelectorAll(`article :is(${blocks})`)) {
    const lines = new Map();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(`${blocks}, .number`) !== block) continue;
      range.selectNodeContents(node);
      for (const {left, right, bottom} of range.getClientRects()) {
        const line = lines.get(Math.round(bottom / 8)) ?? [left, right];
        lines.set(Math.round(bottom / 8), [Math.min(line[0], left), Math.max(line[1], right)]);
      }
    }
    const size = parseFloat(getComputedStyle(block).fontSize);
    for (const [left, right] of lines.values()) found.push((right - left) / size);
  }
  return found;
}"""

# WCAG 2.2, 1.4.12
SPACED = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }
"""

# Text below an element that is cut off, leaves its button, or runs over other text.
BROKEN = """(root) => {
  const found = [];
  const texts = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.querySelector(root), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("title, desc, script, rt, rp, thead, .skip, .number")) continue;
    if (!parent.checkVisibility()) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) texts.push([node, box]);
    const box = range.getBoundingClientRect();
    if (box.left < 0 || box.right > innerWidth) found.push(`off the screen: ${node.data}`);
    for (let around = parent; around; around = around.parentElement) {
      const style = getComputedStyle(around);
      const frame = around.getBoundingClientRect();
      const cuts = /hidden|clip/.test(style.overflowX + style.overflowY);
      if ((cuts || around.matches("button, summary"))
        && (box.left < frame.left - 1 || box.right > frame.right + 1
          || box.top < frame.top - 1 || box.bottom > frame.bottom + 1))
        found.push(`outside ${around.localName}: ${node.data}`);
    }
  }
  texts.forEach(([node, one], place) => {
    for (const [other, two] of texts.slice(place + 1)) {
      const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
      const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
      if (across > 2 && down > 4) found.push(`over each other: ${node.data} / ${other.data}`);
    }
  });
  return found;
}"""


# What is wider than the window, or than the text around it.
WIDE = """() => {
  const leaves = (element, left, right) => {
    const box = element.getBoundingClientRect();
    return box.left < left - 1 || box.right > right + 1;
  };
  const article = document.querySelector("article").getBoundingClientRect();
  const found = [
    ...[...document.querySelectorAll("article :is(table, pre, figure, blockquote)")]
      .filter((element) => leaves(element, article.left, article.right)),
    ...[...document.querySelectorAll(".drop[open] > .panel")]
      .filter((element) => leaves(element, 0, innerWidth)),
  ].map((element) => `${element.localName} ${element.id || element.className}`);
  return document.documentElement.scrollWidth > innerWidth ? [...found, "the page"] : found;
}"""

FIXED = """() => [...document.querySelectorAll("body *")]
  .filter((element) => /fixed|sticky/.test(getComputedStyle(element).position))
  .map((element) => element.outerHTML.slice(0, 80))"""


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page(bypass_csp=True)


def test_no_text_is_smaller_than_16_px_and_no_lines_are_crowded(
    page: Page, address: str, prose: Path
) -> None:
    for path in [*EACH, *PROSE]:
        page.goto(address + path)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(SMALL) == [], (path, width)
            assert page.evaluate(TIGHT) == [], (path, width)


@pytest.mark.criterion("1.4.1")
def test_links_are_told_from_text_by_a_line(page: Page, address: str, prose: Path) -> None:
    for path in [*SAMPLE, *PROSE]:
        page.goto(address + path)
        assert page.evaluate(PLAIN) == [], path


def test_lines_of_japanese_have_at_most_40_characters(
    page: Page, address: str, prose: Path
) -> None:
    longest = 0.0
    for path in [path for path in [*PATHS, *PROSE] if "en/" not in path]:
        page.goto(address + path)
        page.evaluate(UNFOLD)
        lines = page.evaluate(LONG)
        assert max(lines) <= 40, path
        longest = max(longest, *lines)
    assert longest > 35, "the width is used"


def test_lines_beside_wide_tables_have_no_more(
    page: Page, stages: str, revised: tuple[Path, str]
) -> None:
    comparison = (revised[0] / "site/editions/r8-05/changes/index.html").as_uri()
    for address in (comparison, f"{stages}answered/dx/consultations/{CALL}/results/"):
        page.goto(address)
        page.evaluate(UNFOLD)
        assert 35 < max(page.evaluate(LONG)) <= 40, address


@pytest.mark.criterion("1.4.4", "1.4.10")
def test_at_no_width_anything_scrolls_sideways_or_lies_on_the_text(
    page: Page, address: str, prose: Path
) -> None:
    """A window of 1280 x 1024 is 640 wide at 200%, and 320 x 256 at 400%."""
    wide, fixed = [], []
    for path in [*EACH, *PROSE]:
        page.goto(address + path)
        page.evaluate(UNFOLD)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 256})
            wide += [f"{path} at {width}: {what}" for what in page.evaluate(WIDE)]
        fixed += page.evaluate(FIXED)
        for drop in ("display", "menu"):
            page.locator(f".{drop} > summary").evaluate("(it) => it.parentElement.open = true")
            wide += [f"{path} with {drop}: {what}" for what in page.evaluate(WIDE)]
    assert wide == []
    assert fixed == []


@pytest.mark.criterion("1.4.12")
@pytest.mark.parametrize("width", [1280, 320])
def test_text_spaced_by_the_reader_stays_whole(
    page: Page, address: str, prose: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    broken = []
    for path in [*SAMPLE, *PROSE]:
        page.goto(address + path)
        page.evaluate(UNFOLD)
        page.add_style_tag(content=SPACED)
        broken += page.evaluate(BROKEN, "body")
        for drop in ("display", "menu"):
            page.locator(f".{drop} > summary").click()
            broken += page.evaluate(BROKEN, f".{drop} .panel")
            page.keyboard.press("Escape")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert broken == []
