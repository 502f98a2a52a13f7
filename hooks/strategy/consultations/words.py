"""What states, ways and rules are called."""

from __future__ import annotations

from strategy.consultations.states import State
from strategy.model.consultations import DeadlineRule, WayKind
from strategy.problems import Say

STATES: dict[State, Say] = {
    "announced": Say("募集の予告", "Announced"),
    "open": Say("意見を募集中", "Open for opinions"),
    "closed": Say("募集は終わりました（意見を検討中）", "Closed; opinions are being considered"),
    "answered": Say("結果を公表しました", "Answered"),
}
WAYS: dict[WayKind, Say] = {
    "form": Say("入力フォーム", "Online form"),
    "mail": Say("メール", "Email"),
    "fax": Say("FAX", "Fax"),
    "post": Say("郵便", "Post"),
    "counter": Say("窓口", "At the counter"),
}
RULES: dict[DeadlineRule, Say] = {
    "arrival": Say("締め切りまでに必着", "must arrive by the deadline"),
    "postmark": Say(
        "締め切り日の消印有効（郵便）", "post is in time if postmarked by the deadline"
    ),
}
NOT_RECORDED = Say("記録なし", "not recorded")
