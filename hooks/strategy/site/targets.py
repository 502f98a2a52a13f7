"""Where links lead: from the files that pages name to addresses of the site, seen from a page."""

import posixpath
import re
from collections.abc import Collection
from html import escape, unescape
from urllib.parse import quote, unquote, urlsplit

from strategy.languages.say import Language
from strategy.markup.html import Html
from strategy.markup.markdown import WRITTEN
from strategy.model.addresses import below

_WRITTEN = re.compile(rf'(href|src)="{WRITTEN}([^"]*)"')
# In the HTML of records and of pages made from them: a file of docs/, or one of the site.
_RECORDED = re.compile(r'(href)="(/[^"]*|[^":#]*\.md(?:#[^"]*)?)"')


class Targets:
    """The addresses of a site in one language.

    ``pages`` are the names of the pages below ``docs/``, ``files`` the other files there by their
    paths. With ``directory_urls`` a page is a folder (``about/``), else a file (``about.html``).
    """

    def __init__(self, pages: Collection[str], language: Language, *, directory_urls: bool) -> None:
        self._pages = frozenset(pages)
        self._language: Language = language
        self._directory_urls = directory_urls

    def page(self, name: str) -> str:
        """The address, from the site's root, of a page of ``docs/`` or of a page that is made."""
        if name in self._pages and not self._directory_urls:
            return f"{below(self._language)}{name}.html"
        if name in self._pages:
            return f"{below(self._language)}{name}/".removesuffix("index/") or "./"
        return self.file(f"{below(self._language)}{name}/index.html")

    def file(self, path: str) -> str:
        """The address of a file of the site."""
        if self._directory_urls and posixpath.basename(path) == "index.html":
            path = path.removesuffix("index.html") or "./"
        return quote(path)

    def resolve(self, written: str, name: str) -> str:
        """An address as HTML has it on the page ``name``, seen from that page's address, for HTML again."""
        parts = urlsplit(unescape(written))
        if parts.scheme or parts.netloc or not parts.path:
            return written
        path = unquote(parts.path).lstrip("/")
        if not parts.path.startswith("/"):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        target = re.sub(r"(?:\.en)?\.md$", "", path)
        address = self.page(target) if target in self._pages and target != path else self.file(path)
        found = parts._replace(path=relative(address, self.page(name))).geturl()
        return escape(found, quote=False).replace('"', "&quot;")

    def written(self, html: str, name: str) -> str:
        """The HTML of a page with the addresses resolved that Markdown had."""
        return _WRITTEN.sub(lambda m: f'{m[1]}="{self.resolve(m[2], name)}"', html)

    def recorded(self, html: Html, name: str) -> Html:
        """HTML of records on the page ``name``: its links lead to ``docs/`` or to files of the site."""
        return Html(
            _RECORDED.sub(lambda m: f'{m[1]}="{self.resolve(self._from_root(m[2]), name)}"', html)
        )

    def _from_root(self, address: str) -> str:
        return f"/{address.lstrip('/')}"


def relative(address: str, base: str) -> str:
    """An address from the site's root as it is written on the page at ``base``; folders end in ``/``."""
    *folder, _ = base.removeprefix("./").split("/")
    target = address.removeprefix("./").split("/")
    shared = 0
    while shared < min(len(folder), len(target) - 1) and folder[shared] == target[shared]:
        shared += 1
    return "../" * (len(folder) - shared) + "/".join(target[shared:]) or "./"
