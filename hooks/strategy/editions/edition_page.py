"""An edition as a page, from its record alone: every chapter with the numbers of that edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from strategy.content.made_page import MadePage
from strategy.languages.say import Language, Say
from strategy.markup import numbering
from strategy.model import Edition, Editions, addresses
from strategy.record import Record, RecordedChapter

TITLE = Say("{title}（{name}）", "{title} ({name})")
DESCRIPTION = Say(
    "{title}の{name}の全文です。段落番号が付いています。",
    "The full text of the {title}, {name}, with paragraph numbers.",
)
IN_FORCE = Say(
    "この版は、現在の版です。ここの文章とアドレスは変わりません。",
    "This edition is in force. Its text and address do not change.",
)
SUPERSEDED = Say(
    "これは前の版です。現在の版は、{link}です。",
    "This edition is superseded. The one in force is {link}.",
)
NONE_IN_FORCE = Say("これは前の版です。", "This edition is superseded.")
RECORD = Say("この版の記録（JSON形式のデータ）", "The record of this edition (data, JSON)")
ALL = Say("版の一覧", "All editions")
COMPARE = Say("この版を掲載した後の変更（新旧対照表）", "Changes since this edition (old and new)")


def page(
    edition: Edition,
    editions: Editions,
    language: Language,
    beside: Mapping[str, str] | None = None,
    prints: Iterable[str] = (),
) -> MadePage:
    """The page of an edition whose text is held.

    ``beside`` gives by the number of a paragraph the HTML that stands beside it; ``prints`` are
    links to its PDFs.
    """
    record = edition.record
    assert record is not None
    names = {"title": record.title[language], "name": edition.facts.name[language]}
    title = TITLE[language].format(**names)
    return MadePage(
        addresses.edition(edition.id, language),
        title,
        DESCRIPTION[language].format(**names),
        f"<h1>{escape(title)}</h1>\n{_banner(edition, editions, language)}\n"
        f"{_links(edition, prints, language)}\n{text(record, language, beside)}",
    )


def text(record: Record, language: Language, beside: Mapping[str, str] | None = None) -> str:
    """The whole text of a record, cover and chapters, with its numbers."""
    chapters = (_chapter(chapter, record, language, beside) for chapter in record.chapters)
    return "\n".join([_cover(record, language), *chapters])


def _banner(edition: Edition, editions: Editions, language: Language) -> str:
    """Whether the edition is in force, and where the one is that is."""
    current = editions.in_force
    text = IN_FORCE[language]
    if current is None:
        text = NONE_IN_FORCE[language]
    elif edition.facts.status != "in_force":
        target = (
            f"/{addresses.edition(current.id, language)}" if current.record else "editions/index.md"
        )
        link = f'<a href="{target}">{escape(current.facts.name[language])}</a>'
        text = SUPERSEDED[language].format(link=link)
    return f'<p class="edition-status">{text}</p>'


def _links(edition: Edition, prints: Iterable[str], language: Language) -> str:
    comparison = addresses.changes(edition.id, language)
    record = addresses.record(edition.id)
    links = (
        f'<a href="editions/index.md">{ALL[language]}</a>',
        f'<a href="/{comparison}">{COMPARE[language]}</a>',
        *prints,
        f'<a href="/{record}">{RECORD[language]}</a>',
    )
    items = "\n".join(f"<li>{link}</li>" for link in links)
    return f'<ul class="edition-links">\n{items}\n</ul>'


def _cover(record: Record, language: Language) -> str:
    lines = (
        record.city[language],
        record.period[language],
        record.kind[language],
        record.adopted[language],
        record.updated[language],
    )
    shown = "<br>".join(escape(line) for line in lines)
    if language == "en":
        shown = re.sub("[\u3040-\u30ff\u3400-\u9fff]+", r'<span lang="ja">\g<0></span>', shown)
    return f'<p class="cover">{shown}</p>'


def _chapter(
    chapter: RecordedChapter,
    record: Record,
    language: Language,
    beside: Mapping[str, str] | None,
) -> str:
    """A chapter one level lower, its ids and links made fit for one page of all chapters."""
    order = [int(index) for index in re.findall(r"<!--block (\d+)-->", chapter.layout[language])]
    html = numbering.mark(chapter.html(language), chapter, order, language, beside=beside)
    html = re.sub(r"(</?h)([1-5])(?=[\s>])", lambda m: f"{m[1]}{int(m[2]) + 1}", html)
    html = re.sub(r'(<h2)(?: id="[^"]*")?>', rf'\1 id="{chapter.id}">', html, count=1)
    html = re.sub(
        r' (id|aria-labelledby|aria-describedby|for|headers)="([^"]*)"',
        lambda m: f' {m[1]}="{" ".join(_unique(i, chapter) for i in m[2].split())}"',
        html,
    )
    return re.sub(r'href="([^":]*)"', lambda m: f'href="{_link(m[1], chapter, record)}"', html)


def _unique(ident: str, chapter: RecordedChapter) -> str:
    return ident if ident == chapter.id or _is_unique(ident) else f"{chapter.id}.{ident}"


def _is_unique(ident: str) -> bool:
    """Whether an id is unique in all chapters: a paragraph's anchor, or an item's from data."""
    return bool(re.fullmatch(r"p\d+-\d+", ident) or ("." in ident and ":" not in ident))


def _link(address: str, chapter: RecordedChapter, record: Record) -> str:
    """A link between chapters as one inside the page; others stay."""
    path, _, anchor = address.partition("#")
    chapters = {f"{other.id}.md": other for other in record.chapters}
    target = chapter if not path else chapters.get(path)
    if target is None:
        return address
    return f"#{_unique(anchor, target) if anchor else target.id}"
