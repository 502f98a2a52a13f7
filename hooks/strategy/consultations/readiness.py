"""What an officer needs to know before a consultation: a dry run, which changes nothing."""

import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from strategy.consultations import call_file
from strategy.languages import calendar
from strategy.languages.calendar import DayTime
from strategy.languages.say import Say, in_each
from strategy.model import Consultation, Strategy
from strategy.problems import Problems, Value
from strategy.record import Record
from strategy.record.compare import compare

NEEDED = (
    "question",
    "who",
    "deadline",
    "minimum_days",
    "ways",
    "reading_places",
    "particulars",
    "not_opinions",
    "privacy",
    "answers",
    "contact",
    "draft",
    "base",
    "dispositions",
)
"""What a call must say before it is opened."""
ON_PAPER = ("fax", "post", "counter")
SECONDS = 10

Reach = Callable[[str], str]
"""Tries an address; returns what is wrong with it, or nothing."""


def closed_day(day: date) -> Say | None:
    """Why offices are closed on a day: Saturday, Sunday, holiday, or the turn of the year.

    地方自治法 第4条の2: Saturdays, Sundays, national holidays, and the turn of the year, which
    ordinances commonly put at 29 December to 3 January.
    """
    import jpholiday  # noqa: PLC0415 - only a dry run asks for holidays

    if name := jpholiday.is_holiday_name(day):
        return Say(f"祝日（{name}）", f"a public holiday ({name})")
    if day.weekday() >= 5:
        return Say(calendar.weekday(day, "ja"), f"a {calendar.weekday(day, 'en')}")
    if (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3):
        return Say("年末年始", "at the turn of the year")
    return None


def days(consultation: Consultation) -> int:
    """The length of the period in days, the first and the last included."""
    return (consultation.closes.day - consultation.opens.day).days + 1


def check(
    root: Path, consultation: Consultation, strategy: Strategy, record: Record, reach: Reach | None
) -> Problems:
    """Everything that keeps a consultation from being opened, and notes on what to look at.

    ``record`` is the text in work; ``reach`` tries addresses, which are not tried without it.
    """
    problems = Problems()

    def tell(name: str, key: str, /, **values: Value) -> None:
        problems.tell(name, call_file.line(root, consultation.id, key), **values)

    for key in NEEDED:
        if not getattr(consultation, key):
            tell("consultation-missing", key, key=key)
    _check_period(consultation, tell)
    _check_ways(consultation, tell, reach)
    _check_draft(consultation, strategy, record, tell)
    return problems


class Tell(Protocol):
    """Records a problem of a key of the call."""

    def __call__(self, name: str, key: str, /, **values: Value) -> None:
        """By the name of the message, with its values."""


def _check_period(consultation: Consultation, tell: Tell) -> None:
    length, least = days(consultation), consultation.minimum_days
    if least and length < least:
        tell("consultation-period", "closes", length=length, least=least)
    for key in ("opens", "closes"):
        moment: DayTime = getattr(consultation, key)
        if reason := closed_day(moment.day):
            tell(
                "consultation-closed-day",
                key,
                moment=in_each(calendar.show_day_time, moment),
                reason=reason,
            )
    if consultation.opens.begins < calendar.now():
        tell("consultation-begun", "opens")


def _check_ways(consultation: Consultation, tell: Tell, reach: Reach | None) -> None:
    ways = consultation.ways or ()
    for way in ways:
        if not way.address and not way.to:
            tell("consultation-way", "ways", way=way.kind)
        if reach and way.kind == "form" and way.address and (fault := reach(way.address)):
            tell("unreachable", "ways", address=way.address, fault=fault)
    kinds = {way.kind for way in ways}
    if ways and not kinds & set(ON_PAPER):
        tell("consultation-paper", "ways")
    if consultation.deadline == "postmark" and "post" not in kinds:
        tell("consultation-deadline", "deadline")
    if any(way.kind == "form" and not way.prefill for way in ways):
        tell("consultation-prefill", "ways")
    if reach and consultation.call and (fault := reach(consultation.call)):
        tell("unreachable", "call", address=consultation.call, fault=fault)


def _check_draft(
    consultation: Consultation, strategy: Strategy, record: Record, tell: Tell
) -> None:
    if consultation.draft is None or consultation.base is None:
        return
    current = strategy.editions.in_force
    if current is None or current.id != consultation.base or current.record is None:
        tell(
            "consultation-base",
            "base",
            base=consultation.base,
            current=Say(current.id if current else "なし", current.id if current else "none"),
        )
        return
    if strategy.editions.get(consultation.draft):
        return  # opened: the text in work may be any
    if strategy.edition.id != consultation.draft:
        tell("consultation-text", "draft", edition=strategy.edition.id, draft=consultation.draft)
        return
    if not compare(current.record, record).changed:
        tell("consultation-unchanged", "draft")


def reach(address: str) -> str:
    """Open an address: what is wrong with it, or nothing."""
    request = urllib.request.Request(address, method="HEAD")
    try:
        with urllib.request.urlopen(request, timeout=SECONDS):
            return ""
    except urllib.error.HTTPError as error:
        # Some servers answer only whole requests.
        return "" if error.code in (403, 405, 501) else str(error.code)
    except (OSError, ValueError) as error:
        return str(error)
