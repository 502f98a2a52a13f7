"""Opinions from an export into ``comments.csv``: nothing personal comes in, and nothing is doubled.

Only columns that are known are taken; all others stay out, the personal ones by name. What tells
who somebody is inside a text is left out before anything is written, for a repository keeps it.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from strategy.consultations.exports import Table
from strategy.content import opinions
from strategy.languages import calendar
from strategy.languages.say import Say, enumerated
from strategy.model import Consultation, Opinion
from strategy.model.consultations import WayKind
from strategy.problems import Invalid
from strategy.reading import dates, personal_data

COLUMNS: dict[str, tuple[str, ...]] = {
    "received": (
        "received", "timestamp", "タイムスタンプ", "受付日", "受付日時", "受信日", "受信日時",
        "回答日", "回答日時", "送信日時", "提出日", "日時", "日付", "完了時刻",
    ),
    "paragraphs": (
        "paragraphs", "paragraph", "段落", "段落番号", "対象の段落", "該当箇所", "意見の箇所", "箇所",
    ),
    "opinion": (
        "opinion", "comment", "意見", "ご意見", "意見とその理由", "ご意見とその理由", "意見の内容",
        "ご意見の内容", "意見内容", "内容", "コメント",
    ),
}  # fmt: skip
"""What the columns are called that are taken."""

PERSONAL = re.compile(
    r"氏名|名前|姓|フリガナ|ふりがな|カナ|住所|所在地|番地|電話|携帯|連絡先|fax|ファックス|メール|mail|"
    r"郵便|年齢|年代|生年|性別|職業|勤務|学校|会社|団体|所属|name|address|phone|tel|birth|gender|age$|\bip\b",
    re.IGNORECASE,
)  # fmt: skip
"""Names of columns that tell who somebody is."""


@dataclass(frozen=True)
class Refused:
    """A row that was not taken, and why."""

    row: int
    reason: Say


@dataclass
class Import:
    """What came of an import: the opinions as they are then, and an account of every row."""

    opinions: list[Opinion] = field(default_factory=list)
    imported: list[int] = field(default_factory=list)
    merged: list[int] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    left_out: list[tuple[int, personal_data.PrivateKind]] = field(default_factory=list)
    gone: list[Opinion] = field(default_factory=list)
    """Opinions of an earlier import that the export has no more; still in ``opinions``."""
    personal: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def remove(self) -> None:
        """Take those that are gone out."""
        numbers = {opinion.number for opinion in self.gone}
        self.opinions = [each for each in self.opinions if each.number not in numbers]


def columns(table: Table, given: Mapping[str, str]) -> dict[str, int]:
    """Field → index of its column; ``given`` maps fields to names of columns.

    Raises `Invalid` where the opinion or the date has no column, or a name is not there.
    """
    folded = [_folded(name) for name in table.columns]
    found: dict[str, int] = {}
    for name, known in COLUMNS.items():
        wanted = [given[name]] if name in given else known
        for candidate in wanted:
            if name not in found and _folded(candidate) in folded:
                found[name] = folded.index(_folded(candidate))
        if name not in found and (name != "paragraphs" or name in given):
            raise Invalid.of("import-column", name=name, columns=enumerated(table.columns))
    return found


def _folded(name: str) -> str:
    """A column's name without white space, case, width, brackets and what stands in them."""
    plain = unicodedata.normalize("NFKC", name).lower()
    return re.sub(r"\(.*?\)|【.*?】|\[.*?\]|[\s*※:.、。]", "", plain)


def run(
    consultation: Consultation,
    known: tuple[Opinion, ...],
    table: Table,
    way: WayKind,
    given: Mapping[str, str],
    numbers: Collection[str],
) -> Import:
    """Merge the rows of an export, which came in by ``way``, into the opinions ``known``.

    ``numbers`` are those of the draft's paragraphs. Raises `Invalid` as `columns`.
    """
    places = columns(table, given)
    result = Import(opinions=list(known))
    for index, name in enumerate(table.columns):
        if index not in places.values() and name:
            (result.personal if PERSONAL.search(name) else result.unknown).append(name)
    by_source = {opinion.source: opinion for opinion in known if opinion.source}
    seen: Counter[str] = Counter()
    number = max((opinion.number for opinion in known), default=0)
    sources: set[str] = set()
    for row, cells in table.rows:
        values = {name: opinions.cleaned(cells[index]) for name, index in places.items()}
        try:
            opinion, kinds = _opinion(values, way, consultation, numbers)
        except Invalid as error:
            result.refused.append(Refused(row, error.fault.what))
            continue
        mark = _mark(values, way)
        seen[mark] += 1
        source = f"{mark}-{seen[mark]}"
        sources.add(source)
        if source in by_source:
            result.merged.append(row)
            continue
        result.left_out += [(row, kind) for kind in kinds]
        number += 1
        update = {"number": number, "source": source}
        result.opinions.append(opinion.model_copy(update=update))
        result.imported.append(row)
    result.gone = [
        opinion
        for opinion in known
        if opinion.way == way and opinion.source and opinion.source not in sources
    ]
    return result


def _opinion(
    values: Mapping[str, str], way: WayKind, consultation: Consultation, numbers: Collection[str]
) -> tuple[Opinion, list[personal_data.PrivateKind]]:
    """A row as an opinion without a number, and what was left out of its text.

    Raises `Invalid` with the reason to refuse the row.
    """
    text = values["opinion"]
    if not text:
        raise Invalid.of("import-row/empty")
    received = _received(values["received"])
    if received < consultation.opens.day:
        raise Invalid.of("import-row/early")
    if consultation.deadline == "arrival" and received > consultation.closes.day:
        raise Invalid.of("import-row/late")
    cell = values.get("paragraphs", "")
    named, rest = _named(cell)
    paragraphs = tuple(number for number in named if number in numbers)
    full = _full(text, rest if paragraphs == named else cell)
    text, kinds = personal_data.masked(full, opinions.published(consultation))
    opinion = Opinion(
        number=1,
        received=received.isoformat(),
        way=way,
        paragraphs=paragraphs,
        opinion_ja=text,
        opinion_en="",
        shortened=bool(kinds),
        answer_ja="",
        answer_en="",
        disposition="",
        changed=(),
        source="",
    )
    return opinion, kinds


def _named(cell: str) -> tuple[tuple[str, ...], str]:
    """The paragraphs that a cell names; the cell itself where that is not all it says."""
    try:
        return opinions.paragraphs(cell), ""
    except Invalid:
        found = re.findall(r"\d+-\d+", unicodedata.normalize("NFKC", cell))
        return tuple(dict.fromkeys(found)), cell


def _full(text: str, rest: str) -> str:
    """An opinion with what does not name paragraphs, for nothing may be lost."""
    return f"［{rest}］{text}" if rest else text


def _received(text: str) -> date:
    """The day in 「2027/01/12 10:23:45」 or 「令和9年1月12日 午前10時」. Raises `Invalid`."""
    match = re.match(r"\S+?(?:日|(?=[ T]|$))", unicodedata.normalize("NFKC", text).strip())
    moment = dates.parse_moment(match[0] if match else text)
    if isinstance(moment, calendar.Month):
        raise Invalid.of("import-row/no-day")
    return moment


def _mark(values: Mapping[str, str], way: WayKind) -> str:
    """What tells a row apart: its own cells alone, so that it stays whatever becomes of the call.

    Of what looks personal nothing goes into it, for whoever knows the rest could guess that.
    """
    named, rest = _named(values.get("paragraphs", ""))
    text, _kinds = personal_data.masked(_full(values["opinion"], rest))
    parts = (values["received"], way, *named, text)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
