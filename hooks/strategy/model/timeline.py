"""``timeline.yml``: how the strategy was made."""

from pydantic import Field

from strategy.languages.calendar import first_day
from strategy.model.evidence import Evidence
from strategy.model.ids import DatedId, EntryId, RetiredIds
from strategy.problems import Invalid
from strategy.reading.date_fields import MonthOnly, Period
from strategy.reading.fields import AdoptedText, Line, Model, ids_begin_with


class TimelineItem(Model):
    """An event or a line of progress, as adopted; ``period`` where the source gives days."""

    id: EntryId
    text: AdoptedText
    period: Period | None = None


class TimelineMonth(Model):
    """One row of the strategy's history: what happened, and what came of it.

    The two lists do not pair one to one: the source's rows have unequal counts.
    """

    id: DatedId = Field(description="見出しのID（例: r4-10）")
    month: MonthOnly
    printed: Line
    events: tuple[TimelineItem, ...] = Field(min_length=1)
    progress: tuple[TimelineItem, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def model_post_init(self, _context: object) -> None:
        """Refuse items whose id names another month."""
        ids_begin_with(f"{self.id}.event.", "events", [item.id for item in self.events])
        ids_begin_with(f"{self.id}.progress.", "progress", [item.id for item in self.progress])


class Timeline(Model):
    """``timeline.yml``: how the strategy was made, and what the public record says since."""

    months: tuple[TimelineMonth, ...] = Field(min_length=1)
    since: tuple[Evidence, ...] = Field(default=(), description="策定後の公表資料の事実")
    retired: RetiredIds = ()

    def model_post_init(self, _context: object) -> None:
        """Refuse months that are not in the order of time, or given twice."""
        for index in range(1, len(self.months)):
            if first_day(self.months[index].month) <= first_day(self.months[index - 1].month):
                raise Invalid.of("order", at=("months", index, "month"))
