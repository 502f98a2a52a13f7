"""How well and how fast the search answers: ``python tests/bench/search.py [cases.json]``.

Builds the site, and runs every case in a real browser through the page of results, through the
suggestions, and through the search of a stock site of Material for MkDocs with the same content;
then the suggestions again with 300 sections about other things added, and with up to 2,000 sections.
``SEARCH_CASES`` names the cases too; without either they are those that lie beside the repository
(``../shared/search/queries.json``) or, where there are none, those of the tests. A case is
``{"lang", "cat", "q", "rel"}``; ``rel`` lists the places that answer it (``page`` or
``page#section``), and is empty where nothing does. Of more than 150 cases the page of results, which
is loaded anew for each, takes 150.
"""

from __future__ import annotations

import gzip
import http.server
import itertools
import json
import os
import statistics
import sys
import tempfile
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).parents[1]))

import material
import unrelated
from playwright.sync_api import Browser, Page, sync_playwright

from browsing import CHROMIUM
from conftest import ROOT, build
from strategy.checks import everything
from strategy.languages.say import LANGUAGES, Language
from strategy.model import Strategy
from strategy.search import index
from strategy.search.entries import PageSection
from strategy.site.site import Site

BESIDE = ROOT.parent / "shared" / "search" / "queries.json"
OWN = ROOT / "tests" / "fixtures" / "searches.json"
SIZES = (500, 1000, 2000)
NEW_BROWSERS = 7
ENDED = """
  new MutationObserver((_, observer) => {
    if (!document.querySelector('#search-results[data-state=done]')) return;
    window.ended = performance.now();
    observer.disconnect();
  }).observe(document, {subtree: true, childList: true, attributes: true});
"""
SHOWN = """() => document.querySelector('.finder').dataset.seen !== undefined"""
WATCH = """() => {
  const form = document.querySelector('.finder');
  new MutationObserver(() => { form.dataset.seen = performance.now(); })
    .observe(form.querySelector('[role=listbox]'), {childList: true, attributes: true});
}"""
TYPE = """(query) => {
  const form = document.querySelector('.finder');
  const field = form.querySelector('input');
  delete form.dataset.seen;
  field.value = query;
  const begun = performance.now();
  field.dispatchEvent(new Event('input', {bubbles: true}));
  return begun;
}"""
Case = dict[str, Any]
Measured = list[tuple[Case, list[str], float]]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


def served(site: Path) -> str:
    """The address at which a folder is served until the end."""
    handler = partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def place(link: str, language: str) -> str:
    """A link as the cases name places: ``introduction#risk``, ``index``."""
    parts = urlsplit(link)
    path = parts.path.strip("/")
    if language == "en":
        path = path.removeprefix("en").strip("/") if path.startswith("en") else f"ja/{path}"
    name = path or "index"
    return f"{name}#{parts.fragment}" if parts.fragment else name


def below(language: str) -> str:
    """Where the pages of a language lie."""
    return "en/" if language == "en" else ""


def by_results(page: Page, root: str, cases: list[Case]) -> Measured:
    """The places on the page of results, and the milliseconds from opening it to the end.

    Every one is a first search: a page that was just opened has no index yet.
    """
    measured: Measured = []
    page.add_init_script(ENDED)
    for case in cases:
        page.goto(f"{root}{below(case['lang'])}search/?{urlencode({'q': case['q']})}")
        page.wait_for_function("() => window.ended !== undefined")
        took = float(page.evaluate("() => window.ended"))
        links = page.locator("#search-results > li").evaluate_all(
            "items => items.map((item) => item.querySelector('a').href)"
        )
        measured.append((case, [place(link, case["lang"]) for link in links], took))
    return measured


def in_new_browsers(launch: Callable[[], Browser], root: str, cases: list[Case]) -> None:
    """Print the milliseconds of a first search in a browser that has opened no page before."""
    times: dict[Language, list[float]] = {language: [] for language in LANGUAGES}
    for number, language in itertools.product(range(NEW_BROWSERS), LANGUAGES):
        browser = launch()
        page = browser.new_page()
        page.wait_for_timeout(1000)  # until the browser itself has started
        case = [case for case in cases if case["lang"] == language][number]
        times[language].append(by_results(page, root, [case])[0][2])
        browser.close()
    for language, took in times.items():
        print(
            f"new browser   {language}  first search: median {statistics.median(took):.0f} ms"
            f" of {len(took)}, {min(took):.0f} to {max(took):.0f} ms"
        )


