"""The Markdown that pages may use, and how it becomes HTML: for the record and for the site at once."""

import copy
from collections.abc import Iterable
from typing import Any, NamedTuple
from xml.etree import ElementTree

import markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from strategy.languages.say import Language
from strategy.markup.accessible import ProseExtension
from strategy.markup.glossary_terms import TermsExtension
from strategy.markup.phrases import PhrasesExtension
from strategy.markup.ruby import RubyExtension
from strategy.model import Term

STANDARD = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "pymdownx.details",
    "tables",
    "toc",
)
# After contents (5), before what only the site has: terms, addresses, line breaks.
FORK_PRIORITY = 4.5
# The steps behind the fork that the record needs too.
OF_BOTH = ("strategy-prose", "unescape")
# After all else but line breaks between phrases.
LINKS_PRIORITY = -0.5
WRITTEN = "written:"
"""What begins an address that Markdown has, and that is to be resolved for the page's own address."""


class Rendered(NamedTuple):
    """A text as HTML.

    ``article`` is as the record keeps it: without explanations of terms; links lead to
    source pages, as they are written. ``site`` is what readers see, with `WRITTEN` before each
    address. ``contents`` are its headings as Markdown's contents extension nests them: dictionaries
    with ``name`` (HTML), ``id``, ``level`` and ``children``.
    """

    article: str
    site: str
    contents: list[dict[str, Any]]


class Renderer:
    """Markdown → HTML in one language. Made once, it takes one text after the other."""

    def __init__(self, language: Language, terms: Iterable[Term] = ()) -> None:
        self._markdown = markdown.Markdown(
            extensions=[
                *STANDARD,
                RubyExtension(),
                TermsExtension(tuple(terms), language),
                ProseExtension(language),
                _ForkExtension(),
                *([PhrasesExtension()] if language == "ja" else []),
            ]
        )

    def render(self, text: str) -> Rendered:
        """Both forms of a text."""
        md = self._markdown
        md.reset()
        fork = md.treeprocessors["strategy-fork"]
        assert isinstance(fork, _Fork)
        fork.kept = None
        site = md.convert(text)
        contents: list[dict[str, Any]] = getattr(md, "toc_tokens", [])
        return Rendered(self._record(fork.kept), site, contents)

    def _record(self, root: ElementTree.Element | None) -> str:
        """What was kept at the fork, brought to its end as `markdown.Markdown.convert` does."""
        if root is None:
            return ""
        md = self._markdown
        for name in OF_BOTH:
            md.treeprocessors[name].run(root)
        output = md.serializer(root)
        output = output[len(f"<{md.doc_tag}>") : output.rindex(f"</{md.doc_tag}>")].strip()
        for postprocessor in md.postprocessors:
            output = postprocessor.run(output)
        return output.strip()


class _ForkExtension(markdown.Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Markdown's name
        md.treeprocessors.register(_Fork(md), "strategy-fork", FORK_PRIORITY)
        md.treeprocessors.register(_Links(md), "strategy-links", LINKS_PRIORITY)


class _Fork(Treeprocessor):
    """Keeps the text as it is before anything is added that only the site has."""

    kept: ElementTree.Element | None = None

    def run(self, root: ElementTree.Element) -> None:
        self.kept = copy.deepcopy(root)


class _Links(Treeprocessor):
    """Marks the addresses that Markdown has: those in raw HTML stay as they are."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(element.tag, "")
            address = element.get(name, "")
            if address and AMP_SUBSTITUTE not in address:  # a mail address, hidden from robots
                element.set(name, f"{WRITTEN}{address}")
