"""Links to the PDFs on the site's pages, as Markdown, so that MkDocs checks them.

They stand outside the text of the strategy: a chapter's is a line of the class ``data-links``, which
is no block of the record and is not printed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from html import escape

from strategy.languages.labels import COLON
from strategy.languages.say import Language, Say
from strategy.model.addresses import HOME
from strategy.pdf.booklet import Print

EDITIONS = "editions/index"
_DOWNLOADS = re.compile(r"^## .*\{#downloads\}\n+", re.MULTILINE)

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


def offered(
    text: str, page: str, chapters: Collection[str], prints: tuple[Print, ...], language: Language
) -> str:
    """The Markdown of a page with links to the PDFs, where it is one that has them."""
    if not prints or not (page in (HOME, EDITIONS) or page in chapters):
        return text
    prints = tuple(made for made in prints if not made.former)
    own = [made for made in prints if made.language == language]
    if page in chapters:
        links = " · ".join(_link(made, language) for made in own)
        return f"{text}\n\n{FOR_PRINTING[language]}{COLON[language]}{links}\n{{: .data-links }}\n"
    both = [*own, *(made for made in prints if made.language != language)]
    items = "".join(f"- {_link(made, language)}\n" for made in both)
    if page == HOME and (match := _DOWNLOADS.search(text)):
        return f"{text[: match.end()]}{items}{text[match.end() :]}"
    return f"{text}\n\n## {TITLE[language]} {{#print}}\n\n{items}"


def on_edition(edition: str, prints: Iterable[Print], language: Language) -> Iterator[str]:
    """Links (HTML) to the PDFs of an edition, those in the page's language first."""
    own = [made for made in prints if made.edition == edition]
    for made in sorted(own, key=lambda made: made.language != language):
        yield (
            f'<a href="/{made.path}" hreflang="{made.language}" type="application/pdf">'
            f"{escape(_words(made, language))}</a>"
        )


def _link(made: Print, language: Language) -> str:
    attributes = f"hreflang={made.language} type=application/pdf"
    return f"[{_words(made, language)}](/{made.path}){{: {attributes} }}"


def _words(made: Print, language: Language) -> str:
    facts = FACTS[language].format(
        size=f"{made.size / 1_000_000:.1f}", pages=made.pages, updated=made.updated[language]
    )
    names = LARGE if made.large else FULL
    return WITH_FACTS[language].format(what=names[made.language][language], facts=facts)
