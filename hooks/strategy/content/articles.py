"""What each page becomes: its text with the data in it, and that as HTML; each made once, when first
needed."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from strategy.cache import KEEPS_NOTHING, Cache
from strategy.content.markers import BEGIN, END, expand
from strategy.content.page import Page, headings_of
from strategy.markup.markdown import Renderer
from strategy.model import Strategy, Term
from strategy.record import blocks
from strategy.record.blocks import Found

TEXT_END = "<!--end-->"
"""What stands in ``site`` behind the page's own text, before notes; `without_end` takes it out."""
# Markdown puts up to two line breaks behind each remark.
_END = re.compile(f"\n?{TEXT_END}(?:\n(?=\n))?")
_BOUNDARY = re.compile(f"(?:{BEGIN}|{END})\n{{0,2}}")
_FROM_DATA = re.compile(f"{BEGIN}.*?{END}\n{{0,2}}", re.DOTALL)


@dataclass(eq=False)
class Article:
    """A page as HTML.

    ``shown`` is its Markdown with the sections from data, ``html`` as the record keeps it, ``own``
    the same without what comes from data, ``site`` what readers see, its addresses as
    `strategy.markup.markdown.WRITTEN` marks them; ``contents`` are its headings, nested. ``blocks``
    are those of ``html``.
    """

    shown: str
    html: str
    own: str
    site: str
    contents: list[dict[str, Any]]
    blocks: tuple[Found, ...]

    @cached_property
    def own_blocks(self) -> tuple[Found, ...]:
        """The blocks of ``own``."""
        return self.blocks if self.own == self.html else blocks.find(self.own)

    @cached_property
    def heading_ids(self) -> tuple[str, ...]:
        """The ids that headings are given, in the order of the text."""
        return tuple(headings_of(self.shown))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """All ids, in the order of the text."""
        return tuple(match[1] for match in re.finditer(r'<[^>]+?\bid="([^"]+)"', self.html))


def without_end(html: str) -> str:
    """HTML without the mark of the end of a text."""
    return _END.sub("", html)


class Articles:
    """The articles of a project's pages.

    Without a ``strategy``, where ``data/`` is at fault, they are made of the pages' own text alone;
    so is that of a page whose markers are at fault. ``cache`` holds those of texts that are the same.
    """

    def __init__(
        self, strategy: Strategy | None, terms: Sequence[Term] = (), cache: Cache = KEEPS_NOTHING
    ) -> None:
        self.strategy, self._cache = strategy, cache
        self._terms = json.dumps([term.model_dump(mode="json") for term in terms])
        # Made only where there is something to render.
        self._renderer = lru_cache(lambda language: Renderer(language, terms))
        self._made: dict[Page, Article] = {}

    def has_data(self, page: Page) -> bool:
        """Whether the article of a page holds the sections from data."""
        return self.strategy is not None and page.sound

    def of(self, page: Page) -> Article:
        """The article of a page."""
        made = self._made.get(page)
        if made is None:
            made = self._made[page] = self._make(page)
        return made

    def _make(self, page: Page) -> Article:
        text = page.body
        if self.strategy is not None and page.sound:
            text = expand(page, self.strategy)

        def rendered() -> bytes:
            parts = _rendered(text, self._renderer(page.language))
            return json.dumps(parts, ensure_ascii=False).encode()

        made_of = (page.language, self._terms, text)
        html, own, site, contents, found = json.loads(
            self._cache.kept("article", made_of, rendered)
        )
        shown = _BOUNDARY.sub("", text)
        found = tuple(Found(*row) for row in found)
        return Article(shown, html, html if own is None else own, site, contents, found)


def _rendered(text: str, renderer: Renderer) -> tuple[object, ...]:
    """What an article is made of; its own text is None where that is all of it."""
    rendered = renderer.render(f"{text}\n\n{TEXT_END}")
    whole, own = without_end(rendered.article), None
    if BEGIN in text:
        own = _recorded(_FROM_DATA.sub("", whole))
    html = _recorded(_BOUNDARY.sub("", whole))
    site = _BOUNDARY.sub("", rendered.site)
    return html, own, site, rendered.contents, [each.row() for each in blocks.find(html)]


def _recorded(html: str) -> str:
    """An article as the record keeps it: without links to live data."""
    return re.sub(r'<p class="data-links">.*?</p>\n?', "", html.strip())
