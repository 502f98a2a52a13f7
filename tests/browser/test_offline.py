"""A site that opens by double-click, without a server."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from filelock import FileLock
from lxml import html
from playwright.sync_api import Browser, Page, expect

from conftest import ROOT, build

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def offline(shared: Path, publication: Path) -> Path:
    target = shared / "offline"
    with FileLock(shared / "offline.lock"):
        if not target.exists():
            build(publication, "--offline", "--site", str(target))
    return target


def _open(browser: Browser, path: Path) -> tuple[Page, list[str]]:
    page = browser.new_page(viewport={"width": 375, "height": 800})
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto(path.as_uri())
    return page, messages


def test_reading_from_the_disk_works_as_from_a_server(browser: Browser, offline: Path) -> None:
    page, messages = _open(browser, offline / "index.html")
    page.locator(".menu > summary").click()
    page.get_by_role("link", name="1. はじめに").first.click()
    expect(page.locator("h1")).to_have_text("1. はじめに（なぜDXが必要なのか）")
    assert page.url.endswith("/introduction.html")
    summary = page.locator(".display > summary")
    assert summary.evaluate("(it) => getComputedStyle(it).borderTopWidth") == "1px"
    expect(page.locator("figure.chart svg").first).to_be_visible()
    summary.click()
    page.get_by_label("暗い色").check()
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/introduction.html")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    page.get_by_role("link", name="Next").click()
    assert page.url.endswith("/en/purpose.html")
    assert messages == []
    page.close()


@pytest.mark.parametrize(("language", "query"), [("", "推進体制"), ("en/", "promotion structure")])
def test_searching_on_a_disk(browser: Browser, offline: Path, language: str, query: str) -> None:
    page, messages = _open(browser, offline / f"{language}purpose.html")
    field = page.get_by_role("combobox")
    field.press_sequentially(query)
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("Enter")
    page.wait_for_selector("#search-results[data-state=done]")
    first = page.locator("#search-results > li a").first
    expect(first).to_have_attribute(
        "href", (offline / f"{language}governance.html").as_uri() + "#structure"
    )
    first.click()
    assert page.url.endswith("governance.html#structure")
    assert messages == []
    page.close()


def test_the_packed_preview_holds_the_site_and_its_pdfs(offline: Path, tmp_path: Path) -> None:
    packed = tmp_path / "preview.zip"
    command = re.search(r"python (-m zipfile -c) preview\.zip preview\n", MAKEFILE)
    assert command
    pack = [sys.executable, *command[1].split(), str(packed), str(offline)]
    subprocess.run(pack, check=True)
    with zipfile.ZipFile(packed) as archive:
        names = archive.namelist()
    folder = offline.name
    assert {f"{folder}/index.html", f"{folder}/en/index.html", f"{folder}/assets/site.css"} <= {
        *names
    }
    assert [name for name in names if name.endswith(".pdf")]


def test_every_page_links_files_that_are_there(offline: Path) -> None:
    paths = [path for path in offline.rglob("*.html") if path.name != "404.html"]
    assert len(paths) > 20
    for path in paths:
        page = html.fromstring(path.read_text(encoding="utf-8"))
        for link in page.xpath("//@href"):
            target = urlsplit(urljoin(path.as_uri(), link))
            if target.scheme == "file":
                assert Path(unquote(target.path)).is_file(), f"{path.name} links {link}"
