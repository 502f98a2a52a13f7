"""The keyboard: what shows the focus, the order of the stops, the way out, nothing but for a mouse."""

from __future__ import annotations

import itertools
import re
import string
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from browsing import OpenPage
from conftest import EACH
from pixels import changed

FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"
MODES = (("light", 1280), ("dark", 320), ("contrast", 1280), ("forced", 320))
MARGIN = 8

# As while the city asks for opinions (partials/consultation.html).
NOTICE = """() => document.querySelector("header").insertAdjacentHTML("afterend",
  '<aside class="consultation"><p><a href="#">x</a></p></aside>')"""

# Marks one element of each kind: what it is, its class, and what stands around it.
KINDS = """(focusable) => {
  const found = {};
  for (const element of document.querySelectorAll(focusable)) {
    if (!element.closest(".drop") && !element.checkVisibility()) continue;
    const around = element.parentElement.closest("[class], header, nav, footer, article");
    const place = `${around.localName}.${around.className}`;
    const kind = `${place} ${element.localName}.${element.className} ${element.ariaCurrent ?? ""}`;
    const whole = (one) => one.getClientRects().length === 1;
    if (!found[kind] || (whole(element) && !whole(found[kind]))) found[kind] = element;
  }
  for (const [kind, element] of Object.entries(found)) element.dataset.kind = kind;
  return Object.keys(found);
}"""

# Takes the focus away, and brings what will have it next to where it can be seen.
SHOW = """(kind) => {
  const elements = [...document.querySelectorAll("[data-kind]")];
  const element = elements.find((one) => one.dataset.kind === kind);
  const folded = element.matches("summary") ? null : element.closest("details");
  for (const drop of document.querySelectorAll(".drop")) drop.open = false;
  if (folded) folded.open = true;
  element.focus();
  element.scrollIntoView({block: "center"});
  const box = element.getBoundingClientRect();
  const lines = [...element.getClientRects()].map((line) => 2 * (line.width + line.height));
  element.blur();
  return [element, box.x, box.y, box.width, box.height, lines.reduce((all, one) => all + one)];
}"""

# Where the focus is: null, or the place in the document, the part of the page, the box, and
# whether the element is all on the screen with nothing upon it.
STOP = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const all = [...document.querySelectorAll("body *")];  // the search adds its script to the head
  const part = element.closest(".panel, .contents, article, .neighbours, header, footer");
  const box = element.getClientRects()[0];
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const inside = box.left >= 0 && box.right <= innerWidth + 1 && box.top >= 0
    && box.bottom <= innerHeight + 1;
  return {
    name: element.textContent.trim() || element.value,
    index: all.indexOf(element),
    part: all.indexOf(part),
    panel: part.matches(".panel"),
    left: box.left + scrollX, right: box.right + scrollX,
    top: box.top + scrollY, bottom: box.bottom + scrollY,
    folded: element.matches("details:not([open]) > summary"),
    seen: inside && element.contains(top),
  };
}"""

STATE = """() => [
  location.href, scrollX, scrollY, [...document.querySelectorAll("*")].indexOf(document.activeElement),
  [...document.querySelectorAll("details")].map((details) => details.open),
  [...document.querySelectorAll("input")].map((input) => input.checked),
  {...document.documentElement.dataset},
]"""

LISTEN = """
  window.listeners = [];
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    listeners.push([this, type]);
    return add.call(this, type, ...rest);
  };
