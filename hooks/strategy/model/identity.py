"""``strategy.yml``: what the document is."""

from pydantic import Field

from strategy.languages import calendar
from strategy.languages.say import Language
from strategy.model.ids import EditionId, PageId
from strategy.reading.date_fields import FiscalPeriod, Moment
from strategy.reading.fields import AdoptedText, Model, Text, WebAddress


class Printed(Model):
    """A date of the edition, with the line that the document prints."""

    date: Moment
    printed: AdoptedText

    def shown(self, language: Language) -> str:
        """The printed line; in Japanese with the western date beside the era."""
        printed = self.printed[language]
        return f"{printed}（{calendar.western_date(self.date)}）" if language == "ja" else printed


class Publication(Model):
    """The edition that the pages show: what its cover says of it."""

    id: EditionId
    kind: AdoptedText = Field(description="版の種類（例: 概要版）")
    adopted: Printed
    updated: Printed


class Part(Model):
    """A part of a chapter whose title is adopted wording; ``id`` is its section's."""

    id: PageId
    title: AdoptedText


class Chapter(Model):
    """A chapter: its page, the title in its body, the one in the contents, and its parts."""

    id: PageId = Field(description="ページ名（docs/<id>.md）")
    title: AdoptedText
    contents: AdoptedText
    parts: tuple[Part, ...] = ()


class Identity(Model):
    """``strategy.yml``: what the document is, whose it is, and when it holds."""

    city: Text
    prefecture: Text
    website: WebAddress
    title: AdoptedText
    period: FiscalPeriod
    period_printed: AdoptedText
    edition: Publication
    chapters: tuple[Chapter, ...] = Field(min_length=1)
