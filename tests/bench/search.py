"""How well and how fast the search answers: ``python tests/bench/search.py [cases.json]``.

Builds the site, and runs every case in a real browser through the page of results, through the
suggestions, and through the search of a stock site of Material for MkDocs with the same content;
then the suggestions again with 300 sections about other things added, and with up to 2,000 sections.
``SEARCH_CASES`` names the cases too; without either they are those of the tests. A case is
``{"lang", "cat", "q", "rel"}``; ``rel`` lists the places that answer it (``page`` or
``page#section``), and is empty where nothing does.
"""

from __future__ import annotations

import gzip
import http.server
import json
import os
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).parents[1]))

import material
import unrelated
from playwright.sync_api import Browser, Page, sync_playwright

from conftest import CHROMIUM, ROOT, run
from strategy import check
from strategy.model import Strategy
from strategy.problems import Language
from strategy.search import entries, index
from strategy.search.entries import Section

OWN = ROOT / "tests" / "fixtures" / "searches.json"
LANGUAGES: tuple[Language, ...] = ("ja", "en")
SIZES = (500, 1000, 2000)
DONE = "#search-results[data-state=done]"
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
    """The places on the page of results, and the milliseconds from opening it to the end."""
    measured: Measured = []
    for case in cases:
        begun = time.perf_counter()
        page.goto(f"{root}{below(case['lang'])}search/?{urlencode({'q': case['q']})}")
        page.wait_for_selector(DONE, state="attached")
        took = (time.perf_counter() - begun) * 1000
        links = page.locator("#search-results > li").evaluate_all(
            "items => items.map((item) => item.querySelector('a').href)"
        )
        measured.append((case, [place(link, case["lang"]) for link in links], took))
    return measured


def by_suggestions(browser: Browser, root: str, cases: list[Case]) -> Measured:
    """The places that are suggested, and the milliseconds from the last key to the list.

    The first of a language is measured from nothing: script, index and worker are loaded for it.
    """
    measured: Measured = []
    for language in LANGUAGES:
        page = browser.new_page()
        page.goto(f"{root}{below(language)}purpose/")
        page.evaluate(WATCH)
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
        times = sorted(took for *_, took in mine[1:])
        if not ranks:
            continue
        print(
            f"{name:13} {language}  recall@5 {sum(r >= 0.2 for r in ranks) / len(ranks):.3f}"
            f"  MRR {sum(ranks) / len(ranks):.3f}"
            f"  no result {sum(not found for _, found in asked) / len(asked):.3f}"
            f"  negatives answered {sum(noise)}/{len(noise)}  other language {foreign}"
            f"  first {mine[0][2]:.0f} ms  then 95 % within {times[int(len(times) * 0.95)]:.0f} ms"
        )


def own_sections() -> tuple[Strategy, list[Section]]:
    """What the site holds."""
    checked = check.checked(ROOT, gate=False)
    record = checked.composition.record
    return checked.strategy, entries.sections(checked.strategy, checked.pages, record)


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
    number = len(own_sections()[1])
    for file in ("search.js", "search.ja.js", "search.en.js"):
        data = (site / "assets" / file).read_bytes()
        packed = len(gzip.compress(data, 9))
        each = f", {packed / number:.0f} a section ({number})" if file != "search.js" else ""
        print(f"{file:13} {len(data):7} bytes, compressed {packed}{each}")


def main() -> None:
    """Print the figures."""
    path = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SEARCH_CASES") or OWN)
    cases = json.loads(path.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        done = run(ROOT, "build", "--site", str(site))
        if done.returncode:
            sys.exit(done.stderr)
        sizes(site)
        root = served(site)
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        report("results page", by_results(page, root, cases))
        page.close()
        report("suggestions", by_suggestions(browser, root, cases))
        stock = material.build(ROOT, Path(folder) / "stock")
        report("Material", by_material(browser, served(stock), cases))
        for number in (len(own_sections()[1]) + 300, *SIZES):
            enlarge(site, number)
            report(f"{number} sections", by_suggestions(browser, root, cases))
        browser.close()


if __name__ == "__main__":
    main()