"""

# Who listens for a pointer, as [what, whether it takes the focus, what it listens for].
POINTED = """() => {
  const of = new Map();
  for (const [target, type] of listeners) of.set(target, [...(of.get(target) ?? []), type]);
  for (const element of document.querySelectorAll("*"))
    for (const {name} of element.attributes)
      if (name.startsWith("on")) of.set(element, [...(of.get(element) ?? []), name.slice(2)]);
  const pointer = /^(click|dblclick|contextmenu|(mouse|pointer|touch|drag)\\w+|drop|wheel)$/;
  return [...of].filter(([, types]) => types.some((type) => pointer.test(type)))
    .map(([target, types]) => [
      target.outerHTML?.slice(0, 80) ?? target.constructor.name,
      target.matches?.("a[href], button, summary, input, label") ?? null,
      types,
    ]);
}"""

# What looks as if it could be pressed, and takes no focus.
PRESSABLE = """() => [...document.querySelectorAll("body *")]
  .filter((element) => getComputedStyle(element).cursor === "pointer"
    && !element.closest("a[href], button, summary, label, input"))
  .map((element) => element.outerHTML.slice(0, 80))"""


@pytest.mark.criterion("1.4.11", "2.4.7")
@pytest.mark.parametrize(("mode", "width"), MODES)
def test_focus_changes_enough_pixels_by_3_to_1(
    open_page: OpenPage, address: str, prose: Path, mode: str, width: int
) -> None:
    """As many as a line of 2 px around the thing has (WCAG 2.2, 2.4.13), for things of all kinds."""
    page = open_page(
        scheme="" if mode == "forced" else mode,
        viewport={"width": width, "height": 800},
        bypass_csp=True,
        forced_colors="active" if mode == "forced" else "none",
    )
    weak, seen = [], set()
    for path in (
        "history/",
        "",
        "introduction/",
        "en/mission-vision-values/",
        "search/",
        "../prose/prose/",
    ):
        page.goto(address + path)
        page.evaluate(NOTICE)
        page.add_style_tag(content=".term-note { visibility: hidden }")  # not the focus's own sign
        page.keyboard.press("Tab")  # the browser shows the focus to those who use the keyboard
        for kind in page.evaluate(KINDS, FOCUSABLE):
            if kind in seen:
                continue
            seen.add(kind)
            shown = page.evaluate_handle(SHOW, kind)
            element = shown.get_property("0").as_element()
            x, y, across, down, around = (
                shown.get_property(str(place)).json_value() for place in range(1, 6)
            )
            clip: Any = {
                "x": max(0, x - MARGIN),
                "y": max(0, y - MARGIN),
                "width": across + 2 * MARGIN,
                "height": down + 2 * MARGIN,
            }
            before = page.screenshot(clip=clip)
            element.focus()
            if changed(before, page.screenshot(clip=clip)) < 2 * around:
                weak.append(kind)
    assert len(seen) >= 20
    assert weak == []


def _walk(page: Page, opening: bool = False) -> list[dict[str, Any]]:
    """All stops of the keyboard, if wanted with what is folded opened on the way."""
    stops = []
    page.keyboard.press("Tab")
    while (stop := page.evaluate(STOP)) is not None:
        stops.append(stop)
        assert len(stops) < 300, "the keyboard leaves the page"
        if opening and stop["folded"]:
            page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    return stops


def _against_reading(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether the second of two things stands above the first, or before it in the same line."""
    # A paragraph's number comes after its text, and on a wide screen stands in the margin.
    if before["part"] != after["part"] or re.fullmatch(r"\d+-\d+", after["name"]):
        return False
    middle = (after["top"] + after["bottom"]) / 2
    above = after["bottom"] <= before["top"] and after["left"] < before["right"]
    beside = before["top"] < middle < before["bottom"] and after["left"] < before["left"]
    return above or beside


@pytest.mark.criterion("2.1.1", "2.1.2", "2.4.3", "2.4.7", "2.4.11")
@pytest.mark.parametrize("size", [(1280, 800), (320, 256)])  # the second is 1280 x 1024 at 400%
@pytest.mark.parametrize("path", ["history/", "en/"])
def test_tab_goes_through_everything_as_it_is_read(
    page: Page, address: str, path: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address + path)
    stops = _walk(page, opening=True)
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    indices = [stop["index"] for stop in stops]
    assert indices == sorted(set(indices)), "the order of the document"
    assert len(stops) == page.evaluate(
        """(focusable) => {
          for (const details of document.querySelectorAll("details")) details.open = true;
          const radios = document.querySelectorAll("input[type=radio]:not(:checked)").length;
          const all = [...document.querySelectorAll(focusable)];
          return all.filter((element) => element.checkVisibility()).length - radios;
        }""",
        FOCUSABLE,
    )
    pairs = itertools.pairwise(stops)
    assert [after["name"] for before, after in pairs if _against_reading(before, after)] == []


