"""Which record is printed, under which name; and the PDFs of the site."""

import re
from dataclasses import dataclass, field

from strategy.cache import KEEPS_NOTHING, Cache
from strategy.content.compose import Composition
from strategy.content.editions import NOW
from strategy.languages.calendar import Moment
from strategy.languages.say import LANGUAGES, Language
from strategy.model import Edition, Status, Strategy
from strategy.pdf.document import Booklet
from strategy.pdf.press import press
from strategy.reading.fields import plain
from strategy.record import Record

SLUG = "kashima-dx-strategy"
"""The beginning of every file's name. A constant: files that were handed out keep their name
whatever becomes of the strategy's title."""

FOLDER = "pdf"
_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


@dataclass(frozen=True)
class Print:
    """A PDF: its file's name, its length in pages, its edition's date in words, and its bytes.

    ``edition`` is the id of what it holds; a ``former`` one is of an edition that is superseded.
    """

    edition: str
    former: bool
    language: Language
    large: bool
    name: str
    pages: int
    updated: dict[Language, str]
    data: bytes = field(repr=False)

    @property
    def path(self) -> str:
        """Where it stands, from the root of the site."""
        return f"{FOLDER}/{self.name}"


def booklet(
    strategy: Strategy,
    composition: Composition,
    language: Language,
    site_url: str,
    *,
    large: bool = False,
    edition: Edition | None = None,
    base: Edition | None = None,
    asked: tuple[tuple[str, str], ...] = (),
    now: bool = False,
) -> Booklet:
    """What is printed: ``edition``, or the edition in force, or where its text is not held, or with
    ``now``, the present text. With a ``base``, what is different from that edition is marked (見え消し).

    ``asked`` stands on the cover of an edition in consultation: names and texts, such as
    ``("期間", "令和8年6月1日から6月30日まで")``. Raises ValueError with the id of an edition whose text
    is not held.
    """
    for named in (edition, base):
        if named is not None and named.record is None:
            raise ValueError(named.id)
    chosen = edition or (None if now else strategy.editions.in_force)
    record: Record = composition.record
    date: Moment = strategy.edition.updated.date
    name: str | None = None
    status: Status | None = None
    if chosen is not None and chosen.record is not None:
        record, date = chosen.record, chosen.facts.date
        name, status = chosen.facts.name[language], chosen.facts.status
    return Booklet(
        record=record,
        language=language,
        date=date,
        name=name,
        status=status,
        glossary=_glossary(strategy, language),
        website=str(strategy.website),
        site_url=site_url,
        large=large,
        base=(base.facts.name[language], base.record) if base and base.record else None,
        asked=asked,
    )


def _glossary(strategy: Strategy, language: Language) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            plain(term.term[language])
            + (f"（{term.reading}）" if language == "ja" and term.reading else ""),
            plain(term.meaning[language]),
        )
        for term in sorted(strategy.glossary.terms, key=lambda term: term.order(language))
    )


def file_name(ident: str, language: Language, *, large: bool = False, since: str = "") -> str:
    """What the PDF of an edition is called; ``since`` is the one from which it shows the changes."""
    kind = "-large" * large + (f"-since-{since}" if since else "")
    return f"{SLUG}-{ident}{kind}.{language}.pdf"


def printed(booklet: Booklet, cache: Cache = KEEPS_NOTHING, *, now: bool = False) -> Print:
    """A booklet as a PDF, named for its edition, or as the text of ``now``, which is no edition yet.

    Raises `PdfError`.
    """
    pdf = press(booklet, cache)
    name = file_name(
        NOW if now else booklet.record.edition,
        booklet.language,
        large=booklet.large,
        since=booklet.base[1].edition if booklet.base else "",
    )
    return Print(
        edition=booklet.record.edition,
        former=booklet.status == "superseded",
        language=booklet.language,
        large=booklet.large,
        name=name,
        pages=max(int(count) for count in _PAGES.findall(pdf)),
        updated=booklet.record.updated,
        data=pdf,
    )


def of_site(
    strategy: Strategy, composition: Composition, site_url: str, cache: Cache
) -> tuple[Print, ...]:
    """The PDFs of the site. Raises `PdfError`.

    Those of superseded editions too: an address that was handed out stays.
    """
    former = [
        edition
        for edition in strategy.editions.held
        if edition.record and edition.facts.status == "superseded"
    ]
    return tuple(
        printed(
            booklet(strategy, composition, language, site_url, large=large, edition=each), cache
        )
        for each in (None, *former)
        for language in LANGUAGES
        for large in (False, True)
    )
