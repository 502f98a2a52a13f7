"""What the site holds of its editions: their pages, records, comparisons and feeds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from strategy import record
from strategy.cache import KEEPS_NOTHING, Cache
from strategy.consultations.published import pages_and_files
from strategy.content.compose import Composition
from strategy.content.made_page import MadePage
from strategy.editions import comparison_page, edition_page, feeds, revisions
from strategy.editions.sheets import csv_bytes, xlsx_bytes
from strategy.languages.calendar import Moment
from strategy.languages.labels import DRAFT_SUFFIX
from strategy.languages.say import Language, Say
from strategy.markup.html import Html
from strategy.model import Edition, Strategy, addresses
from strategy.model.schema import SCHEMA
from strategy.pdf import offers
from strategy.pdf.booklet import Print
from strategy.pdf.comparison import pdf_bytes
from strategy.record import Record
from strategy.record.compare import Comparison, compare

NOW = Say("現在の文章", "the present text")


@dataclass(frozen=True)
class _Compared:
    """Two texts to compare: where their page is, what they are called, and the comparison."""

    path: str
    records: tuple[Record, Record]
    names: tuple[str, str]
    date: Moment
    comparison: Comparison
    reasons: dict[int, str]

    @property
    def title(self) -> str:
        return " → ".join(self.names)


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
    forms = ("pdf", "xlsx", "csv") if prints else ("xlsx", "csv")
    editions = strategy.editions
    asked = pages_and_files(strategy, language, site_url, sheets)
    drafts = {each.id for each in editions.held if each.facts.status == "in_consultation"}
    pages = list(asked.pages)
    pages += [
        edition_page.page(
            edition,
            editions,
            language,
            asked.beside.get(edition.id),
            offers.on_edition(edition.id, prints, language),
        )
        for edition in editions.held
        if edition.id not in drafts
    ]
    files = {
        addresses.record(edition.id): record.write(edition.record)
        for edition in editions.held
        if edition.record
    }
    schema = {"$schema": SCHEMA, **Record.model_json_schema()}
    files[addresses.RECORD_SCHEMA] = (
        json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    ).encode()
    for pair in _pairs(strategy, composition, language):
        told = (pair.comparison, pair.records, pair.names, pair.reasons, language)
        made = comparison_page.page(pair.path, *told, forms)
        is_decided = drafts.isdisjoint(record.edition for record in pair.records)
        pages.append(replace(made, indexed=is_decided))
        if pair.comparison.changed:
            table = csv_bytes(pair.comparison, language, pair.reasons)
            sheet = xlsx_bytes(pair.comparison, language, pair.reasons, pair.title, cache)
            files[addresses.sheet(pair.path, "csv")] = table
            files[addresses.sheet(pair.path, "xlsx")] = sheet
            if prints:
                files[addresses.sheet(pair.path, "pdf")] = pdf_bytes(*told, pair.date, cache)
    files |= asked.files | feeds.files(strategy, language, site_url)
    return Archive(tuple(pages), files, asked.beside)


def _pairs(strategy: Strategy, composition: Composition, language: Language) -> Iterator[_Compared]:
    """Each edition with the next one, or with the text now; and with every other later one."""
    held = strategy.editions.held
    for position, edition in enumerate(held):
        successor = strategy.editions.successor(edition)
        if successor is None and edition.facts.status != "in_consultation":
            path, date = addresses.changes(edition.id, language), strategy.edition.updated.date
            present = (composition.record, NOW[language], date)
            yield _compared(strategy, edition, present, path, language)
        for later in held[:position]:
            until = "" if later is successor else later.id
            path = addresses.changes(edition.id, language, until)
            assert later.record is not None
            other = (later.record, later.facts.name[language], later.facts.date)
            yield _compared(strategy, edition, other, path, language)


def _compared(
    strategy: Strategy,
    old: Edition,
    later: tuple[Record, str, Moment],
    path: str,
    language: Language,
) -> _Compared:
    """``later`` is the other text, what it is called, and its date."""
    assert old.record is not None
    new, name, date = later
    comparison = compare(old.record, new)
    return _Compared(
        path,
        (old.record, new),
        (old.facts.name[language], name),
        date,
        comparison,
        revisions.reasons(comparison, strategy, language),
    )


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
