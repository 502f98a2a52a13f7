"""The call for opinions as a page: the outcome once there is one, then the call as it was."""

from collections.abc import Iterator
from urllib.parse import quote

from strategy.consultations import form
from strategy.consultations.view import View
from strategy.content.made_page import MadePage
from strategy.languages import calendar
from strategy.languages.labels import COLON, CONTACT, NOT_RECORDED, SEPARATOR
from strategy.languages.say import Language, Say
from strategy.markup.html import Html, element, fill, join, link, listed, terms
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
    "案は、募集を始めるときに、ここに掲載します。", "The draft will be here once the call opens."
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
        join("\n", _parts(view, subject)),
        assets=ASSETS,
    )


def _parts(view: View, subject: str) -> Iterator[Html]:
    call, language = view.consultation, view.language
    yield element("h1", subject)
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
        yield element("h2", title[language], id=ident)
        yield element("p", told or NOT_RECORDED[language])


def _state(view: View) -> Html:
    """What the call is now, with all that a browser needs to find out what it has become."""
    call, language = view.consultation, view.language
    answers = answered_at(call)
    return element(
        "p",
        element("strong", STATES[view.state][language]),
        " ",
        element("span", class_="left"),
        class_="call-state",
        data_state=view.state,
        data_opens=call.opens.begins.isoformat(),
        data_closes=call.closes.ends.isoformat(),
        data_answered=answers.isoformat() if answers else "",
        data_left=LEFT[language],
        data_today=TODAY[language],
        data_stale=STALE[language],
        **{f"data_is_{name}": words[language] for name, words in STATES.items()},
    )


def _summary(view: View) -> Html:
    call, language = view.consultation, view.language
    ways = SEPARATOR[language].join(
        plain((way.name or WAYS[way.kind])[language]) for way in call.ways or ()
    )
    who = SEPARATOR[language].join(plain(each[language]) for each in call.who or ())
    deadline = element("strong", form.deadline(call, language))
    told: list[tuple[Say, str]] = [
        (WHAT, plain((call.question or call.subject)[language])),
        (WHO, who or NOT_RECORDED[language]),
        (FROM, calendar.show_day_time(call.opens, language)),
        (UNTIL, join("", (deadline, JAPAN_TIME[language]))),
        (HOW, ways or NOT_RECORDED[language]),
        (NEXT, plain(call.answers[language]) if call.answers else NOT_RECORDED[language]),
    ]
    parts = [terms((name[language], value) for name, value in told)]
    if view.state in ("announced", "open"):
        reminder = link(REMINDER[language], addresses.calendar(call.id, language))
        parts.append(element("p", reminder, class_="actions while-open"))
    return element("div", *parts, class_="facts call")


def count(view: View) -> str:
    """How many people sent how many opinions, and when the answers came out."""
    call, language = view.consultation, view.language
    assert call.answered is not None
    told = ANSWERED if call.people is not None else ANSWERED_UNCOUNTED
    date = calendar.show(call.answered, language)
    return told[language].format(people=call.people, opinions=len(view.opinions), date=date)


def _outcome(view: View) -> Iterator[Html]:
    call, language = view.consultation, view.language
    yield element("h2", OUTCOME[language], id="outcome")
    yield element("p", count(view))
    results = link(RESULTS[language], addresses.results(call.id, language))
    yield element("p", results, class_="actions")
    if view.final:
        page = addresses.edition(view.final.id, language)
        final = link(view.final.facts.name[language], page)
        yield element("p", fill(FINAL[language], final))


def _reading(view: View) -> Iterator[Html]:
    call, language = view.consultation, view.language
    yield element("h2", READ[language], id="draft")
    if view.draft is None:
        yield element("p", LATER[language])
    else:
        links = [link(TEXT[language], view.draft_page)]
        if view.base:
            redline = REDLINE[language].format(view.base.facts.name[language])
            changes = addresses.changes(view.base.id, language, view.draft.id)
            links += [
                link(redline, addresses.redline(view.draft.id, language)),
                link(COMPARISON[language], changes),
            ]
        links += [
            link(PRINT[language], path)
            for path in sorted(view.sheets)
            if path.startswith("pdf/") and path.endswith(f"-{view.draft.id}.{language}.pdf")
        ]
        yield listed(links, class_="actions")
    yield from _list(PLACES, "places", call.reading_places, language, "h3")


def _sending(view: View) -> Iterator[Html]:
    call, language = view.consultation, view.language
    yield element("h2", SEND[language], id="respond")
    is_over = view.state in ("closed", "answered")
    yield element("p", OVER[language], class_="over", hidden=not is_over)
    yield element("p", ANY_WAY[language])
    yield listed((_way(way, view) for way in call.ways or ()), class_="ways")
    yield from _list(PARTICULARS, "particulars", call.particulars, language, "h3")
    if view.draft:
        yield element("h3", form.TITLE[language], id="form")
        links = [
            link(SHEET_PAGE[language], addresses.form(call.id, language)),
            link("Word", addresses.form(call.id, language, "docx")),
        ]
        if (printed := addresses.form(call.id, language, "pdf")) in view.sheets:
            links.append(link("PDF", printed))
        yield listed(links, class_="actions")


def _way(way: Way, view: View) -> Html:
    """A way as a large target while it can be used, and in words in any case."""
    language, address = view.language, way.address
    if view.state != "open" or not address or way.kind not in ("form", "mail"):
        name, colon, told = form.way_text(way, language).partition(COLON[language])
        return join("", (element("strong", name) if told else name, colon, told))
    target = address
    if way.kind == "mail":
        target = f"mailto:{address}?subject={quote(plain(view.consultation.subject[language]))}"
    name = plain((way.name or WAYS[way.kind])[language])
    button = element("a", name, class_="way while-open", href=target)
    return join(" ", (button, element("span", address)))


def _list(
    title: Say, ident: str, items: tuple[Text, ...] | None, language: Language, level: str = "h2"
) -> Iterator[Html]:
    yield element(level, title[language], id=ident)
    if items:
        yield listed(plain(item[language]) for item in items)
    else:
        yield element("p", NOT_RECORDED[language])
