"""新旧対照表 as a PDF: A4 landscape, a table a chapter, the new text on the left of the old."""

from collections.abc import Iterator, Mapping, Sequence

from strategy.cache import KEEPS_NOTHING, Cache
from strategy.languages.calendar import Moment
from strategy.languages.labels import CHAPTER, NOT_RECORDED, OLD_AND_NEW
from strategy.languages.say import Language, Say
from strategy.pdf.paper import Paper, Paragraph, Part, Run, Style, Subtitle, Table, Words, pdf
from strategy.record import Record
from strategy.record.compare import COLUMNS, HEADING, Cited, Comparison, Piece, Row

INTRO = Say(
    "{title}：「{old}」から「{new}」への変更を、段落ごとに示します（{count}か所）。変わった語句には、線を引いて"
    "います。改正後は下線と太字、改正前は取り消し線です。",
    "{title}: what changed from “{old}” to “{new}”, paragraph by paragraph ({count} change(s)). Words "
    "that changed are marked: underlined and bold in the new text, struck through in the old.",
)
NOTHING = Say(
    "{title}：「{old}」から「{new}」へ、変わったところはありません。",
    "{title}: nothing has changed from “{old}” to “{new}”.",
)
FOOTER = Say("新旧対照表：{title}（{old}から{new}へ）", "Old and new: {title}, from {old} to {new}")
WIDTHS = (1.1, 5, 5, 2)
MARKS: dict[str, Style] = {"inserted": "inserted", "deleted": "deleted", "same": ""}


def pdf_bytes(
    comparison: Comparison,
    records: tuple[Record, Record],
    names: tuple[str, str],
    reasons: Mapping[int, str],
    language: Language,
    date: Moment,
    cache: Cache = KEEPS_NOTHING,
) -> bytes:
    """The PDF. ``names`` are those of the old and the new text, ``date`` that of the new; ``reasons``
    are by the index of the row in ``comparison.rows``. Raises `strategy.pdf.errors.PdfError`."""
    new = records[1]
    told = {
        "title": new.title[language],
        "old": names[0],
        "new": names[1],
        "count": len(comparison.changed),
    }
    intro = INTRO if comparison.changed else NOTHING
    paper = Paper(
        title=OLD_AND_NEW[language],
        language=language,
        author=new.city[language],
        date=date,
        footer=FOOTER[language].format(**told),
        landscape=True,
        parts=(
            Paragraph(intro[language].format(**told)),
            *_chapters(comparison, records, reasons, language),
        ),
    )
    return pdf(paper, cache)


def _chapters(
    comparison: Comparison,
    records: Sequence[Record],
    reasons: Mapping[int, str],
    language: Language,
) -> Iterator[Part]:
    chapters = {chapter.id: chapter for record in records for chapter in record.chapters}
    why = {id(row): reasons.get(index, "") for index, row in enumerate(comparison.rows)}
    told = {id(row) for row in comparison.changed}
    for ident, rows in comparison.by_chapter().items():
        changed = [row for row in rows if id(row) in told]
        if changed:
            chapter = chapters[ident]
            title = CHAPTER[language].format(number=chapter.number, title=chapter.title[language])
            yield Subtitle(title)
            yield Table(
                COLUMNS[language],
                tuple(_row(row, why[id(row)], language) for row in changed),
                widths=WIDTHS,
                row_heads=True,
                small=True,
            )


def _row(row: Row, why: str, language: Language) -> tuple[Words, ...]:
    shown = row.shown(language)
    pieces = row.pieces(shown)
    return (
        row.name(language),
        _side(row.new, pieces, "inserted", shown, language),
        _side(row.old, pieces, "deleted", shown, language),
        why or NOT_RECORDED[language],
    )


def _side(
    cited: Cited | None, pieces: tuple[Piece, ...], kind: str, shown: Language, language: Language
) -> Words:
    """One side of a row: the number, and the text with what differs marked."""
    if cited is None:
        return "–"
    other = shown if shown != language else None
    runs = (
        Run(piece.text, MARKS[piece.kind], language=other)
        for piece in pieces
        if piece.kind in (kind, "same")
    )
    return (
        Run(cited.number or HEADING[language], "strong-run"),
        "　" if language == "ja" else "  ",
        *runs,
    )
