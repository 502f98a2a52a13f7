"""What the site holds of its editions: their pages, records, comparisons and feeds."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from strategy import record
from strategy.cache import KEEPS_NOTHING, Cache
from strategy.consultations.published import pages_and_files
from strategy.content.compose import Composition
from strategy.content.made_page import MadePage
from strategy.editions import edition_page, feeds, revisions
from strategy.languages.labels import DRAFT_SUFFIX
from strategy.languages.say import Language
from strategy.markup.html import Html
from strategy.model import Editions, Strategy, addresses
from strategy.model.schema import SCHEMA
from strategy.pdf import offers
from strategy.pdf.booklet import Print
from strategy.record import Record
from strategy.record.compare import cuts
from strategy.site import comparisons


@dataclass(frozen=True)
class Archive:
    """Everything in a language that is made of records."""

    pages: tuple[MadePage, ...]
    files: dict[str, bytes]
    beside: dict[str, dict[str, Html]]
    """By edition and paragraph, links to the opinions that a paragraph was changed after."""


def archive(
    strategy: Strategy,
    composition: Composition,
    language: Language,
    site_url: str,
    sheets: Mapping[str, bytes],
    prints: tuple[Print, ...] = (),
    cache: Cache = KEEPS_NOTHING,
) -> Archive:
    """The pages and files of all editions, of what changed between them, and of what changed since;
    and those of the consultations, whose drafts are editions too.

    ``site_url`` is the public address, empty if there is none; ``sheets`` are the PDFs of the
    consultations by their path, ``prints`` those of the editions: without them no comparison is
    printed either. Raises `strategy.pdf.errors.PdfError` if a comparison cannot be
    printed.
    """
    editions = strategy.editions
    asked = pages_and_files(strategy, language, site_url, sheets)
    read = [
        edition_page.page(
            edition,
            editions,
            language,
            asked.beside.get(edition.id),
            offers.on_edition(edition.id, prints, language),
        )
        for edition in editions.held
        if edition.facts.status != "in_consultation"
    ]
    pages, files = comparisons.pages_and_files(
        strategy, composition.record, language, cache, printed=bool(prints)
    )
    files |= asked.files | feeds.files(strategy, language, site_url)
    return Archive((*asked.pages, *read, *pages), files, asked.beside)


def records(editions: Editions) -> dict[str, bytes]:
    """The record of each edition, with what a browser needs to compare it; and their schema."""
    schema = {"$schema": SCHEMA, **Record.model_json_schema()}
    files = {
        addresses.record(edition.id): record.write(edition.record)
        for edition in editions.held
        if edition.record
    }
    if len(editions.held) > 1:
        files |= {
            addresses.cuts(each.id): cuts(each.record) for each in editions.held if each.record
        }
    described = json.dumps(schema, ensure_ascii=False, indent=2)
    return files | {addresses.RECORD_SCHEMA: f"{described}\n".encode()}


def cited(
    strategy: Strategy, composition: Composition, name: str, language: Language
) -> dict[str, str] | None:
    """What a citation of a paragraph on the page ``name`` says of the text; None where none is.

    ``base`` is the page of the edition that has this very chapter, whose address is there to stay;
    empty if the chapter was changed since, or the page is the edition's own. ``draft`` is not empty
    for a draft, all of which is up for opinions.
    """
    chapter = next((c for c in composition.record.chapters if c.id == name), None)
    shown, base, is_draft = composition.record, "", False
    current = strategy.editions.in_force
    for edition in strategy.editions.held:
        if edition.record and name == f"editions/{edition.id}":
            shown, chapter = edition.record, edition.record.chapters[0]
            is_draft = edition.facts.status == "in_consultation"
        elif edition is current and edition.record and chapter in edition.record.chapters:
            base = addresses.edition(edition.id, language)
    if chapter is None:
        return None
    return {
        "city": shown.city[language],
        "title": shown.title[language],
        "kind": shown.kind[language] + (DRAFT_SUFFIX[language] if is_draft else ""),
        "updated": shown.updated[language],
        "base": base,
        "draft": DRAFT_SUFFIX[language] if is_draft else "",
    }


def beside(
    strategy: Strategy, composition: Composition, archived: Archive, name: str
) -> dict[str, Html]:
    """What stands beside the paragraphs of the chapter ``name``, if it is as in the edition in force."""
    current = strategy.editions.in_force
    chapter = next((c for c in composition.record.chapters if c.id == name), None)
    if current and current.record and chapter in current.record.chapters:
        return archived.beside.get(current.id, {})
    return {}


def last_change(strategy: Strategy, number: int, language: Language) -> dict[str, str] | None:
    """The last change of a chapter: its day or edition as ``name``, what changed (empty where only
    the edition is known), and its id on the page of revisions."""
    if revision := revisions.last(strategy, number):
        return {
            "name": revision.day(language),
            "what": revision.summary[language],
            "id": revision.id,
        }
    if edition := strategy.editions.in_force:
        return {"name": edition.facts.name[language], "what": "", "id": edition.id}
    return None
