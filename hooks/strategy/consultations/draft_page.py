"""The draft as a page: its text, at each paragraph a way to comment on it or the opinions on it."""

from collections.abc import Iterable

from strategy.consultations import commenting, form
from strategy.consultations.view import CALL_PAGE, View
from strategy.content.made_page import MadePage
from strategy.editions import edition_page
from strategy.languages.labels import DRAFT_SUFFIX
from strategy.languages.say import Language, Say
from strategy.markup.html import Html, element, fill, join, lines, link, listed
from strategy.model import Edition, Opinion, addresses
from strategy.reading.fields import plain

TITLE = Say("【案】{title}（{name}）", "DRAFT: {title} ({name})")
DESCRIPTION = Say(
    "{title}の案「{name}」の全文です。決定したものではありません。",
    "The full text of a draft of the {title}: {name}. It is not decided.",
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
OPINION = Say("意見{}", "Opinion {}")
OPINIONS_ON = Say("段落{}への意見{}と市の考え方", "Paragraph {}: opinion {} and the city’s answer")
REDLINE = Say("変更に印を付けた案", "The draft with its changes marked")
TEXT = Say("案の全文", "The draft in full")
RECORD = Say("この案の記録（JSON形式のデータ）", "The record of this draft (data, JSON)")
ASSETS = ("consultation.css", "notes.js")


def page(view: View, draft: Edition) -> MadePage:
    """The page of a draft that readers may see."""
    assert draft.record is not None
    language, told = view.language, names(draft, view.language)
    title = TITLE[language].format(**told)
    is_open = view.state == "open" and commenting.can_send(view)
    if is_open:
        beside = commenting.at_paragraphs(view, draft)
        whole = [element("p", commenting.on_all(view))]
    else:
        beside, whole = links_to(view, view.by_paragraph(), OPINION, OPINIONS_ON), []
    base = view.base
    redline = [link(REDLINE[language], addresses.redline(draft.id, language))] if base else []
    text = edition_page.text(draft.record, language, beside)
    box = commenting.box(view, draft) if view.state == "open" else ""
    return MadePage(
        view.draft_page,
        title,
        DESCRIPTION[language].format(**told),
        join("\n", (framed(view, draft, title, redline, *whole, text), box)),
        assets=ASSETS,
        indexed=False,
    )


def names(draft: Edition, language: Language) -> dict[str, str]:
    """What the strategy (``title``) and its draft (``name``) are called."""
    assert draft.record is not None
    name = draft.facts.name[language].removesuffix(DRAFT_SUFFIX[language])
    return {"title": draft.record.title[language], "name": name}


def framed(view: View, draft: Edition, title: str, other: Iterable[Html], *parts: str) -> Html:
    """A page of the draft: what it is, where else to read it (``other``), and its parts."""
    language, call = view.language, view.consultation
    links = (
        link(CALL_PAGE[language], addresses.consultation(call.id, language)),
        *other,
        link(form.TITLE[language], addresses.form(call.id, language)),
        link(RECORD[language], addresses.record(draft.id)),
    )
    head = (element("h1", title), _banner(view), listed(links, class_="edition-links"))
    return element("div", lines((*head, *parts)), class_="draft")


def _banner(view: View) -> Html:
    language, call = view.language, view.consultation
    is_answered = view.state == "answered"
    page = (addresses.results if is_answered else addresses.consultation)(call.id, language)
    told = {"open": OPEN, "answered": ANSWERED}.get(view.state, CLOSED)[language]
    parts = [fill(told, call=link(plain(call.subject[language]), page))]
    current = view.strategy.editions.in_force
    if current and current.record:
        name, target = current.facts.name[language], addresses.edition(current.id, language)
        parts.append(fill(BASE[language], link(name, target)))
    return element("p", join(" ", parts), class_="edition-status")


def links_to(
    view: View, opinions: dict[str, list[Opinion]], name: Say, label: Say
) -> dict[str, Html]:
    """By paragraph, links to the opinions on the page of results."""
    page, language = addresses.results(view.consultation.id, view.language), view.language

    def shown(number: str, opinion: int) -> Html:
        told = label[language].format(number, opinion)
        words, target = name[language].format(opinion), f"{page}#opinion-{opinion}"
        return link(words, target, "opinion", aria_label=told)

    return {
        number: join("", (shown(number, opinion.number) for opinion in found))
        for number, found in opinions.items()
    }
