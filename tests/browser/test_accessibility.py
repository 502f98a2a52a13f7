"""axe on every page: all its rules with best practices and AAA contrast, in the page's states."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from conftest import ROOT

AXE = (ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
NAMES = sorted(path.stem for path in (ROOT / "docs").glob("*.md") if not path.stem.endswith(".en"))
PATHS = [
    f"{language}{'' if name == 'index' else f'{name}/'}"
    for language in ("", "en/")
    for name in NAMES
] + ["404.html", "en/404.html"]
MODES: tuple[tuple[str, int], ...] = (("light", 1280), ("dark", 320), ("contrast", 320))


def _findings(page: Page) -> list[str]:
    page.evaluate(AXE)
    result: dict[str, Any] = page.evaluate(
        """async () => {
          const rules = {"color-contrast-enhanced": {enabled: true}};
          return await axe.run(document, {rules, resultTypes: ["violations", "passes"]});
        }"""
    )
    assert len(result["passes"]) > 20, "axe looked at something"
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in result["violations"]]


def _open(browser: Browser, address: str, scheme: str, width: int) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(f"localStorage.setItem('scheme', '{scheme}')")
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("document.documentElement.dataset.scheme") == scheme
    return page


@pytest.mark.parametrize(("scheme", "width"), MODES)
@pytest.mark.parametrize("path", PATHS)
def test_no_finding(browser: Browser, address: str, path: str, scheme: str, width: int) -> None:
    page = _open(browser, address + path, scheme, width)
    assert _findings(page) == []
    page.context.close()


@pytest.mark.parametrize(("scheme", "width"), MODES)
@pytest.mark.parametrize("path", ["../prose/prose/", "../prose/en/prose/"])
def test_no_finding_in_what_staff_may_write(
    browser: Browser, prose: Path, address: str, path: str, scheme: str, width: int
) -> None:
    page = _open(browser, address + path, scheme, width)
    assert _findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_no_finding_with_menus_and_a_term_open(browser: Browser, address: str, scheme: str) -> None:
    page = _open(browser, f"{address}history/", scheme, 1280)
    for drop in ("display", "menu"):
        page.locator(f".{drop} > summary").click()
        assert _findings(page) == []
        page.keyboard.press("Escape")
    page.locator("a.term").first.focus()
    assert page.locator(".term-note:visible").count() == 1
    assert _findings(page) == []
    page.context.close()


def test_axe_finds_what_is_wrong(browser: Browser) -> None:
    page = browser.new_page()
    body = "".join(f"<p style='color:#666'>text {n}</p>" for n in range(30))
    page.set_content(
        f"<!doctype html><html lang='en'><title>x</title><main><h1>x</h1>{body}<img src=x></main>"
    )
    assert {finding.split(":")[0] for finding in _findings_of_bad(page)} >= {
        "image-alt",
        "color-contrast-enhanced",
    }
    page.close()


def _findings_of_bad(page: Page) -> list[str]:
    page.evaluate(AXE)
    found: list[str] = page.evaluate(
        """async () => (await axe.run(document,
          {rules: {"color-contrast-enhanced": {enabled: true}}})).violations.map((v) => v.id)"""
    )
    return found
