"""Pages at old addresses that lead to the new ones, on any static host and without a script."""

from strategy.editions import pairs
from strategy.languages.say import Language, Say
from strategy.markup.html import document, element, lines
from strategy.model import Strategy, addresses

TITLE = Say("ページが移りました", "This page has moved")
LINK = Say("新しいページへ", "Go to the new page")


def pages(strategy: Strategy, language: Language, *, directory_urls: bool) -> dict[str, str]:
    """Path below the site's root → HTML, for each redirect."""
    below = addresses.below(language)
    moved = {
        f"{below}{redirect.old}index.html": _page(
            _target(redirect.old, redirect.new, directory_urls=directory_urls), language
        )
        for redirect in strategy.redirects.all
    }
    return moved | _comparisons(strategy, language, directory_urls=directory_urls)


def _comparisons(strategy: Strategy, language: Language, *, directory_urls: bool) -> dict[str, str]:
    """From the addresses of comparisons that are not built to the page that makes them: so each
    stays good that was built as long as its later edition was in force."""
    name = addresses.comparing(language).removeprefix(addresses.below(language))
    page = name.removesuffix("index.html") if directory_urls else name
    return {
        pair.address(language): _page(
            f"../../../../{page}?old={pair.old.id}&new={pair.new.id}", language
        )
        for pair in pairs.left(strategy)
        if pair.new
    }


def _target(old: str, new: str, *, directory_urls: bool) -> str:
    name, _, section = new.partition("#")
    path = f"{name}/".removesuffix("index/") if directory_urls else f"{name}.html"
    return f"{'../' * old.count('/')}{path}{'#' if section else ''}{section}"


def _page(target: str, language: Language) -> str:
    title = TITLE[language]
    way = element("p", element("a", LINK[language], href=target))
    return document(
        language,
        title,
        element("meta", name="robots", content="noindex"),
        element("meta", http_equiv="refresh", content=f"0; url={target}"),
        body=element("main", lines([element("h1", title), way])),
    )
