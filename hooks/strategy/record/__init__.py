"""The record of an edition: the whole text, block by block, as data; its blocks, and two compared.

Used from outside: the names below; `blocks` (the blocks of a page's HTML) and `compare` (two records
side by side).
"""

from strategy.record.record import (
    FORMAT,
    Block,
    Kind,
    Record,
    RecordedChapter,
    TranslationState,
    Written,
    fingerprint,
    load,
    read,
    sha256,
    slot,
    write,
)

__all__ = [
    "FORMAT",
    "Block",
    "Kind",
    "Record",
    "RecordedChapter",
    "TranslationState",
    "Written",
    "blocks",
    "compare",
    "fingerprint",
    "load",
    "read",
    "sha256",
    "slot",
    "write",
]
