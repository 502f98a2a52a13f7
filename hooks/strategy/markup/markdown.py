"""The Markdown that pages may use: one list of extensions, for the site and for the record."""

from __future__ import annotations

import re
from functools import lru_cache

import markdown

from strategy.languages.say import Language
from strategy.markup.accessible import ProseExtension
from strategy.markup.glossary_terms import TermsExtension
from strategy.markup.phrases import PhrasesExtension
from strategy.markup.ruby import RubyExtension
from strategy.model import Strategy

Extensions = list[str | markdown.Extension]

STANDARD = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "pymdownx.details",
    "tables",
    "toc",
)


def extensions(strategy: Strategy, language: Language) -> Extensions:
    """What pages of the site are made with."""
    return [
        *STANDARD,
        RubyExtension(),
        TermsExtension(strategy, language),
        ProseExtension(language),
        *([PhrasesExtension()] if language == "ja" else []),
    ]


# A live preview makes the same pages again and again.
@lru_cache(maxsize=256)
def article(text: str, language: Language) -> str:
    """A page as the record keeps it: without explanations of terms, hints and links to live data.

    The blocks are those of the site's page. Links lead to source pages, as they are written.
    """
    html = markdown.markdown(
        text, extensions=[*STANDARD, RubyExtension(), ProseExtension(language)]
    )
    return re.sub(r'<p class="data-links">.*?</p>\n?', "", html)
