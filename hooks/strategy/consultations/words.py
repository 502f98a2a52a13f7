"""What states are called, and what is not known."""

from __future__ import annotations

from strategy.consultations.states import State
from strategy.model import Consultation
from strategy.problems import Say

STATES: dict[State, Say] = {
    "announced": Say("募集の予告", "Announced"),
    "open": Say("意見を募集中", "Open for opinions"),
    "closed": Say("募集は終わりました（意見を検討中）", "Closed; opinions are being considered"),
    "answered": Say("結果を公表しました", "Answered"),
}
OVER = Say("募集は終わりました", "Closed")
NOT_RECORDED = Say("記録なし", "not recorded")


def state_of(call: Consultation, now: State) -> Say:
    """What a call is called. Of one without a draft here, what became of its opinions is not known."""
    return OVER if now == "closed" and call.draft is None else STATES[now]
