"""Links and images of pages: each leads somewhere, told with its line before anything is built.

MkDocs knows a dead link only while it builds, in English and without a line; of raw HTML it knows
nothing. What only the built site can tell is left to the check of that (`strategy.site.result`): the
files below the folders of an edition or a consultation, below ``pdf/`` and ``assets/``, and the
notes of terms.
"""

import difflib
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from strategy.checks import link_addresses
from strategy.checks.link_addresses import Said
from strategy.content.articles import Articles
from strategy.content.page import Page, Pages
from strategy.content.pages import DOCS
from strategy.languages.say import LANGUAGES, Language
from strategy.model import Strategy, addresses, published_data
from strategy.problems import Problems, message, suggestion

PICTURES = (".png", ".jpg", ".jpeg", ".svg")

_TARGET = re.compile(
    r"\]\([ \t]*(?:<(?P<bracketed>[^>\n]*)>|(?P<plain>(?:[^()\n]|\([^()\n]*\))*?))"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^\n]+\]:[ \t]*<?(?P<plain>[^\s>]+)", re.MULTILINE)
_HTML = re.compile(r"<(?P<tag>a|img)\b[^>]*?\b(?:href|src)=[\"'](?P<plain>[^\"']*)[\"']", re.I)
_NUMBER = re.compile(r"p\d+-\d+")
# How much alike two names are of which one was meant for the other (`difflib`, 0 to 1).
NEAR = 0.7


class Link(NamedTuple):
    """An address in a page's text, from ``offset`` on; ``is_html`` if it stands in raw HTML."""

    address: str
    offset: int
    is_image: bool
    is_html: bool


@dataclass(frozen=True)
class _Site:
    """What a link may lead to: ``files`` below the site's root and ``folders`` that are being made."""

    strategy: Strategy
    pages: Pages
    articles: Articles
    language: Language
    files: frozenset[str]
    folders: tuple[str, ...]


def check(
    root: Path, strategy: Strategy, pages: Pages, articles: Articles, problems: Problems
) -> None:
    """Report every link and image of ``docs/`` that leads nowhere. ``data/`` must be sound."""
    # Pages that cannot be read have reports of their own: links to them are not dead.
    written = {
        path.relative_to(root / DOCS).as_posix().replace(".en.md", ".md")
        for path in (root / DOCS).rglob("*")
        if path.is_file()
    }
    sites = {
        language: _site(strategy, pages, articles, language, written) for language in LANGUAGES
    }
    for pair in pages.values():
        for page in pair.values():
            for link in find(page.prose):
                fault = _fault(link, page, sites[page.language])
                if fault:
                    where = page.location(link.offset)
                    problems.report("picture" if link.is_image else "dead-link", where, *fault)


def find(text: str) -> Iterator[Link]:
    """The addresses of Markdown and HTML from which code and comments were blanked out."""
    for match in _TARGET.finditer(text):
        opening = _opening(text, match.start())
        if opening is not None:
            group = "plain" if match["bracketed"] is None else "bracketed"
            is_image = text[opening - 1 : opening] == "!"
            yield Link(match[group].strip(), match.start(group), is_image, is_html=False)
    for match in _DEFINITION.finditer(text):
        yield Link(match["plain"], match.start("plain"), is_image=False, is_html=False)
    for match in _HTML.finditer(text):
        is_image = match["tag"].lower() == "img"
        yield Link(match["plain"].strip(), match.start("plain"), is_image, is_html=True)


def _opening(text: str, closing: int) -> int | None:
    """Where the bracket stands that is closed at ``closing``, in the same paragraph."""
    depth = 0
    for offset in range(closing, text.rfind("\n\n", 0, closing), -1):
        depth += (text[offset] == "]") - (text[offset] == "[")
        if depth == 0:
            return offset
    return None


def _site(
    strategy: Strategy, pages: Pages, articles: Articles, language: Language, written: set[str]
) -> _Site:
    below = addresses.below(language)
    editions = [edition.id for edition in strategy.editions.held]
    files = {
        *written,
        *(f"data/{name}.json" for name in published_data.PUBLISHED),
        *(f"data/{name}.csv" for name in published_data.TABLES),
        *(addresses.feed(language, form) for form in ("xml", "json")),
        *(addresses.record(ident) for ident in editions),
        *(f"{below}{redirect.old}index.html" for redirect in strategy.redirects.all),
        addresses.RECORD_SCHEMA,
        "robots.txt",
    }
    calls = [call.id for call in strategy.consultations.consultations]
    folders = (
        *(f"{below}editions/{ident}/" for ident in editions),
        *(f"{below}consultations/{ident}/" for ident in calls),
        "pdf/",
        "assets/",
    )
    return _Site(strategy, pages, articles, language, frozenset(files), folders)


def _fault(link: Link, page: Page, site: _Site) -> Said | None:
    if fault := link_addresses.fault(link.address) or link_addresses.exchanged(
        link.address, _words(link, page)
    ):
        return fault
    is_elsewhere = urlsplit(link.address).scheme or link.address.startswith("//")
    if not is_elsewhere:
        return _of_place(link, page, site)
    if link.is_image and not link.address.startswith("data:"):
        return message("picture/elsewhere", address=link.address)
    return None


