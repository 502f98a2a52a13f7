"""What an officer needs to know before a consultation: a dry run, which changes nothing."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import date
from pathlib import Path

from strategy.consultations import call_file
from strategy.languages import calendar
from strategy.languages.calendar import DayTime
from strategy.languages.say import Say
from strategy.model import Consultation, Strategy
from strategy.problems import Problems
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
_CHECK_ADDRESS = Say("アドレスを確かめてください", "check the address")

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

    def tell(code: str, key: str, what: Say, fix: Say) -> None:
        problems.report(code, call_file.line(root, consultation.id, key), what, fix)

    for key in NEEDED:
        if not getattr(consultation, key):
            tell(
                "consultation-missing",
                key,
                Say(f"「{key}」が書かれていません", f"“{key}” is not given"),
                Say("募集を始める前に書いてください", "give it before the call opens"),
            )
    _check_period(consultation, tell)
    _check_ways(consultation, tell, reach)
    _check_draft(consultation, strategy, record, tell)
    return problems


Tell = Callable[[str, str, Say, Say], None]


def _check_period(consultation: Consultation, tell: Tell) -> None:
    length, least = days(consultation), consultation.minimum_days
    if least and length < least:
        tell(
            "consultation-period",
            "closes",
            Say(f"期間が{length}日間です", f"the period has {length} days"),
            Say(f"{least}日間以上にしてください", f"it must have {least} or more"),
        )
    for key in ("opens", "closes"):
        moment: DayTime = getattr(consultation, key)
        if reason := closed_day(moment.day):
            tell(
                "consultation-closed-day",
                key,
                Say(
                    f"{calendar.show_day_time(moment, 'ja')}は、{reason.ja}です",
                    f"{calendar.show_day_time(moment, 'en')} is {reason.en}",
                ),
                Say(
                    "窓口や郵便で困らないか、確かめてください",
                    "make sure that counters and post allow it",
                ),
            )
    if consultation.opens.begins < calendar.now():
        tell(
            "consultation-begun",
            "opens",
            Say("始まりの日時を過ぎています", "the beginning is past"),
            Say("日付を確かめてください", "check the date"),
        )


def _check_ways(consultation: Consultation, tell: Tell, reach: Reach | None) -> None:
    ways = consultation.ways or ()
    for way in ways:
        if not way.address and not way.to:
            tell(
                "consultation-way",
                "ways",
                Say(f"「{way.kind}」の提出先がありません", f"“{way.kind}” says not where to"),
                Say("address または to を書いてください", "give its address or to"),
            )
        if reach and way.kind == "form" and way.address and (fault := reach(way.address)):
            tell(
                "unreachable",
                "ways",
                Say(f"「{way.address}」を開けません（{fault}）", f"{way.address}: {fault}"),
                _CHECK_ADDRESS,
            )
    kinds = {way.kind for way in ways}
    if ways and not kinds & set(ON_PAPER):
        tell(
            "consultation-paper",
            "ways",
            Say("紙で提出する方法がありません", "there is no way to respond on paper"),
            Say("FAX、郵便、窓口のどれかを加えてください", "add fax, post or a counter"),
        )
    if consultation.deadline == "postmark" and "post" not in kinds:
        tell(
            "consultation-deadline",
            "deadline",
            Say("消印有効ですが、郵便の宛先がありません", "there is no post to be postmarked"),
            Say("arrival（必着）にするか、郵便を加えてください", "write arrival, or add post"),
        )
    if any(way.kind == "form" and not way.prefill for way in ways):
        tell(
            "consultation-prefill",
            "ways",
            Say("フォームに、段落番号が入りません", "the form is not filled in with the paragraph"),
            Say("できれば prefill を書いてください", "give a prefill if the form has one"),
        )
    if reach and consultation.call and (fault := reach(consultation.call)):
        tell(
            "unreachable",
            "call",
            Say(f"「{consultation.call}」を開けません（{fault}）", f"{consultation.call}: {fault}"),
            _CHECK_ADDRESS,
        )


def _check_draft(
    consultation: Consultation, strategy: Strategy, record: Record, tell: Tell
) -> None:
    if consultation.draft is None:
        return
    current = strategy.editions.in_force
    if current is None or current.id != consultation.base or current.record is None:
        tell(
            "consultation-base",
            "base",
            Say(
                f"「{consultation.base}」は、文章のある現在の版ではありません",
                f"{consultation.base} is not the edition in force with its text",
            ),
            Say(
                f"現在の版は「{current.id if current else 'なし'}」です",
                f"in force is {current.id if current else 'none'}",
            ),
        )
        return
    if strategy.editions.get(consultation.draft):
        return  # opened: the text in work may be any
    if strategy.edition.id != consultation.draft:
        tell(
            "consultation-text",
            "draft",
            Say(
                f"現在の文章は「{strategy.edition.id}」です。案「{consultation.draft}」ではありません",
                f"the present text is {strategy.edition.id}, not the draft {consultation.draft}",
            ),
            Say(
                "案のブランチで「strategy consult open」を実行してください",
                "run “strategy consult open” on the branch of the draft",
            ),
        )
        return
    if not compare(current.record, record).changed:
        tell(
            "consultation-unchanged",
            "draft",
            Say("案が、現在の版と同じです", "the draft is the same as the edition in force"),
            Say("案の文章を書いてください", "write the draft"),
        )


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
