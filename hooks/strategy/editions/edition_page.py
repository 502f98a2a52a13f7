"""An edition as a page, from its record alone: every chapter with the numbers of that edition."""

import re
from collections.abc import Iterable, Mapping

from strategy.content.made_page import MadePage
from strategy.languages.say import Language, Say
from strategy.markup import numbering
from strategy.markup.html import Html, broken, element, fill, join, link, listed, marked
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
OVERVIEW = "editions/index.md"
COMPARE = Say("この版を掲載した後の変更（新旧対照表）", "Changes since this edition (old and new)")


def page(
    edition: Edition,
    editions: Editions,
    language: Language,
    beside: Mapping[str, Html] | None = None,
    prints: Iterable[Html] = (),
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
        join(
            "\n",
            (
                element("h1", title),
                _banner(edition, editions, language),
                _links(edition, prints, language),
                text(record, language, beside),
            ),
        ),
    )


def text(record: Record, language: Language, beside: Mapping[str, Html] | None = None) -> Html:
    """The whole text of a record, cover and chapters, with its numbers."""
    chapters = (_chapter(chapter, record, language, beside) for chapter in record.chapters)
    return join("\n", [_cover(record, language), *chapters])


def _banner(edition: Edition, editions: Editions, language: Language) -> Html:
    """Whether the edition is in force, and where the one is that is."""
    current = editions.in_force
    text: str = IN_FORCE[language]
    if current is None:
        text = NONE_IN_FORCE[language]
    elif edition.facts.status != "in_force":
        name, target = current.facts.name[language], addresses.edition(current.id, language)
        in_force = link(name, target) if current.record else element("a", name, href=OVERVIEW)
        text = fill(SUPERSEDED[language], link=in_force)
    return element("p", text, class_="edition-status")


def _links(edition: Edition, prints: Iterable[Html], language: Language) -> Html:
    links = (
        element("a", ALL[language], href=OVERVIEW),
        link(COMPARE[language], addresses.changes(edition.id, language)),
        *prints,
        link(RECORD[language], addresses.record(edition.id)),
    )
    return listed(links, class_="edition-links")


def _cover(record: Record, language: Language) -> Html:
    shown = (record.city, record.period, record.kind, record.adopted, record.updated)
    return element("p", broken(marked(each[language], language) for each in shown), class_="cover")


def _chapter(
    chapter: RecordedChapter, record: Record, language: Language, beside: Mapping[str, Html] | None
) -> Html:
    """A chapter one level lower, its ids and links made fit for one page of all chapters."""
    order = [int(index) for index in re.findall(r"<!--block (\d+)-->", chapter.layout[language])]
    html: str = numbering.mark(chapter.html(language), chapter, order, language, beside=beside)
    html = re.sub(r"(</?h)([1-5])(?=[\s>])", lambda m: f"{m[1]}{int(m[2]) + 1}", html)
    html = re.sub(r'(<h2)(?: id="[^"]*")?>', rf'\1 id="{chapter.id}">', html, count=1)
    html = re.sub(
        r' (id|aria-labelledby|aria-describedby|for|headers)="([^"]*)"',
        lambda m: f' {m[1]}="{" ".join(_unique(i, chapter) for i in m[2].split())}"',
        html,
    )
    return Html(
        re.sub(r'href="([^":]*)"', lambda m: f'href="{_link(m[1], chapter, record)}"', html)
    )


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
