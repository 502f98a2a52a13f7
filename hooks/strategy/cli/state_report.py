"""The state of the publication for a meeting: one page, as Markdown or as an HTML file of its own."""

from datetime import date

import markdown

from strategy.checks.everything import Checked
from strategy.cli.proposal_text import RESULT
from strategy.content import pages, review
from strategy.languages import calendar, labels
from strategy.languages.say import Language, Say, in_each
from strategy.markup.html import Html, document, element
from strategy.markup.plain_markdown import literal, table
from strategy.model import STATUS_NAMES
from strategy.model.call_states import state, state_of
from strategy.problems import LEVELS, Problems, counted

TITLE = Say("公開の状況", "State of the publication")
DAY = Say("{}現在", "As of {}")
EDITIONS = Say("版", "Editions")
EDITION_COLUMNS = (labels.EDITION, labels.STATE, labels.DATE, labels.TEXT)
HELD, NOT_HELD = Say("あり", "held"), Say("なし", "not held")
CHANGES = Say("{}からの変更", "Changes since {}")
CHANGE_COLUMNS = (
    Say("決定日", "Decided on"),
    Say("何が変わったか", "What changed"),
    labels.REASON,
    Say("か所", "Places"),
)
OLDER = Say("英語訳が古い段落と、英語訳のない段落", "Paragraphs whose English is older or missing")
OLDER_COLUMNS = (
    labels.BY_CHAPTER,
    Say("古い", "Older"),
    Say("ない", "Missing"),
    Say("段落", "Paragraphs"),
)
DUE = Say("ページの内容を確かめる時期", "When pages are to be reviewed")
UNDATED = Say("時期が決まっていないページ：{}", "Pages without a date: {}")
CONSULTATIONS = Say("意見募集", "Consultations")
CONSULTATION_COLUMNS = (labels.CONSULTATION, labels.DATES, labels.STATE)

STYLE = """
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem; line-height: 1.7;
  font-family: "BIZ UDPGothic", "Hiragino Sans", "Yu Gothic", sans-serif; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
h2 { margin-top: 2rem; break-after: avoid; }
tr { break-inside: avoid; }
"""


def report(
    found: Checked, problems: Problems, since: date | None, today: date, language: Language
) -> str:
    """The page as Markdown. ``since`` is by default the month of the edition in force."""
    in_force = found.strategy.editions.in_force
    if since is None:
        since = calendar.first_day(in_force.facts.date) if in_force else date.min
    parts: list[tuple[Say, str]] = [
        (EDITIONS, _editions(found, language)),
        (CHANGES.format(in_each(calendar.show, since)), _changes(found, since, language)),
        (OLDER, _older(found, language)),
        (DUE, _due(found, today, language)),
        (CONSULTATIONS, _consultations(found, language)),
        (RESULT, _result(problems, language)),
    ]
    title = f"{literal(found.strategy.title[language])}：{TITLE[language]}"
    if language == "en":
        title = title.replace("：", ": ")
    day = DAY[language].format(calendar.show(today, language))
    sections = [
        f"## {head[language]}\n\n{text or labels.THERE_IS_NONE[language]}" for head, text in parts
    ]
    return "\n\n".join([f"# {title}", day, *sections]) + "\n"


def html(text: str, language: Language) -> str:
    """The same as an HTML file that needs nothing else."""
    title = text.partition("\n")[0].removeprefix("# ")
    body = Html(markdown.markdown(text, extensions=["tables"]))
    return document(language, title, element("style", Html(STYLE)), body=body)


def _editions(found: Checked, language: Language) -> str:
    rows = (
        (
            literal(edition.facts.name[language]),
            STATUS_NAMES[edition.facts.status][language],
            calendar.show(edition.facts.date, language),
            (HELD if edition.record else NOT_HELD)[language],
        )
        for edition in found.strategy.editions.all
    )
    return table(EDITION_COLUMNS, rows, language)


def _changes(found: Checked, since: date, language: Language) -> str:
    revisions = [dated for dated in found.strategy.dated_revisions if dated[0] >= since]
    rows = (
        (
            revision.day(language),
            literal(revision.summary[language]),
            literal(revision.reason[language]),
            str(len(revision.changes)),
        )
        for _, revision in sorted(revisions, key=lambda dated: dated[0], reverse=True)
    )
    return table(CHANGE_COLUMNS, rows, language)


def _older(found: Checked, language: Language) -> str:
    rows = []
    for chapter in found.composition.record.chapters:
        blocks = [block for block in chapter.blocks if block.translation != "confirmed"]
        if blocks:
            states = [block.translation for block in blocks]
            places = labels.SEPARATOR[language].join(filter(None, map(chapter.cite, blocks)))
            title = f"{chapter.number}. {literal(chapter.title[language])}"
            rows.append((title, str(states.count("older")), str(states.count("missing")), places))
    return table(OLDER_COLUMNS, rows, language)


def _due(found: Checked, today: date, language: Language) -> str:
    table = review.table(pages.reviewed(found.pages, language), today, language)
    undated = [f"`{pair['ja'].file}`" for pair in found.pages.values() if not pair["ja"].review]
    rest = UNDATED[language].format(labels.SEPARATOR[language].join(undated)) if undated else ""
    return "\n\n".join(filter(None, (table, rest)))


def _consultations(found: Checked, language: Language) -> str:
    calls = found.strategy.consultations.consultations
    rows = (
        (
            literal(call.subject[language]),
            calendar.show_period(call.opens.day, call.closes.day, language),
            state_of(call, state(call, found.strategy.moment))[language],
        )
        for call in sorted(calls, key=lambda call: call.opens.begins, reverse=True)
    )
    return table(CONSULTATION_COLUMNS, rows, language)


def _result(problems: Problems, language: Language) -> str:
    lines = [
        f"- `{problem.location}` {LEVELS[problem.level][language]}{literal(problem.what[language])}"
        for problem in problems
    ]
    return "\n".join([counted(problems, language), "", *lines]).strip()
