"""A way to comment at each paragraph of a draft: links, and the box in which a comment is noted."""

from urllib.parse import quote

from strategy.consultations import form
from strategy.consultations.view import View
from strategy.languages.labels import COLON
from strategy.languages.say import Say
from strategy.markup.html import Html, element, join, lines, link
from strategy.model import Edition, addresses
from strategy.reading.fields import plain

COMMENT = Say("意見を書く", "Comment")
COMMENT_ON_ALL = Say("案の全体への意見を書く", "Comment on the draft as a whole")
ALL, ALL_NAME = Say("全体", "all"), Say("案の全体への意見", "Opinion on the draft as a whole")
COMMENT_ON = Say("段落{}への意見を書く", "Comment on paragraph {}")
MAIL_BODY = Say(
    "{subject}\n版：{edition}\n段落番号：{paragraph}\n\n意見とその理由：\n\n\n{particulars}",
    "{subject}\nEdition: {edition}\nParagraph: {paragraph}\n\nOpinion, and why:\n\n\n{particulars}",
)
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


def can_send(view: View) -> bool:
    """Whether there is a way that a link can begin."""
    call = view.consultation
    return bool(call.way("mail") or call.way("form"))


def at_paragraphs(view: View, draft: Edition) -> dict[str, Html]:
    """By its number, a link at each paragraph to comment on it."""
    assert draft.record is not None
    label = COMMENT_ON[view.language]
    return {
        number: _comment(view, COMMENT, number, aria_label=label.format(number))
        for chapter in draft.record.chapters
        for number in filter(None, map(chapter.cite, chapter.blocks))
    }


def on_all(view: View) -> Html:
    """A link to comment on the draft as a whole."""
    language = view.language
    return _comment(view, COMMENT_ON_ALL, ALL[language], data_name=ALL_NAME[language])


def _comment(view: View, words: Say, number: str, **attributes: str) -> Html:
    target = {"href": _target(view, number), "data_paragraph": number}
    return element("a", words[view.language], class_="comment", **target, **attributes)


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


def box(view: View, draft: Edition) -> Html:
    """The box in which a comment is written while the call is open; only the script opens it."""
    call, language = view.consultation, view.language
    way, mail = call.way("form"), call.way("mail")
    address = mail.address if mail and mail.address else ""
    form_address = (way.prefill or way.address or "") if way else ""
    buttons = [element("button", NOTE_SAVE[language], type="submit", value="save")]
    for name, words, is_offered in (
        ("mail", NOTE_MAIL, mail is not None),
        ("form", NOTE_FORM, form_address),
        ("close", CLOSE, True),
    ):
        if is_offered:
            buttons.append(element("button", words[language], type="button", data_do=name))
    parts = (
        element("h2", tabindex="-1", id="note-title"),
        element("label", form.OPINION[language], element("textarea", rows="6")),
        element("p", NOTE_KEPT[language]),
        join(" ", buttons),
        element("p", role="status"),
    )
    dialog = element(
        "dialog",
        lines([element("form", join("\n", parts), method="dialog")]),
        class_="note",
        aria_labelledby="note-title",
        data_notes=call.id,
        data_draft=draft.id,
        data_mail=address,
        data_form=form_address,
        data_subject=_subject(view, "{}"),
        data_body=_body(view, "{}"),
        data_title=NOTE_TITLE[language],
        data_saved=NOTE_SAVED[language],
        data_failed=NOTE_FAILED[language],
        data_long=NOTE_TOO_LONG[language].format(address),
        data_count=MY_NOTES[language],
    )
    noted = link(MY_NOTES[language].format(0), f"{addresses.form(call.id, language)}#notes")
    counted = element(
        "p", noted, " ", element("span", role="status"), class_="my-notes needs-script"
    )
    return join("\n", (counted, dialog))
