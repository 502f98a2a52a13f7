"""A comparison of two editions as a page (新旧対照表): a table a chapter, old and new side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from strategy.content.made_page import MadePage
from strategy.editions import revisions
from strategy.languages.labels import CHAPTER, KIND, NOT_RECORDED
from strategy.languages.say import Language, Say
from strategy.markup import filter_lists
from strategy.markup.html import Html
from strategy.model import addresses
from strategy.record import Record, RecordedChapter
from strategy.record.compare import COLUMNS, HEADING, NAMES, Cited, Comparison, Piece, Row

TITLE = Say("新旧対照表：{old}から{new}へ", "Old and new: {old} to {new}")
DESCRIPTION = Say(
    "{title}の新旧対照表です。{old}と{new}の違いを、段落ごとに示します。",
    "The {title}: what is different between {old} and {new}, paragraph by paragraph.",
)
INTRO = Say(
    "「{old}」から「{new}」への変更を、段落ごとに示します。変わった語句には、線を引いています。"
    "改正前は取り消し線、改正後は下線と太字です。",
    "What changed from “{old}” to “{new}”, paragraph by paragraph. Words that changed are marked: "
    "struck through in the old text, underlined and bold in the new.",
)
NOTHING = Say(
    "変わったところはありません。{new}は、「{old}」と同じです。",
    "Nothing has changed: {new} is the same as “{old}”.",
)
BEFORE = Say(
    "「{old}」が、その前の版から何を変えたのかは、この表には含まれません。{history}と{editions}をご覧ください。",
    "What “{old}” itself changed is not part of this table. See the {history} and the {editions}.",
)
HISTORY, EDITIONS = Say("改定の記録", "revision history"), Say("版の一覧", "list of editions")
COUNT = Say("変更は{count}か所です。", "{count} change(s).")
UNCHANGED = Say("変わっていない段落（{count}か所）", "Unchanged ({count})")
FILES = Say(
    "印刷用・表計算ソフト用のファイル：", "Files for printing and for spreadsheet programs: "
)
FILTER = filter_lists.Labels(
    KIND, Say("すべての種類", "All kinds"), Say("{}か所を表示しています", "{} shown")
)


def page(
    path: str,
    comparison: Comparison,
    records: tuple[Record, Record],
    names: tuple[str, str],
    reasons: Mapping[int, str],
    language: Language,
    forms: Sequence[str],
) -> MadePage:
    """The page of a comparison. ``names`` are those of the old and the new edition, ``forms`` the
    kinds of file in which it is offered, too."""
    old, new = names
    title = TITLE[language].format(old=old, new=new)
    indices = {id(row): index for index, row in enumerate(comparison.rows)}
    parts = [f"<h1>{escape(title)}</h1>"]
    if not comparison.changed:
        parts.append(f"<p>{escape(NOTHING[language].format(old=old, new=new))}</p>")
    else:
        count = COUNT[language].format(count=len(comparison.changed))
        parts += [
            f"<p>{escape(INTRO[language].format(old=old, new=new))}</p>",
            f"<p>{count} {_files(path, forms, language)}</p>",
            _filter(comparison, records, language),
        ]
        marks: set[str] = set()
        titles = {chapter.id: chapter for chapter in (*records[0].chapters, *records[1].chapters)}
        for ident, rows in comparison.by_chapter().items():
            shown = [(row, reasons.get(indices[id(row)], "")) for row in rows]
            parts += _chapter(titles[ident], shown, marks, language)
    before = BEFORE[language].format(
        old=escape(old),
        history=f'<a href="revisions.md">{HISTORY[language]}</a>',
        editions=f'<a href="editions/index.md">{EDITIONS[language]}</a>',
    )
    parts.append(f"<p>{before}</p>")
    description = DESCRIPTION[language].format(title=records[1].title[language], old=old, new=new)
    return MadePage(path, title, description, Html("\n".join(parts)), wide=True)


def _files(path: str, forms: Sequence[str], language: Language) -> str:
    links = " · ".join(
        f'<a href="/{addresses.sheet(path, form)}">{form.upper()}</a>' for form in forms
    )
    return f"{FILES[language]}{links}"


def _filter(comparison: Comparison, records: tuple[Record, Record], language: Language) -> str:
    chapters = {chapter.id: chapter for record in records for chapter in record.chapters}
    with_changes = dict.fromkeys(row.chapter for row in comparison.changed)
    kinds = dict.fromkeys(row.change for row in comparison.changed)
    return filter_lists.by_chapter_and_kind(
        [(ident, _title(chapters[ident], language)) for ident in with_changes],
        [(kind, NAMES[kind][language]) for kind in kinds],
        FILTER,
        language,
    )


def _title(chapter: RecordedChapter, language: Language) -> str:
    return CHAPTER[language].format(number=chapter.number, title=chapter.title[language])


def _chapter(
    chapter: RecordedChapter,
    rows: list[tuple[Row, str]],
    marks: set[str],
    language: Language,
) -> Iterator[str]:
    """The changes of a chapter as a table, then what stayed, folded."""
    changed = [(row, why) for row, why in rows if row.change not in ("unchanged", "renumbered")]
    rest = [row for row, _ in rows if row.change in ("unchanged", "renumbered")]
    if not changed:
        return
    title = escape(_title(chapter, language))
    yield f'<section class="compared" data-chapter="{chapter.id}">'
    yield f'<h2 id="{chapter.id}">{title}</h2>'
    head = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS[language])
    body = "\n".join(_row(row, why, marks, language) for row, why in changed)
    yield (
        f'<table class="comparison" aria-label="{title}"><thead><tr>{head}</tr></thead>'
        f"<tbody>\n{body}\n</tbody></table>"
    )
    if rest:
        items = "".join(_unchanged(row, language) for row in rest)
        summary = UNCHANGED[language].format(count=len(rest))
        yield f"<details><summary>{summary}</summary><ul>{items}</ul></details>"
    yield "</section>"


def _row(row: Row, why: str, marks: set[str], language: Language) -> str:
    mark = revisions.mark(row)
    anchor = "" if mark in marks else f' id="{mark}"'
    marks.add(mark)
    shown = row.shown(language)
    pieces = row.pieces(shown)
    name = row.name(language)
    cells = (
        _text(row.new, pieces, "inserted", "ins", shown, language),
        _text(row.old, pieces, "deleted", "del", shown, language),
        escape(why or NOT_RECORDED[language]),
    )
    return (
        f'<tr{anchor} data-kind="{row.change}"><th scope="row">{name}</th>'
        + "".join(
            f'<td data-label="{label}">{cell}</td>'
            for label, cell in zip(COLUMNS[language][1:], cells, strict=True)
        )
        + "</tr>"
    )


def _text(
    cited: Cited | None,
    pieces: tuple[Piece, ...],
    kind: str,
    tag: str,
    shown: Language,
    language: Language,
) -> str:
    """One side of a row: the number, and the text with what differs marked."""
    if cited is None:
        return "–"
    parts = [
        f"<{tag}>{escape(piece.text)}</{tag}>" if piece.kind == kind else escape(piece.text)
        for piece in pieces
        if piece.kind in (kind, "same")
    ]
    text = f"<span{_lang(cited, shown, language)}>{''.join(parts)}</span>"
    return f"<strong>{_place(cited, language)}</strong> {text}"


def _lang(cited: Cited, shown: Language, language: Language) -> str:
    """The attribute of a block that is ``shown`` in another language than that of the page."""
    spoken = cited.block.spoken(shown)
    return f' lang="{spoken}"' if spoken != language else ""


def _place(cited: Cited, language: Language) -> str:
    return cited.number or HEADING[language]


def _unchanged(row: Row, language: Language) -> str:
    cited = row.new
    assert cited is not None
    text = escape(cited.block.written(language).text)
    before = f" ({row.old.number})" if row.change == "renumbered" and row.old else ""
    lang = _lang(cited, language, language)
    return f"<li><strong>{_place(cited, language)}{before}</strong> <span{lang}>{text}</span></li>"
