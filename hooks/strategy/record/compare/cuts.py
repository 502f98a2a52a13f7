"""What a browser needs beside two records to compare them: where their words end, and their marks.

No browser knows the words of Japanese as SudachiPy does; so they are cut once, for each record.
"""

import json

from strategy.languages.say import LANGUAGES, Language
from strategy.record import Block, Record, fingerprint
from strategy.record.compare.words import words

Cut = tuple[str, list[int]]


def cuts(record: Record) -> bytes:
    """For each block in the order of the text a JSON object: by language its fingerprint, and the
    lengths of its words, in UTF-16 code units, as JavaScript counts."""
    found = [_block(block) for chapter in record.chapters for block in chapter.blocks]
    return json.dumps(found, separators=(",", ":")).encode()


def _block(block: Block) -> dict[Language, Cut]:
    texts = {language: block.written(language).text for language in LANGUAGES}
    return {
        language: (fingerprint(text), [_units(word) for word in words(text, language)])
        for language, text in texts.items()
    }


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
