"""A comparison of two editions as a page (新旧対照表): a table a chapter, old and new side by side."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from typing import Literal

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
NONE = "–"
"""What stands on the side that does not have a block."""


@cache
def patterns(language: Language) -> Mapping[str, str]:
    """The HTML of a comparison, with names in braces for what differs from one to the next.

    The pages that are built are filled from these here, those made in the browser by
    ``overrides/js/compare/table.js``.
    """
    _kind, *labels = COLUMNS[language]
    head = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS[language])
    cells = (
        f'<td data-label="{label}">{{{name}}}</td>'
        for label, name in zip(labels, ("new", "old", "reason"), strict=True)
    )
    return {
        "nothing": f"<p>{escape(NOTHING[language])}</p>",
        "intro": f"<p>{escape(INTRO[language])}</p>",
        "count": f"<p>{COUNT[language]} {{files}}</p>",
        "filter": filter_lists.pattern(FILTER, language),
        "option": filter_lists.OPTION,
        "chapter": CHAPTER[language],
        "section": (
            '<section class="compared" data-chapter="{id}">\n<h2 id="{id}">{title}</h2>\n'
            '<table class="comparison" aria-label="{title}">'
            f"<thead><tr>{head}</tr></thead><tbody>\n{{rows}}\n</tbody></table>\n"
            "{rest}</section>"
        ),
        "row": (
            '<tr{anchor} data-kind="{kind}"><th scope="row">{name}</th>' + "".join(cells) + "</tr>"
        ),
        "anchor": ' id="{mark}"',
        "text": "<strong>{place}</strong> <span{lang}>{text}</span>",
        "lang": ' lang="{lang}"',
        "inserted": "<ins>{text}</ins>",
        "deleted": "<del>{text}</del>",
        "rest": (
            f"<details><summary>{UNCHANGED[language]}</summary><ul>{{items}}</ul></details>\n"
        ),
        "item": "<li>{text}</li>",
        "before": " ({number})",
    }


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
    parts = (
        f"<h1>{escape(title)}</h1>",
        tables(comparison, records, names, reasons, language, _files(path, forms, language)),
        closing(old, language),
    )
    description = DESCRIPTION[language].format(title=records[1].title[language], old=old, new=new)
    return MadePage(path, title, description, Html("\n".join(parts)), wide=True)


def closing(old: str, language: Language) -> str:
    """What stands below the tables: where else to look for changes."""
    before = BEFORE[language].format(
        old=escape(old),
        history=f'<a href="revisions.md">{HISTORY[language]}</a>',
        editions=f'<a href="editions/index.md">{EDITIONS[language]}</a>',
    )
    return f"<p>{before}</p>"


def tables(
    comparison: Comparison,
    records: tuple[Record, Record],
    names: tuple[str, str],
    reasons: Mapping[int, str],
    language: Language,
    files: str = "",
) -> str:
    """All that stands between the title and the closing words: a table a chapter.

    ``files`` are links to the comparison in other forms.
    """
    said = patterns(language)
    called = {"old": escape(names[0]), "new": escape(names[1])}
    if not comparison.changed:
        return said["nothing"].format(**called)
    chapters = {chapter.id: chapter for record in records for chapter in record.chapters}
    titles = {ident: _title(chapter, language) for ident, chapter in chapters.items()}
    with_changes = dict.fromkeys(row.chapter for row in comparison.changed)
    kinds = dict.fromkeys(row.change for row in comparison.changed)
    parts = [
        said["intro"].format(**called),
        said["count"].format(count=len(comparison.changed), files=files),
        filter_lists.by_chapter_and_kind(
            [(ident, titles[ident]) for ident in with_changes],
            [(kind, NAMES[kind][language]) for kind in kinds],
            FILTER,
            language,
        ),
    ]
    why = {id(comparison.rows[index]): reason for index, reason in reasons.items()}
    marks: set[str] = set()
    for ident, rows in comparison.by_chapter().items():
        shown = [(row, why.get(id(row), "")) for row in rows]
        parts += _chapter(ident, escape(titles[ident]), shown, marks, language)
    return "\n".join(parts)


def _files(path: str, forms: Sequence[str], language: Language) -> str:
    links = " · ".join(
        f'<a href="/{addresses.sheet(path, form)}">{form.upper()}</a>' for form in forms
    )
    return f"{FILES[language]}{links}"


def _title(chapter: RecordedChapter, language: Language) -> str:
    return CHAPTER[language].format(number=chapter.number, title=chapter.title[language])


def _chapter(
    ident: str, title: str, rows: list[tuple[Row, str]], marks: set[str], language: Language
) -> Iterator[str]:
    """The changes of a chapter as a table, then what stayed, folded."""
    changed = [_row(row, why, marks, language) for row, why in rows if row.is_change]
    if not changed:
        return
    said = patterns(language)
    items = [_unchanged(row, language) for row, _why in rows if not row.is_change]
    rest = said["rest"].format(count=len(items), items="".join(items)) if items else ""
    yield said["section"].format(id=ident, title=title, rows="\n".join(changed), rest=rest)


def _row(row: Row, why: str, marks: set[str], language: Language) -> str:
    said, mark = patterns(language), revisions.mark(row)
    anchor = "" if mark in marks else said["anchor"].format(mark=mark)
    marks.add(mark)
    shown = row.shown(language)
    pieces = row.pieces(shown)
    return said["row"].format(
        anchor=anchor,
        kind=row.change,
        name=row.name(language),
        new=_side(row.new, pieces, "inserted", shown, language),
        old=_side(row.old, pieces, "deleted", shown, language),
        reason=escape(why or NOT_RECORDED[language]),
    )


def _side(
    cited: Cited | None,
    pieces: tuple[Piece, ...],
    kind: Literal["inserted", "deleted"],
    shown: Language,
    language: Language,
) -> str:
    """One side of a row: the number, and the text with what differs marked."""
    if cited is None:
        return NONE
    said = patterns(language)
    parts = (
        said[kind].format(text=escape(piece.text)) if piece.kind == kind else escape(piece.text)
        for piece in pieces
        if piece.kind in (kind, "same")
    )
    return _text(cited, "", "".join(parts), shown, language)


def _text(cited: Cited, before: str, text: str, shown: Language, language: Language) -> str:
    """A block that is ``shown`` maybe in another language than that of the page."""
    said, spoken = patterns(language), cited.block.spoken(shown)
    lang = said["lang"].format(lang=spoken) if spoken != language else ""
    place = (cited.number or HEADING[language]) + before
    return said["text"].format(place=place, lang=lang, text=text)


def _unchanged(row: Row, language: Language) -> str:
    cited, said = row.new, patterns(language)
    assert cited is not None
    is_renumbered = row.change == "renumbered" and row.old
    before = said["before"].format(number=row.old.number) if is_renumbered and row.old else ""
    text = escape(cited.block.written(language).text)
    return said["item"].format(text=_text(cited, before, text, language, language))
