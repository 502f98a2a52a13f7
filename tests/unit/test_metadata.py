"""Structured data and manifests: what data/ holds, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from strategy.checks.everything import checked
from strategy.site.metadata import PageFacts, site_files, structured_data

STRATEGY = checked(Path(__file__).parents[1] / "fixtures" / "sample")[0]
SITE = "https://example.org/dx/"


def _graph(name: str) -> dict[str, dict[str, object]]:
    page = PageFacts(name, "</script><b>題名", "説明", f"{SITE}{name}/", SITE)
    text = structured_data(STRATEGY, page, "ja")
    assert "<" not in text
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    return {entry["@type"]: entry for entry in document["@graph"]}


def test_chapters_are_articles_with_the_dates_of_the_edition() -> None:
    graph = _graph("chapter")
    assert set(graph) == {"GovernmentOrganization", "WebSite", "Article", "BreadcrumbList"}
    assert graph["Article"]["headline"] == "</script><b>題名"
    assert graph["Article"]["datePublished"] == "2023-07"
    assert graph["Article"]["dateModified"] == "2026-05"


def test_the_page_of_figures_is_a_dataset() -> None:
    distribution = _graph("figures")["Dataset"]["distribution"]
    assert isinstance(distribution, list)
    assert [part["contentUrl"] for part in distribution] == [
        f"{SITE}data/figures.json",
        f"{SITE}data/figures.csv",
    ]


def test_calls_for_opinions_are_events_with_their_dates() -> None:
    call = STRATEGY.consultations.consultations[-1]
    event = _graph("consultations")["Event"]
    assert (event["name"], event["@id"]) == (call.subject.ja, f"{SITE}consultations/#{call.anchor}")
    assert (event["startDate"], event["endDate"]) == (
        call.opens.isoformat(),
        call.closes.isoformat(),
    )
    assert "location" not in event
    assert "Event" not in _graph("chapter")


def test_nothing_is_said_of_the_city_that_data_does_not_hold() -> None:
    city = _graph("index")["GovernmentOrganization"]
    assert set(city) == {"@type", "@id", "name", "url", "address"}
    assert city["address"] == {
        "@type": "PostalAddress",
        "addressRegion": "見本県",
        "addressCountry": "JP",
    }
    assert "BreadcrumbList" not in _graph("index")


def test_manifests_and_robots() -> None:
    files = site_files(STRATEGY, SITE)
    for path, language in (("manifest.webmanifest", "ja"), ("en/manifest.webmanifest", "en")):
        manifest = json.loads(files[path])
        assert manifest["lang"] == language
        assert [icon["sizes"] for icon in manifest["icons"]] == ["192x192", "512x512"]
    assert f"Sitemap: {SITE}sitemap.xml\n" in files["robots.txt"]
    assert "Sitemap" not in site_files(STRATEGY, "")["robots.txt"]
