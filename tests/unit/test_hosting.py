"""The servers' files: one policy, in the form of each server."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from mkdocs.config.config_options import URL

from strategy.site import hosting
from strategy.site.security import HEADERS, POLICY, policy

FILES = hosting.files("https://example.org/dx/")


@pytest.mark.parametrize("name", ["_headers", ".htaccess", "nginx.conf"])
def test_every_header_is_in_every_file(name: str) -> None:
    for header, value in HEADERS.items():
        assert re.search(rf'{header}:? "?{re.escape(value)}"?', FILES[name]), header


def test_iis_gets_the_same_headers_and_an_error_page_a_language() -> None:
    root = ElementTree.fromstring(FILES["web.config"].encode())
    added = {item.get("name"): item.get("value") for item in root.iter("add")}
    assert added == HEADERS
    pages = [(item.get("path")) for item in root.iter("error")]
    assert pages == ["404.html", "en/404.html"]


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://example.org/dx", "https://example.org/dx/"),
        ("https://example.org/dx/", "https://example.org/dx/"),
        ("https://example.org", "https://example.org/"),
        ("", ""),
    ],
)
def test_the_public_address_is_that_of_a_folder_as_for_mkdocs(
    given: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", given)
    assert hosting.public_address() == address
    assert (URL(is_dir=True).validate(given) or "") == address


def test_error_pages_stand_below_the_public_address() -> None:
    assert "ErrorDocument 404 /dx/404.html\n" in FILES[".htaccess"]
    assert "ErrorDocument 404 /dx/en/404.html\n" in FILES[".htaccess"]
    assert "error_page 404 /dx/404.html;" in FILES["nginx.conf"]
    assert FILES["_redirects"] == "/dx/en/* /dx/en/404.html 404\n"
    assert "ErrorDocument 404 /404.html\n" in hosting.files("")[".htaccess"]


def test_the_policy_lets_nothing_run_that_is_not_a_file_of_the_site() -> None:
    assert "unsafe" not in policy(POLICY)
    assert POLICY["default-src"] == "'none'"
    assert POLICY["script-src"] == POLICY["style-src"] == "'self'"
    assert HEADERS["Content-Security-Policy"] == f"{policy(POLICY)}; frame-ancestors 'none'"
