"""Which record is printed, under which name; and the PDFs that a build hands to the site.

A build makes the PDFs once, before MkDocs runs (which builds each language anew), and leaves them
in a folder with a list of them; the adapter takes them from there.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

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
LIST = "prints.json"
_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


@dataclass(frozen=True)
class Print:
    """A PDF: its file's name, its length in pages and in bytes, and its edition's date in words.

    ``edition`` is the id of what it holds; a ``former`` one is of an edition that is superseded.
    """

    edition: str
    former: bool
    language: Language
    large: bool
    name: str
    pages: int
    size: int
    updated: dict[Language, str]

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


def write(printed: Booklet, folder: Path, *, now: bool = False) -> Print:
    """Set a booklet and write it into ``folder``. Raises `PdfError`.

    The file is named for its edition, or as the text of ``now``, which is no edition yet.
    """
    pdf = press(printed)
    name = file_name(
        NOW if now else printed.record.edition,
        printed.language,
        large=printed.large,
        since=printed.base[1].edition if printed.base else "",
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(pdf)
    return Print(
        edition=printed.record.edition,
        former=printed.status == "superseded",
        language=printed.language,
        large=printed.large,
        name=name,
        pages=max(int(count) for count in _PAGES.findall(pdf)),
        size=len(pdf),
        updated=printed.record.updated,
    )


def hand_over(strategy: Strategy, composition: Composition, site_url: str, folder: Path) -> None:
    """The PDFs of the site, with their list, in ``folder``. Raises `PdfError`.

    Those of superseded editions too: an address that was handed out stays.
    """
    former = [
        edition
        for edition in strategy.editions.held
        if edition.record and edition.facts.status == "superseded"
    ]
    prints = [
        write(booklet(strategy, composition, language, site_url, large=large, edition=each), folder)
        for each in (None, *former)
        for language in LANGUAGES
        for large in (False, True)
    ]
    listed = json.dumps([asdict(made) for made in prints], ensure_ascii=False)
    (folder / LIST).write_text(listed, encoding="utf-8")


def handed_over(folder: str) -> tuple[Print, ...]:
    """The PDFs in a folder; none if it is not named, as when a site is only previewed."""
    if not folder:
        return ()
    listed = json.loads((Path(folder) / LIST).read_text(encoding="utf-8"))
    return tuple(Print(**made) for made in listed)


def files(prints: tuple[Print, ...], folder: str) -> dict[str, bytes]:
    """Path below the site's root → content."""
    return {made.path: (Path(folder) / made.name).read_bytes() for made in prints}
