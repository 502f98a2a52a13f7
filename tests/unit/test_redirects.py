"""Old addresses lead to the new pages, from any depth and in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from strategy.checks import everything
from strategy.problems import InvalidStrategy
from strategy.site import redirects

Replace = Callable[[Path, str, str], None]


def _redirect(sample: Path, lines: str) -> None:
    (sample / "data" / "redirects.yml").write_text(f"redirects:\n{lines}", encoding="utf-8")


def test_stub_leads_to_the_page_and_its_section(sample: Path) -> None:
    _redirect(sample, "  - {old: dx/old-page/, new: chapter#part}\n")
    strategy = everything.checked(sample).strategy
    for language, folder in (("ja", ""), ("en", "en/")):
        pages = redirects.pages(strategy, language, directory_urls=True)  # type: ignore[arg-type]
        ((path, text),) = pages.items()
        assert path == f"{folder}dx/old-page/index.html"
        page = html.fromstring(text)
        assert page.get("lang") == language
        here = f"https://example.org/{folder}dx/old-page/"
        wanted = f"https://example.org/{folder}chapter/#part"
        (refresh,) = page.xpath("//meta[@http-equiv='refresh']/@content")
        assert urljoin(here, refresh.partition("url=")[2]) == wanted
        assert [urljoin(here, link) for link in page.xpath("//a/@href")] == [wanted]


def test_stub_leads_to_a_file_where_there_are_no_folders(sample: Path) -> None:
    _redirect(sample, "  - {old: old/, new: index}\n")
    pages = redirects.pages(everything.checked(sample).strategy, "ja", directory_urls=False)
    assert 'href="../index.html"' in pages["old/index.html"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{old: old/, new: nowhere}", "dangling-reference"),
        ("{old: old/, new: chapter#nowhere}", "dangling-reference"),
        ("{old: /old/, new: chapter}", "redirect-address"),
        ("{old: https://example.org/, new: chapter}", "redirect-address"),
        ("{old: about/, new: chapter}", "old-address"),
    ],
)
def test_redirects_that_cannot_work_are_refused(sample: Path, line: str, code: str) -> None:
    _redirect(sample, f"  - {line}\n")
    with pytest.raises(InvalidStrategy) as caught:
        everything.checked(sample)
    (problem,) = caught.value.problems.errors
    assert problem.code == code
    assert problem.location.file == "data/redirects.yml"
