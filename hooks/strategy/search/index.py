"""The index of a language: what a reader's browser fetches to search the site.

A JSON file, whose fields stand in the order of `_entry`; ``overrides/js/search/index.js`` reads it.
Texts are as written: the browser folds them, and shows them beside what it found.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from strategy.model import Strategy
from strategy.problems import Language
from strategy.search import words
from strategy.search.entries import Section, Written
from strategy.search.fold import fold

FORMAT = 1
_COMMON = {
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "can", "for", "from", "has", "have",
    "in", "into", "is", "it", "its", "more", "not", "of", "on", "or", "that", "the", "their",
    "them", "there", "these", "they", "this", "those", "to", "was", "were", "what", "when",
    "where", "which", "who", "will", "with",
}  # fmt: skip


def index(
    strategy: Strategy,
    sections: Sequence[Section],
    language: Language,
    address: Callable[[str], str],
) -> bytes:
    """The index as UTF-8 JSON. ``address`` gives a page's address below the site's root."""
    aliases = {alias.place: alias.words() for alias in strategy.synonyms.aliases}
    names = list(dict.fromkeys(section.page for section in sections))
    titles = {
        section.page: section.written[language].title for section in sections if not section.id
    }
    chapters = {section.page: section.chapter for section in sections}
    document = {
        "format": FORMAT,
        "groups": groups(strategy),
        **_dictionary(sections),
        "pages": [[address(name), titles.get(name, ""), chapters[name]] for name in names],
        "entries": [
            _entry(section, names.index(section.page), language, aliases.get(section.place, ()))
            for section in sections
        ],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def groups(strategy: Strategy) -> list[list[str]]:
    """Words (folded) that are searched for together: those of the data file and of the glossary."""
    found = [list(group.words()) for group in strategy.synonyms.groups]
    for term in strategy.glossary.terms:
        spelt = [word for _, word in term.words()]
        words_of_term = [*spelt, *([term.reading] if term.reading else [])]
        # A word of the glossary that staff have grouped already extends that group.
        known = next((group for group in found if set(group) & set(spelt)), None)
        if known is None:
            found.append(words_of_term)
        else:
            known += words_of_term
    folded = [sorted({fold(word) for word in group}) for group in found]
    return [group for group in folded if len(group) > 1]


def _dictionary(sections: Sequence[Section]) -> dict[str, list[list[str]]]:
    """Readings and dictionary forms of the Japanese words, each with how it is written here."""
    text = "\n".join(section.written["ja"].text() for section in sections)
    return {"readings": words.readings(text), "forms": words.forms(text)}


def _entry(section: Section, page: int, language: Language, aliases: Sequence[str]) -> list[Any]:
    here = section.written[language]
    other = section.written["en" if language == "ja" else "ja"]
    across = _english(other) if language == "ja" else words.content(other.text())
    return [
        page,
        section.id,
        here.title,
        [_packed(passage.text, passage.anchor, passage.number) for passage in here.passages],
        "|".join(fold(alias) for alias in aliases),
        other.title,
        " ".join(across),
    ]


def _packed(text: str, anchor: str, number: str) -> Any:
    """A passage; without anchor and number just its text, and no anchor that the number gives."""
    if number and anchor == f"p{number}":
        return [text, number]
    return [text, number, anchor] if anchor else text


def _english(written: Written) -> list[str]:
    """The different words of a text, but for the most common."""
    found = re.findall(r"[a-z0-9]+", fold(written.text()))
    return sorted({word for word in found if len(word) > 1} - _COMMON)