def by_suggestions(browser: Browser, root: str, cases: list[Case]) -> Measured:
    """The places that are suggested, and the milliseconds from the last key to the list.

    The first of a language follows on the focus at once: script, index and worker are loaded for it.
    """
    measured: Measured = []
    for language in LANGUAGES:
        page = browser.new_page()
        page.goto(f"{root}{below(language)}purpose/")
        page.evaluate(WATCH)
        page.locator(".finder input").focus()
        for case in (case for case in cases if case["lang"] == language):
            begun = page.evaluate(TYPE, case["q"])
            page.wait_for_function(SHOWN)
            took = float(page.evaluate("document.querySelector('.finder').dataset.seen")) - begun
            links = page.locator(".finder [role=option]").evaluate_all(
                "all => all.map((one) => one.href)"
            )
            measured.append((case, [place(link, language) for link in links], took))
        page.close()
    return measured


def by_material(browser: Browser, root: str, cases: list[Case]) -> Measured:
    """What Material's own search lists."""
    measured: Measured = []
    for language in LANGUAGES:
        page = browser.new_page()
        page.add_init_script(material.WATCH)
        material.open_page(page, root, language)
        for case in (case for case in cases if case["lang"] == language):
            found, took = material.ask(page, case["q"])
            measured.append((case, [material.place(one, language) for one in found], took))
        page.close()
    return measured


def report(name: str, measured: Measured) -> None:
    """Print one line a language."""
    for language in LANGUAGES:
        mine = [entry for entry in measured if entry[0]["lang"] == language]
        asked = [(case, found) for case, found, _ in mine if case["rel"]]
        ranks = [
            next((1 / rank for rank, hit in enumerate(found, 1) if hit in case["rel"]), 0.0)
            for case, found in asked
        ]
        noise = [bool(found) for case, found, _ in mine if not case["rel"]]
        other = "en/" if language == "ja" else "ja/"
        foreign = sum(hit.startswith(other) for _, found, _ in mine for hit in found[:5])
        if not ranks:
            continue
        times = sorted(took for *_, took in mine[1:])
        print(
            f"{name:13} {language}  recall@5 {sum(r >= 0.2 for r in ranks) / len(ranks):.3f}"
            f"  MRR {sum(ranks) / len(ranks):.3f}"
            f"  no result {sum(not found for _, found in asked) / len(asked):.3f}"
            + (f"  negatives answered {sum(noise)}/{len(noise)}" if noise else "")
            + f"  other language {foreign}"
            f"  first {mine[0][2]:.0f} ms  then 95 % within {times[int(len(times) * 0.95)]:.0f} ms"
        )


def own_sections() -> tuple[Strategy, list[PageSection]]:
    """What the site holds."""
    checked = everything.checked(ROOT, gate=False)
    return checked.strategy, Site(ROOT, checked, "", directory_urls=True).sections


def enlarge(site: Path, number: int) -> None:
    """Give the site indexes with that many sections in all, those beyond its own unrelated."""
    strategy, own = own_sections()
    every = [*own, *unrelated.sections(number - len(own))]
    for language in LANGUAGES:
        made = index.index(
            strategy,
            every,
            language,
            lambda name, language=language: below(language) + f"{name}/".removesuffix("index/"),  # type: ignore[misc]
        )
        (site / "assets" / f"search.{language}.js").write_bytes(made)


def sizes(site: Path) -> None:
    """Print the bytes that a search fetches."""
    for file in ("search.js", "search.ja.js", "search.en.js"):
        data = (site / "assets" / file).read_bytes()
        packed = len(gzip.compress(data, 9))
        each = ""
        if file != "search.js":
            number = len(json.loads(data.decode().removeprefix(index.START))["at"])
            each = f", {packed / number:.0f} a section ({number})"
        print(f"{file:13} {len(data):7} bytes, compressed {packed}{each}")


def main() -> None:
    """Print the figures.

    To reach on an ordinary machine: a first search within 250 ms, later ones
    within 50 ms, with 2,000 sections within 100 ms.
    """
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SEARCH_CASES")
    path = Path(given) if given else BESIDE if BESIDE.exists() else OWN
    cases = json.loads(path.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build(ROOT, "--site", str(site))
        sizes(site)
        root = served(site)
        launch = partial(
            playwright.chromium.launch,
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        in_new_browsers(launch, root, cases)
        browser = launch()
        page = browser.new_page()
        report("results page", by_results(page, root, cases[:: 1 + len(cases) // 150]))
        page.close()
        report("suggestions", by_suggestions(browser, root, cases))
        stock = material.build(ROOT, Path(folder) / "stock")
        report("Material", by_material(browser, served(stock), cases))
        for number in (len(own_sections()[1]) + 300, *SIZES):
            enlarge(site, number)  # whose other sections may answer what the site's own do not
            asked = [case for case in cases if case["rel"]]
            report(f"{number} sections", by_suggestions(browser, root, asked))
        browser.close()


if __name__ == "__main__":
    main()
