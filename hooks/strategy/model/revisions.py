"""``revisions.yml``: what was changed in the text since an edition, why, and who decided it."""

import re
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, Field

from strategy.languages import calendar
from strategy.languages.say import Language, Say
from strategy.model.ids import PageId
from strategy.problems import Invalid
from strategy.reading.date_fields import DayOnly
from strategy.reading.fields import Identifier, Model, Named, Text

RevisionKind = Literal["substantive", "wording", "correction", "translation"]
REVISION_KINDS: dict[RevisionKind, Say] = {
    "substantive": Say("内容の変更", "Change of substance"),
    "wording": Say("表現の変更", "Change of wording"),
    "correction": Say("誤りの訂正", "Correction"),
    "translation": Say("英語訳だけの変更", "Change of the English translation only"),
}
ChangeKind = Literal["changed", "added", "deleted", "moved", "translation"]

NO_DAY = Say("決めた日の記録なし", "Date of decision not recorded")

_CHANGE = re.compile(
    r"(changed|added|deleted|moved|translation) (\d+-\d+|\d+#[^\s#]+) [0-9a-f]{16}( [0-9a-f]{16})?"
)


class DeclaredChange(NamedTuple):
    """A change of one block: its kind, the place for people, the fingerprint of its text.

    ``other`` is the fingerprint of its text in the other language then; empty for what was deleted.
    """

    kind: ChangeKind
    place: str
    mark: str
    other: str = ""

    def __str__(self) -> str:
        """The line that declares it."""
        return " ".join(part for part in self if part)

    @property
    def chapter(self) -> int:
        """The number of its chapter."""
        return int(re.split("[-#]", self.place)[0])


def _change(text: str) -> str:
    if not _CHANGE.fullmatch(text):
        raise Invalid.of("declared-change", text=text)
    return text


ChangeLine = Annotated[str, AfterValidator(_change)]


class Revision(Model):
    """A change of the text since the edition ``since``, as people need to know it.

    ``changes`` holds a line for each block, as the check prints it: kind, place, fingerprints.
    ``replaces`` holds such lines of earlier revisions whose text was changed again by this one.
    """

    id: Annotated[str, Identifier("revision.")]
    since: PageId
    kind: Annotated[RevisionKind, Named(REVISION_KINDS)]
    decided: DayOnly | None = Field(description="決めた日。記録がなければ null")
    decided_by: Text | None
    summary: Text
    reason: Text
    changes: tuple[ChangeLine, ...]
    replaces: tuple[ChangeLine, ...] = ()

    def day(self, language: Language) -> str:
        """The day on which it was decided, in words."""
        return calendar.show(self.decided, language) if self.decided else NO_DAY[language]

    def declared(self) -> tuple[DeclaredChange, ...]:
        """The changes, taken apart."""
        return _taken_apart(self.changes)

    def replaced(self) -> tuple[DeclaredChange, ...]:
        """The earlier changes that are history since, taken apart."""
        return _taken_apart(self.replaces)


def _taken_apart(lines: tuple[str, ...]) -> tuple[DeclaredChange, ...]:
    return tuple(DeclaredChange(*line.split(" ")) for line in lines)  # type: ignore[arg-type]


class Revisions(Model):
    """``revisions.yml``: all revisions, the latest last; nothing below ``revisions:`` while there are none."""

    revisions: tuple[Revision, ...] | None

    @property
    def all(self) -> tuple[Revision, ...]:
        """The revisions in the order of the file."""
        return self.revisions or ()

    def declared(self, chapter: int) -> tuple[DeclaredChange, ...]:
        """The changes of a chapter, the oldest first."""
        return tuple(
            change
            for revision in self.all
            for change in revision.declared()
            if change.chapter == chapter
        )
