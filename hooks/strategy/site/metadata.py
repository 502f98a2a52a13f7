"""What machines read about the site: structured data, manifests, robots.txt.

Only what ``data/`` holds is stated. Licence, address and telephone number of the city are not
recorded, so they are not there.
"""

import json
from dataclasses import dataclass
from typing import Any

from strategy.languages.calendar import DayTime
from strategy.languages.labels import HOME
from strategy.languages.say import Language, Say
from strategy.model import Consultation, Strategy, addresses
from strategy.reading.fields import plain

ICON_SIZES = (192, 512)
TOUCH_ICON = 180  # pixels, as iOS asks for apple-touch-icon
CARD = (1200, 630)
"""Width and height in pixels: what the Open Graph consumers crop to (1.91 : 1)."""
THEME = "#00118f"  # blue-1000, as --main of the style sheet
DATASET_PAGE = "figures"
CALLS_PAGE = "consultations"
CARD_BELOW = Say("{prefecture}{city}　{kind}", "{city}, {prefecture}, Japan · {kind}")


@dataclass(frozen=True)
class PageFacts:
    """A page as its metadata sees it: source name, title, description, public addresses."""

    name: str
    title: str
    description: str
    url: str
    site_url: str


def card_texts(strategy: Strategy, title: str, language: Language) -> tuple[str, str, str]:
    """The three texts of a page's card: title, publication, city with edition."""
    below = CARD_BELOW[language].format(
        prefecture=strategy.prefecture[language],
        city=strategy.city[language],
        kind=strategy.edition.kind[language],
    )
    return title, strategy.title[language], below


def structured_data(strategy: Strategy, page: PageFacts, language: Language) -> str:
    """The page's JSON-LD (schema.org), safe inside a ``<script>`` element."""
    city = {
        "@type": "GovernmentOrganization",
        "@id": f"{page.site_url}#city",
        "name": strategy.city[language],
        "url": strategy.website,
        "address": {
            "@type": "PostalAddress",
            "addressRegion": strategy.prefecture[language],
            "addressCountry": "JP",
        },
    }
    website = {
        "@type": "WebSite",
        "@id": f"{page.site_url}#site",
        "name": strategy.title[language],
        "url": page.site_url,
        "inLanguage": ["ja", "en"],
        "publisher": {"@id": f"{page.site_url}#city"},
    }
    graph = [city, website, _page(strategy, page, language)]
    graph += [
        _event(call, page, language)
        for call in strategy.consultations.consultations
        if page.name in (CALLS_PAGE, f"{CALLS_PAGE}/{call.id}")
    ]
    if page.name != addresses.HOME:
        graph.append(_breadcrumbs(page, language))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return text.replace("<", "\\u003c")


def _page(strategy: Strategy, page: PageFacts, language: Language) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "@type": "WebPage",
        "@id": page.url,
        "url": page.url,
        "name": page.title,
        "description": page.description,
        "inLanguage": language,
        "isPartOf": {"@id": f"{page.site_url}#site"},
    }
    if page.name in (chapter.id for chapter in strategy.chapters):
        entry |= {
            "@type": "Article",
            "headline": page.title,
            "publisher": {"@id": f"{page.site_url}#city"},
            "datePublished": strategy.edition.adopted.date.isoformat(),
            "dateModified": strategy.edition.updated.date.isoformat(),
        }
    elif page.name == DATASET_PAGE:
        entry |= {
            "@type": "Dataset",
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": form,
                    "contentUrl": f"{page.site_url}data/figures.{suffix}",
                }
                for suffix, form in (("json", "application/json"), ("csv", "text/csv"))
            ],
        }
    return entry


def _event(call: Consultation, page: PageFacts, language: Language) -> dict[str, Any]:
    """A call for opinions, which has a beginning and an end, and no place."""
    return {
        "@type": "Event",
        "@id": f"{page.url}#{call.anchor}",
        "name": plain(call.subject[language]),
        "startDate": _schema_date(call.opens),
        "endDate": _schema_date(call.closes),
        "organizer": {"@id": f"{page.site_url}#city"},
    }


def _schema_date(moment: DayTime) -> str:
    return (moment.begins if moment.clock else moment.day).isoformat()


def _breadcrumbs(page: PageFacts, language: Language) -> dict[str, Any]:
    home = page.site_url if language == "ja" else f"{page.site_url}en/"
    steps = ((HOME[language], home), (page.title, page.url))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(steps, 1)
        ],
    }


def site_files(strategy: Strategy, site_url: str) -> dict[str, str]:
    """Path below the site's root → text: ``robots.txt`` and a web app manifest a language."""
    sitemap = f"Sitemap: {site_url}sitemap.xml\n" if site_url else ""
    return {
        "robots.txt": f"User-agent: *\nAllow: /\n{sitemap}",
        "manifest.webmanifest": _manifest(strategy, "ja", ""),
        "en/manifest.webmanifest": _manifest(strategy, "en", "../"),
    }


def _manifest(strategy: Strategy, language: Language, root: str) -> str:
    manifest = {
        "name": plain(strategy.title[language]),
        "short_name": strategy.city[language],
        "lang": language,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": THEME,
        "icons": [
            {"src": f"{root}assets/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
            for size in ICON_SIZES
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
