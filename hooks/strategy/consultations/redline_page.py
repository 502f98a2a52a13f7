"""The draft as a page with what it changes in the edition in force marked (見え消し)."""

from collections.abc import Iterator

from strategy.consultations import draft_page
from strategy.consultations.view import View
from strategy.content.made_page import MadePage
from strategy.languages.say import Language, Say
from strategy.markup.html import Html, element, escaped, link
from strategy.model import Edition, addresses
from strategy.record.compare import Piece, Row, compare

TITLE = Say("【案】{base}からの変更（{name}）", "DRAFT: changes to the {base} ({name})")
DESCRIPTION = Say(
    "{title}の案「{name}」で、{base}から変わるところです。決定したものではありません。",
    "What a draft of the {title} ({name}) changes in the {base}. It is not decided.",
)
HOW = Say(
    "「{base}」から変わるところに、印を付けています。加える語句は下線と太字、削る語句は取り消し線です。",
    "Changes to “{base}” are marked: what is added is underlined and bold, what is deleted struck through.",
)
DELETED = Say("（削除）", "(deleted)")
TAGS = {"inserted": "ins", "deleted": "del"}


def page(view: View, draft: Edition, base: Edition) -> MadePage:
    """The page of a draft as it changes an edition; both are held."""
    language = view.language
    names = draft_page.names(draft, language) | {"base": base.facts.name[language]}
    title = TITLE[language].format(**names)
    parts = (element("p", HOW[language].format(**names)), *_redline(view, draft, base))
    other = link(draft_page.TEXT[language], view.draft_page)
    return MadePage(
        addresses.redline(draft.id, language),
        title,
        DESCRIPTION[language].format(**names),
        draft_page.framed(view, draft, title, [other], *parts),
        assets=("consultation.css",),
        indexed=False,
    )


def _redline(view: View, draft: Edition, base: Edition) -> Iterator[Html]:
    """Every block in the order of the draft, with what was added and deleted marked."""
    assert draft.record is not None and base.record is not None
    language = view.language
    titles = {
        chapter.id: f"{chapter.number}. {chapter.title[language]}"
        for chapter in (*base.record.chapters, *draft.record.chapters)
    }
    for ident, rows in compare(base.record, draft.record).by_chapter().items():
        yield element("h2", titles[ident], id=ident)
        yield from (_row(row, view) for row in rows if not _is_title(row))


def _is_title(row: Row) -> bool:
    """Whether a row is the chapter's own title, unchanged, which stands above already."""
    cited = row.new
    return bool(cited and row.change == "unchanged" and cited.index == 0)


def _row(row: Row, view: View) -> Html:
    cited = row.new or row.old
    assert cited is not None
    shown = row.shown(view.language)
    parts = [_piece(piece, row, shown, view.language) for piece in row.pieces(shown)]
    if row.new and cited.number:
        target = f"{view.draft_page}#p{cited.number}"
        number = element(
            "a", cited.number, class_="number", id=f"p{cited.number}", href=f"/{target}"
        )
        parts = [number, escaped(" "), *parts]
    elif row.new is None:
        parts = [escaped(f"{DELETED[view.language]} "), *parts]
    tag = "h3" if cited.block.kind in ("heading", "head") else "p"
    return element(tag, *parts, class_=row.change if row.change != "unchanged" else None)


def _piece(piece: Piece, row: Row, shown: Language, language: Language) -> Html:
    """A part of a text that is ``shown`` in a language, on a page in ``language``."""
    cited = row.old if piece.kind == "deleted" else row.new
    assert cited is not None
    spoken = cited.block.spoken(shown)
    lang = spoken if spoken != language else None
    tag = TAGS.get(piece.kind, "span" if lang else "")
    return element(tag, piece.text, lang=lang) if tag else escaped(piece.text)
