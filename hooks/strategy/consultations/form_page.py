"""The sheet as a page to print: empty, or with what the reader noted in this browser."""

from strategy.consultations import form
from strategy.consultations.form import Form
from strategy.content.made_page import MadePage
from strategy.languages.labels import COLON
from strategy.languages.say import Say
from strategy.markup.html import Html, broken, column_heads, element, join, lines, link, terms
from strategy.model import Consultation, addresses

TITLE = Say("{title}（{subject}）", "{title}: {subject}")
DESCRIPTION = Say(
    "「{subject}」に、紙で意見を提出するための様式です。印刷して使えます。",
    "A sheet to print for sending opinions on “{subject}” on paper.",
)
USE = Say(
    "このページを印刷し、ペンで書いて提出できます。提出の方法は、下の「提出先」をご覧ください。",
    "Print this page and write on it with a pen. For where to send it, see below.",
)
NOTES = Say("自分のメモ", "My notes")
NOTES_ABOUT = Say(
    "案のページで書いたメモが、下の「意見」の表に入ります。メモは、このブラウザーの中だけにあり、"
    "市には送られていません。提出したものの控えとして、印刷するか、ファイルに保存してください。",
    "What you noted on the page of the draft stands in the table of opinions below. Your notes are "
    "only in this browser; nothing has been sent to the city. Print them or save them as a file to "
    "keep a copy of what you send.",
)
NO_NOTES = Say("メモは、まだありません。", "There are no notes yet.")
MAIL = Say("1通のメールにする", "Put them into one email")
PRINT = Say("印刷する", "Print")
SAVE = Say("テキストファイルに保存する", "Save as a text file")
DELETE = Say("メモをすべて消す", "Delete all notes")
CONFIRM = Say("メモをすべて消します。元に戻せません。", "This deletes all notes for good.")
REMOVE = Say("段落{}のメモを消す", "Delete the note on paragraph {}")
TOO_LONG = Say(
    "文章が長いため、メールソフトに渡せないことがあります。テキストファイルに保存して、メールに添付してください。",
    "The text is too long for some email programs. Save it as a text file and attach that.",
)
WRITE_HERE = Say("（ここに書いてください）", "(please write here)")
BLANK = Html("&nbsp;")
ASSETS = ("consultation.css", "notes.js")


def page(sheet: Form, consultation: Consultation, draft: str) -> MadePage:
    """The page of a sheet. ``draft`` is the address of the draft, from the root of the site."""
    language = sheet.language
    names = {"title": sheet.title, "subject": consultation.subject[language]}
    parts = (
        element("h1", sheet.title),
        element("p", USE[language], class_="screen-only"),
        _notes(sheet, consultation, draft),
        element("div", terms((name, broken(told)) for name, told in sheet.facts), class_="facts"),
        element("h2", sheet.say(form.PERSON), id="person"),
        _blanks(sheet),
        element("h2", sheet.say(form.OPINIONS), id="opinions"),
        element("p", sheet.say(form.HOW)),
        _opinions(sheet),
    )
    return MadePage(
        addresses.form(consultation.id, language),
        TITLE[language].format(**names),
        DESCRIPTION[language].format(**names),
        join("\n", parts),
        assets=ASSETS,
        indexed=False,
    )


def _blanks(sheet: Form) -> Html:
    rows = (
        element("tr", element("th", name, scope="row"), element("td", BLANK))
        for name in sheet.blanks
    )
    body = element("tbody", lines(rows))
    return element("table", body, class_="blanks", aria_label=sheet.say(form.PERSON))


def _opinions(sheet: Form) -> Html:
    blank = element("tr", element("td", BLANK), element("td", BLANK))
    heads = column_heads((sheet.say(form.PARAGRAPH), sheet.say(form.OPINION)))
    rows = join("\n", ("", heads, element("tbody", lines([blank] * form.ROWS))))
    return element("table", rows, class_="blanks opinions", aria_label=sheet.say(form.OPINIONS))


def _notes(sheet: Form, consultation: Consultation, draft: str) -> Html:
    """What can be done with the reader's own notes; shown by the script that knows them."""
    language = sheet.language
    mail = consultation.way("mail")
    offered = {"mail": MAIL, "print": PRINT, "save": SAVE, "delete": DELETE}
    buttons = (
        element("button", words[language], type="button", data_do=name)
        for name, words in offered.items()
        if name != "mail" or mail
    )
    about = (NOTES_ABOUT[language], " ", link(sheet.say(form.DRAFT), draft))
    parts = (
        element("h2", NOTES[language], tabindex="-1", id="notes"),
        element("p", *about),
        element("p", NO_NOTES[language], class_="none"),
        element("p", join(" ", buttons), class_="actions", hidden=True),
        element("p", role="status"),
    )
    return element(
        "section",
        lines(parts),
        class_="notes needs-script",
        data_notes=consultation.id,
        data_mail=mail.address if mail and mail.address else "",
        data_subject=f"{sheet.title} {consultation.subject[language]}",
        data_start="\n".join(
            f"{name}{COLON[language]}{WRITE_HERE[language]}" for name in sheet.blanks
        ),
        data_paragraph=form.PARAGRAPH[language],
        data_confirm=CONFIRM[language],
        data_remove=REMOVE[language],
        data_long=TOO_LONG[language],
        data_draft=consultation.draft or "",
    )
