"""The revisions and editions as feeds: Atom (RFC 4287) and JSON Feed 1.1, one of each a language."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from urllib.parse import urlsplit
from xml.etree import ElementTree

from strategy.languages import calendar
from strategy.languages.calendar import first_day
from strategy.languages.say import Language, Say
from strategy.model import Strategy, addresses
from strategy.model.call_states import answered_at
from strategy.reading.fields import plain

ATOM = "http://www.w3.org/2005/Atom"
TITLE = Say("{}：改定の記録", "{}: revision history")
REVISIONS = "revisions/#"
STEPS = {
    "opened": (
        Say("意見の募集を始めました：{}", "Open for opinions: {}"),
        Say("締め切りは{}です。", "The deadline is {}."),
    ),
    "closed": (
        Say("意見の募集が終わりました：{}", "Closed for opinions: {}"),
        Say(
            "締め切りは{}でした。意見を検討しています。",
            "The deadline was {}. The opinions are being considered.",
        ),
    ),
    "answered": (
        Say("意見と市の考え方を公表しました：{}", "Opinions and answers: {}"),
        Say("締め切りは{}でした。", "The deadline was {}."),
    ),
}
EDITION = Say("{}（変更内容の記録なし）", "{} (what changed is not recorded)")


@dataclass(frozen=True)
class Entry:
    """Something that happened: when, title, what it was.

    ``page`` is its address below the part of the site in its language, and tells entries apart.
    The moment of what is not ``dated`` only gives it a place among the others.
    """

    page: str
    moment: datetime
    title: str
    text: str
    dated: bool = True

    @property
    def updated(self) -> str:
        """The moment in Japan time (RFC 3339)."""
        return self.moment.isoformat()

    @property
    def id(self) -> str:
        """What tells entries apart where there is no public address."""
        return self.page.removeprefix(REVISIONS)


def entries(strategy: Strategy, language: Language) -> list[Entry]:
    """What a feed tells, newest first."""
    found = [
        Entry(
            f"{REVISIONS}{revision.id}",
            _midnight(day),
            revision.summary[language],
            revision.reason[language],
            dated=revision.decided is not None,
        )
        for day, revision in strategy.dated_revisions
    ]
    for edition in strategy.editions.published:
        facts = edition.facts
        name = facts.name[language]
        text = facts.changes[language] if facts.changes else EDITION[language].format(name)
        if facts.status != "in_consultation":  # its consultation tells more
            day = _midnight(first_day(facts.date))
            found.append(Entry(f"{REVISIONS}{edition.id}", day, name, text))
    found += _consultations(strategy, language)
    return sorted(found, key=lambda entry: (entry.moment, entry.page), reverse=True)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), calendar.JAPAN)


def _consultations(strategy: Strategy, language: Language) -> Iterator[Entry]:
    """Opening, closing and answering of each consultation on a draft, as far as they are past."""
    for call in strategy.consultations.consultations:
        steps = (
            ("opened", call.opens.begins),
            ("closed", call.closes.ends),
            ("answered", answered_at(call)),
        )
        for name, moment in steps:
            if call.draft and moment and moment <= strategy.moment:
                page = addresses.consultation(call.id, "ja").replace("index.html", f"#{name}")
                title, text = STEPS[name]
                subject = plain(call.subject[language])
                closes = calendar.show_day_time(call.closes, language)
                yield Entry(
                    page, moment, title[language].format(subject), text[language].format(closes)
                )


def files(strategy: Strategy, language: Language, site_url: str) -> dict[str, bytes]:
    """Path below the site's root → content. Without a public address, links start at the feed."""
    title = TITLE[language].format(strategy.title[language])
    page = f"{site_url}{addresses.below(language)}" if site_url else ""
    found = entries(strategy, language)
    return {
        addresses.feed(language, "xml"): _atom(strategy, title, page, found, language, site_url),
        addresses.feed(language, "json"): _json(title, page, found, language, site_url),
    }


def _atom(
    strategy: Strategy, title: str, page: str, found: list[Entry], language: Language, site_url: str
) -> bytes:
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": language})

    def add(parent: ElementTree.Element, tag: str, text: str = "", **attributes: str) -> None:
        ElementTree.SubElement(parent, tag, attributes).text = text or None

    own = f"{site_url}{addresses.feed(language, 'xml')}" if site_url else "feed.xml"
    add(feed, "id", own if site_url else _tag(strategy, language))
    add(feed, "title", title)
    add(feed, "updated", found[0].updated if found else "1970-01-01T00:00:00Z")
    add(feed, "link", rel="self", href=own)
    add(
        feed, "link", rel="alternate", type="text/html", hreflang=language, href=f"{page}revisions/"
    )
    author = ElementTree.SubElement(feed, "author")
    add(author, "name", strategy.city[language])
    for item in found:
        entry = ElementTree.SubElement(feed, "entry")
        add(
            entry,
            "id",
            f"{page}{item.page}" if site_url else f"{_tag(strategy, language)}:{item.id}",
        )
        add(entry, "title", item.title)
        add(entry, "updated", item.updated)
        add(entry, "link", rel="alternate", type="text/html", href=f"{page}{item.page}")
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
        "home_page_url": f"{page}revisions/",
        "feed_url": f"{site_url}{addresses.feed(language, 'json')}" if site_url else "feed.json",
        "language": language,
        "items": [
            {
                "id": f"{page}{item.page}",
                "url": f"{page}{item.page}",
                "title": item.title,
                "content_text": item.text,
                **({"date_published": item.updated} if item.dated else {}),
            }
            for item in found
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
