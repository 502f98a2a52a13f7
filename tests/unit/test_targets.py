"""Links lead to the addresses of the pages, as MkDocs builds them."""

import pytest
from mkdocs.utils import get_relative_url

from strategy.site.targets import Targets, relative

ADDRESSES = (
    "./",
    "about/",
    "en/",
    "en/about/",
    "editions/r8/",
    "pdf/x.pdf",
    "about.html",
    "a/b.html",
)
PAGES = ("index", "about", "editions/index")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("base", ADDRESSES)
def test_relative_addresses_are_those_of_mkdocs(address: str, base: str) -> None:
    assert relative(address, base) == get_relative_url(address, base)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("about.md", "../about/"),
        ("about.md#contact", "../about/#contact"),
        ("../index.md", "../"),
        ("/data/x.csv", "../data/x.csv"),
        ("map.png", "map.png"),
        ("#here", "#here"),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("/editions/r8/index.html", "r8/"),
        ("/a%20b.pdf?x=1&amp;y=2", "../a%20b.pdf?x=1&amp;y=2"),
    ],
)
def test_what_markdown_has_is_resolved(written: str, found: str) -> None:
    targets = Targets(PAGES, "ja", directory_urls=True)
    page = "editions/index"
    source = written if written.startswith(("/", "#", "http", "mail", "map")) else f"../{written}"
    source = source.replace("../../", "../")
    html = f'<a href="written:{source}">x</a>'
    assert targets.written(html, page) == f'<a href="{found}">x</a>'


def test_english_pages_lead_to_english_pages() -> None:
    targets = Targets(PAGES, "en", directory_urls=True)
    assert targets.resolve("about.md#a", "index") == "about/#a"
    assert targets.page("index") == "en/"
    assert targets.resolve("/about.en.md", "editions/index") == "../about/"


def test_a_site_without_a_server_links_files() -> None:
    targets = Targets(PAGES, "ja", directory_urls=False)
    assert targets.resolve("about.md#a", "index") == "about.html#a"
    assert targets.page("editions/r8") == "editions/r8/index.html"


def test_raw_html_and_records_have_their_own_ways() -> None:
    targets = Targets(PAGES, "ja", directory_urls=True)
    assert targets.written('<a href="about.md">', "index") == '<a href="about.md">'
    assert targets.recorded('<a href="about.md#x"><a href="#y">', "editions/r8") == (
        '<a href="../../about/#x"><a href="#y">'
    )
