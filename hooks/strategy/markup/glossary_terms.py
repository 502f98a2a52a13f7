"""Glossary terms in running text: a Markdown extension that explains each term once a page.

The first mention of a term becomes a link to its entry in the glossary, described by a note that
stands, hidden, at the end of the page. A script shows the note by mouse, keyboard and touch;
without it the link leads to the same words. The notes stand outside the text, so that adopted
wording stays exact for whoever copies, reads aloud or searches it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree

import markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from strategy.languages.say import Language
from strategy.model import Term
from strategy.reading.fields import plain

GLOSSARY_PAGE = "/about.md"
# After inline patterns (20) and attribute lists (8), before addresses are marked (-0.5).
PRIORITY = 4
SKIPPED = {
    "a",
    "abbr",
    "code",
    "pre",
    "button",
    "summary",
    "svg",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "dt",
}


@dataclass
class _Page:
    """What has been explained on the page that is being rendered."""

    explained: dict[str, Term] = field(default_factory=dict)


class TermsExtension(markdown.Extension):
    """Explains the terms of a glossary in one language."""

    def __init__(self, terms: Sequence[Term], language: Language) -> None:
        super().__init__()
        self.terms, self.language = terms, language

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register the tree processor."""
        md.treeprocessors.register(
            _Explain(md, self.terms, self.language), "strategy-terms", PRIORITY
        )


class _Explain(Treeprocessor):
    def __init__(self, md: markdown.Markdown, terms: Sequence[Term], language: Language) -> None:
        super().__init__(md)
        self.language = language
        self.words = {
            word: term
            for term in terms
            for word in (term.term[language], *getattr(term.also, language))
        }
        self.pattern = word_pattern(list(self.words))

    def run(self, root: ElementTree.Element) -> None:
        page = _Page()
        self._visit(root, page)
        if page.explained:
            root.append(self._notes(page))

    def _visit(self, element: ElementTree.Element, page: _Page) -> None:
        if element.tag in SKIPPED or "glossary" in element.get("class", "").split():
            return
        inserted = self._split(element.text, page)
        if inserted:
            element.text = inserted[0]
            for offset, link in enumerate(inserted[1]):
                element.insert(offset, link)
        for child in list(element):
            if child.get("class") == "term":
                continue
            self._visit(child, page)
            tail = self._split(child.tail, page)
            if tail:
                child.tail = tail[0]
                position = list(element).index(child) + 1
                for offset, link in enumerate(tail[1]):
                    element.insert(position + offset, link)

    def _split(self, text: str | None, page: _Page) -> tuple[str, list[ElementTree.Element]] | None:
        """The text before the first new term, and a link for each, followed by its text."""
        if not text or isinstance(text, AtomicString):
            return None
        start, before = 0, ""
        links: list[ElementTree.Element] = []
        for match in self._new_terms(text, page):
            part = text[start : match.start()]
            if links:
                links[-1].tail = part
            else:
                before = part
            links.append(self._link(match[0]))
            start = match.end()
        if not links:
            return None
        links[-1].tail = text[start:]
        return before, links

    def _new_terms(self, text: str, page: _Page) -> Iterator[re.Match[str]]:
        for match in self.pattern.finditer(text):
            term = self.words[match[0]]
            if term.id not in page.explained:
                page.explained[term.id] = term
                yield match

    def _link(self, word: str) -> ElementTree.Element:
        term = self.words[word]
        link = ElementTree.Element("a", {"class": "term", "href": f"{GLOSSARY_PAGE}#{term.id}"})
        link.set("aria-describedby", note_id(term))
        link.text = AtomicString(word)
        return link

    def _notes(self, page: _Page) -> ElementTree.Element:
        notes = ElementTree.Element("div", {"class": "term-notes"})
        for term in page.explained.values():
            note = ElementTree.SubElement(
                notes, "p", {"class": "term-note", "id": note_id(term), "hidden": ""}
            )
            note.set("data-search-exclude", "")
            note.text = AtomicString(plain(term.meaning[self.language]))
        return notes


def note_id(term: Term) -> str:
    """The id of a term's note on a page."""
    return f"note-{term.id}"


def word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Longest words first; Latin words only as whole words."""
    parts = [
        rf"(?<![A-Za-z0-9-]){re.escape(word)}(?![A-Za-z0-9-])"
        if word.isascii()
        else re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    ]
    return re.compile("|".join(parts) or r"(?!)")
