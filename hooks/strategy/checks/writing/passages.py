"""The texts to judge: the prose of pages and of ``data/``, never the strategy's own wording."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from strategy.checks.writing.rule import Passage
from strategy.content.articles import Articles
from strategy.content.data import Loaded
from strategy.content.page import Page, Pages, blank
from strategy.languages.say import LANGUAGES, Language
from strategy.model import FILES, Glossary
from strategy.problems import Location
from strategy.reading.fields import Adopted, Model, Text, plain
from strategy.reading.model_fields import metadata_of, model_in
from strategy.reading.source import Mapping, Node, Scalar, Sequence

# Shorter adopted texts (市民, DX) are ordinary words as well.
SHORTEST_QUOTATION = 8

_COMMENT = re.compile(r"<!--(?!\s*strategy:).*?-->", re.DOTALL)
_QUOTATION = re.compile(r"^ {0,3}>.*$|<blockquote\b.*?</blockquote>", re.MULTILINE | re.DOTALL)
_MARK_UP = re.compile(
    r"(?<=\])\([^)\n]*\)|\{[:#.][^}\n]*\}|<[^>\n]+>|https?://[^\s）」]+|^\[[^\]\n]+\]:.*$",
    re.MULTILINE,
)


class Located(NamedTuple):
    """A passage and where its characters stand; ``exact`` where they stand there as they are."""

    passage: Passage
    locate: Callable[[int], Location]
    exact: bool


class DataText(NamedTuple):
    """A text of ``data/``; ``adopted`` where it is the strategy's own wording or its translation."""

    scalar: Scalar
    language: Language
    adopted: bool


def by_file(
    loaded: Loaded, pages: Pages, articles: Articles
) -> Iterator[tuple[str, str, list[Located]]]:
    """Each file with prose: its name, its text, its passages. ``data/`` must be free of errors."""
    texts: dict[str, list[DataText]] = {}
    for name, node in loaded.nodes.items():
        for text in texts_of(FILES[name], node):
            texts.setdefault(text.scalar.location.file, []).append(text)
    quotations = [
        shown
        for written in texts.values()
        for text in written
        if text.adopted
        for shown in {text.scalar.text, plain(text.scalar.text)}
        if len(shown) >= SHORTEST_QUOTATION
    ]
    for file, written in texts.items():
        source = loaded.sources[file]
        judged = [text for text in written if not text.adopted or text.language == "en"]
        yield file, source, [of_data(text, source) for text in judged]
    for pair in pages.values():
        for page in pair.values():
            passages = list(_of_page(page, articles.of(page).shown, loaded, quotations))
            yield page.file, page.source, passages


def texts_of(model: type[Model], node: Node, *, adopted: bool = False) -> Iterator[DataText]:
    """Every text in two languages that a model describes."""
    if not isinstance(node, Mapping):
        return
    if issubclass(model, Text):
        for language in LANGUAGES:
            if isinstance(scalar := node.entries.get(language), Scalar):
                yield DataText(scalar, language, adopted)
        return
    for name, field in model.model_fields.items():
        child, value = model_in(field.annotation), node.entries.get(name)
        if value is None:
            continue
        quoted = adopted or any(isinstance(mark, Adopted) for mark in metadata_of(field))
        for item in value.items if isinstance(value, Sequence) else (value,):
            if child is not None and issubclass(child, Model):
                yield from texts_of(child, item, adopted=quoted)


def of_data(text: DataText, source: str) -> Located:
    """A text of ``data/`` whose file holds ``source``."""
    where = text.scalar.location
    line = source.split("\n")[where.line - 1]
    start = line.find(text.scalar.text, where.column - 1)
    exact = start >= 0
    words = text.scalar.text

    def locate(offset: int) -> Location:
        return Location(where.file, where.line, start + offset + 1) if exact else where

    return Located(Passage(text.language, words, words, adopted=text.adopted), locate, exact)


def _of_page(
    page: Page, shown: str, loaded: Loaded, quotations: Iterable[str]
) -> Iterator[Located]:
    if page.description is not None:
        yield of_data(DataText(page.description, page.language, False), page.source)
    markup = _QUOTATION.sub(blank, _COMMENT.sub(blank, page.without_code))
    prose = _MARK_UP.sub(blank, re.sub(r"<!--.*?-->", blank, markup, flags=re.DOTALL))
    for quotation in quotations:
        prose = prose.replace(quotation, " " * len(quotation))
    glossary = loaded.models.get("glossary")
    passage = Passage(
        page.language,
        markup,
        prose,
        shown=shown,
        terms=glossary.terms if isinstance(glossary, Glossary) else (),
    )
    yield Located(passage, page.location, True)
