"""The current record: the chapters in ``docs/`` with the data in them, as blocks.

The core renders the Markdown itself, with the extensions of the site, so that a check, a frozen
edition or a comparison needs no site to be built.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from strategy import record
from strategy.content import translation_places, translations
from strategy.content.articles import Article, Articles
from strategy.content.embed_pictures import embed
from strategy.content.page import Page
from strategy.languages.say import LANGUAGES, Language, Say
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
    problems.report(
        "translation-older",
        where,
        Say(
            f"段落{place}の英語訳は、日本語（「{text}」）が変わる前のものです",
            f"the translation of paragraph {place} is older than its Japanese (“{text}”)",
        ),
        Say(
            "日本語に合わせて訳を直してください。直すところがなければ"
            f"「strategy translated {chapter.id} {place}」を実行してください",
            "change it to suit the Japanese; if nothing is to be changed, run "
            f"“strategy translated {chapter.id} {place}”",
        ),
    )


def _note_missing(
    chapter: RecordedChapter, block: Block, where: Location, written: Location, problems: Problems
) -> None:
    place, text = translations.citation(chapter, block), block.ja.text[:30]
    problems.report(
        "translation-missing",
        where,
        Say(
            f"段落{place}（{written.file} の{written.line}行目「{text}」）の英語訳が、ここにありません",
            f"the translation of paragraph {place} (“{text}”, {written.file}, line {written.line}) "
            "is missing here",
        ),
        Say(
            "ここに訳を書いてください（それまでは日本語を表示します）",
            "write it here (until then the Japanese is shown)",
        ),
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
        problems.report(
            "translations-file",
            Location((translations.FOLDER / f"{page}.json").as_posix()),
            Say(
                "翻訳の確認の記録が壊れています", "the record of confirmed translations is damaged"
            ),
            Say(
                f"もとに戻すか、消してから「strategy translated {page}」で作り直してください",
                f"restore it, or remove it and run “strategy translated {page}”",
            ),
        )
        return frozenset()


def _report_extra(
    page: Page, english: Sequence[Found], pairs: Sequence[int | None], problems: Problems
) -> None:
    for block, index in zip(english, pairs, strict=True):
        if index is None:
            text = block.text
            problems.report(
                "translation-extra",
                Location(page.file, page.line_of(text)),
                Say(
                    f"日本語のページにない文です（「{text[:30]}」）",
                    f"no Japanese text corresponds to this (“{text[:30]}”)",
                ),
                Say(
                    "この文を消すか、日本語のページの同じ場所に文を加えてください",
                    "remove it, or write its Japanese at the same place of the Japanese page",
                ),
            )
