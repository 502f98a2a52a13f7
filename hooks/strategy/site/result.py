"""Checks of the built site that no check of the input can make.

MkDocs checks the links that it rewrites, but not raw HTML; and it does not notice a page in the
wrong language or a marker that survived. Here every HTML file is read as a browser would.
"""

import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from strategy.problems import Fault, Location, Problems, location_of
from strategy.reading import broken_tags


@dataclass
class Document:
    """What the checks need of an HTML file; a number is that of a line."""

    language: str = ""
    ids: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    marker_line: int = 0
    broken: list[tuple[Fault, int]] = field(default_factory=list)


def read(path: Path) -> Document:
    """The parts of an HTML file that the checks look at."""
    text = path.read_text(encoding="utf-8")
    document = Document()
    root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for element in root.iter():
        line = element.sourceline or 1
        if isinstance(element, html.HtmlComment):
            if (element.text or "").strip().startswith("strategy"):
                document.marker_line = line
            continue
        for name, value in element.attrib.items():
            if name == "id" and value:
                if value in document.ids:
                    document.repeated.append((value, line))
                document.ids[value] = line
            elif name == "markdown":
                document.marker_line = line  # a section's Markdown that stayed raw
            elif name in ("href", "src") and value:
                document.links.append((value, line))
    document.language = root.get("lang", "")
    document.broken += [
        (fault, location_of(text, fault.start).line) for _, fault in broken_tags.find(text)
    ]
    return document


class _Site:
    """The files of a site by their paths, and what its pages hold; a link is looked up once."""

    def __init__(self, site: Path) -> None:
        paths = [path for path in sorted(site.rglob("*")) if path.is_file()]
        self.files = {path.relative_to(site).as_posix() for path in paths}
        self.pages = {
            path.relative_to(site).as_posix(): read(path)
            for path in paths
            if path.suffix == ".html"
        }
        self._there: dict[tuple[str, str], bool] = {}

    def leads_somewhere(self, address: str, page: str) -> bool:
        """Whether a link inside the site has a target; links elsewhere are not followed."""
        key = address, page if address.startswith("#") else posixpath.dirname(page)
        if key not in self._there:
            self._there[key] = self._leads_somewhere(address, page)
        return self._there[key]

    def _leads_somewhere(self, address: str, page: str) -> bool:
        """Only error pages, which stand at any depth, may link from the root: their addresses depend
        on where the site is published, and are left to the tests, which know it.
        """
        try:
            parts = urlsplit(address)
        except ValueError:
            return False
        if parts.scheme or parts.netloc:
            return True
        if parts.path.startswith("/"):
            return posixpath.basename(page) == "404.html"
        target = page
        if parts.path:
            path = posixpath.join(posixpath.dirname(page), unquote(parts.path))
            target = posixpath.normpath(path)
            if target not in self.files:
                target = posixpath.normpath(posixpath.join(path, "index.html"))
        if target not in self.files:
            return False
        fragment = unquote(parts.fragment)
        if not fragment or target not in self.pages:
            return True
        return fragment in self.pages[target].ids or fragment == "top"


def check(site: Path) -> Problems:
    """Every dead link or anchor, surviving marker, wrong language, repeated id and broken tag."""
    problems, read_site = Problems(), _Site(site)
    for name, document in read_site.pages.items():
        expected = "en" if name.startswith("en/") else "ja"
        _check_by_itself(name, document, expected, problems)
        for address, line in document.links:
            if not read_site.leads_somewhere(address, name):
                problems.tell("dead-link", Location(name, line), address=address)
    return problems


def _check_by_itself(name: str, document: Document, language: str, problems: Problems) -> None:
    """Report what a page shows without the others; ``language`` is that of its place."""
    if document.language != language:
        problems.tell("page-language", Location(name), found=document.language, language=language)
    if document.marker_line:
        problems.tell("marker-left", Location(name, document.marker_line))
    for ident, line in document.repeated:
        problems.tell("repeated-id", Location(name, line), id=ident)
    for fault, line in document.broken:
        problems.add(fault.at(Location(name, line)))
