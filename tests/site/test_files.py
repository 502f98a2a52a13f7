"""The files of the built site: what is published, how much, from where, under which policy."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

from conftest import NAMES, PATHS, PUBLICATION
from strategy.checks.everything import checked
from strategy.languages.say import LANGUAGES
from strategy.pdf import booklet

STRATEGY = checked(PUBLICATION)[0]
MADE = [path.strip("/") for path in PATHS if re.fullmatch(r"editions/.+/", path)]
CARDS = [*NAMES, *MADE]


def test_nothing_is_loaded_from_elsewhere(pages: list[Path], site: Path) -> None:
    loaded = 0
    for path in pages:
        page = html.fromstring(path.read_text(encoding="utf-8"))
        for address in page.xpath(
            "//script/@src | //img/@src | //iframe/@src | //source/@src"
            " | //link[contains(@rel, 'stylesheet') or contains(@rel, 'icon') or @rel='preconnect'"
            " or @rel='preload' or @rel='manifest']/@href"
        ):
            loaded += 1
            assert not urlsplit(address).netloc, f"{path}: {address}"
    assert loaded > len(pages)
    for style in site.rglob("*.css"):
        assert not re.search(r"url\((?!data:|[\"']?data:)[\"']?(https?:)?//", style.read_text())


def _prints() -> list[str]:
    """The PDFs of the edition in force, or of the present text where its own is not held."""
    strategy = checked(PUBLICATION, gate=False).strategy
    current = strategy.editions.in_force
    ident = current.id if current and current.record else strategy.edition.id
    return [
        booklet.file_name(ident, language, large=large)
        for language in LANGUAGES
        for large in (False, True)
    ]


def test_nothing_of_the_theme_is_published(site: Path) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    kinds = {name for name in files if not name.endswith((".html", ".json", ".csv"))}
    assert kinds == {
        ".htaccess",
        "_headers",
        "_redirects",
        "assets/favicon.svg",
        "assets/icon-192.png",
        "assets/icon-512.png",
        "assets/early.js",
        "assets/cite.js",
        "assets/filter.js",
        "assets/search.js",
        *(f"assets/search.{language}.js" for language in LANGUAGES),
        "assets/site.css",
        "assets/site.js",
        "assets/touch-icon.png",
        "en/feed.xml",
        "feed.xml",
        "en/manifest.webmanifest",
        "manifest.webmanifest",
        "nginx.conf",
        "robots.txt",
        "sitemap.xml",
        "web.config",
        *(f"pdf/{name}" for name in _prints()),
        *(f"assets/cards/{name}.{language}.png" for name in CARDS for language in LANGUAGES),
    }
    # Editions grow in number by their nature; the pages themselves stay below a megabyte.
    pages = [
        name for name in files if not re.match(r"(en/|assets/cards/)?editions/[^/]+/|pdf/", name)
    ]
    assert sum(len((site / name).read_bytes()) for name in pages) < 1024 * 1024


def test_no_inline_script_or_style(pages: list[Path]) -> None:
    for path in pages:
        page = html.fromstring(path.read_text(encoding="utf-8"))
        assert page.xpath("//meta[@http-equiv='Content-Security-Policy']")
        assert not page.xpath(
            "//script[not(@src or @type='application/ld+json')] | //style | //@style"
        ), path
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), path


def test_sitemap_lists_every_page_with_its_alternates(site: Path) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert text.count("<loc>") == 2 * len(CARDS)
    assert text.count('hreflang="en"') == 2 * len(CARDS)


def test_every_card_is_its_own(site: Path) -> None:
    cards = [path.read_bytes() for path in (site / "assets" / "cards").rglob("*.png")]
    assert len(set(cards)) == len(cards) == 2 * len(CARDS)


def test_pages_and_servers_have_one_policy(site: Path, pages: list[Path]) -> None:
    headers = (site / "_headers").read_text(encoding="utf-8")
    (full,) = re.findall("Content-Security-Policy: (.*)", headers)
    for path in pages:
        page = html.fromstring(path.read_text(encoding="utf-8"))
        (content,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert full == f"{content}; frame-ancestors 'none'"
