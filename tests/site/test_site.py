"""The publication's site: pages, languages, wording, links, data, and requests to nobody."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from conftest import NAMES, PUBLICATION, ROOT, SITE_URL, page_path
from strategy.checks.everything import checked
from strategy.languages.say import LANGUAGES, Language
from strategy.model.criteria import CRITERIA
from strategy.site import result

STRATEGY = checked(PUBLICATION)[0]
SECTIONS = {
    "introduction": "population workload needs risk why-now",
    "purpose": "definition",
    "mission-vision-values": "mission vision convenience efficiency people values action-plan",
    "dx-literacy": "literacy-chart",
    "governance": "structure progress",
    "history": "r4-10 r4-12 r5-01 r5-02 r5-03 r5-05 r5-06 r5-07",
}


def _page(site: Path, name: str, language: Language) -> html.HtmlElement:
    folder = site / "en" if language == "en" else site
    path = folder / page_path(name) / "index.html"
    return html.fromstring(path.read_text(encoding="utf-8"))


def _article(site: Path, name: str, language: Language) -> html.HtmlElement:
    (article,) = _page(site, name, language).xpath("//article")
    for notes in article.xpath(".//*[@class='term-notes' or @class='number']"):
        notes.drop_tree()
    return article


def _text(element: html.HtmlElement) -> str:
    """The text without white space, as it differs between source and page."""
    return re.sub(r"\s+", "", element.text_content())


def _adopted() -> list[tuple[str, str]]:
    cases, page = [], ""
    lines = (ROOT / "tests" / "golden" / "adopted.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("["):
            page = line.strip("[]")
        elif line and not line.startswith("#"):
            cases.append((page, line))
    return cases


def test_all_chapters_are_there_in_both_languages() -> None:
    assert {"index", *SECTIONS} <= set(NAMES)


@pytest.mark.parametrize(("page", "wording"), _adopted())
def test_adopted_wording_is_exact(site: Path, page: str, wording: str) -> None:
    assert re.sub(r"\s+", "", wording) in _text(_article(site, page, "ja"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_language_title_and_alternates(site: Path, name: str, language: Language) -> None:
    page = _page(site, name, language)
    path = page_path(name)
    addresses = {"ja": f"{SITE_URL}{path}", "en": f"{SITE_URL}en/{path}"}
    assert page.get("lang") == language
    (title,) = page.xpath("//head/title/text()")
    city = STRATEGY.city[language]
    (heading,) = page.xpath("//h1")
    assert title.endswith(city)
    assert STRATEGY.title[language] in title
    if name in ("index",):
        assert STRATEGY.edition.kind[language].removesuffix(" (概要版)") in title
    assert heading.text_content().strip()
    (canonical,) = page.xpath("//link[@rel='canonical']/@href")
    assert canonical == addresses[language]
    alternates = {
        link.get("hreflang"): urljoin(canonical, link.get("href"))
        for link in page.xpath("//link[@rel='alternate'][@hreflang]")
    }
    assert alternates == {**addresses, "x-default": addresses["ja"]}
    switch = page.xpath("//a[@class='language-switch']")
    other: Language = "ja" if language == "en" else "en"
    assert [(a.get("hreflang"), urljoin(canonical, a.get("href"))) for a in switch] == [
        (other, addresses[other])
    ]
    (description,) = page.xpath("//meta[@name='description']/@content")
    assert len(description) > 20


@pytest.mark.parametrize("name", NAMES)
def test_english_pages_are_marked_and_link_their_japanese(site: Path, name: str) -> None:
    (notice,) = _page(site, name, "en").xpath("//p[@class='reference-translation']")
    assert "reference translation" in notice.text_content()
    (link,) = notice.xpath(".//a[@hreflang='ja'][span/@lang='ja']/@href")
    here = f"{SITE_URL}en/{page_path(name)}"
    assert urljoin(here, link) == here.replace("/en/", "/")
    assert not _page(site, name, "ja").xpath("//p[@class='reference-translation']")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SECTIONS)
def test_sections_have_the_same_ids_in_both_languages(
    site: Path, name: str, language: Language
) -> None:
    ids = _article(site, name, language).xpath(".//*[self::h2 or self::h3]/@id")
    expected = SECTIONS[name].split()
    assert [ident for ident in ids if ident != "since"] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_data_item_is_on_its_page(site: Path, language: Language) -> None:
    vision = _article(site, "mission-vision-values", language)
    goals = [goal for group in STRATEGY.vision.groups for goal in group.goals]
    values = STRATEGY.values.values
    months = STRATEGY.timeline.months
    entries = [e for month in months for e in (*month.events, *month.progress)]
    facts = [f for month in months for f in month.evidence] + [*STRATEGY.timeline.since]
    governance = STRATEGY.governance
    for page, items in (
        (vision, [(goal.id, goal.text) for goal in goals]),
        (vision, [(value.id, value.text) for value in values]),
        (_article(site, "history", language), [(e.id, e.text) for e in entries]),
        (_article(site, "history", language), [(f.id, f.text) for f in facts]),
        (
            _article(site, "governance", language),
            [(body.id, body.name) for body in governance.bodies]
            + [(step.id, step.action) for step in governance.progress],
        ),
        (
            _article(site, "figures", language),
            [(figure.id, figure.statement) for figure in STRATEGY.figures.figures],
        ),
        (
            _article(site, "about", language),
            [(term.id, term.term) for term in STRATEGY.glossary.terms],
        ),
    ):
        assert items
        for ident, text in items:
            (element,) = page.xpath(f".//*[@id='{ident}']")
            wanted = re.sub(r"\s+", "", text[language].replace("**", ""))
            assert wanted in _text(element), ident


def test_figures_are_shown_as_printed_with_the_computed_value_and_no_source(site: Path) -> None:
    for language, source in (("ja", "出典の記載なし"), ("en", "source not stated in the strategy")):
        article = _article(site, "figures", language)
        rows = {
            row.get("id"): [cell.text_content() for cell in row]
            for row in article.xpath(".//tbody/tr")
        }
        for figure in STRATEGY.figures.figures:
            assert rows[figure.id][1] == figure.printed[language]
            assert rows[figure.id][-1] == source
        assert rows["figure.staff-change-2022"][3:5] == ["2002 → 2022", "77.8%"]


def test_every_page_keeps_the_output_rules(site: Path) -> None:
    """No dead link or anchor, no raw marker, no wrong language, no id twice."""
    assert [problem.text("en") for problem in result.check(site)] == []


def test_no_trace_of_a_marker_or_of_markup(pages: list[Path]) -> None:
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert "strategy:" not in text, path
        assert not re.search(r"markdown=\"|\{: ?[.#]|\{#", text), path
        visible = html.fromstring(text).text_content()
        assert "**" not in visible, path


def test_adopted_wording_stands_in_quotations(site: Path) -> None:
    for language in LANGUAGES:
        article = _article(site, "mission-vision-values", language)
        quoted = "".join(_text(quote) for quote in article.xpath(".//blockquote[@class='adopted']"))
        goals = [goal for group in STRATEGY.vision.groups for goal in group.goals]
        for text in (STRATEGY.mission.text, *(goal.text for goal in goals)):
            assert re.sub(r"\s+", "", text[language]) in quoted


def test_era_dates_have_their_western_year(site: Path) -> None:
    """In Japanese, on the page and outside quotations, a date names both calendars."""
    found = 0
    for name in NAMES:
        article = _article(site, name, "ja")
        for quote in article.xpath(".//blockquote"):
            quote.drop_tree()
        for match in re.finditer(r"(令和|平成)\d+年\d+月(\d+日)?", _text(article)):
            following = _text(article)[match.end() : match.end() + 8]
            if following.startswith(("の更新", "に策定されたとき", "策定", "更新")):
                continue  # the second mention in a passage, and the printed lines of the cover
            found += 1
            assert re.match(r"（\d{4}年", following), f"{name}: {match[0]}{following}"
    assert found > 10


def test_english_pages_use_western_years_and_latin_punctuation(site: Path) -> None:
    for name in NAMES:
        text = "".join(_article(site, name, "en").xpath(".//text()[not(ancestor::*[@lang='ja'])]"))
        assert not re.search(r"令和|平成|[、。：（]", text), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_error_page_of_each_language(site: Path, language: Language) -> None:
    path = site / "404.html" if language == "ja" else site / "en" / "404.html"
    page = html.fromstring(path.read_text(encoding="utf-8"))
    assert page.get("lang") == language
    heading, title = page.xpath("//h1")[0].text_content(), page.xpath("//head/title/text()")[0]
    assert heading == {"ja": "ページが見つかりません", "en": "Page not found"}[language]
    assert title.startswith(heading)
    for address in page.xpath("//article//a/@href"):
        target = urlsplit(address)
        assert target.path.startswith("/dx/"), "an error page stands at any depth"
        file = site / unquote(target.path).removeprefix("/dx/")
        assert (file / "index.html").exists() if file.is_dir() else file.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_leads_to_each_group_of_the_vision(site: Path, language: Language) -> None:
    article = _article(site, "index", language)
    (mission,) = article.xpath(".//*[@class='hero']//*[@class='mission']")
    assert _text(mission) == re.sub(r"\s+", "", STRATEGY.mission.text[language])
    entrances = article.xpath(".//*[@class='entrances']//a")
    assert [(link.text_content(), link.get("href").rpartition("/")[2]) for link in entrances] == [
        (group.title[language], f"#{group.id}") for group in STRATEGY.vision.groups
    ]
    printed = [
        element.text_content() for element in article.xpath(".//*[@class='highlights']//strong")
    ]
    figures = {figure.id: figure.printed[language] for figure in STRATEGY.figures.figures}
    assert printed == [figures[ident] for ident in STRATEGY.figures.highlights]
    (changes,) = article.xpath(".//h2[@id='changes']/following-sibling::ul[1]")
    assert len(changes.xpath("./li")) == 2
    assert {"ja": "変更内容の記録なし", "en": "what changed is not recorded"}[
        language
    ] in changes.text_content()


@pytest.mark.parametrize("name", [chapter.id for chapter in STRATEGY.chapters])
def test_chapters_begin_with_a_short_summary(site: Path, name: str) -> None:
    for language, stop in (("ja", "。"), ("en", ". ")):
        (summary,) = _article(site, name, language).xpath(".//h1/following-sibling::*[1][self::p]")
        assert 2 <= f"{summary.text_content().strip()} ".count(stop) <= 3, (name, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_footer_names_the_owner_and_leads_to_what_readers_may_ask(
    site: Path, name: str, language: Language
) -> None:
    (footer,) = _page(site, name, language).xpath("//footer")
    text = footer.text_content()
    assert STRATEGY.city[language] in text
    assert STRATEGY.edition.updated.printed[language] in text
    root = "" if language == "ja" else "en/"
    path = f"{root}{page_path(name)}"
    links = [urljoin(SITE_URL + path, a.get("href")) for a in footer.xpath(".//a")]
    assert links == [
        f"{SITE_URL}{root}about/#contact",
        f"{SITE_URL}{root}accessibility/",
        f"{SITE_URL}{root}policy/",
        f"{SITE_URL}{root}policy/#licence",
        f"{SITE_URL}{root}about/",
        STRATEGY.website,
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_accessibility_page_claims_only_what_was_tested(site: Path, language: Language) -> None:
    article = _article(site, "accessibility", language)
    rows = {
        row[0].text_content().split(" ")[0]: [cell.text_content() for cell in row]
        for row in article.xpath(".//tbody/tr")
    }
    assert list(rows) == list(CRITERIA)
    judged = {judgement.criterion for judgement in STRATEGY.accessibility.judged}
    for number, (_name, level, outcome, method) in rows.items():
        assert level == CRITERIA[number].level
        if number not in judged:
            assert outcome not in ("適合", "Met", "適用なし", "Not applicable"), number
            assert not re.search(r"HC|AF", method), number
    for page in STRATEGY.audit.pages:
        assert article.xpath(f".//details//code[text()='/{page}']"), page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_metadata_names_the_page_and_its_card(site: Path, name: str, language: Language) -> None:
    page = _page(site, name, language)
    found = {meta.get("property"): meta.get("content") for meta in page.xpath("//meta[@property]")}
    (heading,) = page.xpath("//h1")
    assert found["og:title"] == re.sub(r"\s+", " ", heading.text_content())
    assert found["og:description"] == page.xpath("//meta[@name='description']/@content")[0]
    assert found["og:locale"] == {"ja": "ja_JP", "en": "en_US"}[language]
    assert found["og:url"] == page.xpath("//link[@rel='canonical']/@href")[0]
    card = site / found["og:image"].removeprefix(SITE_URL)
    assert card.read_bytes().startswith(b"\x89PNG")
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")
    entries = json.loads(data)["@graph"]
    assert entries[2]["url"] == found["og:url"]
    assert entries[2]["inLanguage"] == language
    (manifest,) = page.xpath("//link[@rel='manifest']/@href")
    path = urljoin(found["og:url"], manifest).removeprefix(SITE_URL)
    assert json.loads((site / path).read_text(encoding="utf-8"))["lang"] == language


def test_published_data_is_what_data_holds(site: Path) -> None:
    vision = json.loads((site / "data" / "vision.json").read_text(encoding="utf-8"))
    assert vision["vision"]["groups"][0]["goals"][0]["id"] == "vision.convenience.1"
    figures = json.loads((site / "data" / "figures.json").read_text(encoding="utf-8"))["figures"]
    staff = next(f for f in figures["figures"] if f["id"] == "figure.staff-change-2022")
    assert (staff["value"], staff["computed"], staff["source"]) == (77, 77.8, None)
    assert staff["printed"]["ja"] == "約77%"
    for name in ("figures", "mission-vision-values", "history", "governance", "introduction"):
        for language in LANGUAGES:
            links = _article(site, name, language).xpath(".//*[@class='data-links']/a/@href")
            assert links, name
