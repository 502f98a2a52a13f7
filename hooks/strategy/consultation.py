"""Whether a call for opinions is open, by the date in Japan; never typed by anyone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from strategy import calendar
from strategy.model import Consultation
from strategy.problems import Language

State = Literal["announced", "open", "closed"]


def state(consultation: Consultation, day: date) -> State:
    """What a call is on a day."""
    if day < consultation.opens:
        return "announced"
    return "open" if day <= consultation.closes else "closed"


@dataclass(frozen=True)
class Notice:
    """What the banner of an open call shows; ``closes`` is the end of its last day, ISO 8601."""

    subject: str
    call: str | None
    last_day: str
    closes: str


def notices(
    consultations: Iterable[Consultation], day: date, language: Language
) -> tuple[Notice, ...]:
    """A notice for each call that is open on a day."""
    return tuple(
        Notice(
            consultation.subject[language],
            consultation.call,
            calendar.show(consultation.closes, language),
            f"{consultation.closes.isoformat()}T23:59:59+09:00",
        )
        for consultation in consultations
        if state(consultation, day) == "open"
    )
