"""Who looks after a page, when it was last looked through, and when that is due again.

Front matter of the Japanese page, for both languages::

    review:
      owner: {ja: 見本課, en: Sample Division}   # null where none is decided
      reviewed: 2026-11-01
      every: 6か月
"""

import calendar as gregorian
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import Field, PlainValidator, WithJsonSchema

from strategy.languages import calendar
from strategy.languages.labels import FILE
from strategy.languages.say import Language, Say, in_each
from strategy.markup import plain_markdown
from strategy.markup.plain_markdown import literal
from strategy.problems import Invalid, Location, Problems
from strategy.reading.date_fields import DayOnly
from strategy.reading.fields import Model, Text

_EVERY = re.compile(r"(?P<months>\d{1,2}) *(?:[かヶカケ箇]月|months?)|(?P<years>\d) *(?:年|years?)")


def _every(value: object) -> int:
    match = _EVERY.fullmatch(unicodedata.normalize("NFKC", str(value)).strip())
    months = int(match["months"] or 12 * int(match["years"])) if match else 0
    if not months:
        raise Invalid.of("review-every", value=str(value))
    return months


Months = Annotated[
    int, PlainValidator(_every), WithJsonSchema({"type": "string", "examples": ["6か月", "1年"]})
]


class Review(Model):
    """The review of a page. ``every`` is in months."""

    owner: Text | None = Field(description="担当課。決まっていなければ null")
    reviewed: DayOnly = Field(description="内容を確かめた日")
    every: Months = Field(description="確かめる間隔（例: 6か月、1年）")

    @property
    def due(self) -> date:
        """The day by which the page is to be looked through again."""
        month = self.reviewed.month - 1 + self.every
        year, month = self.reviewed.year + month // 12, month % 12 + 1
        return date(year, month, min(self.reviewed.day, gregorian.monthrange(year, month)[1]))

    def overdue(self, today: date) -> bool:
        """Whether that day has passed."""
        return self.due < today


class Reviewed(NamedTuple):
    """A page with its review."""

    title: str
    file: str
    review: Review


OWNER = Say("このページの担当：{}", "Looked after by {}")
LAST = Say("内容を確かめた日：{}", "Content checked on {}")
NEXT = Say("次に確かめる時期：{}まで", "To be checked again by {}")


def words(review: Review, language: Language) -> tuple[str, ...]:
    """What readers are told of it, a line each; nothing of an owner where none is decided."""
    owner = (OWNER[language].format(review.owner[language]),) if review.owner else ()
    return (
        *owner,
        LAST[language].format(calendar.show(review.reviewed, language)),
        NEXT[language].format(calendar.show(review.due, language)),
    )


def note_due(pages: Iterable[Reviewed], today: date, problems: Problems) -> None:
    """A note for each page whose review is overdue."""
    for page in pages:
        if page.review.overdue(today):
            day = page.review.due
            problems.tell("review-due", Location(page.file), day=in_each(calendar.show, day))


UNKNOWN = Say("未定", "not decided")
LATE = Say("{}（過ぎています）", "{} (overdue)")
COLUMNS = (
    Say("確かめる時期", "Due"),
    Say("ページ", "Page"),
    FILE,
    Say("担当", "Looked after by"),
    Say("前に確かめた日", "Last checked"),
)


def table(pages: Iterable[Reviewed], today: date, language: Language) -> str:
    """Pages by the day on which their review is due, as a Markdown table; overdue ones say so."""
    rows = []
    for title, file, review in sorted(pages, key=lambda page: (page.review.due, page.file)):
        due = calendar.show(review.due, language)
        rows.append(
            (
                LATE[language].format(due) if review.overdue(today) else due,
                literal(title),
                f"`{file}`",
                literal(review.owner[language]) if review.owner else UNKNOWN[language],
                calendar.show(review.reviewed, language),
            )
        )
    return plain_markdown.table(COLUMNS, rows, language)
