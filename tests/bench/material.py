"""Material for MkDocs' own search over the same content: a stock build, searched in its own page.

The pages with their data written out, both languages through static-i18n, nothing else configured.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page

from strategy.checks import everything

CONFIGURATION = """\
site_name: stock
theme: {name: material, language: ja}
plugins:
  - search
  - i18n:
      docs_structure: suffix
      fallback_to_default: false
      languages:
        - {locale: ja, name: 日本語, default: true, build: true}
        - {locale: en, name: English, build: true}
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables]
validation: {links: {not_found: ignore, anchors: ignore, absolute_links: ignore, unrecognized_links: ignore}}
"""
COMMAND = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
QUIET = {"NO_MKDOCS_2_WARNING": "1"}
WATCH = """
  const Stock = Worker;
  Worker = class extends Stock {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({data}) => {
        if (data.type === 3 && window.answered) window.answered([data.data.items, performance.now()]);
      });
    }
  };
"""
ASK = """async (query) => {
  const field = document.querySelector('[data-md-component=search-query]');
  const ends = new Promise((found) => { window.answered = found; setTimeout(found, 3000); });
  const begun = performance.now();
  field.value = query;
  field.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}));
  const [items, end] = (await ends) ?? [[], begun];
  return [items.flat().map((item) => item.location), end - begun];
}"""


def prepare(root: Path, folder: Path) -> Path:
    """A stock project in ``folder``: the pages and the navigation of the project at ``root``."""
    checked = everything.checked(root, gate=False)
    docs = folder / "docs"
    for name, pair in checked.pages.items():
        for language, page in pair.items():
            if page.excluded:
                continue
            path = docs / f"{name}{'.en' if language == 'en' else ''}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(checked.articles.of(page).shown, "utf-8")
    nav = re.search(r"^nav:\n(?: .*\n)+", (root / "mkdocs.yml").read_text("utf-8"), re.M)
    assert nav
    pages = [line for line in nav[0].splitlines() if line != "  - search.md"]
    (folder / "mkdocs.yml").write_text(CONFIGURATION + "\n".join(pages), "utf-8")
    return folder


def build(root: Path, folder: Path) -> Path:
    """The site, made in ``folder`` of what the project at ``root`` holds."""
    subprocess.run(COMMAND, check=True, cwd=prepare(root, folder), env=os.environ | QUIET)
    return folder / "site"


def open_page(page: Page, root: str, language: str) -> None:
    """The home page with the search opened, ready for `ask`."""
    page.goto(f"{root}{'en/' if language == 'en' else ''}")
    page.locator("[data-md-component=search-query]").focus()


def ask(page: Page, query: str) -> tuple[list[str], float]:
    """The locations that are listed, best first, and the milliseconds from the key to the list."""
    found, took = page.evaluate(ASK, query)
    return found, float(took)


def place(location: str, language: str) -> str:
    """A location as the cases name places; pages of the other language begin with it."""
    path, _, section = location.partition("#")
    if language == "en" and path.startswith("en/"):
        path = path.removeprefix("en/")
    elif language == "en":
        path = f"ja/{path}"
    name = path.strip("/") or "index"
    return f"{name}#{section}" if section else name
