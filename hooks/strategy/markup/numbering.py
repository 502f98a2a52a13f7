"""Marks on the blocks of a page: the number that each is cited by, and the state of translation.

Works on HTML, by inserting at the places that `strategy.record.blocks` finds; everything else stays as
it was. The same function marks a page of the site and a chapter of an old edition.
"""

from collections.abc import Iterator, Mapping, Sequence

from strategy.languages.say import Language, Say
from strategy.markup.html import Html, element, join
from strategy.record import Block, Kind, RecordedChapter, blocks, fingerprint, slot
from strategy.record.blocks import Found

NUMBER = Say("段落{}", "Paragraph {}")
OLDER = Say("", "The Japanese is newer than this translation.")
OLDER_SINCE = Say("", "The Japanese is newer than this translation (changed {}).")
UNTRANSLATED = {"class_": "untranslated", "lang": "ja"}
MISSING = Say("", "Not translated yet; this is the Japanese text.")


def layout(
    html: str,
    found: Sequence[Found],
    order: Sequence[int],
    chapter: Sequence[Block],
    *,
    missing: Mapping[str, str] = UNTRANSLATED,
) -> str:
    """The HTML with each block replaced by its slot, and slots for blocks that are missing.

    ``order`` gives for each block found its index in ``chapter``; ``missing`` are the attributes of
    the elements that are made for those that are missing.
    """
    edits = [
        (block.start, block.end, slot(index)) for block, index in zip(found, order, strict=True)
    ]
    edits += [
        (offset, offset, f"\n{element(tag, Html(slot(index)), **missing)}")
        for index, offset, tag in _missing(found, order, chapter)
    ]
    return _edited(html, edits)


def mark(
    html: str,
    chapter: RecordedChapter,
    order: Sequence[int],
    language: Language,
    changed: Mapping[str, str] | None = None,
    beside: Mapping[str, Html] | None = None,
) -> Html:
    """A page with its numbers and, in English, notices of what is older or missing.

    ``changed`` gives by the fingerprint of a Japanese text the day, in words, of its change;
    ``beside`` by the number of a block (``3-12``) the HTML that stands beside it.
    """
    found = blocks.find(html)

    def marks(index: int, days: Mapping[str, str]) -> Html:
        cited = chapter.cite(chapter.blocks[index])
        return join("", [*_marks(chapter, index, language, days), (beside or {}).get(cited, "")])

    edits: list[tuple[int, int, str]] = [
        (block.number_at, block.number_at, marks(index, changed or {}))
        for block, index in zip(found, order, strict=True)
    ]
    for index, offset, tag in _missing(found, order, chapter.blocks):
        content = (Html(chapter.blocks[index].ja.html), marks(index, {}))
        edits.append((offset, offset, f"\n{element(tag, *content, **UNTRANSLATED)}"))
    return _edited(html, edits)


def anchor(cited: str) -> str:
    """The anchor of a block: ``p3-12``."""
    return f"p{cited}"


def _marks(
    chapter: RecordedChapter, index: int, language: Language, changed: Mapping[str, str]
) -> Iterator[Html]:
    block = chapter.blocks[index]
    if language == "en" and block.translation != "confirmed":
        notice = MISSING.en if block.translation == "missing" else OLDER.en
        if block.translation == "older" and (day := changed.get(fingerprint(block.ja.text))):
            notice = OLDER_SINCE.en.format(day)
        yield Html(" ")
        yield element("span", notice, class_="translation-note", lang="en")
    if cited := chapter.cite(block):
        # What comes from data has an id that outlives the numbers of an edition.
        target = block.id if block.id and "/" not in block.id else anchor(cited)
        label = NUMBER[language].format(cited)
        yield element(
            "a", cited, class_="number", id=anchor(cited), href=f"#{target}", aria_label=label
        )


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
    found: Sequence[Found], order: Sequence[int], chapter: Sequence[Block]
) -> list[tuple[int, int, str]]:
    """(index, offset, tag) of each block that is not there: it follows the one before it."""
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
        edits.append((index, offset, tag))
    return edits


def _edited(html: str, edits: Sequence[tuple[int, int, str]]) -> Html:
    """The HTML with each (start, end) replaced; at one offset, in the order given."""
    parts, position = [], 0
    for start, end, text in sorted(edits, key=lambda edit: edit[0]):
        parts += [html[position:start], text]
        position = end
    return Html("".join([*parts, html[position:]]))
