"""The page under other conditions: forced colours, less motion, no script, paper, strict servers."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Locator, Page, Route, expect

from browsing import OpenPage
from conftest import EACH
from pixels import framed, ink

SAMPLE = ("", "introduction/", "history/", "en/history/", "en/policy/", "404.html")
SCHEMES = ("light", "dark", "contrast")
MARGIN = 8

# Where a line must say what a colour says elsewhere.
FRAMED = {
    "introduction/": (
        *(".drop > summary", ".contents .narrow", ".neighbours a", ".tools button"),
        "#chart\\.population rect",
    ),
    "en/governance/": ("figure.chart svg rect",),
    "mission-vision-values/": (".card >> nth=0",),
    "": (".entrances li >> nth=0",),
    "../prose/prose/": (".admonition", "article details"),
}

# What is not there to be read without a script, other than what is folded.
ABSENT = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((element) => !element.checkVisibility()
    && !element.closest(".needs-script, .term-note, .contents, .print-only, dialog, wbr, svg")
    && !element.closest("[role=listbox]")
    && !element.closest("details:not([open]) > :not(summary)"))
  .map((element) => element.outerHTML.slice(0, 80))"""

PLAYING = ("video", "audio", "canvas", "iframe", "object", "embed", "marquee", "animate", "set")

MOVING = """() => [
  ...document.getAnimations().map((animation) => animation.constructor.name),
  ...["", "::before", "::after"].flatMap((part) => [...document.querySelectorAll("*")]
    .filter((element) => {
      const style = getComputedStyle(element, part || null);
      return /[1-9]/.test(style.transitionDuration + style.animationDuration)
        || style.scrollBehavior !== "auto";
    })
    .map((element) => element.localName + part)),
]"""

# Text that is not black, and grounds that are not white.
COLOURED = """() => {
  const found = [];
  for (const element of document.querySelectorAll("html, body, body *")) {
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const colour = element.matches("svg *") ? style.fill : style.color;
    if (own && colour !== "rgb(0, 0, 0)") found.push(`${colour}: ${element.textContent.trim()}`);
    if (!["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(style.backgroundColor))
      found.push(`on ${style.backgroundColor}: ${element.outerHTML.slice(0, 80)}`);
  }
  return found;
}"""

SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const {value, sources} of list.getEntries())
      shifts.push([value, ...sources.map(({node}) => node?.outerHTML?.slice(0, 80))]);
  }).observe({type: "layout-shift", buffered: true});
"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
OPEN_AND_CLOSE = f"""async () => {{
  const painted = {PAINTED};
  const drop = document.querySelector(".menu");
  await painted();
  drop.open = true;
  await painted();
  document.dispatchEvent(new KeyboardEvent("keydown", {{key: "Escape"}}));
  await painted();
  return !drop.open;
}}"""

