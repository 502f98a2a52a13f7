"""What states are called, and what is not known."""

from __future__ import annotations

from strategy.consultations.states import State
from strategy.problems import Say

STATES: dict[State, Say] = {
    "announced": Say("募集の予告", "Announced"),
    "open": Say("意見を募集中", "Open for opinions"),
    "closed": Say("募集は終わりました（意見を検討中）", "Closed; opinions are being considered"),
    "answered": Say("結果を公表しました", "Answered"),
}
