"""``consultations.yml``: the times at which the city asks for opinions."""

from __future__ import annotations

from pydantic import Field

from strategy.fields import DayOnly, Model, Text, WebAddress
from strategy.model.ids import ConsultationId
from strategy.problems import Invalid, Say


class Consultation(Model):
    """A call for opinions. It is open from ``opens`` to ``closes``, both included, Japan time."""

    id: ConsultationId
    subject: Text
    opens: DayOnly
    closes: DayOnly
    ways: Text | None = Field(description="提出の方法。記録がなければ null")
    call: WebAddress | None = Field(description="募集のページ。記録がなければ null")

    def model_post_init(self, _context: object) -> None:
        """Refuse an end before the start."""
        if self.closes < self.opens:
            raise Invalid(
                "period",
                Say("終わりが始まりより前です", "the end is before the start"),
                Say(
                    "始まり（opens）と終わり（closes）の日付を確かめてください",
                    "check the dates of opens and closes",
                ),
                at=("closes",),
            )


class Consultations(Model):
    """``consultations.yml``: all calls for opinions, past, open and announced."""

    consultations: tuple[Consultation, ...] = Field(min_length=1)
