"""Dates that everybody understands, and that agree with the calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from strategy.checks.writing.rule import EXACTNESS, Passage, Rule, guideline
from strategy.languages.calendar import ERAS, MONTHS, WEEKDAYS, era_named, weekday, western_year
from strategy.languages.say import Say
from strategy.problems import Fault

_ERA = "|".join(era.ja for era in ERAS)
_LETTERS = "".join(era.letter for era in ERAS)
_ERA_YEAR = re.compile(
    rf"(?P<era>{_ERA})(?P<year>\d{{1,2}}|元)年(?P<rest>度?(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?)"
    r"(?:[（(]西?暦?(?P<western>\d{4})年?)?"
)
_BEFORE = re.compile(r"(\d{4})年(?:度?(?:\d{1,2}月(?:\d{1,2}日)?)?)[（(]$")

LEAP_YEAR = 2000  # where no year is given, 29 February may be meant
_ENGLISH_NAMES = WEEKDAYS.en.split()
_JAPANESE_DAY = re.compile(
    rf"(?:(?P<era>{_ERA})(?P<eyear>\d{{1,2}}|元)|(?P<year>\d{{4}}))年(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日"
    rf"(?:[（(][^（()）]*\d日[)）])?[（(](?P<weekday>[{WEEKDAYS.ja}])(?:曜日?)?[）)]"
)
_DAY_MONTH_YEAR = (
    rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(filter(None, MONTHS))}) (?P<year>\d{{4}})"
)
_NAME = r"(?P<weekday>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)"
# A day, or a month of a year; the western year may stand between.
_JAPANESE_DATE = re.compile(
    rf"(?:(?:(?P<era>{_ERA}|(?<![A-Za-z])[{_LETTERS}])(?P<eyear>\d{{1,2}}|元)|(?P<year>(?<!\d)\d{{4}}))年(?:[（(]\d{{4}}年[)）])?)?"
    r"(?<!\d)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?"
)
# Short forms: R8.2.30, R8.13 (of the era that runs, for H2.0 may be anything), 2026-02-30, 2026/2/30.
_SHORT_DATES = tuple(
    re.compile(rf"(?<![\w./-]){form}(?![\w/-]|[.]\d)", re.ASCII)
    for form in (
        rf"(?P<era>[{_LETTERS}])(?P<eyear>\d{{1,2}})(?P<mark>[./-])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})",
        rf"(?P<era>{ERAS[0].letter})(?P<eyear>\d{{1,2}})[.](?P<month>\d{{1,2}})(?P<day>)",
        r"(?P<era>)(?P<year>(?:19|20)\d\d)(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
    )
)
_MONTH_DAY_YEAR = (
    rf"(?P<month>{'|'.join(filter(None, MONTHS))}) (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})"
)
_ENGLISH_DATES = tuple(re.compile(rf"\b{form}\b") for form in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR))
_ENGLISH_DAYS = (
    re.compile(rf"\b{_NAME},? {_DAY_MONTH_YEAR}"),
    re.compile(rf"{_DAY_MONTH_YEAR} \({_NAME}\)"),
)


def _pairs(prose: str) -> Iterator[tuple[re.Match[str], int, int | None]]:
    """Each year of an era, what it is in the western calendar, and what the text says it is."""
    for match in _ERA_YEAR.finditer(prose):
        era = era_named(match["era"])
        assert era is not None
        western = match["western"]
        if western is None and (before := _BEFORE.search(prose[: match.start()])):
            western = before[1]
        yield match, western_year(era, match["year"]), int(western) if western else None


def _without_year(passage: Passage) -> Iterator[Fault]:
    """The western year is given where a year is named first; repeating it would only tire."""
    given: set[int] = set()
    for match, right, said in _pairs(passage.prose):
        if said is None and right not in given:
            yield Fault(
                "era-without-year",
                Say(f"「{match[0]}」に西暦がありません", f"{match[0]} has no western year"),
                Say(
                    f"「{match['era']}{match['year']}年{match['rest']}（{right}年{match['rest']}）」と書いてください",
                    f"write {match['era']}{match['year']}年{match['rest']}（{right}年{match['rest']}）",
                ),
                *match.span(),
            )
        given.add(right)


def _wrong_year(passage: Passage) -> Iterator[Fault]:
    for match, right, said in _pairs(passage.prose):
        if said is not None and said != right:
            named = f"{match['era']}{match['year']}年"
            yield Fault(
                "era-year",
                Say(f"{named}は{said}年ではありません", f"{named} is not {said}"),
                Say(
                    f"{named}は{right}年です。どちらが正しいか確かめてください",
                    f"{named} is {right}; check which of the two is right",
                ),
                *match.span(),
            )


def _weekdays(passage: Passage) -> Iterator[Fault]:
    for match in _JAPANESE_DAY.finditer(passage.prose):
        era = era_named(match["era"])
        year = western_year(era, match["eyear"]) if era else int(match["year"])
        yield from _weekday(match, year, int(match["month"]), WEEKDAYS.ja.index(match["weekday"]))
    for pattern in _ENGLISH_DAYS:
        for match in pattern.finditer(passage.prose):
            named = next(
                n for n, name in enumerate(_ENGLISH_NAMES) if name[:3] == match["weekday"][:3]
            )
            yield from _weekday(match, int(match["year"]), MONTHS.index(match["month"]), named)


def _weekday(match: re.Match[str], year: int, month: int, named: int) -> Iterator[Fault]:
    try:
        day = date(year, month, int(match["day"]))
    except ValueError:
        return  # told as an impossible date
    if day.weekday() != named:
        yield Fault(
            "weekday",
            Say(f"「{match[0]}」の曜日が違います", f"the weekday of “{match[0]}” is wrong"),
            Say(
                f"{year}年{month}月{day.day}日は{weekday(day, 'ja')}です。日付と曜日のどちらが正しいか確かめてください",
                f"{day.day} {MONTHS[month]} {year} is a {weekday(day, 'en')}; check which of the two is right",
            ),
            match.start("weekday"),
            match.end("weekday"),
        )


def _impossible(passage: Passage) -> Iterator[Fault]:
    for pattern in (_JAPANESE_DATE, *_SHORT_DATES):
        for match in pattern.finditer(passage.prose):
            era = era_named(match["era"])
            year = western_year(era, match["eyear"]) if era else int(match["year"] or 0)
            if year or match["day"]:
                yield from _not_there(match, year, int(match["month"]))
    for pattern in _ENGLISH_DATES:
        for match in pattern.finditer(passage.prose):
            yield from _not_there(match, int(match["year"]), MONTHS.index(match["month"]))


def _not_there(match: re.Match[str], year: int, month: int) -> Iterator[Fault]:
    """A month or a day that the calendar does not have; ``year`` is 0 where none is named."""
    if not 1 <= month <= 12:
        what = Say(f"{month}月という月はありません", f"there is no month {month}")
        fix = Say("月は1から12までで書いてください", "write a month from 1 to 12")
        yield Fault("impossible-date", what, fix, *match.span())
        return
    last = monthrange(year or LEAP_YEAR, month)[1]
    if not 1 <= int(match["day"] or 1) <= last:
        what = Say(f"「{match[0]}」という日はありません", f"“{match[0]}” does not exist")
        fix = Say(
            f"{f'{year}年' if year else ''}{month}月は{last}日までです。日付を確かめてください",
            f"{MONTHS[month]} has {last} days{f' in {year}' if year else ''}; check the date",
        )
        yield Fault("impossible-date", what, fix, *match.span())


RULES = (
    Rule(
        "era-without-year",
        Say(
            "元号だけの年は、外国人や若い人に伝わらず、何年前かの計算もできません",
            "a year of an era alone tells little to foreigners and the young",
        ),
        guideline(Say("読み手に伝わる公用文作成の条件", "what reaches readers")),
        _without_year,
    ),
    Rule(
        "era-year",
        Say("元号と西暦が食い違っています", "era and western year contradict each other"),
        guideline(EXACTNESS),
        _wrong_year,
    ),
    Rule(
        "weekday",
        Say(
            "日付と曜日が食い違うと、どちらを信じてよいか分かりません",
            "nobody knows which to trust",
        ),
        guideline(EXACTNESS),
        _weekdays,
    ),
    Rule(
        "impossible-date",
        Say("暦にない日付です", "the calendar has no such date"),
        guideline(EXACTNESS),
        _impossible,
    ),
)
