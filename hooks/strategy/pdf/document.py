"""A whole document in Typst mark-up: cover, contents, chapters, glossary, colophon."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from strategy.languages import japanese
from strategy.languages.calendar import Moment, first_day
from strategy.languages.labels import CONTACT, EDITION, PERIOD, SEPARATOR
from strategy.languages.say import Language, Say
from strategy.model import Status
from strategy.pdf import labels, typst
from strategy.pdf.convert import Converter
from strategy.pdf.links import Links
from strategy.pdf.phrasing import kept_whole
from strategy.pdf.quoting import call, literal, words
from strategy.pdf.redline import redline
from strategy.record import Record, sha256, write

BODY, LARGE_BODY = 10.5, 18.0
"""Points. 10.5 is the usual size of Japanese official documents; 18 that of large print."""


@dataclass(frozen=True)
class Booklet:
    """What is printed: a record, and the little that a record does not hold.

    ``date`` is that of the edition. ``name`` and ``status`` are those of the edition whose frozen
    record this is; None for the present text. ``glossary`` is (term, meaning) in the order of the
    language, ``website`` the city's own, ``site_url`` the public address, empty if there is none.
    ``base`` is the name and the record of another edition: what is different is marked. ``asked``
    is what a call for opinions says on the cover of a draft: names and texts, which may be of several
    lines.
    """

    record: Record
    language: Language
    date: Moment
    name: str | None
    status: Status | None
    glossary: tuple[tuple[str, str], ...]
    website: str
    site_url: str
    large: bool = False
    base: tuple[str, Record] | None = None
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """Title and kind of edition."""
        record, language = self.record, self.language
        names = {"title": record.title[language], "kind": record.kind[language]}
        return labels.TITLE[language].format(**names)

    @property
    def is_draft(self) -> bool:
        """Whether the text is only proposed."""
        return self.status in ("draft", "in_consultation")

    @property
    def size(self) -> float:
        """Points of the text."""
        return LARGE_BODY if self.large else BODY

    @cached_property
    def source(self) -> str:
        """The document as Typst source. Raises `PdfError` for HTML that has no form in print."""
        record = redline(self.record, self.base[1]) if self.base else self.record
        links = Links(record, self.language, self.site_url)
        chapters = "\n\n".join(
            call(
                "chapter", body=Converter(chapter, self.language, links, self.size / BODY).markup()
            )
            for chapter in record.chapters
        )
        if self.is_draft:
            chapters = call("with-lines", body=chapters)
        parts = (_cover(self), _contents(self), chapters, _glossary(self), _colophon(self))
        return typst.document(("template", "booklet"), "booklet", _settings(self), "".join(parts))

    def where(self, char: str) -> Say | None:
        """The first paragraph that has a character."""
        for chapter in self.record.chapters:
            for block in chapter.blocks:
                if char in block.written(self.language).text:
                    number, file = chapter.cite(block) or chapter.number, f"docs/{chapter.id}.md"
                    return Say(f"{file}、段落{number}", f"paragraph {number} of {file}")
        return None


def _settings(booklet: Booklet) -> dict[str, str]:
    record, language = booklet.record, booklet.language
    kind = record.kind[language].partition(" (")[0]  # the foot is a single line
    return {
        "lang": literal(language),
        "title": literal(booklet.title),
        "author": literal(record.city[language]),
        "date": typst.day(first_day(booklet.date)),
        "footer": f"[{_line((record.title[language], kind, record.updated[language]), '　', language)}]",
        "size": f"{booklet.size}pt",
        "draft": literal(labels.DRAFT[language] if booklet.is_draft else ""),
    }


def _cover(booklet: Booklet) -> str:
    record, language = booklet.record, booklet.language
    title = record.title[language]
    lines = (record.period[language], record.adopted[language], record.updated[language])
    reference = ""
    if language == "en":
        japanese = call("tongue", literal("ja"), body=words("参考訳"))
        reference = f"{words(labels.REFERENCE.en + ' (')}{japanese}{words(')')}"
    return call(
        "cover",
        f"city: [{_tongues(record.city[language], language)}]",
        f"title: [{kept_whole(title, language)}]",
        f"kind: [{_tongues(record.kind[language], language)}]",
        f"lines: ({''.join(f'[{_tongues(line, language)}], ' for line in lines)})",
        f"reference: [{reference}]",
        f"prevails: [{words(labels.PREVAILS[language])}]",
        f"asked: [{_asked(booklet)}]",
    )


def _asked(booklet: Booklet) -> str:
    """On the cover of a draft that opinions are asked for: the call, when, and how."""
    if booklet.status != "in_consultation":
        return ""
    language = booklet.language
    entries = (
        f"terms.item([{_tongues(name, language)}], "
        f"[{call('linebreak').join(_tongues(line, language) for line in text.split(chr(10)))}])"
        for name, text in booklet.asked
    )
    return call(
        "asked",
        f"[{words(labels.ASKED[language])}]",
        f"[{words(labels.ASKED_HOW[language])}]",
        *entries,
    )


def _contents(booklet: Booklet) -> str:
    language = booklet.language
    notes = [labels.READING_NUMBERS[language], labels.READING_WORDING[language]]
    if booklet.base:
        notes.append(labels.READING_REDLINE[language].format(name=booklet.base[0]))
    return call(
        "contents",
        literal(labels.CONTENTS[language]),
        f"[{words(labels.READING[language])}]",
        *(f"[{words(note)}]" for note in notes),
    )


def _glossary(booklet: Booklet) -> str:
    if not booklet.glossary:
        return ""
    language = booklet.language
    entries = (
        f"terms.item([{_tongues(term, language)}], [{_tongues(meaning, language)}])"
        for term, meaning in booklet.glossary
    )
    body = f"{words(labels.GLOSSARY_NOTE[language])}\n\n{call('terms', *entries)}"
    return _appendix(labels.GLOSSARY, "glossary", language, body)


def _colophon(booklet: Booklet) -> str:
    record, language = booklet.record, booklet.language
    ident = record.edition
    source = labels.FROM_PRESENT[language].format(id=ident)
    if booklet.name is not None:
        form = labels.FROM_EDITION if booklet.status == "in_force" else labels.FROM_OTHER_EDITION
        source = form[language].format(name=booklet.name, id=ident)
    edition = (record.kind[language], record.adopted[language], record.updated[language])
    facts: Iterable[tuple[Say, str]] = (
        (labels.STRATEGY_OF, _tongues(record.city[language], language)),
        (PERIOD, _tongues(record.period[language], language)),
        (EDITION, _line(edition, SEPARATOR[language], language)),
        (labels.TEXT, _tongues(source, language)),
        (labels.SHA256, call("hash", literal(sha256(write(record))))),
        (CONTACT, _with_link(labels.CONTACT_NOT_RECORDED[language], booklet.website)),
        (labels.LICENCE, words(labels.LICENCE_NOT_RECORDED[language])),
        (labels.ADDRESS, _address(booklet)),
    )
    entries = (f"terms.item([{words(name[language])}], [{value}])" for name, value in facts)
    return _appendix(labels.COLOPHON, "colophon", language, call("colophon", *entries))


def _address(booklet: Booklet) -> str:
    address, language = booklet.site_url, booklet.language
    if not address:
        return words(labels.ADDRESS_NOT_RECORDED[language])
    return typst.code(address, language)


def _with_link(text: str, address: str) -> str:
    before, after = text.split("{website}")
    link = call("outside", literal(address), '""', body=words(address))
    return words(before) + link + words(after)


def _appendix(title: Say, label: str, language: Language, body: str) -> str:
    heading = kept_whole(title[language], language)
    head = call("head", "1", literal(f"#{label}"), body=heading)
    whole = "chapter" if label == "glossary" else "together"
    return call(whole, body=f"{head}\n\n{body}")


def _line(texts: Iterable[str], separator: str, language: Language) -> str:
    return _tongues(separator.join(texts), language)


def _tongues(text: str, language: Language) -> str:
    """Text whose Japanese words on an English page are marked as Japanese (WCAG 2.2, 3.1.2)."""
    if language == "ja":
        return words(text)
    return "".join(
        call("tongue", literal("ja"), body=words(part)) if index % 2 else words(part)
        for index, part in enumerate(japanese.split(text))
    )
