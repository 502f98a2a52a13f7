"""Every page in every colour scheme and width, closed and open, under three engines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import PATHS
from engines import ENGINES, Examination

SCHEMES = ("light", "dark", "contrast")
WIDTHS = (1280, 320)
Record = Callable[[str, Any], None]


def _open(browser: Browser, address: str, scheme: str, width: int) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, bypass_csp=True, reduced_motion="reduce"
    )
    context.add_init_script(f"localStorage.setItem('scheme', '{scheme}')")
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("document.documentElement.dataset.scheme") == scheme
    return page


def _record(record: Record, examination: Examination) -> None:
    engine = next(engine for engine in ENGINES if engine.id == examination.tool)
    record(
        "tool",
        {
            "id": engine.id,
            "name": engine.package,
            "version": engine.version,
            "findings": len(examination.findings),
        },
    )
    for number in examination.examined:
        record(
            "criterion",
            {
                "number": number,
                "tool": engine.id,
                "applicable": number in examination.applicable,
                "failures": examination.failed.count(number),
            },
        )


def test_the_pages_are_those_of_the_site(pages: list[Path], site: Path) -> None:
    built = {path.relative_to(site).as_posix().removesuffix("index.html") for path in pages}
    assert built == set(PATHS)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", PATHS)
def test_no_engine_finds_a_fault(
    browser: Browser, address: str, path: str, scheme: str, width: int, record_property: Record
) -> None:
    page = _open(browser, address + path, scheme, width)
    record_property("view", {"path": path, "scheme": scheme, "width": width})
    findings = []
    for engine in ENGINES:
        examination = engine.examine(page)
        assert examination.looked > 20, f"{engine.id} looked at nothing"
        _record(record_property, examination)
        findings += [f"{engine.id} {finding}" for finding in examination.findings]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    findings += _opened(page, record_property)
    page.context.close()
    assert findings == []


def _opened(page: Page, record: Record) -> list[str]:
    """The findings of axe with all that opens: each menu, the suggestions of the search, the dialog
    of a citation, all that folds, and a term's note."""
    axe = ENGINES[0]
    found = []
    for drop in page.locator("details.drop").all():
        drop.locator("summary").click()
        found.append(axe.examine(page))
        page.keyboard.press("Escape")
    page.get_by_role("combobox").fill("DX")
    if page.locator("#search-results").count():  # there the results stand in the page
        page.keyboard.press("Enter")
        page.locator("#search-results[data-state=done] > li").first.wait_for()
    else:
        page.get_by_role("option").first.wait_for()
    found.append(axe.examine(page))
    page.keyboard.press("Escape")
    if page.locator("dialog.cite").count():
        page.locator("a.number").first.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
        found.append(axe.examine(page))
        page.keyboard.press("Escape")
    for fold in page.locator("main details").all():
        fold.evaluate("(element) => { element.open = true; }")
    if page.locator("a.term").count():
        page.locator("a.term").first.focus()
    found.append(axe.examine(page))
    for examination in found:
        _record(record, examination)
    return [f"open: {finding}" for examination in found for finding in examination.findings]


BAD = {
    "axe": "<img src=x>",
    "ibm": "<input type=text>",
    "htmlcs": "<p style='color:#999;background:#fff'>pale</p>",
}


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.id)
def test_each_engine_finds_what_is_wrong(browser: Browser, engine: Any) -> None:
    page = browser.new_page()
    page.set_content(
        f"<!doctype html><html lang=en><title>x</title><main><h1>x</h1>{BAD[engine.id]}</main>"
    )
    examination = engine.examine(page)
    assert examination.findings
    assert examination.failed
    page.close()
