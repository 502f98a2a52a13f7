"""All that the site is made of: made from what was checked, each once, when it is first needed.

The adapter hands it to MkDocs piece by piece; templates see it as ``config.extra.site``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

from strategy.cache import Cache, of_project
from strategy.checks.everything import Checked
from strategy.consultations.published import searched
from strategy.content import git, review
from strategy.content.articles import Article, without_end
from strategy.content.made_page import MadePage
from strategy.content.pages import DOCS
from strategy.editions import revisions
from strategy.languages import calendar
from strategy.languages.labels import HOME
from strategy.languages.say import LANGUAGES, Language
from strategy.markup import numbering
from strategy.model import Strategy, call_states, published_data
from strategy.pdf import offers
from strategy.pdf.booklet import Print
from strategy.search import entries, index
from strategy.search.entries import PageSection
from strategy.site import assets, cards, edit_links, metadata, record_pages, redirects, security
from strategy.site.menu import Menu
from strategy.site.metadata import PageFacts
from strategy.site.preview import Preview
from strategy.site.record_pages import Archive
from strategy.site.targets import Targets

Files = Mapping[str, bytes | str]
"""Path below the site's root → content."""


@dataclass(eq=False)
class Site:
    """The site in both languages.

    ``address`` is the public address, empty if there is none. With ``directory_urls`` a page is a
    folder. ``prints`` are the PDFs of editions, ``sheets`` those of consultations by their path. A preview
    goes without the pictures that other services show for a link (``with_cards``).
    """

    root: Path
    checked: Checked
    address: str
    directory_urls: bool
    prints: tuple[Print, ...] = ()
    sheets: Mapping[str, bytes] = field(default_factory=dict)
    with_cards: bool = True
    environment: Any = None
    """What templates are rendered in: the adapter's."""

    @property
    def strategy(self) -> Strategy:
        """What ``data/`` and ``editions/`` hold."""
        return self.checked.strategy

    @cached_property
    def cache(self) -> Cache:
        """What is kept of earlier builds."""
        return of_project(self.root)

    @cached_property
    def languages(self) -> dict[Language, Localized]:
        """The site in each language."""
        return {language: Localized(self, language) for language in LANGUAGES}

    @cached_property
    def files(self) -> Files:
        """What both languages share."""
        overrides = self.root / "overrides"
        few = {
            name
            for localized in self.languages.values()
            for page in localized.archive.pages
            for name in page.assets
        }
        return {
            **published_data.published(self.strategy),
            **assets.assets(overrides),
            **assets.of_few_pages(overrides, few),
            **{
                f"assets/icon-{size}.png": cards.icon(size, self.cache)
                for size in metadata.ICON_SIZES
            },
            "assets/touch-icon.png": cards.icon(metadata.TOUCH_ICON, self.cache),
            **metadata.site_files(self.strategy, self.address),
            **record_pages.records(self.strategy.editions),
            **{made.path: made.data for made in self.prints},
        }

    @cached_property
    def sections(self) -> list[PageSection]:
        """What can be found."""
        articles: dict[str, dict[Language, Article]] = {
            name: {language: self.languages[language].articles[name] for language in LANGUAGES}
            for name, pair in self.checked.pages.items()
            if not any(page.excluded for page in pair.values())
        }
        record = self.checked.composition.record
        return entries.sections(articles, record, searched(self.strategy))

    @cached_property
    def templates(self) -> str:
        """The templates of all pages, for a preview, in which they may change."""
        paths = sorted((self.root / "overrides").rglob("*.html"))
        return "".join(path.read_text(encoding="utf-8") for path in paths)

    @cached_property
    def edited(self) -> dict[str, date]:
        """When each file of ``docs/`` was last changed, as far as git knows."""
        return git.last_edited(self.root, DOCS)


_HANDED_OVER: ContextVar[Site | None] = ContextVar("site", default=None)


@contextmanager
def handed_over(site: Site) -> Iterator[None]:
    """While a site is being built, `being_built` is this one."""
    token = _HANDED_OVER.set(site)
    try:
        yield
    finally:
        _HANDED_OVER.reset(token)


def being_built() -> Site | None:
    """The site that ``strategy build`` makes; None where MkDocs was started by somebody else."""
    return _HANDED_OVER.get()