@pytest.mark.criterion("2.1.2", "2.4.3")
@pytest.mark.parametrize("width", [1280, 320])
def test_shift_tab_comes_back_the_same_way(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}history/")
    forth = [stop["index"] for stop in _walk(page)]
    back = []
    for _ in forth:
        page.keyboard.press("Shift+Tab")
        back.append(page.evaluate(STOP)["index"])
    assert len(forth) > 8
    assert back == forth[::-1]


@pytest.mark.criterion("2.4.3")
def test_nothing_is_put_before_others_in_the_order(pages: list[Path]) -> None:
    for path in pages:
        document = html.fromstring(path.read_text(encoding="utf-8"))
        assert {element.get("tabindex") for element in document.xpath("//*[@tabindex]")} == {"-1"}


@pytest.mark.criterion("2.1.1")
@pytest.mark.parametrize("path", ["purpose/", "en/purpose/"])
@pytest.mark.parametrize("drop", ["display", "menu"])
def test_esc_closes_a_panel_from_inside_and_returns_the_focus(
    page: Page, address: str, path: str, drop: str
) -> None:
    page.goto(address + path)
    summary = page.locator(f".{drop} > summary")
    panel = page.locator(f".{drop} > .panel")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(panel.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(summary).to_be_focused()


@pytest.mark.criterion("2.4.1")
def test_skip_link_lies_in_the_header_and_has_an_aim(pages: list[Path]) -> None:
    for path in pages:
        document = html.fromstring(path.read_text(encoding="utf-8"))
        first = document.xpath("//body//a")[0]
        assert first.get("class") == "skip", path
        assert first.xpath("ancestor::header/parent::body"), path
        (aim,) = document.xpath("//*[@id=$name]", name=first.get("href").removeprefix("#"))
        assert aim.tag == "main", path


@pytest.mark.criterion("2.1.4")
@pytest.mark.parametrize("path", ["history/", "en/"])
def test_no_single_key_does_anything(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.evaluate(
        """() => {
          window.taken = [];
          addEventListener("keydown", (event) => event.defaultPrevented && taken.push(event.key));
        }"""
    )
    for place in ("body", ".menu a", ".display input:checked"):
        page.evaluate(
            """(place) => {
              for (const drop of document.querySelectorAll(".drop")) drop.open = true;
              document.activeElement.blur();
              document.querySelector(place).focus();
            }""",
            place,
        )
        state = page.evaluate(STATE)
        for key in string.ascii_letters + string.digits + string.punctuation:
            page.keyboard.press(key)
        assert page.evaluate(STATE) == state, place
        assert page.evaluate("taken") == [], place


@pytest.mark.criterion("2.1.4")
def test_no_key_is_claimed_by_an_access_key(pages: list[Path]) -> None:
    for path in pages:
        assert not html.fromstring(path.read_text(encoding="utf-8")).xpath("//*[@accesskey]"), path


@pytest.mark.criterion("2.1.1")
def test_what_a_pointer_can_do_the_keyboard_can_do(fresh: Page, address: str) -> None:
    fresh.add_init_script(LISTEN)
    seen = set()
    for path in EACH:
        fresh.goto(address + path)
        for what, native, types in fresh.evaluate(POINTED):
            seen.update(types)
            if native is None:  # the document, for presses beside a panel or a note
                assert {"keydown", "focusin"} <= set(types), (path, types)
            else:
                assert native, (path, what)
            if "pointerenter" in types:
                assert "focus" in types, (path, what)
        assert fresh.evaluate(PRESSABLE) == [], path
    assert {"click", "pointerdown", "pointerenter"} <= seen