VIOLATIONS = """
  window.violations = [];
  addEventListener("securitypolicyviolation", (event) =>
    violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


@pytest.fixture
def forced(open_page: OpenPage, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = open_page(
        viewport={"width": 360, "height": 1200}, forced_colors="active", color_scheme=request.param
    )
    yield page
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")


def _framed(thing: Locator) -> bool:
    thing.evaluate("(element) => element.scrollIntoView({block: 'center'})")
    box: Any = thing.bounding_box()
    clip: Any = {
        "x": max(0, box["x"] - MARGIN),
        "y": max(0, box["y"] - MARGIN),
        "width": box["width"] + 2 * MARGIN,
        "height": box["height"] + 2 * MARGIN,
    }
    return framed(thing.page.screenshot(clip=clip), MARGIN)


@pytest.mark.criterion("1.4.11")
@pytest.mark.parametrize("forced", ["light", "dark"], indirect=True)
def test_in_forced_colours_lines_stand_where_colours_stood(
    forced: Page, address: str, prose: Path
) -> None:
    unframed = []
    for path, kinds in FRAMED.items():
        forced.goto(address + path)
        for kind in kinds:
            things = forced.locator(kind).all()
            assert things, kind
            unframed += [f"{path} {kind}" for thing in things if not _framed(thing)]
        for drop in ("display", "menu"):
            forced.locator(f".{drop} > summary").click()
            if not _framed(forced.locator(f".{drop} .panel")):
                unframed.append(f"{path} panel of {drop}")
    assert unframed == []


@pytest.mark.criterion("1.4.1")
@pytest.mark.parametrize("forced", ["light"], indirect=True)
def test_in_forced_colours_the_current_page_alone_is_framed_in_the_menu(
    forced: Page, address: str
) -> None:
    forced.goto(f"{address}introduction/")
    forced.locator(".menu > summary").click()
    seen = [_framed(link) for link in forced.locator(".menu a").all()[:4]]
    assert seen == [False, True, False, False]


@pytest.mark.parametrize("colours", ["none", "active"])
def test_arrow_of_a_menu_points_down(open_page: OpenPage, address: str, colours: str) -> None:
    page = open_page(device_scale_factor=4, forced_colors=colours)
    page.goto(address)
    box: Any = page.locator(".menu > summary").bounding_box()
    end = {"x": box["x"] + box["width"] - 24, "y": box["y"] + 4, "width": 20, "height": 36}
    rows = [row for row in ink(page.screenshot(clip=end)) if row]  # type: ignore[arg-type]
    assert len(rows) > 8
    assert rows[0] > 4 * rows[-1]


def test_with_less_motion_nothing_moves(open_page: OpenPage, address: str, prose: Path) -> None:
    page = open_page(reduced_motion="reduce")
    for path in ("", "history/", "introduction/", "../prose/prose/"):
        page.goto(address + path)
        page.locator(".menu > summary").click()
        assert page.evaluate(MOVING) == [], path


@pytest.mark.criterion("2.2.2", "2.3.1")
def test_nothing_moves_or_plays_by_itself(pages: list[Path], site: Path) -> None:
    for path in pages:
        document = html.fromstring(path.read_text(encoding="utf-8"))
        assert [element.tag for element in document.iter(*PLAYING)] == [], path
        assert not document.xpath("//meta[@http-equiv='refresh']"), path
    assert "animation" not in (site / "assets" / "site.css").read_text(encoding="utf-8")


def test_without_script_every_page_can_be_read(open_page: OpenPage, address: str) -> None:
    page = open_page(java_script_enabled=False)
    for path in EACH:
        page.goto(address + path)
        assert page.evaluate(ABSENT) == [], path
        assert page.locator(".needs-script").locator("visible=true").count() == 0, path


def test_without_script_folds_contents_and_language_switch_work(
    open_page: OpenPage, address: str
) -> None:
    page = open_page(viewport={"width": 320, "height": 800}, java_script_enabled=False)
    page.goto(f"{address}introduction/")
    page.locator(".chart-data > summary").first.click()
    expect(page.locator(".chart-data table").first).to_be_visible()
    page.locator(".contents .narrow > summary").click()
    page.locator(".contents .narrow a").last.click()
    expect(page.locator("article h2").last).to_be_in_viewport()
    page.locator(".language-switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.fixture
def paper(open_page: OpenPage, request: pytest.FixtureRequest) -> Page:
    page = open_page(scheme=request.param)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("paper", SCHEMES, indirect=True)
def test_print_is_black_on_white_in_every_scheme(paper: Page, address: str, prose: Path) -> None:
    coloured: list[str] = []
    for path in [*SAMPLE, "../prose/prose/"]:
        paper.goto(address + path)
        coloured += paper.evaluate(COLOURED)
    assert sorted(set(coloured)) == []


@pytest.mark.parametrize("paper", ["light"], indirect=True)
def test_print_leaves_out_what_can_only_be_pressed(paper: Page, address: str) -> None:
    for path in SAMPLE:
        paper.goto(address + path)
        left = paper.locator("nav, button, input, .drop, .skip, .language-switch, .term-note")
        expect(left.locator("visible=true")).to_have_count(0)
        expect(paper.locator(".site-name")).to_be_visible()
        expect(paper.locator("h1")).to_be_visible()


@pytest.mark.parametrize("paper", ["light"], indirect=True)
def test_print_shows_where_links_to_elsewhere_lead(paper: Page, address: str) -> None:
    seen = 0
    for path in [*SAMPLE, "governance/", "about/", "en/about/"]:
        paper.goto(address + path)
        links = paper.evaluate(
            """[...document.querySelectorAll("a[href^='http']")]
              .filter((link) => link.checkVisibility())
              .map((link) => [link.getAttribute("href"), getComputedStyle(link, "::after").content])"""
        )
        for href, shown in links:
            assert href in shown, path
        seen += len(links)
    assert seen > 10


@pytest.mark.parametrize("paper", ["light"], indirect=True)
def test_print_shows_what_is_folded(paper: Page, address: str, prose: Path) -> None:
    for path in ("introduction/", "accessibility/", "../prose/prose/"):
        paper.goto(address + path)
        hidden = paper.evaluate(
            """[...document.querySelectorAll("article details > :not(summary)")]
              .filter((element) => !element.checkVisibility()).length"""
        )
        assert hidden == 0, path


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_shifts_while_loading_or_when_a_menu_closes(
    fresh: Page, address: str, width: int
) -> None:
    """What moves after a reader's own action counts as well: menus lie above the text."""
    fresh.set_viewport_size({"width": width, "height": 800})
    fresh.add_init_script(SHIFTS)
    for path in EACH:
        fresh.goto(address + path)
        assert fresh.evaluate(OPEN_AND_CLOSE)
        assert fresh.evaluate("shifts") == [], path
    fresh.evaluate("document.querySelector('h1').style.marginTop = '99px'")
    fresh.evaluate(OPEN_AND_CLOSE)
    assert fresh.evaluate("shifts") != [], "a shift would have been seen"


