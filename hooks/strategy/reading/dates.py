"""Dates as people write them: eras, western years, fiscal years, month precision.

Staff write 令和5年7月1日, R5.7.1, 2023-07-01 or 2023年7月1日, and the same without a day when
only the month is known.
"""

import calendar as gregorian
import re
import unicodedata
from datetime import date, time

from strategy.languages.calendar import (
    ERAS,
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    DayTime,
    Moment,
    Month,
    era_date,
    era_named,
    era_of,
    first_day,
    last_day,
    western_year,
)
from strategy.languages.say import Say
from strategy.problems import Fault, Invalid

_ERA = "|".join(f"{era.ja}|{era.letter}" for era in ERAS)
_MOMENT = re.compile(
    rf"(?:(?P<era>{_ERA}) *(?P<eyear>\d{{1,2}}|元)|(?P<year>\d{{4}})) *[-./年] *"
    r"(?P<month>\d{1,2})(?: *[-./月] *(?P<day>\d{1,2}) *日?| *月)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r" *(?:\([月火水木金土日](?:曜日?)?\)|[月火水木金土日]曜日?)$")
_FISCAL = re.compile(
    rf"(?:(?P<era>{_ERA}) *(?P<eyear>\d{{1,2}}|元)|(?P<year>\d{{4}})) *(?:年?度)?", re.IGNORECASE
)

DATE_FORMS = Fault.of("date").fix


def parse_moment(text: str) -> Moment:
    """A date or month written in any of the accepted forms.

    Raises `Invalid` with code ``date`` for a text of another form, and ``no-such-date`` for a month
    or day that does not exist, and an era that had not begun or was over.
    """
    normal = unicodedata.normalize("NFKC", text).strip()
    match = _MOMENT.fullmatch(normal)
    if not match:
        bare = _WEEKDAY.sub("", normal)
        raise Invalid.of(
            "date/weekday" if bare != normal and _MOMENT.fullmatch(bare) else "date/form",
            text=text,
            bare=bare,
        )
    year = _year(match, text)
    month = _month(match, text)
    if not match["day"]:
        return _in_its_era(match, text, Month(year, month))
    days = gregorian.monthrange(year, month)[1]
    if not 1 <= int(match["day"]) <= days:
        raise Invalid.of(
            "no-such-date/day",
            text=text,
            year=year,
            days=days,
            month=Say(str(month), MONTHS[month]),
        )
    return _in_its_era(match, text, date(year, month, int(match["day"])))


def _year(match: re.Match[str], text: str) -> int:
    era = era_named(match["era"])
    year = western_year(era, match["eyear"]) if era else int(match["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Invalid.of("no-such-date/year", text=text, first_year=FIRST_YEAR, last_year=LAST_YEAR)
    return year


def _month(match: re.Match[str], text: str) -> int:
    month = int(match["month"])
    if not 1 <= month <= 12:
        raise Invalid.of(
            "no-such-date/month", text=text, month=month, january=_with_month(match, "1")
        )
    return month


def _in_its_era(match: re.Match[str], text: str, moment: Moment) -> Moment:
    """The moment, if it lies in the era by which it is named."""
    era = era_named(match["era"])
    if era and era_of(last_day(moment)) != era and era_of(first_day(moment)) != era:
        right = era_of(first_day(moment))
        raise Invalid.of(
            "no-such-date/era",
            text=text,
            era=Say(era.ja, era.en),
            day=Say(era_date(moment), f"{moment.isoformat()} ({right.en} era)"),
        )
    return moment


def _with_month(match: re.Match[str], month: str) -> str:
    """The text of a date with another month."""
    start, end = match.span("month")
    return f"{match.string[:start]}{month}{match.string[end:]}"


def parse_fiscal_year(text: str) -> int:
    """The western year in which a fiscal year begins: 2023 for R5年度, 令和5年度, 2023年度, 2023.

    Raises `Invalid` with code ``fiscal-year``.
    """
    match = _FISCAL.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not match:
        raise Invalid.of("fiscal-year/form", text=text)
    era = era_named(match["era"])
    year = western_year(era, match["eyear"]) if era else int(match["year"])
    # A fiscal year may go by the era of its April or by that of its December.
    eras = [era_of(date(year, month, 30)) for month in (4, 12)] if year >= FIRST_YEAR else []
    if year > LAST_YEAR or not eras or (era and era not in eras):
        raise Invalid.of("fiscal-year/none", text=text)
    return year


_CLOCK = re.compile(r"(.+?)(?:[ T]+|(?<=日))(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分)?)")


def parse_day_time(text: str) -> DayTime:
    """A day in any of the accepted forms, alone or with a time: 2027-01-29 17:00, R9.1.29 17時.

    Raises `Invalid` as `parse_moment`, and with code ``date-precision`` for a month.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    match = _CLOCK.fullmatch(plain)
    moment = parse_moment(match[1] if match else plain)
    if isinstance(moment, Month):
        raise Invalid.of("date-precision/time")
    if not match:
        return DayTime(moment)
    hour, minute = int(match[2]), int(match[3] or match[4] or 0)
    if hour > 23 or minute > 59:
        raise Invalid.of("no-such-date/time", text=text)
    return DayTime(moment, time(hour, minute))
