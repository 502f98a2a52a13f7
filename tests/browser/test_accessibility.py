"""axe on every page: all its rules with best practices and AAA contrast, in the page's states.

Each page is examined in one of the modes in turn; ``make audit`` examines it in all of them.
"""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browsing import MODES, OpenPage
from conftest import PATHS
from engines import ENGINES


def _findings(page: Page) -> list[str]:
    examination = ENGINES[0].examine(page)
    assert examination.looked > 20, "axe looked at something"
    return examination.findings


def _open(open_page: OpenPage, address: str, scheme: str, width: int) -> Page:
    page = open_page(scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page.goto(address)
    assert page.evaluate("document.documentElement.dataset.scheme") == scheme
    return page


IN_TURN = [(path, *mode) for path, mode in zip(PATHS, cycle(MODES), strict=False)]


@pytest.mark.parametrize(("path", "scheme", "width"), IN_TURN)
def test_no_finding(open_page: OpenPage, address: str, path: str, scheme: str, width: int) -> None:
    page = _open(open_page, address + path, scheme, width)
    assert _findings(page) == []


@pytest.mark.parametrize(("scheme", "width"), MODES)
@pytest.mark.parametrize("path", ["../prose/prose/", "../prose/en/prose/"])
def test_no_finding_in_what_staff_may_write(
    open_page: OpenPage, prose: Path, address: str, path: str, scheme: str, width: int
) -> None:
    page = _open(open_page, address + path, scheme, width)
    assert _findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_no_finding_with_menus_and_a_term_open(
    open_page: OpenPage, address: str, scheme: str
) -> None:
    page = _open(open_page, f"{address}history/", scheme, 1280)
    for drop in ("display", "menu"):
        page.locator(f".{drop} > summary").click()
        assert _findings(page) == []
        page.keyboard.press("Escape")
    page.locator("a.term").first.focus()
    assert page.locator(".term-note:visible").count() == 1
    assert _findings(page) == []
