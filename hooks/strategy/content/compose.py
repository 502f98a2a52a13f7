"""The current record: the chapters in ``docs/`` with the data in them, as blocks.

The core renders the Markdown itself, with the extensions of the site, so that a check, a frozen
edition or a comparison needs no site to be built.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from strategy import record
from strategy.content import translation_places, translations
from strategy.content.articles import Article, Articles
from strategy.content.embed_pictures import embed
from strategy.content.page import Page
from strategy.languages.say import LANGUAGES, Language
from strategy.markup import numbering
from strategy.model import Chapter, Strategy
from strategy.problems import Location, Problems
from strategy.record import (
    Block,
    Record,
    RecordedChapter,
    TranslationState,
    Written,
    blocks,
    fingerprint,
)
from strategy.record.blocks import UNNUMBERED, Found


@dataclass(frozen=True)
class Composition:
    """The current record, and for each chapter which of its blocks a page's blocks are.

    ``order[chapter][language]`` gives for each block of that page its index in the record.
    """

    record: Record
    order: Mapping[str, Mapping[Language, Sequence[int]]]


def compose(
    root: Path,
    strategy: Strategy,
    pages: Mapping[str, Mapping[Language, Page]],
    articles: Articles,
    ids: Mapping[str, Location],
    problems: Problems,
) -> Composition:
    """The record of what ``docs/`` and ``data/`` hold now. Both must be free of errors.

    ``ids`` tells where the items of ``data/`` stand. Reports English text that translates nothing, and a damaged file of translations.
    """
    chapters: list[RecordedChapter] = []
    order: dict[str, Mapping[Language, Sequence[int]]] = {}
    for number, chapter in enumerate(strategy.chapters, 1):
        made, english = _chapter(
            root, number, chapter, strategy, pages[chapter.id], articles, problems
        )
        chapters.append(made)
        _note_translations(made, pages[chapter.id], ids, problems)
        order[chapter.id] = {"ja": range(len(made.blocks)), "en": english}
    edition = strategy.edition
    current = Record(
        format=record.FORMAT,
        edition=edition.id,
        city=strategy.city.model_dump(),
        title=strategy.title.model_dump(),
        kind=edition.kind.model_dump(),
        period=strategy.period_printed.model_dump(),
        adopted=edition.adopted.printed.model_dump(),
        updated=edition.updated.printed.model_dump(),
        chapters=tuple(chapters),
    )
    return Composition(current, order)


def _chapter(
    root: Path,
    number: int,
    chapter: Chapter,
    strategy: Strategy,
    page: Mapping[Language, Page],
    articles: Articles,
    problems: Problems,
) -> tuple[RecordedChapter, Sequence[int]]:
    html = {
        language: embed(articles.of(page[language]).html, page[language], root, problems)
        for language in LANGUAGES
    }
    japanese, english = (_blocks(html[each], articles.of(page[each])) for each in LANGUAGES)
    texts, translated = [_text(each) for each in japanese], [_text(each) for each in english]
    confirmed = _confirmed(root, chapter.id, problems)
    declared = translations.declared(strategy.revisions.declared(number))
    pairs = translations.pair(texts, translated, confirmed)
    _report_extra(page["en"], english, pairs, problems)
    order = [index for index in pairs if index is not None]
    found = [block for block, index in zip(english, pairs, strict=True) if index is not None]
    partner = dict(zip(order, found, strict=True))
    numbers = count(1)
    made: list[Block] = []
    for index, block in enumerate(japanese):
        ja, other = _written(html["ja"], block), partner.get(index)
        en = _written(html["en"], other) if other else ja
        state = _state(ja, en if other else None, confirmed, declared)
        cited = 0 if block.kind in UNNUMBERED else next(numbers)
        made.append(_block(block, cited, ja, en, state))
    recorded = RecordedChapter(
        number=number,
        id=chapter.id,
        title=chapter.title.model_dump(),
        blocks=tuple(made),
        layout={
            "ja": numbering.layout(html["ja"], japanese, range(len(made)), made),
            "en": numbering.layout(html["en"], found, order, made),
        },
    )
    return recorded, order


def _block(found: Found, number: int, ja: Written, en: Written, state: TranslationState) -> Block:
    return Block(
        number=number,
        kind=found.kind,
        section=found.section,
        id=found.id,
        ja=ja,
        en=en,
        translation=state,
    )


def _note_translations(
    chapter: RecordedChapter,
    page: Mapping[Language, Page],
    ids: Mapping[str, Location],
    problems: Problems,
) -> None:
    """A note for each block whose English is older than its Japanese, or missing."""
    pairs = [
        (block.ja.text, block.en.text)
        for block in chapter.blocks
        if block.translation != "missing" and block.item not in ids and block.kind != "heading"
    ]
    for block in chapter.blocks:
        if block.translation == "older":
            where = Location(page["en"].file, page["en"].line_of(block.en.text))
            _note_older(chapter, block, ids.get(block.item, where), problems)
        elif block.translation == "missing":
            where = translation_places.location(page["ja"], page["en"], block.ja.text, pairs)
            written = Location(page["ja"].file, page["ja"].line_of(block.ja.text))
            _note_missing(
                chapter, block, ids.get(block.item, where), ids.get(block.item, written), problems
            )


def _note_older(
    chapter: RecordedChapter, block: Block, where: Location, problems: Problems
) -> None:
    place, text = translations.citation(chapter, block), block.ja.text[:30]
    problems.tell("translation-older", where, place=place, text=text, page=chapter.id)


def _note_missing(
    chapter: RecordedChapter, block: Block, where: Location, written: Location, problems: Problems
) -> None:
    place, text = translations.citation(chapter, block), block.ja.text[:30]
    problems.tell(
        "translation-missing", where, place=place, file=written.file, line=written.line, text=text
    )


def _blocks(html: str, article: Article) -> Sequence[Found]:
    """The blocks of an article, also where pictures were put into it."""
    return article.blocks if html == article.html else blocks.find(html)


def _text(block: Found) -> translations.PairedBlock:
    mark = fingerprint(block.text)
    return translations.PairedBlock(block.kind, block.section, block.id, mark)


def _written(html: str, block: Found) -> Written:
    return Written(text=block.text, html=html[block.start : block.end])


def _state(
    ja: Written,
    en: Written | None,
    confirmed: translations.Confirmed,
    declared: translations.Declared,
) -> TranslationState:
    if en is None:
        return "missing"
    marks = fingerprint(en.text), fingerprint(ja.text)
    return "older" if translations.is_older(*marks, confirmed, declared) else "confirmed"


def _confirmed(root: Path, page: str, problems: Problems) -> translations.Confirmed:
    try:
        return translations.read(root, page)
    except (ValueError, KeyError, TypeError):
        problems.tell(
            "translations-file",
            Location((translations.FOLDER / f"{page}.json").as_posix()),
            page=page,
        )
        return frozenset()


def _report_extra(
    page: Page, english: Sequence[Found], pairs: Sequence[int | None], problems: Problems
) -> None:
    for block, index in zip(english, pairs, strict=True):
        if index is None:
            text = block.text
            problems.tell(
                "translation-extra", Location(page.file, page.line_of(text)), text=text[:30]
            )