def _words(link: Link, page: Page) -> str:
    """The words of a link in Markdown."""
    return "" if link.is_html else page.body[: link.offset].rpartition("[")[2].removesuffix("](")


def _of_place(link: Link, page: Page, site: _Site) -> Said | None:
    """What is wrong with a place of this site."""
    parts = urlsplit(link.address)
    if not parts.path:
        return _of_anchor(parts.fragment, page, site)
    if link.is_html:
        right = f"![…]({link.address})" if link.is_image else f"[…]({link.address})"
        return message("dead-link/html", address=link.address, right=right)
    path = unquote(parts.path)
    folder = "" if path.startswith("/") else posixpath.dirname(page.name)
    target = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
    if site.language == "en":
        target = target.replace(".en.md", ".md")
    if link.is_image:
        return _of_picture(link.address, target, page, site)
    if target in site.files:
        there = site.pages.get(target.removesuffix(".md"), {}).get(site.language)
        return _of_anchor(parts.fragment, there, site) if there else None
    made = _made(target, site)
    return None if made == target else _of_path(link.address, made or target, page, site)


def _made(target: str, site: _Site) -> str | None:
    """The file that a path means below a folder that is being made, in the language of the page."""
    below = addresses.below(site.language)
    for path in (target, f"{below}{target}", target.removeprefix("en/")):
        if any(f"{path}/".startswith(folder) for folder in site.folders):
            return path if posixpath.splitext(path)[1] else f"{path}/index.html"
    return None


def _of_picture(address: str, target: str, page: Page, site: _Site) -> Said | None:
    # An icon of the site's own templates may be shown as well.
    if target in site.files or target.startswith("assets/"):
        return None
    chapters = [chapter.id for chapter in site.strategy.chapters]
    if page.name in chapters and not target.lower().endswith(PICTURES):
        return None  # told with the kinds that a chapter may have
    known = {posixpath.splitext(name)[0]: name for name in site.files if name.endswith(PICTURES)}
    near = difflib.get_close_matches(posixpath.splitext(target)[0], known, n=1, cutoff=NEAR)
    if near:
        return message("picture/near", address=address, right=_from(page, known[near[0]]))
    return message("picture/missing", address=address)


def _of_path(address: str, target: str, page: Page, site: _Site) -> Said:
    fragment = urlsplit(address).fragment
    stem = re.sub(r"(?:^|/)index$", "", re.sub(r"(?:\.en)?\.(?:md|html?)$", "", target))
    stem = re.sub(r"^(?:docs|en)/", "", stem)
    known = [*site.files, *([target] if _made(target, site) else [])]
    guesses = [target, f"{stem}.md", f"{stem}/index.md"]
    near = next((guess for guess in guesses if guess in known), None) or _nearest(
        target, stem, known
    )
    if near:
        right = _from(page, near) + (f"#{fragment}" if fragment else "")
        return message("dead-link/near", address=address, right=right)
    if _is_file(target):
        return message("dead-link/file", address=address, name=posixpath.basename(target))
    return message("dead-link/page", address=address)


def _nearest(target: str, stem: str, known: list[str]) -> str | None:
    """The file whose name was probably meant: of the same kind, whose end does not make it alike."""
    kind = posixpath.splitext(target)[1] if _is_file(target) else ".md"
    written = target.removesuffix(kind) if _is_file(target) else stem
    names = {name.removesuffix(kind): name for name in known if name.endswith(kind)}
    near = difflib.get_close_matches(written, names, n=1, cutoff=NEAR)
    begun = [name for name in names if name.startswith(f"{written}-")]
    return next((names[name] for name in [*near, *begun]), None)


def _is_file(target: str) -> bool:
    """Whether a path names a file of another kind than a page."""
    return posixpath.splitext(target)[1] not in ("", ".md", ".html", ".htm")


def _from(page: Page, target: str) -> str:
    """A file as it is written on a page: pages and pictures from there, what is made from the root."""
    if target.endswith((".md", *PICTURES)):
        return posixpath.relpath(target, posixpath.dirname(page.name) or ".")
    return f"/{target}"


def _of_anchor(fragment: str, there: Page, site: _Site) -> Said | None:
    """What is wrong with a place on a page; a page that is not sound has reports of its own."""
    ident = unquote(fragment)
    if not ident or ident == "top" or ident.startswith("note-") or not there.sound:
        return None
    # What only the other language has was reported as a difference of the two.
    sections = [h.id for page in site.pages[there.name].values() for h in page.headings if h.id]
    known = site.articles.of(there).ids
    if ident in (*known, *sections):
        return None
    shown = [f"#{name}" for name in dict.fromkeys((*sections, *known))]
    if _NUMBER.fullmatch(ident):
        return message("dead-link/number", id=ident, fix=suggestion("", shown))
    fix = suggestion(f"#{ident}", shown)
    return message("dead-link/section", id=ident, file=there.file, fix=fix)
