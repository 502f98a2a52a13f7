"""What can be found: the sections of all pages, with their text in both languages.

A section is a heading with an id, which both languages share, and what stands below it up to the
next. A page's title and what follows it is a section too. The home page, which repeats what other
pages say, is one, but for what it offers to download.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from strategy.content.articles import Article
from strategy.content.made_page import MadePage
from strategy.languages.say import LANGUAGES, Language
from strategy.markup import numbering
from strategy.model.addresses import HOME
from strategy.record import Record, RecordedChapter, blocks
from strategy.record.blocks import Found

DOWNLOADS = "downloads"
_READING = re.compile(r"<(rp|rt)>.*?</\1>", re.DOTALL)  # ruby, in brackets, would split a phrase


@dataclass(frozen=True)
class SectionPassage:
    """A block of text: where it can be linked to (empty: nowhere), and its number (``3-12``)."""

    text: str
    anchor: str
    number: str


@dataclass
class SectionText:
    """A section in one language."""

    title: str = ""
    passages: list[SectionPassage] = field(default_factory=list)

    def text(self) -> str:
        """Title and passages, a line each."""
        return "\n".join([self.title, *(passage.text for passage in self.passages)])


@dataclass
class PageSection:
    """A section: name of the page, id of the heading (empty for the title), text a language.

    ``chapter`` is the number of the chapter, 0 for other pages.
    """

    page: str
    id: str
    chapter: int
    written: dict[Language, SectionText]

    @property
    def place(self) -> str:
        """``page`` or ``page#section``, as data refers to it."""
        return f"{self.page}#{self.id}" if self.id else self.page


_LEFT_OUT = re.compile(r"<(details|td)[^>]* data-search-exclude.*?</\1>", re.DOTALL)
"""Lists and cells that nobody searches."""


class SearchedBlock(NamedTuple):
    """A block: its section, what it says, where it can be linked to, its number."""

    section: str
    text: str
    anchor: str
    number: str
    is_heading: bool


def sections(
    articles: Mapping[str, Mapping[Language, Article]],
    record: Record,
    made_pages: Iterable[Mapping[Language, MadePage]] = (),
) -> list[PageSection]:
    """All sections, page by page, of the ``articles`` that are searched, by the names of their pages.

    ``made_pages`` have no source below ``docs/``; each is named as its Japanese address:
    ``consultations/2026-draft``.
    """
    chapters = {chapter.id: chapter for chapter in record.chapters}
    found: list[PageSection] = []
    for name, pair in articles.items():
        chapter = chapters.get(name)
        made: dict[str, PageSection] = {}
        for language in LANGUAGES:
            read = _recorded(chapter, language) if chapter else _of_article(pair[language])
            _collect(name, chapter.number if chapter else 0, language, read, made)
        found += made.values()
    for both in made_pages:
        made = {}
        for language, made_page in both.items():
            title = SearchedBlock("", made_page.title, "", "", True)
            read = itertools.chain([title], _blocks(made_page.html, blocks.find(made_page.html)))
            _collect(both["ja"].path.removesuffix("/index.html"), 0, language, read, made)
        found += made.values()
    return [section for section in found if section.written["ja"].text().strip()]


def _recorded(chapter: RecordedChapter, language: Language) -> Iterator[SearchedBlock]:
    for block in chapter.blocks:
        cited = chapter.cite(block)
        written = block.written(language)
        yield SearchedBlock(
            block.section,
            _said(written.html, written.text),
            _anchor(block.id) or (numbering.anchor(cited) if cited else ""),
            cited,
            block.kind == "heading",
        )


def _of_article(article: Article) -> Iterator[SearchedBlock]:
    html = _LEFT_OUT.sub("", article.html)
    return _blocks(html, article.blocks if html == article.html else blocks.find(html))


def _blocks(html: str, found: Iterable[Found]) -> Iterator[SearchedBlock]:
    for block in found:
        text = _said(html[block.start : block.end], block.text)
        yield SearchedBlock(block.section, text, _anchor(block.id), "", block.kind == "heading")


def _said(html: str, text: str) -> str:
    """What a block says, without readings."""
    return blocks.text(_READING.sub("", html)) if _READING.search(html) else text


def _anchor(ident: str) -> str:
    """The id of an item from data; what is a part of one leads to the whole."""
    return ident.partition("/")[0]


def _collect(
    page: str,
    chapter: int,
    language: Language,
    read: Iterator[SearchedBlock],
    made: dict[str, PageSection],
) -> None:
    for where, text, anchor, number, is_heading in read:
        ident = "" if page == HOME and where != DOWNLOADS else where
        section = made.get(ident)
        if section is None:
            empty: dict[Language, SectionText] = {"ja": SectionText(), "en": SectionText()}
            section = made[ident] = PageSection(page, ident, chapter, empty)
        written = section.written[language]
        if is_heading and not written.title:
            written.title = text
        else:
            written.passages.append(SectionPassage(text, "" if is_heading else anchor, number))
