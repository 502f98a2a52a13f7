"""The terms and what they mean, as a list."""

import re

from strategy.content.sections.section import Section, block, data_links, inline
from strategy.languages.say import Language
from strategy.markup.html import Html, element
from strategy.model import Strategy, Term


def render(strategy: Strategy, language: Language, _argument: str) -> str:
    """All terms in the order of their reading (Japanese) or of the alphabet (English)."""
    terms = sorted(strategy.glossary.terms, key=lambda term: term.order(language))
    entries = "\n\n".join(
        f"{inline(term.term[language])}{_beside(term, language)} {{: #{term.id} }}\n"
        f":   {inline(term.meaning[language])}"
        for term in terms
    )
    return f"{block('div', 'glossary', entries)}\n\n{data_links('glossary', language)}"


def _beside(term: Term, language: Language) -> str:
    """The reading, where the term is not all kana; in English, the Japanese word."""
    if language == "ja":
        read = term.reading and not re.fullmatch("[\u3041-\u30ff]+", term.term.ja)
        return f"（{inline(term.reading or '')}）" if read else ""
    same = term.term.ja == term.term.en
    return "" if same else f" ({element('span', Html(inline(term.term.ja)), lang='ja')})"


SECTION = Section(render, ("glossary",))
