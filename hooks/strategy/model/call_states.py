"""What a consultation is at a moment, by the time in Japan; never typed by anyone.

``overrides/js/consultation.js`` and ``call.js`` do the same sum in the reader's browser.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal

from strategy.languages import calendar
from strategy.languages.calendar import JAPAN
from strategy.languages.say import Language, Say
from strategy.model import Consultation, addresses

State = Literal["announced", "open", "closed", "answered"]
STATES: dict[State, Say] = {
    "announced": Say("募集の予告", "Announced"),
    "open": Say("意見を募集中", "Open for opinions"),
    "closed": Say("募集は終わりました（意見を検討中）", "Closed; opinions are being considered"),
    "answered": Say("結果を公表しました", "Answered"),
}
"""What the states are called."""
OVER = Say("募集は終わりました", "Closed")


def state(consultation: Consultation, moment: datetime) -> State:
    """What a consultation is at a moment (with its time zone)."""
    if moment < consultation.opens.begins:
        return "announced"
    if moment < consultation.closes.ends:
        return "open"
    answers = answered_at(consultation)
    return "answered" if answers and moment >= answers else "closed"


def state_of(consultation: Consultation, now: State) -> Say:
    """What a call is called. Of one without a draft here, what became of its opinions is not known."""
    over = now == "closed" and consultation.draft is None
    return OVER if over else STATES[now]


def answered_at(consultation: Consultation) -> datetime | None:
    """The beginning of the day on which the answers come out."""
    day = consultation.answered
    return datetime.combine(day, time(), JAPAN) if day else None


def next_change(consultations: Iterable[Consultation], moment: datetime) -> datetime:
    """When a call will be something else than at a moment, or the day in Japan will be over."""
    midnight = datetime.combine(moment.astimezone(JAPAN).date(), time(), JAPAN) + timedelta(days=1)
    turns = (
        turn
        for call in consultations
        for turn in (call.opens.begins, call.closes.ends, answered_at(call))
        if turn and turn > moment
    )
    return min((midnight, *turns))


@dataclass(frozen=True)
class Notice:
    """What the banner of an open call shows; ``closes`` is the end of its period, ISO 8601.

    ``page`` is the call on this site, from its root; ``call`` one elsewhere.
    """

    subject: str
    page: str | None
    call: str | None
    last_day: str
    closes: str


def notices(
    consultations: Iterable[Consultation], moment: datetime, language: Language
) -> tuple[Notice, ...]:
    """A notice for each call that is open at a moment."""
    return tuple(
        Notice(
            consultation.subject[language],
            addresses.consultation(consultation.id, language) if consultation.draft else None,
            consultation.call,
            calendar.show_day_time(consultation.closes, language),
            consultation.closes.ends.isoformat(),
        )
        for consultation in consultations
        if state(consultation, moment) == "open"
    )
