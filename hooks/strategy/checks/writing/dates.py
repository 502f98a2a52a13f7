"""Dates that everybody understands, and that agree with the calendar."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from strategy.checks.writing.rule import EXACTNESS, Passage, Rule, guideline
from strategy.languages.calendar import ERAS, MONTHS, WEEKDAYS, era_named, weekday, western_year
from strategy.languages.say import NOTHING, Say, in_each
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
            yield Fault.of(
                "era-without-year",
                *match.span(),
                found=match[0],
                era=match["era"],
                era_year=match["year"],
                rest=match["rest"],
                western=right,
            )
        given.add(right)


def _wrong_year(passage: Passage) -> Iterator[Fault]:
    for match, right, said in _pairs(passage.prose):
        if said is not None and said != right:
            named = f"{match['era']}{match['year']}年"
            yield Fault.of("era-year", *match.span(), named=named, said=said, year=right)


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
        yield Fault.of(
            "weekday",
            match.start("weekday"),
            match.end("weekday"),
            found=match[0],
            year=year,
            day=day.day,
            weekday=in_each(weekday, day),
            month=Say(str(month), MONTHS[month]),
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
        yield Fault.of("impossible-date/month", *match.span(), month=month)
        return
    last = monthrange(year or LEAP_YEAR, month)[1]
    if not 1 <= int(match["day"] or 1) <= last:
        yield Fault.of(
            "impossible-date",
            *match.span(),
            found=match[0],
            year=Say(f"{year}年", f" in {year}") if year else NOTHING,
            month=Say(str(month), MONTHS[month]),
            last=last,
        )


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
