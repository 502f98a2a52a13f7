"""A record with what was inserted and deleted since another marked in its text (見え消し).

The result is a record like any other, to be printed, not to be kept: texts that changed hold both
wordings, and what was deleted stands where it was, without a number.
"""

import re
from collections.abc import Iterable

from strategy.languages.say import LANGUAGES, Language, Say
from strategy.markup import numbering
from strategy.markup.html import Html, element, join
from strategy.record import Block, Record, RecordedChapter, Written, blocks
from strategy.record.compare import Piece, Row, changes, compare

TAGS = {"inserted": "ins", "deleted": "del"}
MOVED = Say("［移動：改正前は{}］", " [moved; was {}]")
CHANGED = Say("［変更あり：新旧対照表を見てください］", " [changed: see the comparison]")
_CALL = re.compile(r'<sup id="fnref[^"]*">.*?</sup>', re.DOTALL)
_CELL = re.compile(r"(<t[dh]\b[^>]*>)(.*?)(</t[dh]>)", re.DOTALL)


def redline(record: Record, base: Record) -> Record:
    """``record`` with what is different in ``base`` marked."""
    merged: dict[str, list[tuple[Block, int | None]]] = {ch.id: [] for ch in record.chapters}
    current = record.chapters[0].id
    for row in compare(base, record).rows:
        if row.new:
            current = row.new.chapter.id
        merged[current].append((_block(row), row.new.index if row.new else None))
    chapters = (_chapter(chapter, merged[chapter.id]) for chapter in record.chapters)
    return record.model_copy(update={"chapters": tuple(chapters)})


def _chapter(chapter: RecordedChapter, merged: list[tuple[Block, int | None]]) -> RecordedChapter:
    """The chapter with the merged blocks; each comes with its index in ``chapter``, if it has one."""
    now = {index: place for place, (_block, index) in enumerate(merged) if index is not None}
    made = tuple(block for block, _index in merged)
    layouts: dict[Language, str] = {}
    for language in LANGUAGES:
        html = chapter.html(language)
        order = [
            now[int(index)] for index in re.findall(r"<!--block (\d+)-->", chapter.layout[language])
        ]
        layouts[language] = numbering.layout(html, blocks.find(html), order, made, missing={})
    return chapter.model_copy(update={"blocks": made, "layout": layouts})


def _block(row: Row) -> Block:
    cited = row.new or row.old
    assert cited is not None
    block = cited.block
    if row.change in ("unchanged", "renumbered"):
        return block
    number = block.number if row.new else 0
    ja, en = (
        block.written(lang).model_copy(update={"html": _html(row, lang)}) for lang in LANGUAGES
    )
    return block.model_copy(update={"number": number, "ja": ja, "en": en})


def _html(row: Row, language: Language) -> str:
    """What a block says now, with what it said."""
    if row.old is None or row.new is None:
        cited = row.new or row.old
        assert cited is not None
        return _whole(cited.block, language, "inserted" if row.new else "deleted")
    old, new = row.old.block.written(language), row.new.block.written(language)
    made = new.html
    if old.text != new.text:
        made = _both(row.new.block, old, new, row.pieces(language), language)
    if row.moved:
        made = _with_note(made, MOVED[language].format(row.old.number or "–"))
    return made


def _whole(block: Block, language: Language, kind: str) -> str:
    html = block.written(language).html
    if kind == "deleted":
        html = _CALL.sub("", html)  # its note is not in this text
    if block.kind in ("row", "head"):
        return _CELL.sub(lambda cell: f"{cell[1]}{_marked(kind, Html(cell[2]))}{cell[3]}", html)
    if block.kind in ("figure", "code"):
        text = _marked(kind, block.written(language).text)
        return html if kind == "inserted" else text
    return _marked(kind, Html(html))


def _both(
    block: Block, old: Written, new: Written, pieces: Iterable[Piece], language: Language
) -> str:
    if block.kind in ("row", "head"):
        before, after = _CELL.findall(old.html), _CELL.findall(new.html)
        if len(before) == len(after):
            return "".join(
                f"{start}{_merged(_changes(was[1], now, language))}{end}"
                for was, (start, now, end) in zip(before, after, strict=True)
            )
    if block.kind in ("row", "head", "figure", "code"):
        return _with_note(new.html, CHANGED[language])
    return _merged(pieces) + "".join(_CALL.findall(new.html))


def _changes(old: str, new: str, language: Language) -> tuple[Piece, ...]:
    before, after = blocks.text(old), blocks.text(new)
    return (Piece("same", after),) if before == after else changes(before, after, language)


def _merged(pieces: Iterable[Piece]) -> Html:
    return join(
        "",
        (_marked(piece.kind, piece.text) if piece.kind in TAGS else piece.text for piece in pieces),
    )


def _marked(kind: str, text: str) -> Html:
    return element(TAGS[kind], text, class_=kind) if text else Html()


def _with_note(html: str, note: str) -> str:
    """A remark at the end of a block; in a row at the end of its last cell, in a figure of its caption."""
    small = element("small", note)
    for end in ("</td>", "</th>", "</figcaption>"):
        if end in html:
            before, after = html.rsplit(end, 1)
            return f"{before}{small}{end}{after}"
    return html + small
