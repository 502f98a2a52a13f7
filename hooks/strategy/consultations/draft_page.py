"""The draft as pages: the text with a way to comment at each paragraph, and its redline."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from strategy.consultations import form
from strategy.consultations.view import CALL_PAGE, View
from strategy.content.made_page import MadePage
from strategy.editions import edition_page
from strategy.languages.labels import COLON, DRAFT_SUFFIX
from strategy.languages.say import Language, Say
from strategy.model import Edition, Opinion, addresses
from strategy.reading.fields import plain
from strategy.record.compare import Piece, Row, compare

TITLE = Say("【案】{title}（{name}）", "DRAFT: {title} ({name})")
REDLINE_TITLE = Say("【案】{base}からの変更（{name}）", "DRAFT: changes to the {base} ({name})")
DESCRIPTION = Say(
    "{title}の案「{name}」の全文です。決定したものではありません。",
    "The full text of a draft of the {title}: {name}. It is not decided.",
)
REDLINE_DESCRIPTION = Say(
    "{title}の案「{name}」で、{base}から変わるところです。決定したものではありません。",
    "What a draft of the {title} ({name}) changes in the {base}. It is not decided.",
)
OPEN = Say(
    "これは案です。決定したものではありません。意見を募集しています（{call}）。",
    "This is a draft. It is not decided. The city asks for your opinion ({call}).",
)
CLOSED = Say(
    "これは案です。決定したものではありません。意見の募集（{call}）は終わりました。",
    "This is a draft. It is not decided. The call for opinions ({call}) is over.",
)
ANSWERED = Say(
    "これは、意見を募集したときの案です。寄せられた意見と市の考え方を公表しました（{call}）。",
    "This is the draft on which the city asked for opinions. The opinions and the city’s answers are "
    "out ({call}).",
)
BASE = Say("現在の版：{}", "Edition in force: {}")
COMMENT = Say("意見を書く", "Comment")
COMMENT_ON_ALL = Say("案の全体への意見を書く", "Comment on the draft as a whole")
ALL, ALL_NAME = Say("全体", "all"), Say("案の全体への意見", "Opinion on the draft as a whole")
COMMENT_ON = Say("段落{}への意見を書く", "Comment on paragraph {}")
MAIL_BODY = Say(
    "{subject}\n版：{edition}\n段落番号：{paragraph}\n\n意見とその理由：\n\n\n{particulars}",
    "{subject}\nEdition: {edition}\nParagraph: {paragraph}\n\nOpinion, and why:\n\n\n{particulars}",
)
OPINION = Say("意見{}", "Opinion {}")
OPINIONS_ON = Say("段落{}への意見{}と市の考え方", "Paragraph {}: opinion {} and the city’s answer")
REDLINE = Say("変更に印を付けた案", "The draft with its changes marked")
TEXT = Say("案の全文", "The draft in full")
RECORD = Say("この案の記録（JSON形式のデータ）", "The record of this draft (data, JSON)")
NOTE_TITLE = Say("段落{}への意見", "Opinion on paragraph {}")
NOTE_SAVE, CLOSE = Say("メモに保存する", "Save in my notes"), Say("閉じる", "Close")
NOTE_MAIL, NOTE_FORM = (
    Say("この意見をメールで送る", "Send by email"),
    Say("入力フォームを開く", "Open the form"),
)
NOTE_KEPT = Say(
    "メモは、お使いのブラウザーの中だけに保存されます。保存しただけでは、意見は市に届きません。",
    "Notes are kept in this browser only. Saving one sends nothing to the city.",
)
NOTE_SAVED = Say("メモに保存しました", "Saved in your notes")
NOTE_FAILED = Say(
    "このブラウザーにメモを保存できませんでした。文章は上の欄に残っています。コピーして、別の場所に保存してください。",
    "The note could not be saved in this browser. Your text is still in the box: copy it and keep it elsewhere.",
)
NOTE_TOO_LONG = Say(
    "文章が長いため、メールソフトに渡せないことがあります。文章をコピーして、段落番号とともに、{}へのメールに貼り付けてください。",
    "The text is too long for some email programs. Copy it, and paste it with the number of the paragraph into an email to {}.",
)
MY_NOTES = Say("自分のメモ（{}件）", "My notes ({})")
REDLINE_HOW = Say(
    "「{base}」から変わるところに、印を付けています。加える語句は下線と太字、削る語句は取り消し線です。",
    "Changes to “{base}” are marked: what is added is underlined and bold, what is deleted struck through.",
)
DELETED = Say("（削除）", "(deleted)")
ASSETS = ("consultation.css", "notes.js")


def pages(view: View) -> Iterator[MadePage]:
    """The pages of a draft that readers may see."""
    draft = view.draft
    if draft is None or draft.record is None:
        return
    language = view.language
    name = draft.facts.name[language].removesuffix(DRAFT_SUFFIX[language])
    names = {"title": draft.record.title[language], "name": name}
    title = TITLE[language].format(**names)
    is_open = view.state == "open" and _can_send(view)
    beside = _comments(view) if is_open else _opinions(view)
    whole = f"<p>{_comment_on_all(view)}</p>\n" if is_open else ""
    yield MadePage(
        view.draft_page,
        title,
        DESCRIPTION[language].format(**names),
        f'<div class="draft">\n<h1>{escape(title)}</h1>\n{_banner(view)}\n{_links(view, draft)}\n'
        f"{whole}{edition_page.text(draft.record, language, beside)}\n</div>\n{_dialog(view, draft)}",
        assets=ASSETS,
        indexed=False,
    )
    if view.base and view.base.record:
        names["base"] = view.base.facts.name[language]
        title = REDLINE_TITLE[language].format(**names)
        yield MadePage(
            addresses.redline(draft.id, language),
            title,
            REDLINE_DESCRIPTION[language].format(**names),
            f'<div class="draft">\n<h1>{escape(title)}</h1>\n{_banner(view)}\n'
            f"{_links(view, draft, TEXT)}\n<p>{escape(REDLINE_HOW[language].format(**names))}</p>\n"
            + "\n".join(_redline(view, draft, view.base))
            + "\n</div>",
            assets=ASSETS[:1],
            indexed=False,
        )


def _banner(view: View) -> str:
    language, call = view.language, view.consultation
    page = addresses.consultation(call.id, language)
    if view.state == "answered":
        page = addresses.results(call.id, language)
    link = f'<a href="/{page}">{escape(plain(call.subject[language]))}</a>'
    told = {"open": OPEN, "answered": ANSWERED}.get(view.state, CLOSED)[language].format(call=link)
    current = view.strategy.editions.in_force
    if current and current.record:
        name = escape(current.facts.name[language])
        target = addresses.edition(current.id, language)
        told += " " + BASE[language].format(f'<a href="/{target}">{name}</a>')
    return f'<p class="edition-status">{told}</p>'


def _links(view: View, draft: Edition, other: Say = REDLINE) -> str:
    language, call = view.language, view.consultation
    links = [(addresses.consultation(call.id, language), CALL_PAGE)]
    if other is TEXT:
        links.append((view.draft_page, TEXT))
    elif view.base:
        links.append((addresses.redline(draft.id, language), REDLINE))
    links += [
        (addresses.form(call.id, language), form.TITLE),
        (addresses.record(draft.id), RECORD),
    ]
    items = "".join(f'<li><a href="/{path}">{name[language]}</a></li>\n' for path, name in links)
    return f'<ul class="edition-links">\n{items}</ul>'


def _comments(view: View) -> dict[str, str]:
    """A link at each paragraph to comment on it, as `_target` says."""
    language, draft = view.language, view.draft
    assert draft is not None and draft.record is not None
    found = {}
    for chapter in draft.record.chapters:
        for block in chapter.blocks:
            if number := chapter.cite(block):
                found[number] = (
                    f'<a class="comment" href="{escape(_target(view, number))}" '
                    f'data-paragraph="{number}" aria-label="{COMMENT_ON[language].format(number)}">'
                    f"{COMMENT[language]}</a>"
                )
    return found


def _can_send(view: View) -> bool:
    """Whether there is a way that a link can begin."""
    call = view.consultation
    return bool(call.way("mail") or call.way("form"))


def _comment_on_all(view: View) -> str:
    language = view.language
    number = ALL[language]
    return (
        f'<a class="comment" href="{escape(_target(view, number))}" data-paragraph="{number}" '
        f'data-name="{ALL_NAME[language]}">{COMMENT_ON_ALL[language]}</a>'
    )


def _target(view: View, number: str) -> str:
    """Where a comment on a paragraph goes: the form with the number filled in, else a mail with it,
    else the form without.
    """
    call, draft = view.consultation, view.draft
    assert draft is not None
    way = call.way("form")
    if way and way.prefill:
        values = {"edition": quote(draft.id), "paragraph": quote(number)}
        return way.prefill.format(**values)
    if mail := call.way("mail"):
        return f"mailto:{mail.address}?subject={quote(_subject(view, number))}&body={quote(_body(view, number))}"
    return way.address or "" if way else ""


def _subject(view: View, number: str) -> str:
    subject = plain(view.consultation.subject[view.language])
    return f"{subject} {form.PARAGRAPH[view.language]} {number}"


def _body(view: View, number: str) -> str:
    call, language = view.consultation, view.language
    particulars = "".join(
        f"{plain(each[language])}{COLON[language]}\r\n" for each in call.particulars or ()
    )
    text = MAIL_BODY[language].format(
        subject=plain(call.subject[language]),
        edition=call.draft,
        paragraph=number,
        particulars=particulars,
    )
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def _opinions(view: View) -> dict[str, str]:
    """Links from each paragraph to the opinions on it."""
    return links_to(view, view.by_paragraph(), OPINION, OPINIONS_ON)


def links_to(
    view: View, opinions: dict[str, list[Opinion]], name: Say, label: Say
) -> dict[str, str]:
    """By paragraph, links to the opinions on the page of results."""
    page, language = addresses.results(view.consultation.id, view.language), view.language
    return {
        number: "".join(
            f'<a class="opinion" href="/{page}#opinion-{opinion.number}" '
            f'aria-label="{label[language].format(number, opinion.number)}">'
            f"{name[language].format(opinion.number)}</a>"
            for opinion in found
        )
        for number, found in opinions.items()
    }


def _dialog(view: View, draft: Edition) -> str:
    """The box in which a comment is written while the call is open; only the script opens it."""
    if view.state != "open":
        return ""
    call, language = view.consultation, view.language
    way = call.way("form")
    mail = call.way("mail")
    sheet = addresses.form(call.id, language)
    buttons = [f'<button type="submit" value="save">{NOTE_SAVE[language]}</button>']
    if mail:
        buttons.append(f'<button type="button" data-do="mail">{NOTE_MAIL[language]}</button>')
    if way and (way.prefill or way.address):
        buttons.append(f'<button type="button" data-do="form">{NOTE_FORM[language]}</button>')
    buttons.append(f'<button type="button" data-do="close">{CLOSE[language]}</button>')
    address = mail.address if mail and mail.address else ""
    data = {
        "notes": call.id,
        "draft": draft.id,
        "mail": address,
        "form": (way.prefill or way.address or "") if way else "",
        "subject": _subject(view, "{}"),
        "body": _body(view, "{}"),
        "title": NOTE_TITLE[language],
        "saved": NOTE_SAVED[language],
        "failed": NOTE_FAILED[language],
        "long": NOTE_TOO_LONG[language].format(address),
        "count": MY_NOTES[language],
    }
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    return (
        f'<p class="my-notes needs-script"><a href="/{sheet}#notes">{MY_NOTES[language].format(0)}</a> '
        f'<span role="status"></span></p>\n'
        f'<dialog class="note" aria-labelledby="note-title" {attributes}>\n'
        f'<form method="dialog"><h2 tabindex="-1" id="note-title"></h2>\n'
        f'<label>{form.OPINION[language]}<textarea rows="6"></textarea></label>\n'
        f"<p>{NOTE_KEPT[language]}</p>\n{' '.join(buttons)}\n"
        f'<p role="status"></p></form>\n</dialog>'
    )


def _redline(view: View, draft: Edition, base: Edition) -> Iterator[str]:
    """Every block in the order of the draft, with what was added and deleted marked."""
    assert draft.record is not None and base.record is not None
    language = view.language
    titles = {
        chapter.id: f"{chapter.number}. {chapter.title[language]}"
        for chapter in (*base.record.chapters, *draft.record.chapters)
    }
    for ident, rows in compare(base.record, draft.record).by_chapter().items():
        yield f'<h2 id="{ident}">{escape(titles[ident])}</h2>'
        yield from (_row(row, view) for row in rows if not _is_title(row))


def _is_title(row: Row) -> bool:
    """Whether a row is the chapter's own title, unchanged, which stands above already."""
    cited = row.new
    return bool(cited and row.change == "unchanged" and cited.index == 0)


