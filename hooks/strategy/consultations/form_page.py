"""The sheet as a page to print: empty, or with what the reader noted in this browser."""

from __future__ import annotations

from html import escape

from strategy.consultations import form
from strategy.consultations.form import Form
from strategy.content.made_page import MadePage
from strategy.languages.labels import COLON
from strategy.languages.say import Say
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
ASSETS = ("consultation.css", "notes.js")


def page(sheet: Form, consultation: Consultation, draft: str) -> MadePage:
    """The page of a sheet. ``draft`` is the address of the draft, from the root of the site."""
    language = sheet.language
    names = {"title": sheet.title, "subject": consultation.subject[language]}
    facts = "".join(
        f"<dt>{escape(name)}</dt>\n<dd>{'<br>'.join(map(escape, lines))}</dd>\n"
        for name, lines in sheet.facts
    )
    blanks = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>&nbsp;</td></tr>\n' for name in sheet.blanks
    )
    rows = "<tr><td>&nbsp;</td><td>&nbsp;</td></tr>\n" * form.ROWS
    html = (
        f"<h1>{escape(sheet.title)}</h1>\n"
        f'<p class="screen-only">{USE[language]}</p>\n'
        f"{_notes(sheet, consultation, draft)}\n"
        f'<div class="facts"><dl>\n{facts}</dl></div>\n'
        f'<h2 id="person">{sheet.say(form.PERSON)}</h2>\n'
        f'<table class="blanks" aria-label="{sheet.say(form.PERSON)}"><tbody>\n{blanks}</tbody></table>\n'
        f'<h2 id="opinions">{sheet.say(form.OPINIONS)}</h2>\n<p>{sheet.say(form.HOW)}</p>\n'
        f'<table class="blanks opinions" aria-label="{sheet.say(form.OPINIONS)}">\n'
        f'<thead><tr><th scope="col">{sheet.say(form.PARAGRAPH)}</th>'
        f'<th scope="col">{sheet.say(form.OPINION)}</th></tr></thead>\n<tbody>\n{rows}</tbody></table>'
    )
    return MadePage(
        addresses.form(consultation.id, language),
        TITLE[language].format(**names),
        DESCRIPTION[language].format(**names),
        html,
        assets=ASSETS,
        indexed=False,
    )


def _notes(sheet: Form, consultation: Consultation, draft: str) -> str:
    """What can be done with the reader's own notes; shown by the script that knows them."""
    language = sheet.language
    mail = consultation.way("mail")
    button = '<button type="button" data-do="{}">{}</button>'
    buttons = [button.format("print", PRINT[language]), button.format("save", SAVE[language])]
    if mail:
        buttons.insert(0, button.format("mail", MAIL[language]))
    buttons.append(button.format("delete", DELETE[language]))
    start = "\n".join([f"{name}{COLON[language]}{WRITE_HERE[language]}" for name in sheet.blanks])
    data = {
        "notes": consultation.id,
        "mail": mail.address if mail and mail.address else "",
        "subject": f"{sheet.title} {consultation.subject[language]}",
        "start": start,
        "paragraph": form.PARAGRAPH[language],
        "confirm": CONFIRM[language],
        "remove": REMOVE[language],
        "long": TOO_LONG[language],
        "draft": consultation.draft or "",
    }
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    return (
        f'<section class="notes needs-script" {attributes}>\n<h2 tabindex="-1" id="notes">{NOTES[language]}</h2>\n'
        f'<p>{NOTES_ABOUT[language]} <a href="/{draft}">{sheet.say(form.DRAFT)}</a></p>\n'
        f'<p class="none">{NO_NOTES[language]}</p>\n'
        f'<p class="actions" hidden>{" ".join(buttons)}</p>\n<p role="status"></p>\n</section>'
    )
