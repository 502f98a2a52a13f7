"""Checks of the built site that no check of the input can make.

MkDocs checks the links that it rewrites, but not raw HTML; and it does not notice a page in the
wrong language or a marker that survived. Here every HTML file is read as a browser would.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from strategy.languages.say import Say
from strategy.problems import Location, Problems
from strategy.reading import broken_tags
from strategy.reading.broken_tags import BrokenTag

ADDRESS_ATTRIBUTES = {"href", "src"}


@dataclass
class Document:
    """What the checks need of an HTML file."""

    language: str = ""
    ids: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    marker_line: int = 0
    broken: list[tuple[BrokenTag, int]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.document = Document()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        for name, value in attrs:
            if name == "lang" and tag == "html":
                self.document.language = value or ""
            elif name == "id" and value:
                if value in self.document.ids:
                    self.document.repeated.append((value, line))
                self.document.ids[value] = line
            elif name == "markdown":
                self.document.marker_line = line  # a section's Markdown that stayed raw
            elif name in ADDRESS_ATTRIBUTES and value:
                self.document.links.append((value, line))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_comment(self, data: str) -> None:
        if data.strip().startswith("strategy"):
            self.document.marker_line = self.getpos()[0]


def read(path: Path) -> Document:
    """The parts of an HTML file that the checks look at."""
    reader = _Reader()
    text = path.read_text(encoding="utf-8")
    reader.feed(text)
    reader.document.broken += [
        (tag, text.count("\n", 0, tag.offset) + 1) for tag in broken_tags.find(text)
    ]
    return reader.document


def check(site: Path) -> Problems:
    """Every dead link or anchor, surviving marker, wrong language, repeated id and broken tag."""
    problems = Problems()
    documents = {path: read(path) for path in sorted(site.rglob("*.html"))}
    for path, document in documents.items():
        name = path.relative_to(site)
        expected = "en" if name.parts[0] == "en" else "ja"
        if document.language != expected:
            problems.report(
                "page-language",
                Location(name.as_posix()),
                Say(
                    f"ページの言語が「{document.language}」です",
                    f"the page says lang=“{document.language}”",
                ),
                Say(f"「{expected}」にしてください", f"it should be “{expected}”"),
            )
        if document.marker_line:
            problems.report(
                "marker-left",
                Location(name.as_posix(), document.marker_line),
                Say("目印が内容に置き換わっていません", "a marker was not replaced by its section"),
                Say(
                    "目印の書き方と場所を確かめてください",
                    "check how and where the marker is written",
                ),
            )
        for ident, line in document.repeated:
            problems.report(
                "repeated-id",
                Location(name.as_posix(), line),
                Say(
                    f"ID「{ident}」が同じページに2つあります",
                    f"the id “{ident}” appears twice on the page",
                ),
                Say("一方のIDを変えてください", "change one of them"),
            )
        for tag, line in document.broken:
            problems.report(
                broken_tags.CODE, Location(name.as_posix(), line), tag.what, broken_tags.FIX
            )
        for address, line in document.links:
            if not _leads_somewhere(address, path, site, documents):
                problems.report(
                    "dead-link",
                    Location(name.as_posix(), line),
                    Say(
                        f"リンク先「{address}」が見つかりません",
                        f"the target of the link “{address}” does not exist",
                    ),
                    Say("リンク先を確かめてください", "check the address"),
                )
    return problems


def _leads_somewhere(address: str, page: Path, site: Path, documents: dict[Path, Document]) -> bool:
    """Whether a link inside the site has a target; links elsewhere are not followed.

    Only error pages, which stand at any depth, may link from the root: their addresses depend on
    where the site is published, and are left to the tests, which know it.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme or parts.netloc:
        return True
    if parts.path.startswith("/"):
        return page.name == "404.html"
    target = page
    if parts.path:
        target = (page.parent / unquote(parts.path)).resolve()
        if target.is_dir():
            target /= "index.html"
    if not target.exists():
        return False
    fragment = unquote(parts.fragment)
    if not fragment or target not in documents:
        return True
    return fragment in documents[target].ids or fragment == "top"
