"""Days in ``data/`` that a model alone cannot judge: those of public facts, and of decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from strategy.languages import calendar
from strategy.languages.say import Say
from strategy.problems import Invalid, Problems
from strategy.reading import dates, source
from strategy.reading.source import Node, Scalar, Sequence

_DATED = re.compile(r"evidence\.(?P<day>\d{4}-\d{1,2}(?:-\d{1,2})?)(?P<rest>(?:-.*)?)")


def check(nodes: Mapping[str, Node], today: date, problems: Problems) -> None:
    """Report ids of facts that name another day than theirs, days to come, and days left empty."""
    for node in nodes.values():
        for item in _items(node):
            ident, day = item.entries.get("id"), item.entries.get("date")
            if isinstance(ident, Scalar) and isinstance(day, Scalar):
                _check_fact(ident, day, today, problems)
    for item in _items(nodes["revisions"]) if "revisions" in nodes else ():
        decided = item.entries.get("decided")
        if isinstance(decided, Scalar) and decided.plain and not decided.text:
            problems.report(
                "missing-key",
                decided.location,
                Say("「decided」の値がありません", "“decided” has no value"),
                Say(
                    "「decided: 」の後に、決めた日を書いてください。記録がなければ null と書きます",
                    "write the day of the decision after “decided: ”, or null if it is not recorded",
                ),
            )


def _items(node: Node) -> Iterator[source.Mapping]:
    """All mappings in a node, its own included."""
    if isinstance(node, Sequence):
        for child in node.items:
            yield from _items(child)
    elif isinstance(node, source.Mapping):
        yield node
        for child in node.entries.values():
            yield from _items(child)


def _check_fact(ident: Scalar, day: Scalar, today: date, problems: Problems) -> None:
    if not ident.text.startswith("evidence."):
        return
    try:
        moment = dates.parse_moment(day.text)
    except Invalid:
        return  # reported as no date
    named = _DATED.fullmatch(ident.text)
    if named and named["day"] != moment.isoformat():
        right = f"evidence.{moment.isoformat()}{named['rest']}"
        problems.report(
            "evidence-day",
            ident.location,
            Say(
                f"IDの日付が「date: {day.text}」と違います",
                f"the id names another day than “date: {day.text}”",
            ),
            Say(
                f"「id: {right}」と書くか、date を正しい日付に直してください",
                f"write “id: {right}”, or put the date right",
            ),
        )
    if calendar.first_day(moment) > today:
        problems.report(
            "future-day",
            day.location,
            Say(
                f"「{day.text}」は、まだ来ていない日です",
                f"“{day.text}” is a day to come",
            ),
            Say(
                "公表された事実の日付かどうかを確かめてください",
                "check that this is the day of a fact that was published",
            ),
        )
