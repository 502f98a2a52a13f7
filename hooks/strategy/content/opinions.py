"""``data/consultations/<id>/comments.csv``: reading, checking and writing the opinions.

The file has the columns of `Opinion` and no other, so that there is no place for a name or an
address. Officers edit it in a spreadsheet program, which takes a bare 3-12 for a date: paragraphs
are written 段落3-12.
"""

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from strategy.languages.say import Say
from strategy.model import Consultation, Editions, Opinion
from strategy.model.consultations import WAYS
from strategy.model.spreadsheets import csv_bytes, unharmed
from strategy.problems import Fault, Invalid, Location, Problems, suggestion
from strategy.reading import personal_data
from strategy.reading.source import read_text
from strategy.record import Record

FILE = "comments.csv"
COLUMNS = tuple(Opinion.model_fields)
TEXTS = ("opinion_ja", "opinion_en", "answer_ja", "answer_en")
_PLACES = re.compile(r"(?:段落|para\.?|p)? ?(\d+-\d+)", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s、,，;；]+")
# Control characters, and those that turn the direction of what follows.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def path(root: Path, ident: str) -> Path:
    """Where the opinions on a consultation stand."""
    return root / "data" / "consultations" / ident / FILE


def cleaned(text: str) -> str:
    """Text without invisible characters, with ``\\n`` for every line break."""
    return _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def paragraphs(text: str) -> tuple[str, ...]:
    """The numbers in 「段落3-12、段落4-2」. Raises `Invalid` for anything else.

    Nothing, 全体, 全般 and “all” mean the whole.
    """
    folded = text.translate(personal_data.PLAIN).strip()
    if folded.lower() in ("", "全体", "全般", "all"):
        return ()
    parts = [part for part in _SEPARATORS.split(_PLACES.sub(r"\1 ", folded)) if part]
    if not all(re.fullmatch(r"\d+-\d+", part) for part in parts):
        raise Invalid.of("paragraph", text=text)
    return tuple(dict.fromkeys(parts))


def read(
    root: Path, consultation: Consultation, editions: Editions, problems: Problems
) -> tuple[Opinion, ...]:
    """The opinions on a consultation in the order of their numbers; reports all that is wrong."""
    file = path(root, consultation.id)
    if not file.exists():
        return ()
    text = read_text(file, root, problems)
    if text is None:
        return ()
    name = file.relative_to(root).as_posix()
    places = {
        "paragraphs": (consultation.draft, _numbers(editions, consultation.draft)),
        "changed": (consultation.final, _numbers(editions, consultation.final)),
    }
    found: dict[int, Opinion] = {}
    for line, cells in _rows(text, name, problems):
        opinion = _opinion(cells, Location(name, line), problems)
        if opinion is None:
            continue
        if opinion.number in found:
            problems.tell("opinion-number", Location(name, line), number=opinion.number)
        found[opinion.number] = opinion
        for fault in _check(opinion, consultation, places):
            problems.add(fault.at(Location(name, line)))
    return tuple(found[number] for number in sorted(found))


