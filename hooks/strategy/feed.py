"""The revisions and editions as feeds: Atom (RFC 4287) and JSON Feed 1.1, one of each a language."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree

from strategy import addresses
from strategy.calendar import first_day
from strategy.model import Strategy
from strategy.problems import Language, Say

ATOM = "http://www.w3.org/2005/Atom"
TITLE = Say("{}：改定の記録", "{}: revision history")
EDITION = Say("{}（変更内容の記録なし）", "{} (what changed is not recorded)")


@dataclass(frozen=True)
class Entry:
    """A revision or an edition: its id on the page of revisions, day, title, what changed."""

    id: str
    day: date
    title: str
    text: str

    @property
    def updated(self) -> str:
        """The beginning of the day in Japan (RFC 3339)."""
        return f"{self.day.isoformat()}T00:00:00+09:00"


def entries(strategy: Strategy, language: Language) -> list[Entry]:
    """What a feed tells, newest first."""
    found = [
        Entry(
            revision.id,
            revision.decided,
            revision.summary[language],
            revision.reason[language],
        )
        for revision in strategy.revisions.all
    ]
    for edition in strategy.editions.published:
        facts = edition.facts
        name = facts.name[language]
        text = facts.changes[language] if facts.changes else EDITION[language].format(name)
        found.append(Entry(edition.id, first_day(facts.date), name, text))
    return sorted(found, key=lambda entry: (entry.day, entry.id), reverse=True)


def files(strategy: Strategy, language: Language, site_url: str) -> dict[str, bytes]:
    """Path below the site's root → content. Without a public address, links start at the feed."""
    title = TITLE[language].format(strategy.title[language])
    page = f"{site_url}{addresses.below(language)}revisions/" if site_url else "revisions/"
    found = entries(strategy, language)
    return {
        addresses.feed(language, "xml"): _atom(strategy, title, page, found, language, site_url),
        addresses.feed(language, "json"): _json(title, page, found, language, site_url),
    }


def _atom(
    strategy: Strategy,
    title: str,
    page: str,
    found: list[Entry],
    language: Language,
    site_url: str,
) -> bytes:
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": language})

    def add(parent: ElementTree.Element, tag: str, text: str = "", **attributes: str) -> None:
        ElementTree.SubElement(parent, tag, attributes).text = text or None

    own = f"{site_url}{addresses.feed(language, 'xml')}" if site_url else "feed.xml"
    add(feed, "id", own if site_url else _tag(strategy, language))
    add(feed, "title", title)
    add(feed, "updated", found[0].updated if found else "1970-01-01T00:00:00Z")
    add(feed, "link", rel="self", href=own)
    add(feed, "link", rel="alternate", type="text/html", hreflang=language, href=page)
    author = ElementTree.SubElement(feed, "author")
    add(author, "name", strategy.city[language])
    for item in found:
        entry = ElementTree.SubElement(feed, "entry")
        add(
            entry,
            "id",
            f"{page}#{item.id}" if site_url else f"{_tag(strategy, language)}:{item.id}",
        )
        add(entry, "title", item.title)
        add(entry, "updated", item.updated)
        add(entry, "link", rel="alternate", type="text/html", href=f"{page}#{item.id}")
        add(entry, "summary", item.text)
    ElementTree.indent(feed)
    text: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _tag(strategy: Strategy, language: Language) -> str:
    """An id without a public address (RFC 4151), under the domain of the city's website."""
    domain = urlsplit(str(strategy.website)).hostname
    return f"tag:{domain},{strategy.period.first}:strategy:{language}"


def _json(title: str, page: str, found: list[Entry], language: Language, site_url: str) -> bytes:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": page,
        "feed_url": f"{site_url}{addresses.feed(language, 'json')}" if site_url else "feed.json",
        "language": language,
        "items": [
            {
                "id": f"{page}#{item.id}",
                "url": f"{page}#{item.id}",
                "title": item.title,
                "content_text": item.text,
                "date_published": item.updated,
            }
            for item in found
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
