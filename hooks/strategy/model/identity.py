"""``strategy.yml``: what the document is."""

from __future__ import annotations

from pydantic import Field

from strategy.fields import FiscalPeriod, Model, Moment, Text, WebAddress
from strategy.model.ids import PageId


class Printed(Model):
    """A date of the edition, with the line that the document prints."""

    date: Moment
    printed: Text


class Publication(Model):
    """The edition that the pages show: what its cover says of it."""

    id: PageId
    kind: Text = Field(description="版の種類（例: 概要版）")
    adopted: Printed
    updated: Printed


class Part(Model):
    """A part of a chapter whose title is adopted wording; ``id`` is its section's."""

    id: PageId
    title: Text


class Chapter(Model):
    """A chapter: its page, the title in its body, the one in the contents, and its parts."""

    id: PageId = Field(description="ページ名（docs/<id>.md）")
    title: Text
    contents: Text
    parts: tuple[Part, ...] = ()


class Identity(Model):
    """``strategy.yml``: what the document is, whose it is, and when it holds."""

    city: Text
    prefecture: Text
    website: WebAddress
    title: Text
    period: FiscalPeriod
    period_printed: Text
    edition: Publication
    chapters: tuple[Chapter, ...] = Field(min_length=1)