def _rows(text: str, name: str, problems: Problems) -> Iterator[tuple[int, dict[str, str]]]:
    """The line on which each row begins, and its cells by column."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        head = next(reader, [])
        if not _check_head([cell.strip() for cell in head], name, problems):
            return
        line = reader.line_num + 1
        for row in reader:
            if any(cell.strip() for cell in row):
                if len(row) != len(head):
                    problems.tell("opinion-row", Location(name, line), columns=len(head))
                else:
                    yield line, dict(zip((cell.strip() for cell in head), row, strict=True))
            line = reader.line_num + 1
    except csv.Error:
        problems.tell("opinion-csv", Location(name, reader.line_num))


def _check_head(head: list[str], name: str, problems: Problems) -> bool:
    for column in dict.fromkeys(head):
        if column not in COLUMNS or head.count(column) > 1:
            problems.tell(
                "opinion-column/personal",
                Location(name),
                column=column,
                fix=suggestion(column, COLUMNS),
            )
    for column in COLUMNS:
        if column not in head:
            problems.tell(
                "opinion-column/missing", Location(name), column=column, columns=", ".join(COLUMNS)
            )
    return sorted(head) == sorted(COLUMNS)


def _opinion(cells: Mapping[str, str], where: Location, problems: Problems) -> Opinion | None:
    values: dict[str, object] = {name: cleaned(unharmed(cells[name])) for name in COLUMNS}
    sound = True
    for name in ("paragraphs", "changed"):
        try:
            values[name] = paragraphs(str(values[name]))
        except Invalid as error:
            fault = error.fault
            problems.report(fault.code, where, _in(name, fault.what), fault.fix)
            sound = False
    try:
        return Opinion.model_validate(values) if sound else None
    except ValidationError as error:
        for detail in error.errors():
            name = str(detail["loc"][0])
            cause = detail.get("ctx", {}).get("error")
            what = Say(f"「{values[name]}」は使えない値です", f"“{values[name]}” cannot be used")
            fix = {
                "number": Say("1以上の整数を書いてください", "write a whole number from 1"),
                "way": suggestion(str(values[name]), WAYS, WAYS),
                "shortened": Say("true または false と書いてください", "write true or false"),
                "opinion_ja": Say("意見の要旨を書いてください", "write the gist of the opinion"),
            }.get(name, Say("値を確かめてください", "check the value"))
            if isinstance(cause, Invalid):
                what, fix = cause.fault.what, cause.fault.fix
            problems.report("opinion", where, _in(name, what), fix)
        return None


def _in(column: str, what: Say) -> Say:
    return Say(f"{column}：{what.ja}", f"{column}: {what.en}")


def _check(
    opinion: Opinion, consultation: Consultation, places: Mapping[str, tuple[str | None, set[str]]]
) -> Iterator[Fault]:
    """An opinion against the editions that it cites, the dispositions, and what is private.

    ``places`` gives by column the edition that it cites and the numbers that this has.
    """
    for name, (edition, known) in places.items():
        for number in getattr(opinion, name):
            if number not in known:
                yield Fault.of(
                    "unknown-paragraph",
                    column=name,
                    number=number,
                    edition=Say(edition or "（なし）", edition or "(none)"),
                )
    given = opinion.disposition
    if given and consultation.disposition(given) is None:
        names = {
            each.id: Say(each.name.ja, each.name.en) for each in consultation.dispositions or ()
        }
        yield Fault.of("disposition", given=given, fix=suggestion(given, names, names))
    for name in TEXTS:
        for private in personal_data.find(getattr(opinion, name), published(consultation)):
            kind = personal_data.NAMES[private.kind]
            yield Fault.of("private", column=name, kind=kind, instead=personal_data.LEFT_OUT)


def published(consultation: Consultation) -> list[str]:
    """What of addresses and numbers the call itself publishes, and an opinion may therefore cite."""
    contact = consultation.contact
    known = [contact.phone, contact.fax, contact.mail] if contact else []
    known += [way.address for way in consultation.ways or ()]
    known += [way.to.ja for way in consultation.ways or () if way.to]
    known += [place.ja for place in consultation.reading_places or ()]
    return [each for each in known if each]


def _numbers(editions: Editions, ident: str | None) -> set[str]:
    found = editions.get(ident)
    return numbers(found.record) if found and found.record else set()


def numbers(record: Record) -> set[str]:
    """The numbers of all paragraphs of an edition."""
    return {chapter.cite(block) for chapter in record.chapters for block in chapter.blocks} - {""}


def write(opinions: Collection[Opinion]) -> bytes:
    """The opinions as the bytes of their file."""
    return csv_bytes(COLUMNS, ([_cell(opinion, name) for name in COLUMNS] for opinion in opinions))


def _cell(opinion: Opinion, name: str) -> str:
    value = getattr(opinion, name)
    if isinstance(value, tuple):
        return "、".join(f"段落{number}" for number in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
