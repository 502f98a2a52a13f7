"""Pages at old addresses that lead to the new ones, on any static host and without a script."""

from __future__ import annotations

from strategy.languages.say import Language, Say
from strategy.markup.html import document, element, lines
from strategy.model import Strategy, addresses

TITLE = Say("ページが移りました", "This page has moved")
LINK = Say("新しいページへ", "Go to the new page")


def pages(strategy: Strategy, language: Language, *, directory_urls: bool) -> dict[str, str]:
    """Path below the site's root → HTML, for each redirect."""
    below = addresses.below(language)
    return {
        f"{below}{redirect.old}index.html": _page(
            redirect.old, redirect.new, language, directory_urls=directory_urls
        )
        for redirect in strategy.redirects.all
    }


def _page(old: str, new: str, language: Language, *, directory_urls: bool) -> str:
    name, _, section = new.partition("#")
    path = f"{name}/".removesuffix("index/") if directory_urls else f"{name}.html"
    target = f"{'../' * old.count('/')}{path}{'#' if section else ''}{section}"
    title = TITLE[language]
    way = element("p", element("a", LINK[language], href=target))
    return document(
        language,
        title,
        element("meta", name="robots", content="noindex"),
        element("meta", http_equiv="refresh", content=f"0; url={target}"),
        body=element("main", lines([element("h1", title), way])),
    )
