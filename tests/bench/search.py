"""How well and how fast the search answers: ``python tests/bench/search.py [cases.json]``.

Builds the site, and runs every case in a real browser through the page of results and through the
suggestions. ``SEARCH_CASES`` names the cases too; without either they are those of the tests. A case
is ``{"lang", "cat", "q", "rel"}``; ``rel`` lists the places that answer it (``page`` or
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

from playwright.sync_api import Page, sync_playwright

from conftest import CHROMIUM, ROOT, run

OWN = ROOT / "tests" / "fixtures" / "searches.json"
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


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


def place(link: str, language: str) -> str:
    """A link as the cases name places: ``introduction#risk``, ``index``."""
    parts = urlsplit(link)
    path = parts.path.strip("/").removeprefix("en").strip("/") if language == "en" else parts.path
    name = path.strip("/") or "index"
    return f"{name}#{parts.fragment}" if parts.fragment else name


def results(page: Page, root: str, case: dict[str, Any]) -> tuple[list[str], float]:
    """The places on the page of results, and the milliseconds from opening it to the end."""
    below = "en/" if case["lang"] == "en" else ""
    begun = time.perf_counter()
    page.goto(f"{root}{below}search/?{urlencode({'q': case['q']})}")
    page.wait_for_selector(DONE, state="attached")
    took = (time.perf_counter() - begun) * 1000
    links = page.locator("#search-results > li").evaluate_all(
        "items => items.map((item) => item.querySelector('a').href)"
    )
    return [place(link, case["lang"]) for link in links], took


def suggestions(page: Page, case: dict[str, Any]) -> tuple[list[str], float]:
    """The places that are suggested, and the milliseconds from the last key to the list."""
    begun = page.evaluate(TYPE, case["q"])
    page.wait_for_function(SHOWN)
    took = float(page.evaluate("document.querySelector('.finder').dataset.seen")) - begun
    links = page.locator(".finder [role=option]").evaluate_all("all => all.map((one) => one.href)")
    return [place(link, case["lang"]) for link in links], took


def report(name: str, measured: list[tuple[dict[str, Any], list[str], float]]) -> None:
    """Print one line a language."""
    for language in ("ja", "en"):
        mine = [entry for entry in measured if entry[0]["lang"] == language]
        asked = [(case, found) for case, found, _ in mine if case["rel"]]
        ranks = [
            next((1 / rank for rank, hit in enumerate(found, 1) if hit in case["rel"]), 0.0)
            for case, found in asked
        ]
        noise = [bool(found) for case, found, _ in mine if not case["rel"]]
        times = sorted(took for *_, took in mine)
        if not ranks:
            continue
        print(
            f"{name:12} {language}  recall@5 {sum(r >= 0.2 for r in ranks) / len(ranks):.3f}"
            f"  MRR {sum(ranks) / len(ranks):.3f}"
            f"  no result {sum(not found for _, found in asked) / len(asked):.3f}"
            f"  negatives answered {sum(noise)}/{len(noise)}"
            f"  first {mine[0][2]:.0f} ms  95 % {times[int(len(times) * 0.95)]:.0f} ms"
        )


def main() -> None:
    """Print the figures."""
    path = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SEARCH_CASES") or OWN)
    cases = json.loads(path.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        done = run(ROOT, "build", "--site", str(site))
        if done.returncode:
            sys.exit(done.stderr)
        for file in ("search.js", "search.ja.json", "search.en.json"):
            data = (site / "assets" / file).read_bytes()
            print(f"{file:15} {len(data):7} bytes, compressed {len(gzip.compress(data, 9))}")
        handler = partial(_Quiet, directory=str(site))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}/"
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        report("results page", [(case, *results(page, root, case)) for case in cases])
        typed = []
        for language, below in (("ja", ""), ("en", "en/")):
            page.goto(f"{root}{below}purpose/")
            page.evaluate(WATCH)
            page.locator(".finder input").focus()
            typed += [(c, *suggestions(page, c)) for c in cases if c["lang"] == language]
        report("suggestions", typed)
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
