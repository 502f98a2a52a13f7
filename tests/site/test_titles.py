"""Titles that look like HTML stand everywhere as they were typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from strategy.languages.say import Language

HEADING = 'A & B <c> "d"'
NAMED = 'M & N <o> "p"'


def _page(prose: Path, name: str, language: Language) -> html.HtmlElement:
    path = prose / ("en" if language == "en" else "") / name / "index.html"
    return html.fromstring(path.read_text(encoding="utf-8"))


def _texts(page: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in page.xpath(path)]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("name", "title"), [("titled", HEADING), ("named", NAMED)])
def test_in_the_head(prose: Path, name: str, title: str, language: Language) -> None:
    page = _page(prose, name, language)
    assert page.xpath("string(//head/title)").startswith(f"{title} – ")
    assert page.xpath("//meta[@property='og:title']/@content") == [HEADING]
    for kind in ("@name='description'", "@property='og:description'"):
        (description,) = page.xpath(f"//meta[{kind}]/@content")
        assert HEADING in description
    (image,) = page.xpath("//meta[@property='og:image:alt']/@content")
    assert image.endswith(f": {HEADING}")
    (facts,) = page.xpath("//script[@type='application/ld+json']/text()")
    (described,) = [item for item in json.loads(facts)["@graph"] if item["@type"] == "WebPage"]
    assert described["name"] == HEADING


@pytest.mark.parametrize("language", ["ja", "en"])
def test_in_the_page(prose: Path, language: Language) -> None:
    page = _page(prose, "titled", language)
    assert _texts(page, "//h1/text()/..") == [HEADING]
    menu = _texts(page, "//details[contains(@class, 'menu')]//a")
    assert {HEADING, NAMED} <= set(menu)
    contents = _texts(page, "//nav[@class='contents']/div//a")
    assert contents[:2] == ['E & F <g> "h"', 'I & J <k> "l"']
    (following,) = _texts(page, "//a[@rel='next']")
    assert following.endswith(f" {NAMED}")
    (former,) = _texts(_page(prose, "named", language), "//a[@rel='prev']")
    assert former.endswith(f" {HEADING}")
