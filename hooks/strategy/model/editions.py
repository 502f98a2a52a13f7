"""``editions/<id>/edition.yml``: what is known about an edition. Its text is in ``record.json``."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from strategy.languages.say import Say
from strategy.model.ids import PageId
from strategy.reading.date_fields import Moment
from strategy.reading.fields import Line, Model, Named, Text
from strategy.record import Record

Status = Literal["draft", "in_consultation", "in_force", "superseded"]
STATUS_NAMES: dict[Status, Say] = {
    "draft": Say("準備中", "draft"),
    "in_consultation": Say("意見を募集する案", "draft for consultation"),
    "in_force": Say("現在の版", "in force"),
    "superseded": Say("前の版", "superseded"),
}
"""What the states of an edition are called, here and on the site."""


class EditionFacts(Model):
    """An edition as ``edition.yml`` describes it; ``null`` is "not recorded".

    ``sha256`` is that of ``record.json``; null for an edition whose text is not held here.
    """

    id: PageId
    status: Annotated[Status, Named(STATUS_NAMES)]
    name: Text = Field(description="版の名前（例: 令和8年5月更新版）")
    kind: Text | None = Field(description="版の種類（例: 概要版）。記録がなければ null")
    date: Moment = Field(description="策定または更新の年月")
    decided_by: Text | None = Field(description="決定した会議など。記録がなければ null")
    changes: Text | None = Field(description="何が変わったか。記録がなければ null")
    sha256: Line | None


@dataclass(frozen=True)
class Edition:
    """An edition: its facts, and its text where that is held here."""

    facts: EditionFacts
    record: Record | None

    @property
    def id(self) -> str:
        """The edition's id, which is its folder and its address."""
        return self.facts.id


@dataclass(frozen=True)
class Editions:
    """All editions, newest first. ``hidden`` are those whose consultation has not begun."""

    all: tuple[Edition, ...] = ()
    hidden: frozenset[str] = frozenset()

    @property
    def published(self) -> tuple[Edition, ...]:
        """Those that readers may know of: a draft is nobody's business yet."""
        return tuple(
            edition
            for edition in self.all
            if edition.facts.status != "draft" and edition.id not in self.hidden
        )

    def get(self, ident: str | None) -> Edition | None:
        """The edition of an id, whether readers may know of it or not."""
        return next((edition for edition in self.all if edition.id == ident), None)

    @property
    def held(self) -> tuple[Edition, ...]:
        """The published ones whose text is held, newest first."""
        return tuple(edition for edition in self.published if edition.record)

    @property
    def in_force(self) -> Edition | None:
        """The edition in force."""
        return next((edition for edition in self.all if edition.facts.status == "in_force"), None)

    def successor(self, edition: Edition) -> Edition | None:
        """The next newer edition whose text is held, leaving out what is only proposed."""
        newer = [
            other
            for other in self.held[: self.held.index(edition)]
            if other.facts.status in ("in_force", "superseded")
        ]
        return newer[-1] if newer else None
