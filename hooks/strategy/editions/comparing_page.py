"""The page that compares any two editions in the reader's browser, from their records.

It hands over what it says and how (`comparison_page`) to ``overrides/js/compare/``. Without a script
it lists the comparisons that are built.
"""

import json
from collections.abc import Mapping
from typing import Any

from strategy.content.made_page import MadePage
from strategy.editions import comparison_page, pairs, revisions
from strategy.languages.labels import AFTER, BEFORE, COMPARE_EDITIONS, DRAFT_SUFFIX, NOT_RECORDED
from strategy.languages.say import Language, Say
from strategy.markup.html import Html, element, join, link, listed
from strategy.model import Edition, Strategy, addresses
from strategy.record.compare import AND_MOVED, HEADING, NAMES

DESCRIPTION = Say(
    "{title}の、2つの版を選んで、新旧対照表を作ります。",
    "Choose two editions of the {title}, and see old and new side by side.",
)
INTRO = Say(
    "2つの版を選ぶと、新旧対照表を作ります。表は、お使いのブラウザーの中で、版の記録から作ります。",
    "Choose two editions to see old and new side by side. Your browser makes the table from the "
    "records of the editions.",
)
NO_SCRIPT = Say(
    "このブラウザーではJavaScriptが使えないため、ここで版を選ぶことはできません。"
    "次の新旧対照表をご覧ください。",
    "This browser does not run JavaScript, so you cannot choose editions here. Please see the "
    "comparisons below.",
)
COMPARE = Say("比べる", "Compare")
READING = Say("新旧対照表を作っています…", "Making the comparison…")
DONE = Say("新旧対照表ができました。", "The comparison is ready.")
UNKNOWN = Say(
    "その版はありません。一覧から選んでください。",
    "There is no such edition. Please choose from the lists.",
)
FAILED = Say(
    "版の記録を読み込めませんでした。時間をおいて、もう一度お試しください。"
    "ディスクから開いたサイトでは、次の新旧対照表だけをご覧いただけます。",
    "The records could not be loaded. Please try again later. On a site that was opened from a "
    "disk, only the comparisons below can be seen.",
)
BUILT = Say("ファイルのある新旧対照表", "Comparisons with files")
FORMS = Say(
    "続いている版の新旧対照表と、現在の版との新旧対照表には、印刷用・表計算ソフト用のファイルもあります。",
    "The comparisons of successive editions, and those with the edition in force, are also there as "
    "files for printing and for spreadsheet programs.",
)
TO = Say("{old}から{new}へ", "{old} to {new}")
ASSETS = ("compare.css", "compare.js")


def page(strategy: Strategy, language: Language) -> MadePage:
    """The page; there must be two editions whose texts are held."""
    title = COMPARE_EDITIONS[language]
    comparisons = (
        link(
            TO[language].format(
                old=pair.old.facts.name[language], new=pair.new.facts.name[language]
            ),
            pair.address(language),
            data_pair=f"{pair.old.id} {pair.new.id}",
        )
        for pair in pairs.built(strategy)
        if pair.new
    )
    parts = (
        element("h1", title),
        element("p", INTRO[language], class_="needs-script"),
        _form(strategy.editions.held, language),
        element("p", class_="compare-status needs-script", role="status"),
        element("p", NO_SCRIPT[language], class_="no-script"),
        element("div", class_="compared-here"),
        element("template", Html(comparison_page.closing("{old}", language))),
        element("h2", BUILT[language], id="comparisons"),
        element("p", FORMS[language]),
        listed(comparisons),
        element(
            "script",
            _json(said(strategy, language)),
            type="application/json",
            class_="compare-words",
        ),
    )
    return MadePage(
        addresses.comparing(language),
        title,
        DESCRIPTION[language].format(title=strategy.title[language]),
        join("\n", parts),
        wide=True,
        assets=ASSETS,
    )


def _form(held: tuple[Edition, ...], language: Language) -> Html:
    """Two lists of the editions, newest first; a form with an address of its own for each pair."""
    lists = (
        element("label", label[language], " ", _list(name, held, chosen, language))
        for name, label, chosen in (("old", BEFORE, held[-1]), ("new", AFTER, held[0]))
    )
    button = element("button", COMPARE[language], type="submit")
    return element("form", *lists, button, class_="compare needs-script")


def _list(name: str, held: tuple[Edition, ...], chosen: Edition, language: Language) -> Html:
    options = (
        element("option", _name(each, language), value=each.id, selected=each is chosen)
        for each in held
    )
    return element("select", *options, name=name)


def _name(edition: Edition, language: Language) -> str:
    name = edition.facts.name[language]
    return f"{name}{DRAFT_SUFFIX[language]}" if edition.facts.status == "in_consultation" else name


def _json(said: Mapping[str, Any]) -> Html:
    """As it may stand in HTML."""
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return Html(written.replace("<", "\\u003c"))


def said(strategy: Strategy, language: Language) -> Mapping[str, Any]:
    """What the script needs to know and to say."""
    reasons = revisions.declared_reasons(strategy, language)
    return {
        "language": language,
        "patterns": comparison_page.patterns(language),
        "kinds": {kind: name[language] for kind, name in NAMES.items()},
        "andMoved": AND_MOVED[language],
        "heading": HEADING[language],
        "none": comparison_page.NONE,
        "unrecorded": NOT_RECORDED[language],
        "reasons": {f"{kind} {mark}": reason for (kind, mark), reason in reasons.items()},
        "publicRecord": revisions.PUBLIC_RECORD,
        "publicFact": revisions.PUBLIC_FACT[language],
        "title": comparison_page.TITLE[language],
        "names": {each.id: each.facts.name[language] for each in strategy.editions.held},
        "files": [addresses.record("{id}"), addresses.cuts("{id}")],
        "reading": READING[language],
        "done": DONE[language],
        "unknown": UNKNOWN[language],
        "failed": FAILED[language],
    }
