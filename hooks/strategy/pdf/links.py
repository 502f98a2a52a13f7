"""Where the links of a record lead in print: to a page of the PDF, or to an address."""

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from strategy.languages.say import Language
from strategy.markup import numbering
from strategy.model import addresses
from strategy.record import Record, RecordedChapter

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class Links:
    """The links of a record in one language.

    ``site_url`` is the public address of the site, empty where there is none: then a link to a page
    of the site that is no chapter is text. ``used`` are the labels that links lead to.
    """

    def __init__(self, record: Record, language: Language, site_url: str) -> None:
        self.language, self.site_url = language, site_url
        self.chapters = {f"{chapter.id}.md": chapter for chapter in record.chapters}
        self.labels = {
            label
            for chapter in record.chapters
            for label in (
                chapter.id,
                *(self.label(chapter, ident) for ident in _idents(chapter, language)),
            )
        }
        self.used = {
            label
            for chapter in record.chapters
            for address in re.findall(r'href="([^"]*)"', chapter.html(language))
            if (label := self.inside(chapter, address))
        }

    def label(self, chapter: RecordedChapter, ident: str) -> str:
        """The label of an element of a chapter; of the chapter itself without an id."""
        return f"{chapter.id}/{ident}" if ident else chapter.id

    def inside(self, chapter: RecordedChapter, address: str) -> str:
        """The label that an address in a chapter leads to; empty if it leads out of the record."""
        path, _, anchor = address.partition("#")
        target = self.chapters.get(path) if path else chapter
        return self.label(target, anchor) if target else ""

    def is_broken(self, chapter: RecordedChapter, address: str) -> bool:
        """Whether an address leads to a place of the record that is not there."""
        label = self.inside(chapter, address)
        return bool(label) and label not in self.labels

    def outside(self, address: str) -> str:
        """The full address of a place outside the record; empty if there is none."""
        if _SCHEME.match(address):
            return address
        if not self.site_url:
            return ""
        path, mark, anchor = address.partition("#")
        if path.endswith(".md"):
            folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
            path = addresses.below(self.language) + (f"{folder}/" if folder else "")
        return urljoin(self.site_url, path.lstrip("/")) + mark + anchor


def _idents(chapter: RecordedChapter, language: Language) -> Iterable[str]:
    yield from re.findall(r' id="([^"]*)"', chapter.html(language))
    for block in chapter.blocks:
        if block.number:
            yield numbering.anchor(chapter.cite(block))
