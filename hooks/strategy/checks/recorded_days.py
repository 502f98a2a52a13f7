"""Days in ``data/`` that a model alone cannot judge: those of public facts, and of decisions."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from strategy.languages import calendar
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
            problems.tell("missing-key/decided", decided.location)


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
        problems.tell("evidence-day", ident.location, day=day.text, right=right)
    if calendar.first_day(moment) > today:
        problems.tell("future-day", day.location, day=day.text)
