"""What assistive technology is told of each kind of page, against golden files in ``golden/trees/``.

Landmarks, headings and controls; of the text itself only its headings, charts and tables, so that
an edited sentence changes nothing here. UPDATE_GOLDEN=1 rewrites the files; read the difference.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from playwright.sync_api import Locator, Page

GOLDEN = Path(__file__).parents[1] / "golden" / "trees"
LANDMARKS = {"banner", "navigation", "main", "article", "complementary", "contentinfo", "region"}
CONTROLS = {"button", "checkbox", "group", "radio", "radiogroup", "status"}
SEARCH = {"search", "combobox", "searchbox", "textbox"}
KEPT = LANDMARKS | CONTROLS | SEARCH | {"heading", "img", "figure", "table"}
KINDS = {
    "home": "",
    "chapter": "introduction/",
    "timeline": "history/",
    "figures": "figures/",
    "about": "about/",
    "accessibility": "accessibility/",
    "error": "404.html",
}


def _lines(nodes: list[Any], kept: set[str], depth: int = 0) -> Iterator[str]:
    for node in nodes:
        name, inside = next(iter(node.items())) if isinstance(node, dict) else (node, [])
        role = name.partition(" ")[0]
        shown = role in kept
        if shown:
            yield "  " * depth + f"- {name}\n"
        below = kept - {"link"} if role == "article" else kept
        if isinstance(inside, list):
            yield from _lines(inside, below, depth + shown)


def _tree(locator: Locator) -> str:
    return "".join(_lines(yaml.safe_load(locator.aria_snapshot()), KEPT | {"link"}))


def _compare(tree: str, name: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(tree, encoding="utf-8")
    assert tree == path.read_text(encoding="utf-8")


@pytest.mark.criterion("1.3.1", "2.4.6", "4.1.2")
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_tree_of_each_kind_of_page(page: Page, address: str, kind: str, language: str) -> None:
    page.goto(address + ("en/" if language == "en" else "") + KINDS[kind])
    _compare(_tree(page.locator("body")), f"{kind}.{language}.yml")


@pytest.mark.criterion("4.1.2")
@pytest.mark.parametrize("language", ["ja", "en"])
def test_tree_of_the_open_menus(page: Page, address: str, language: str) -> None:
    page.goto(address + ("en/" if language == "en" else ""))
    page.evaluate("for (const drop of document.querySelectorAll('.drop')) drop.open = true")
    _compare(_tree(page.locator("header")), f"menus.{language}.yml")


def test_no_golden_file_is_left_over() -> None:
    expected = {f"{kind}.{language}.yml" for kind in [*KINDS, "menus"] for language in ("ja", "en")}
    assert {path.name for path in GOLDEN.iterdir()} == expected


def test_the_menu_names_the_page_that_is_open(pages: list[Path], site: Path) -> None:
    """The error pages, and the editions and their comparisons, are not in the menu."""
    for path in pages:
        document = html.fromstring(path.read_text(encoding="utf-8"))
        current = document.xpath("//*[@aria-current]")
        if re.search(r"404\.html|editions/.+/", path.relative_to(site).as_posix()):
            assert current == [], path
            continue
        (link,) = document.xpath("//nav//*[@class='panel']//a[@aria-current='page']")
        assert current == [link], path
        assert (path.parent / link.get("href")).resolve() == path.parent, path
