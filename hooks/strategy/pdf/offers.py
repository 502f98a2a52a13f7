"""Links to the PDFs on the site's pages.

They stand outside the text of the strategy: a chapter's is a line of the class ``data-links``, which
is no block of the record and is not printed.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from strategy.content.articles import TEXT_END, Article
from strategy.languages.labels import COLON
from strategy.languages.say import Language, Say
from strategy.markup.html import Html, link
from strategy.markup.markdown import Rendered, Renderer
from strategy.model.addresses import HOME
from strategy.pdf.booklet import Print
from strategy.record import blocks

EDITIONS = "editions/index"
_DOWNLOADS = re.compile(r'<h2 id="downloads">.*</h2>\n')

TITLE = Say("印刷用のPDF", "PDF for printing")
FULL = {
    "ja": Say("戦略の全文", "The Japanese edition"),
    "en": Say("英語版（参考訳）の全文", "Full text (reference translation)"),
}
LARGE = {
    "ja": Say("戦略の全文、大きな文字", "The Japanese edition in large print"),
    "en": Say(
        "英語版（参考訳）の全文、大きな文字", "Full text in large print (reference translation)"
    ),
}
FACTS = Say("PDF、{size}MB、{pages}ページ、{updated}", "PDF, {size} MB, {pages} pages, {updated}")
FOR_PRINTING = Say("印刷用", "For printing")
WITH_FACTS = Say("{what}（{facts}）", "{what} ({facts})")


class Offers:
    """The links of the pages in a language to the ``prints``; ``chapters`` are names of pages."""

    def __init__(
        self, prints: Iterable[Print], chapters: Collection[str], language: Language
    ) -> None:
        self._prints = [made for made in prints if not made.former]
        self._own = [made for made in self._prints if made.language == language]
        self._chapters, self._language = chapters, language

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(self._language)

    @cached_property
    def _line(self) -> Rendered:
        links = " · ".join(_link(made, self._language) for made in self._own)
        line = f"{FOR_PRINTING[self._language]}{COLON[self._language]}{links}"
        return self._renderer.render(f"{line}\n{{: .data-links }}")

    @cached_property
    def _items(self) -> str:
        both = [*self._own, *(made for made in self._prints if made not in self._own)]
        return "".join(f"- {_link(made, self._language)}\n" for made in both)

    def on(self, article: Article, page: str) -> Article:
        """The article of a page with links to the PDFs, where it is one that has them."""
        if not self._prints or not (page in (HOME, EDITIONS) or page in self._chapters):
            return article
        if page in self._chapters:
            return replace(article, site=_at_end(article.site, self._line.site))
        if page == HOME and _DOWNLOADS.search(article.site):
            added = self._renderer.render(self._items)
            html = _first_items(article.html, added.article)
            site = _first_items(article.site, added.site)
            return replace(article, html=html, site=site, blocks=blocks.find(html))
        title = f"## {TITLE[self._language]} {{#print}}"
        added = self._renderer.render(f"{title}\n\n{self._items}")
        html = f"{article.html}\n{added.article}"
        return replace(
            article,
            html=html,
            site=_at_end(article.site, added.site),
            contents=_with_section(article.contents, added.contents),
            blocks=blocks.find(html),
        )


def _at_end(site: str, added: str) -> str:
    """A page with more below its text, before the notes."""
    return site.replace(TEXT_END, f"{added}\n{TEXT_END}", 1)


def _first_items(html: str, added: str) -> str:
    """A page with the items of a list before those of the list of downloads."""
    match = _DOWNLOADS.search(html)
    assert match
    if html.startswith("<ul>", match.end()):
        added = added.removesuffix("\n</ul>")
        return f"{html[: match.end()]}{added}{html[match.end() + len('<ul>') :]}"
    return f"{html[: match.end()]}{added}\n{html[match.end() :]}"


def _with_section(
    contents: list[dict[str, Any]], added: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The headings of a page with one more section below the title."""
    *before, title = contents
    return [*before, title | {"children": [*title["children"], *added]}]


def on_edition(edition: str, prints: Iterable[Print], language: Language) -> Iterator[Html]:
    """Links (HTML) to the PDFs of an edition, those in the page's language first."""
    own = [made for made in prints if made.edition == edition]
    for made in sorted(own, key=lambda made: made.language != language):
        words = _words(made, language)
        yield link(words, made.path, hreflang=made.language, type="application/pdf")


def _link(made: Print, language: Language) -> str:
    attributes = f"hreflang={made.language} type=application/pdf"
    return f"[{_words(made, language)}](/{made.path}){{: {attributes} }}"


def _words(made: Print, language: Language) -> str:
    facts = FACTS[language].format(
        size=f"{len(made.data) / 1_000_000:.1f}", pages=made.pages, updated=made.updated[language]
    )
    names = LARGE if made.large else FULL
    return WITH_FACTS[language].format(what=names[made.language][language], facts=facts)
