"""Pages at old addresses that lead to the new ones, on any static host and without a script."""

from __future__ import annotations

from html import escape

from strategy.languages.say import Language, Say
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
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={escape(target)}">\n'
        f"<title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p><a href="{escape(target)}">{LINK[language]}</a></p>\n</main>\n</body>\n</html>\n'
    )
