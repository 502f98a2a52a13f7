"""The call for opinions as a page: the outcome once there is one, then the call as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from strategy.consultations import form
from strategy.consultations.view import View
from strategy.content.made_page import MadePage
from strategy.languages import calendar
from strategy.languages.labels import CONTACT, NOT_RECORDED, SEPARATOR
from strategy.languages.say import Language, Say
from strategy.model import Way, addresses
from strategy.model.call_states import STATES, answered_at
from strategy.model.consultations import WAYS
from strategy.reading.fields import Text, plain

DESCRIPTION = Say(
    "「{subject}」の募集のページです。案、締め切り、意見の出し方、結果を掲載します。",
    "Call for opinions: {subject}. The draft, the deadline, how to send opinions, the results.",
)
LEFT, TODAY = Say("あと{}日", "{} day(s) left"), Say("今日まで", "Last day today")
STALE = Say(
    "最新の内容は、ページを読み込み直すと表示されます。", "Reload the page for what is new."
)
WHAT, WHO = Say("何について", "What"), Say("どなたが", "Who")
UNTIL, HOW = Say("いつまで", "Until"), Say("どのように", "How")
NEXT = Say("その後", "What happens next")
FROM = Say("いつから", "From")
OUTCOME = Say("結果", "Outcome")
ANSWERED = Say(
    "{people}人から{opinions}件の意見がありました。市の考え方を、{date}に公表しました。",
    "{people} people sent {opinions} opinion(s). The city’s answers came out on {date}.",
)
ANSWERED_UNCOUNTED = Say(
    "{opinions}件の意見がありました。市の考え方を、{date}に公表しました。",
    "There were {opinions} opinion(s). The city’s answers came out on {date}.",
)
RESULTS = Say("意見と市の考え方を読む", "Read the opinions and the city’s answers")
FINAL = Say("決定した版：{}", "The edition that was decided: {}")
READ = Say("案を読む", "Read the draft")
LATER = Say(
    "案は、募集を始めるときに、ここに掲載します。",
    "The draft will be here once the call opens.",
)
TEXT = Say("案の全文（段落番号付き）", "The draft in full, with paragraph numbers")
REDLINE = Say("「{}」からの変更に印を付けた案", "The draft with its changes to “{}” marked")
COMPARISON = Say("新旧対照表", "Old and new side by side")
PRINT = Say("印刷用の案（PDF、行番号付き）", "The draft for printing (PDF, with line numbers)")
PLACES = Say("紙で読める場所", "Where to read it on paper")
SEND = Say("意見の出し方", "How to send your opinion")
ANY_WAY = Say(
    "どの方法でも、扱いは同じです。どの段落への意見かが分かるように、段落番号（例：3-12）を書いてください。",
    "All ways count the same. Please name the paragraphs (such as 3-12) that you comment on.",
)
OVER = Say("募集は終わりました。", "The call is over.")
SHEET_PAGE = Say("印刷用のページ", "Page to print")
PARTICULARS = Say("書いていただくこと", "What we need to know")
NOT_OPINIONS = Say("意見として扱わないもの", "What is not treated as an opinion")
REMINDER = Say("締め切りをカレンダーに入れる", "Add the deadline to your calendar")
JAPAN_TIME = Say("", " (Japan time)")
ASSETS = ("consultation.css", "call.js")


def page(view: View) -> MadePage:
    """The page of a consultation on a draft."""
    subject = plain(view.consultation.subject[view.language])
    return MadePage(
        addresses.consultation(view.consultation.id, view.language),
        subject,
        DESCRIPTION[view.language].format(subject=subject),
        "\n".join(_parts(view, subject)),
        assets=ASSETS,
    )


def _parts(view: View, subject: str) -> Iterator[str]:
    call, language = view.consultation, view.language
    yield f"<h1>{escape(subject)}</h1>"
    yield _state(view)
    if view.state == "answered":
        yield from _outcome(view)
    yield _summary(view)
    yield from _reading(view)
    yield from _sending(view)
    yield from _list(NOT_OPINIONS, "not-opinions", call.not_opinions, language)
    for title, ident, told in (
        (form.PRIVACY, "privacy", plain(call.privacy[language]) if call.privacy else ""),
        (CONTACT, "contact", form.contact_text(call.contact, language) if call.contact else ""),
    ):
        yield _heading(title, ident, language)
        yield f"<p>{escape(told or NOT_RECORDED[language])}</p>"


def _state(view: View) -> str:
    """What the call is now, with all that a browser needs to find out what it has become."""
    call, language = view.consultation, view.language
    answers = answered_at(call)
    data = {
        "state": view.state,
        "opens": call.opens.begins.isoformat(),
        "closes": call.closes.ends.isoformat(),
        "answered": answers.isoformat() if answers else "",
        "left": LEFT[language],
        "today": TODAY[language],
        "stale": STALE[language],
    }
    data |= {f"is-{name}": words[language] for name, words in STATES.items()}
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    return (
        f'<p class="call-state" {attributes}><strong>{STATES[view.state][language]}</strong> '
        f'<span class="left"></span></p>'
    )


def _summary(view: View) -> str:
    call, language = view.consultation, view.language
    ways = SEPARATOR[language].join(
        plain((way.name or WAYS[way.kind])[language]) for way in call.ways or ()
    )
    who = SEPARATOR[language].join(plain(each[language]) for each in call.who or ())
    reminder = addresses.calendar(call.id, language)
    values = {
        WHAT: escape(plain((call.question or call.subject)[language])),
        WHO: escape(who or NOT_RECORDED[language]),
        FROM: escape(calendar.show_day_time(call.opens, language)),
        UNTIL: f"<strong>{escape(form.deadline(call, language))}</strong>{JAPAN_TIME[language]}",
        HOW: escape(ways or NOT_RECORDED[language]),
        NEXT: escape(plain(call.answers[language]) if call.answers else NOT_RECORDED[language]),
    }
    terms = "".join(
        f"<dt>{name[language]}</dt>\n<dd>{value}</dd>\n" for name, value in values.items()
    )
    link = ""
    if view.state in ("announced", "open"):
        link = f'<p class="actions while-open"><a href="/{reminder}">{REMINDER[language]}</a></p>'
    return f'<div class="facts call"><dl>\n{terms}</dl>{link}</div>'


def count(view: View) -> str:
    """How many people sent how many opinions, and when the answers came out."""
    call, language = view.consultation, view.language
    assert call.answered is not None
    told = ANSWERED if call.people is not None else ANSWERED_UNCOUNTED
    date = calendar.show(call.answered, language)
    return told[language].format(people=call.people, opinions=len(view.opinions), date=date)


def _outcome(view: View) -> Iterator[str]:
    call, language = view.consultation, view.language
    yield _heading(OUTCOME, "outcome", language)
    yield f"<p>{escape(count(view))}</p>"
    results = addresses.results(call.id, language)
    yield f'<p class="actions"><a href="/{results}">{RESULTS[language]}</a></p>'
    if view.final:
        name = escape(view.final.facts.name[language])
        link = f'<a href="/{addresses.edition(view.final.id, language)}">{name}</a>'
        yield f"<p>{FINAL[language].format(link)}</p>"


def _reading(view: View) -> Iterator[str]:
    call, language = view.consultation, view.language
    yield _heading(READ, "draft", language)
    if view.draft is None:
        yield f"<p>{LATER[language]}</p>"
    else:
        links = [(view.draft_page, TEXT[language])]
        if view.base:
            redline = REDLINE[language].format(escape(view.base.facts.name[language]))
            changes = addresses.changes(view.base.id, language, view.draft.id)
            links += [
                (addresses.redline(view.draft.id, language), redline),
                (changes, COMPARISON[language]),
            ]
        links += [
            (path, PRINT[language])
            for path in sorted(view.sheets)
            if path.startswith("pdf/") and path.endswith(f"-{view.draft.id}.{language}.pdf")
        ]
        items = "".join(f'<li><a href="/{path}">{name}</a></li>\n' for path, name in links)
        yield f'<ul class="actions">\n{items}</ul>'
    yield from _list(PLACES, "places", call.reading_places, language, level=3)


def _sending(view: View) -> Iterator[str]:
    call, language = view.consultation, view.language
    yield _heading(SEND, "respond", language)
    is_over = view.state in ("closed", "answered")
    yield f'<p class="over"{"" if is_over else " hidden"}>{OVER[language]}</p>'
    yield f"<p>{ANY_WAY[language]}</p>"
    items = "".join(f"<li>{_way(way, view)}</li>\n" for way in call.ways or ())
    yield f'<ul class="ways">\n{items}</ul>'
    yield from _list(PARTICULARS, "particulars", call.particulars, language, level=3)
    if view.draft:
        yield _heading(form.TITLE, "form", language, level=3)
        sheet = f'<a href="/{addresses.form(call.id, language)}">{SHEET_PAGE[language]}</a>'
        files = [addresses.form(call.id, language, kind) for kind in ("docx", "pdf")]
        links = [
            f'<a href="/{path}">{"Word" if path.endswith("docx") else "PDF"}</a>'
            for path in files
            if path.endswith("docx") or path in view.sheets
        ]
        items = "".join(f"<li>{link}</li>\n" for link in [sheet, *links])
        yield f'<ul class="actions">\n{items}</ul>'


def _way(way: Way, view: View) -> str:
    """A way as a large target while it can be used, and in words in any case."""
    shown = re.sub(
        "^(.+?)(：|: )", r"<strong>\1</strong>\2", escape(form.way_text(way, view.language))
    )
    if view.state != "open" or not way.address or way.kind not in ("form", "mail"):
        return shown
    address = way.address
    if way.kind == "mail":
        subject = plain(view.consultation.subject[view.language])
        address = f"mailto:{way.address}?subject={quote(subject)}"
    name = escape(plain((way.name or WAYS[way.kind])[view.language]))
    return (
        f'<a class="way while-open" href="{escape(address)}">{name}</a> '
        f"<span>{escape(way.address)}</span>"
    )


def _list(
    title: Say, ident: str, items: tuple[Text, ...] | None, language: Language, level: int = 2
) -> Iterator[str]:
    yield _heading(title, ident, language, level)
    if not items:
        yield f"<p>{NOT_RECORDED[language]}</p>"
        return
    shown = "".join(f"<li>{escape(plain(item[language]))}</li>\n" for item in items)
    yield f"<ul>\n{shown}</ul>"


def _heading(title: Say, ident: str, language: Language, level: int = 2) -> str:
    return f'<h{level} id="{ident}">{title[language]}</h{level}>'
