"""Pages that are made from records and have no file in ``docs/``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from strategy.markup.html import Html


@dataclass(frozen=True)
class ContentsEntry:
    """An entry of the contents list, with the entries below it; its title is HTML without tags."""

    title: str
    url: str
    children: tuple[ContentsEntry, ...] = ()


@dataclass(frozen=True)
class MadePage:
    """A page: ``path`` below the site's root, title, description, the article's HTML.

    Links in ``html`` lead to files of ``docs/`` (``about.md#contact``) or to files of the site
    from its root (``/editions/r8-05/record.json``). A ``wide`` page needs more than a column.
    ``assets`` are files of ``assets/`` that only this page needs. A page that is not ``indexed``
    asks search engines to pass over it, and stands in no sitemap.
    """

    path: str
    title: str
    description: str
    html: Html
    wide: bool = False
    assets: tuple[str, ...] = ()
    indexed: bool = True

    @property
    def name(self) -> str:
        """The path without the part of its language: ``editions/r8-05``."""
        return self.path.removesuffix("/index.html").removeprefix("en/")

    @property
    def contents(self) -> tuple[ContentsEntry, ...]:
        """The contents list: headings of the second level and, below them, of the third."""
        found: list[ContentsEntry] = []
        for level, ident, html in re.findall(r'<h([23]) id="([^"]+)">(.*?)</h\1>', self.html):
            entry = ContentsEntry(re.sub(r"<[^>]+>", "", html), f"#{ident}")
            if level == "2":
                found.append(entry)
            elif found:
                last = found.pop()
                found.append(ContentsEntry(last.title, last.url, (*last.children, entry)))
        return tuple(found)
