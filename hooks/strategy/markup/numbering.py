"""Marks on the blocks of a page: the number that each is cited by, and the state of translation.

Works on HTML, by inserting at the places that `strategy.record.blocks` finds; everything else stays as
it was. The same function marks a page of the site and a chapter of an old edition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from strategy.languages.say import Language, Say
from strategy.record import Block, Kind, RecordedChapter, blocks, fingerprint, slot
from strategy.record.blocks import Found

NUMBER = Say("段落{}", "Paragraph {}")
OLDER = Say("", "The Japanese is newer than this translation.")
OLDER_SINCE = Say("", "The Japanese is newer than this translation (changed {}).")
UNTRANSLATED = ' class="untranslated" lang="ja"'
MISSING = Say("", "Not translated yet; this is the Japanese text.")


def layout(
    html: str,
    found: Sequence[Found],
    order: Sequence[int],
    chapter: Sequence[Block],
    *,
    missing: str = UNTRANSLATED,
) -> str:
    """The HTML with each block replaced by its slot, and slots for blocks that are missing.

    ``order`` gives for each block found its index in ``chapter``; ``missing`` are the attributes of
    the elements that are made for those that are missing.
    """
    edits = [
        (block.start, block.end, slot(index)) for block, index in zip(found, order, strict=True)
    ]
    edits += [
        (offset, offset, wrapped.format(slot(index)))
        for index, offset, wrapped in _missing(found, order, chapter, missing)
    ]
    return _edited(html, edits)


def mark(
    html: str,
    chapter: RecordedChapter,
    order: Sequence[int],
    language: Language,
    changed: Mapping[str, str] | None = None,
    beside: Mapping[str, str] | None = None,
) -> str:
    """A page with its numbers and, in English, notices of what is older or missing.

    ``changed`` gives by the fingerprint of a Japanese text the day, in words, of its change;
    ``beside`` by the number of a block (``3-12``) the HTML that stands beside it.
    """
    found = blocks.find(html)

    def marks(index: int, days: Mapping[str, str]) -> str:
        cited = chapter.cite(chapter.blocks[index])
        return _marks(chapter, index, language, days) + (beside or {}).get(cited, "")

    edits = [
        (block.number_at, block.number_at, marks(index, changed or {}))
        for block, index in zip(found, order, strict=True)
    ]
    for index, offset, wrapped in _missing(found, order, chapter.blocks, UNTRANSLATED):
        content = chapter.blocks[index].ja.html + marks(index, {})
        edits.append((offset, offset, wrapped.format(content)))
    return _edited(html, edits)


def anchor(cited: str) -> str:
    """The anchor of a block: ``p3-12``."""
    return f"p{cited}"


def _marks(
    chapter: RecordedChapter, index: int, language: Language, changed: Mapping[str, str]
) -> str:
    block = chapter.blocks[index]
    marks = ""
    if language == "en" and block.translation != "confirmed":
        notice = MISSING.en if block.translation == "missing" else OLDER.en
        if block.translation == "older" and (day := changed.get(fingerprint(block.ja.text))):
            notice = OLDER_SINCE.en.format(day)
        marks += f' <span class="translation-note" lang="en">{escape(notice)}</span>'
    if cited := chapter.cite(block):
        # What comes from data has an id that outlives the numbers of an edition.
        target = block.id if block.id and "/" not in block.id else anchor(cited)
        marks += (
            f'<a class="number" id="{anchor(cited)}" href="#{target}" '
            f'aria-label="{NUMBER[language].format(cited)}">{cited}</a>'
        )
    return marks


TAGS: dict[Kind, str] = {
    "item": "li",
    "term": "dt",
    "definition": "dd",
    "row": "tr",
    "figure": "figure",
    "code": "pre",
}
LISTS = ({"li"}, {"dt", "dd"}, {"tr"})
"""What may stand beside what in a list or table, and nothing else there."""


def _missing(
    found: Sequence[Found], order: Sequence[int], chapter: Sequence[Block], attributes: str
) -> list[tuple[int, int, str]]:
    """(index, offset, wrapper) of each block that is not there: it follows the one before it."""
    there = {index: block for block, index in zip(found, order, strict=True)}
    edits = []
    previous: Found | None = None
    for index, block in enumerate(chapter):
        if index in there:
            previous = there[index]
            continue
        tag, offset = TAGS.get(block.kind, "p"), previous.outer_end if previous else 0
        neighbours = next((tags for tags in LISTS if previous and previous.tag in tags), None)
        if neighbours is None and tag in ("li", "dt", "dd", "tr"):
            tag = "p"
        elif previous and neighbours and tag not in neighbours:
            tag, offset = "span", previous.number_at
        edits.append((index, offset, f"\n<{tag}{attributes}>{{}}</{tag}>"))
    return edits


def _edited(html: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """The HTML with each (start, end) replaced; at one offset, in the order given."""
    parts, position = [], 0
    for start, end, text in sorted(edits, key=lambda edit: edit[0]):
        parts += [html[position:start], text]
        position = end
    return "".join([*parts, html[position:]])
