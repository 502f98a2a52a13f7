"""What the site holds of its consultations: pages, forms, calendars, tables of results."""

from collections.abc import Mapping
from dataclasses import dataclass

from strategy.consultations import call_page, draft_page, form_page, ics, redline_page, results_page
from strategy.consultations.form import Form, form
from strategy.consultations.view import View, views
from strategy.content.made_page import MadePage
from strategy.languages.say import LANGUAGES, Language, Say
from strategy.markup.html import Html
from strategy.model import Strategy, addresses

CHANGED = Say("意見{}を受けて変更", "Changed after opinion {}")
CHANGED_LABEL = Say(
    "段落{}は、意見{}を受けて変更しました", "Paragraph {} was changed after opinion {}"
)


@dataclass(frozen=True)
class Asked:
    """Pages and files; ``beside`` gives by edition and paragraph what stands beside a paragraph."""

    pages: tuple[MadePage, ...]
    files: dict[str, bytes]
    beside: dict[str, dict[str, Html]]


def pages_and_files(
    strategy: Strategy, language: Language, site_url: str, sheets: Mapping[str, bytes]
) -> Asked:
    """All of every consultation on a draft. ``sheets`` are the PDFs in all languages, by path."""
    pages: list[MadePage] = []
    files: dict[str, bytes] = {}
    beside: dict[str, dict[str, Html]] = {}
    for view in views(strategy, language, frozenset(sheets)):
        pages.append(call_page.page(view))
        files |= _calendar(view, site_url)
        if view.draft:
            sheet = form(view.consultation, view.draft, strategy, language)
            pages += [
                draft_page.page(view, view.draft),
                *([redline_page.page(view, view.draft, view.base)] if view.base else []),
                form_page.page(sheet, view.consultation, view.draft_page),
            ]
            files[addresses.form(view.consultation.id, language, "docx")] = _word(sheet)
        if view.state == "answered":
            pages.append(results_page.page(view))
            if view.opinions:
                files |= results_page.tables(view)
        if view.final:
            changed = view.by_change()
            beside[view.final.id] = draft_page.links_to(view, changed, CHANGED, CHANGED_LABEL)
    own = [
        path for path in sheets if path.startswith("en/") == (language == "en") or "pdf/" in path
    ]
    return Asked(tuple(pages), files | {path: sheets[path] for path in own}, beside)


def searched(strategy: Strategy) -> list[dict[Language, MadePage]]:
    """The pages that the search knows, in both languages: the calls, the opinions and answers.

    A draft repeats the chapters, and a form is to be filled in: neither is searched.
    """
    found = [pages_and_files(strategy, language, "", {}).pages for language in LANGUAGES]
    return [
        dict(zip(LANGUAGES, pair, strict=True))
        for pair in zip(*found, strict=True)
        if pair[0].indexed
    ]


def _word(sheet: Form) -> bytes:
    # python-docx takes a tenth of a second to load, and most of the time no call has a form.
    from strategy.consultations.form_docx import docx_bytes  # noqa: PLC0415

    return docx_bytes(sheet)


def _calendar(view: View, site_url: str) -> dict[str, bytes]:
    if view.state not in ("announced", "open"):
        return {}
    call, language = view.consultation, view.language
    page = addresses.consultation(call.id, language).removesuffix("index.html")
    address = f"{site_url}{page}" if site_url else ""
    return {addresses.calendar(call.id, language): ics.calendar(call, address, language)}
