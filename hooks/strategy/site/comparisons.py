"""Two editions side by side, as pages and files; and the page that compares any others."""

from dataclasses import replace

from strategy.cache import Cache
from strategy.content.made_page import MadePage
from strategy.editions import comparing_page, comparison_page, pairs, revisions
from strategy.editions.pairs import Pair
from strategy.editions.sheets import csv_bytes, xlsx_bytes
from strategy.languages.say import Language, Say
from strategy.model import Strategy, addresses
from strategy.pdf.comparison import pdf_bytes
from strategy.record import Record
from strategy.record.compare import compare

NOW = Say("現在の文章", "the present text")


def pages_and_files(
    strategy: Strategy, present: Record, language: Language, cache: Cache, *, printed: bool
) -> tuple[list[MadePage], dict[str, bytes]]:
    """The comparisons of all `pairs.built`, each as a page and, where something changed, as files.

    Raises `strategy.pdf.errors.PdfError` if one is to be ``printed`` and cannot be.
    """
    pages: list[MadePage] = []
    files: dict[str, bytes] = {}
    for pair in pairs.built(strategy):
        page, offered = _compared(pair, strategy, present, language, cache, printed=printed)
        pages.append(page)
        files |= offered
    if len(strategy.editions.held) > 1:
        pages.append(comparing_page.page(strategy, language))
    return pages, files


def _compared(
    pair: Pair,
    strategy: Strategy,
    present: Record,
    language: Language,
    cache: Cache,
    *,
    printed: bool,
) -> tuple[MadePage, dict[str, bytes]]:
    old, new = pair.old.facts, pair.new.facts if pair.new else None
    records = _records(pair, present)
    names = old.name[language], new.name[language] if new else NOW[language]
    comparison = compare(*records)
    path, why = pair.address(language), revisions.reasons(comparison, strategy, language)
    told = comparison, records, names, why, language
    made = comparison_page.page(path, *told, ("pdf", "xlsx", "csv") if printed else ("xlsx", "csv"))
    is_decided = "in_consultation" not in (old.status, new.status if new else "")
    page = replace(made, indexed=is_decided)
    if not comparison.changed:
        return page, {}
    files = {
        "csv": csv_bytes(comparison, language, why),
        "xlsx": xlsx_bytes(comparison, language, why, " → ".join(names), cache),
    }
    if printed:
        date = new.date if new else strategy.edition.updated.date
        files["pdf"] = pdf_bytes(*told, date, cache)
    return page, {addresses.sheet(path, form): data for form, data in files.items()}


def _records(pair: Pair, present: Record) -> tuple[Record, Record]:
    old, new = pair.old.record, pair.new.record if pair.new else present
    assert old is not None and new is not None
    return old, new
