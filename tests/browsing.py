"""The browser, and pages in it. A pytest plugin.

A new page costs as much as going to five addresses, so a worker keeps a few: ``open_page`` gives the
one whose context has the wanted settings, after each test as good as new. A test that adds scripts to
a page, or measures its first load, takes a ``fresh`` one.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
MOST = 4
WINDOW: Any = {"width": 1280, "height": 800}
FORGET = "() => { try { localStorage.clear(); sessionStorage.clear(); } catch {} }"
OpenPage = Callable[..., Page]


MODES = (("light", 1280), ("dark", 320), ("contrast", 320))
"""Colours that a reader chose, and the width of the window."""


class Pages:
    """Pages by the settings of their contexts; the one that was unused for longest goes first."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[str, Page] = {}
        self._used: set[str] = set()

    def open(self, *, scheme: str = "", moment: str = "", **settings: Any) -> Page:
        """A page, with the colours that a reader chose before, in a context with these settings.

        Where a ``moment`` is given it is always then.
        """
        settings = {"viewport": WINDOW} | settings
        key = json.dumps([scheme, bool(moment), settings], sort_keys=True)
        page = self._kept.pop(key, None) or self._new(scheme, settings)
        self._kept[key] = page
        self._used.add(key)
        if moment:
            page.clock.set_fixed_time(moment)
        return page

    def _new(self, scheme: str, settings: dict[str, Any]) -> Page:
        unused = [key for key in self._kept if key not in self._used]
        if len(self._kept) >= MOST and unused:
            self._kept.pop(unused[0]).context.close()
        context = self._browser.new_context(**settings)
        if scheme:
            context.add_init_script(f"localStorage.setItem('scheme', '{scheme}')")
        return context.new_page()

    def forget(self) -> None:
        """Make what a test has used as good as new."""
        for key in self._used:
            page = self._kept[key]
            for other in page.context.pages[1:]:
                other.close()
            page.unroute_all(behavior="ignoreErrors")
            page.evaluate(FORGET)
            page.goto("about:blank")
            page.context.clear_cookies()
            page.mouse.move(0, 0)
            page.emulate_media(media="null")
            page.set_viewport_size(json.loads(key)[-1]["viewport"])
        self._used.clear()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium that talks to nobody on its own."""
    assert CHROMIUM, "no Chromium found: install it, or set CHROMIUM (see README.md)"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def kept_pages(browser: Browser) -> Pages:
    """The pages of this worker."""
    return Pages(browser)


@pytest.fixture
def open_page(kept_pages: Pages) -> Iterator[OpenPage]:
    """Opens a page for this test: ``open_page(scheme="dark", viewport={…}, …)``."""
    yield kept_pages.open
    kept_pages.forget()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """An ordinary page in a wide window."""
    return open_page()


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page of this test alone."""
    context = browser.new_context(viewport=WINDOW)
    yield context.new_page()
    context.close()
