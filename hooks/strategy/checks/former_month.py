"""The month of the edition before, where a page still says that the strategy was updated in it."""

import re

from strategy.content.page import Pages
from strategy.languages import calendar
from strategy.languages.calendar import Moment, Month
from strategy.languages.say import Language
from strategy.model import Strategy
from strategy.problems import Location, Problems


def check(strategy: Strategy, pages: Pages, problems: Problems) -> None:
    """Warn of the month before where ``data/strategy.yml`` has another.

    Once the new edition is frozen, a page that names its month too may tell of both.
    """
    now, before = _month(strategy.edition.updated.date), _before(strategy)
    if before is None:
        return
    in_force = strategy.editions.in_force
    is_frozen = in_force is not None and in_force.id == strategy.edition.id
    for pair in pages.values():
        for language, page in pair.items():
            if is_frozen and re.search(_named(now, language), page.body):
                continue
            for match, _ in page.matches(_updated(before, language)):
                group = match.lastgroup or 0
                _warn(
                    match[group],
                    calendar.show(now, language),
                    page.location(match.start(group)),
                    problems,
                )


def _warn(found: str, right: str, where: Location, problems: Problems) -> None:
    problems.tell("former-month", where, found=found, right=right)


def _before(strategy: Strategy) -> Month | None:
    """The month of the update before that of ``data/strategy.yml``; None if there was none."""
    now, adopted = (
        _month(each.date) for each in (strategy.edition.updated, strategy.edition.adopted)
    )
    months = (
        _month(edition.facts.date)
        for edition in strategy.editions.all
        if edition.facts.status in ("in_force", "superseded")
    )
    return next((month for month in months if adopted < month < now), None)


def _month(moment: Moment) -> Month:
    return Month(moment.year, moment.month)


def _named(month: Month, language: Language) -> str:
    """The month in any calendar, as a pattern."""
    if language == "en":
        return rf"\b{calendar.show(month, 'en')}\b"
    return f"(?:{calendar.era_date(month)}|(?<!\\d){calendar.western_date(month)})"


def _updated(month: Month, language: Language) -> re.Pattern[str]:
    """令和8年5月（2026年5月）に更新 or updated in May 2026, where the month is a group with a name."""
    named = _named(month, language)
    if language == "ja":
        return re.compile(rf"(?P<month>{named})(?:（[^）]*）)?[にの]?(?:更新|改定|改訂)")
    return re.compile(
        rf"(?:updated?|revised|revision)(?: in| of)? (?P<after>{named})"
        rf"|(?P<before>{named}) (?:update|revision)",
        re.IGNORECASE,
    )