def _row(row: Row, view: View) -> str:
    cited = row.new or row.old
    assert cited is not None
    shown = row.shown(view.language)
    text = "".join(_piece(piece, row, shown, view.language) for piece in row.pieces(shown))
    tag = "h3" if cited.block.kind in ("heading", "head") else "p"
    number = ""
    if row.new and cited.number:
        anchor = f"p{cited.number}"
        number = f'<a class="number" id="{anchor}" href="/{view.draft_page}#{anchor}">{cited.number}</a> '
    elif row.new is None:
        number = f"{DELETED[view.language]} "
    kind = f' class="{row.change}"' if row.change != "unchanged" else ""
    return f"<{tag}{kind}>{number}{text}</{tag}>"


def _piece(piece: Piece, row: Row, shown: Language, language: Language) -> str:
    """A part of a text that is ``shown`` in a language, on a page in ``language``."""
    cited = row.old if piece.kind == "deleted" else row.new
    assert cited is not None
    spoken = cited.block.spoken(shown)
    lang = f' lang="{spoken}"' if spoken != language else ""
    tag = {"inserted": "ins", "deleted": "del"}.get(piece.kind, "span" if lang else "")
    text = escape(piece.text)
    return f"<{tag}{lang}>{text}</{tag}>" if tag else text