class Localized:
    """The site in one language."""

    def __init__(self, site: Site, language: Language) -> None:
        self.site, self.language = site, language
        self.strategy = site.strategy
        self.policy = security.policy(security.POLICY)
        self._pages = {name: pair[language] for name, pair in site.checked.pages.items()}
        self._chapters = [chapter.id for chapter in self.strategy.chapters]
        self.menu = Menu(())
        self.navigation: Any = None  # MkDocs' own, of which the adapter makes the menu
        self.preview: Preview | None = None
        self.targets = Targets(self._pages, language, directory_urls=site.directory_urls)

    @cached_property
    def archive(self) -> Archive:
        """What is made of records."""
        site = self.site
        return record_pages.archive(
            self.strategy,
            site.checked.composition,
            self.language,
            site.address,
            site.sheets,
            site.prints,
            site.cache,
        )

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The pages of ``docs/`` by name, with links to the PDFs."""
        made = self.site.checked.articles
        offered = offers.Offers(self.site.prints, self._chapters, self.language)
        return {name: offered.on(made.of(page), name) for name, page in self._pages.items()}

    @cached_property
    def notices(self) -> Any:
        """The calls for opinions that every page tells of."""
        calls = self.strategy.consultations.consultations
        return call_states.notices(calls, self.strategy.moment, self.language)

    @cached_property
    def labels(self) -> dict[str, str]:
        """What pages are called in the navigation, where that is not their title."""
        return {"index": HOME[self.language]} | {
            chapter.id: f"{number}. {chapter.contents[self.language]}"
            for number, chapter in enumerate(self.strategy.chapters, 1)
        }

    @cached_property
    def files(self) -> Files:
        """What only this language has, but for the pages."""
        moved = redirects.pages(
            self.strategy, self.language, directory_urls=self.site.directory_urls
        )
        found = index.index(
            self.strategy, self.site.sections, self.language, self.targets.page, self.site.cache
        )
        return {
            f"assets/search.{self.language}.js": found,
            **self.archive.files,
            **moved,
            **(self._cards() if self.site.with_cards else {}),
        }

    def _cards(self) -> dict[str, bytes]:
        titles = {name: self.title(name) for name in self._pages}
        titles |= {page.name: page.title for page in self.archive.pages}
        return {
            self._card(name): cards.card(
                *metadata.card_texts(self.strategy, title, self.language),
                self.language,
                self.site.cache,
            )
            for name, title in titles.items()
        }

    def _card(self, name: str) -> str:
        return f"assets/cards/{name}.{self.language}.png"

    def title(self, name: str) -> str:
        """The title of a page of ``docs/``."""
        return unescape(self.articles[name].contents[0]["name"])

    def html(self, name: str) -> str:
        """The article of a page: a chapter with its numbers and marks, links as on its address."""
        article, composition = self.articles[name], self.site.checked.composition
        html = self.targets.written(without_end(article.site), name)
        chapter = next((c for c in composition.record.chapters if c.id == name), None)
        if chapter is None:
            return html
        beside = record_pages.beside(self.strategy, composition, self.archive, name)
        return numbering.mark(
            html,
            chapter,
            composition.order[name][self.language],
            self.language,
            revisions.dates(self.strategy, self.language),
            {number: self.targets.recorded(links, name) for number, links in beside.items()},
        )

    def made_html(self, page: MadePage) -> str:
        """The article of a page that is made of records, links as on its address."""
        return self.targets.recorded(page.html, page.name)

    def context(self, name: str, title: str, description: str, url: str | None) -> dict[str, Any]:
        """What the templates need to know of a page; ``url`` is its public address."""
        site, language = self.site, self.language
        context: dict[str, Any] = {"site_root": site.address}
        cited = record_pages.cited(self.strategy, site.checked.composition, name, language)
        if cited and cited["base"]:
            cited["base"] = self.targets.file(cited["base"])
        context["cited"] = cited
        if name in self._chapters:
            number = self._chapters.index(name) + 1
            context["chapter_number"] = number
            context["last_change"] = record_pages.last_change(self.strategy, number, language)
        context["card"] = {"path": self._card(name), "size": metadata.CARD, "title": title}
        if url and site.address:
            facts = PageFacts(name, title, description, url, site.address)
            context["structured_data"] = metadata.structured_data(self.strategy, facts, language)
        return context

    def of_source(self, name: str, edit_url: str | None) -> dict[str, Any]:
        """What the templates need to know of a page's files: its last change, its review, and where
        a change of it, or of the data that it shows, can be proposed."""
        page = self._pages[name]
        context: dict[str, Any] = {}
        if edited := self.site.edited.get(page.file):
            context["last_edited"] = calendar.show(edited, self.language)
        japanese = self.site.checked.pages[name]["ja"]
        if japanese.review:
            context["review"] = review.words(japanese.review, self.language)
        if edit_url:
            source = page.file.removeprefix(f"{DOCS}/")
            context["proposals"] = [
                {"name": file.name, "url": address}
                for file in edit_links.data_files(japanese.markers, self.language)
                if (address := edit_links.address(edit_url, source, file.path))
            ]
        return context

    def made_of(
        self, name: str, address: str, edit_url: str | None, url: str | None
    ) -> Iterator[object]:
        """All that decides how a page of ``docs/`` looks, but for its neighbours."""
        yield self.site.templates
        yield from (self.html(name), self.articles[name].contents, self.notices)
        yield self.context(name, self.title(name), str(self._pages[name].description), url)
        yield from (self.of_source(name, edit_url), self.menu.seen_from(address))

    def source(self, name: str) -> str:
        """The file of a page as it was read."""
        return self._pages[name].source
