"""The notice of an open call for opinions: on every page, and not a second longer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from conftest import build


def test_notice_stands_on_every_page_until_the_deadline(browser: Browser, project: Path) -> None:
    opening = int(datetime.fromisoformat("2023-06-15T12:00:00+09:00").timestamp())
    env = {"SOURCE_DATE_EPOCH": str(opening)}
    build(project, pdfs=False, env=env)
    pages = sorted((project / "site").rglob("*.html"))
    assert len(pages) > 20
    for path in pages:
        (notice,) = html.fromstring(path.read_text(encoding="utf-8")).xpath(
            "//aside[@class='consultation']"
        )
        wanted = ("パブリックコメント", "令和5年7月3日（2023年7月3日、月曜日）まで")
        if "en" in path.relative_to(project / "site").parts:
            wanted = ("Public comment", "until Monday 3 July 2023")
        assert all(text in notice.text_content() for text in wanted), path
    # Read from the disk, where the policy has no origin to name.
    context = browser.new_context(bypass_csp=True)
    for moment, shown in (
        ("2023-07-03T23:59:59+09:00", True),
        ("2023-07-04T00:00:00+09:00", False),
    ):
        page = context.new_page()
        page.clock.set_fixed_time(moment)
        page.goto((project / "site" / "index.html").as_uri())
        expect(page.locator(".consultation")).to_be_visible(visible=shown)
    context.close()


@pytest.mark.parametrize("path", ["", "en/history/"])
def test_no_notice_while_nothing_is_open(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page()
    page.goto(address + path)
    assert page.locator(".consultation").count() == 0
    page.close()
