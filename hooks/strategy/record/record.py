"""The edition record: the whole text of an edition, block by block, as data.

A record is all that is needed to cite, compare, translate, print or show an edition: reading one
never needs the templates, data or Markdown that it was made from. It is a JSON file, in a form
with a version of its own (`FORMAT`), described by a JSON Schema that is published beside it.

Numbers are *chapter-number* (第3章 段落12 → ``3-12``). They are those of the Japanese text, which
prevails; the English block of the same place has the same number.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from strategy.languages.say import Language
from strategy.reading.fields import Model

FORMAT = 1

Kind = Literal[
    "heading", "head", "paragraph", "item", "term", "definition", "row", "figure", "code"
]
"""``heading`` and ``head`` (the head of a table) have no number; the others can be cited."""

TranslationState = Literal["confirmed", "older", "missing"]
"""``confirmed``: up to date, as far as is known; ``older``: the Japanese changed after it was
translated; ``missing``: shown in Japanese."""


class Written(Model):
    """A block in one language: ``text`` without mark-up (white space collapsed), and ``html``.

    Links inside ``html`` lead to source pages (``about.md#contact``), not to addresses of a site.
    """

    text: str
    html: str


class Block(Model):
    """The smallest part that can be cited, compared and translated.

    ``number`` counts within the chapter, from 1; 0 where nothing can be cited. ``section`` is the
    id of the heading above, ``id`` the stable id of an item from data, empty where there is none.
    """

    number: int = Field(ge=0)
    kind: Kind
    section: str
    id: str
    ja: Written
    en: Written
    translation: TranslationState

    @property
    def item(self) -> str:
        """The id of the item from data that the block is, or is part of."""
        return self.id.partition("/")[0]

    def written(self, language: Language) -> Written:
        """The block in ``language``."""
        return self.ja if language == "ja" else self.en

    def spoken(self, language: Language) -> Language:
        """The language that `written` is in: what is not translated is Japanese in English, too."""
        return "ja" if self.translation == "missing" else language


class RecordedChapter(Model):
    """A chapter: the page it was, and its blocks in the order of the text.

    ``layout`` is the HTML around the blocks, a comment ``<!--block N-->`` at the place of block N
    (from 0), so that the chapter can be shown again as it stood.
    """

    number: int = Field(ge=1)
    id: str
    title: dict[Language, str]
    blocks: tuple[Block, ...]
    layout: dict[Language, str]

    def cite(self, block: Block) -> str:
        """``3-12``, or nothing for a block that has no number."""
        return f"{self.number}-{block.number}" if block.number else ""

    def html(self, language: Language) -> str:
        """The chapter as it stood."""
        return _SLOT.sub(
            lambda match: self.blocks[int(match[1])].written(language).html, self.layout[language]
        )


class Record(Model):
    """The text of an edition in both languages, and what it calls itself."""

    format: Literal[1]
    edition: str
    city: dict[Language, str]
    title: dict[Language, str]
    kind: dict[Language, str]
    period: dict[Language, str]
    adopted: dict[Language, str]
    updated: dict[Language, str]
    chapters: tuple[RecordedChapter, ...]


_SLOT = re.compile(r"<!--block (\d+)-->")


def slot(index: int) -> str:
    """What stands for a block in a layout."""
    return f"<!--block {index}-->"


def write(record: Record) -> bytes:
    """The record as the bytes of its file: UTF-8 JSON, the same for the same record."""
    return f"{record.model_dump_json(indent=1)}\n".encode()


def sha256(data: bytes) -> str:
    """SHA-256 of a record's file in lower-case hexadecimal digits (FIPS 180-4)."""
    return hashlib.sha256(data).hexdigest()


def read(data: bytes) -> Record:
    """The record of a file. Raises ValueError where it is none, or of a format not known here."""
    try:
        return Record.model_validate_json(data)
    except ValidationError as error:
        raise ValueError(str(error)) from error


def load(path: Path) -> Record:
    """The record in a file. Raises ValueError as `read`, and OSError."""
    return read(path.read_bytes())


# Editions have most of their texts in common.
@lru_cache(maxsize=2**14)
def fingerprint(text: str) -> str:
    """Sixteen hexadecimal digits that tell a text apart; white space does not count."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFC", text))
    return hashlib.sha256(plain.encode()).hexdigest()[:16]