def test_nothing_shifts_when_a_notice_has_lapsed(fresh: Page, address: str) -> None:
    """The page was built before the deadline, and its script comes after the first paint."""
    fresh.add_init_script(SHIFTS)
    script: list[Route] = []

    def hold(route: Route) -> None:
        script.append(route)

    fresh.route("**/history/", _with_lapsed_notice)
    fresh.route("**/site.js", hold)
    fresh.goto(f"{address}history/", wait_until="commit")
    fresh.locator(".site-footer").wait_for()
    fresh.evaluate(PAINTED)
    script[0].continue_()
    fresh.wait_for_load_state()
    fresh.evaluate(PAINTED)
    expect(fresh.locator(".consultation")).to_be_hidden()
    assert fresh.evaluate("shifts") == []


def _with_lapsed_notice(route: Route) -> None:
    notice = '<aside class="consultation" data-closes="2023-07-04T00:00+09:00"><p>x</p></aside>'
    answer = route.fetch()
    body = answer.text()
    assert body.count("</header>") == 1
    route.fulfill(response=answer, body=body.replace("</header>", f"</header>{notice}"))


@pytest.fixture(scope="module")
def strict(site: Path) -> Iterator[str]:
    """The site from a server that sends the headers of ``_headers``."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "/*"
    headers = dict(line.strip().split(": ", 1) for line in lines[1:])

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(site))

        def end_headers(self) -> None:
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_every_page_keeps_the_policy_and_asks_nobody_else(fresh: Page, strict: str) -> None:
    fresh.add_init_script(VIOLATIONS)
    requests: list[str] = []
    fresh.on("request", lambda request: requests.append(request.url))
    for path in EACH:
        response = fresh.goto(strict + path, wait_until="load")
        assert response and "frame-ancestors" in response.headers["content-security-policy"]
        fresh.evaluate(
            """() => {
              for (const folded of document.querySelectorAll("details")) folded.open = true;
              for (const term of document.querySelectorAll("a.term")) term.focus();
            }"""
        )
        assert fresh.evaluate("violations") == [], path
    assert [url for url in requests if not url.startswith(strict)] == []
    fresh.evaluate("document.body.append(document.createElement('style'))")
    fresh.evaluate("document.querySelector('body style').textContent = 'p { color: red }'")
    fresh.wait_for_function("violations.length > 0")
