"""Days, months and eras, and how both languages show them: both calendars in Japanese, western
years in English.

Era boundaries: 元号法 (Act No. 43 of 1979) and the Cabinet Orders on the names Heisei
(from 8 January 1989) and Reiwa (from 1 May 2019); Showa and Taisho by proclamation.
"""

import calendar as gregorian
import os
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from strategy.languages.say import Language, Say

JAPAN = timezone(timedelta(hours=9))  # Japan has had no summer time since 1951


EPOCH = "SOURCE_DATE_EPOCH"
"""The environment variable that stands in for now: seconds since 1970 (reproducible-builds.org)."""


def now() -> datetime:
    """The time in Japan."""
    epoch = os.environ.get(EPOCH)
    return datetime.fromtimestamp(int(epoch), JAPAN) if epoch else datetime.now(JAPAN)


def today() -> date:
    """The date in Japan."""
    return now().date()


@dataclass(frozen=True)
class Era:
    """An era name with its letter, its name in both languages and its first day."""

    letter: str
    ja: str
    en: str
    begins: date


ERAS = (
    Era("R", "令和", "Reiwa", date(2019, 5, 1)),
    Era("H", "平成", "Heisei", date(1989, 1, 8)),
    Era("S", "昭和", "Showa", date(1926, 12, 25)),
    Era("T", "大正", "Taisho", date(1912, 7, 30)),
)
# Taisho is the first era known here, from its first full year; the upper end only stops slips.
FIRST_YEAR, LAST_YEAR = 1913, 2200
MONTHS = tuple(gregorian.month_name)
WEEKDAYS = Say("月火水木金土日", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month, where the source gives no day."""

    year: int
    month: int

    @property
    def last_day(self) -> date:
        """The month's last day."""
        return date(self.year, self.month, gregorian.monthrange(self.year, self.month)[1])

    def isoformat(self) -> str:
        """``2023-07``."""
        return f"{self.year:04}-{self.month:02}"


Moment = date | Month


def first_day(moment: Moment) -> date:
    """The day itself, or the first day of the month."""
    return date(moment.year, moment.month, 1) if isinstance(moment, Month) else moment


def last_day(moment: Moment) -> date:
    """The day itself, or the last day of the month."""
    return moment.last_day if isinstance(moment, Month) else moment


def era_named(name: str | None) -> Era | None:
    """The era of that name or letter, or None."""
    return next((e for e in ERAS if name and name.upper() in (e.letter, e.ja)), None)


def western_year(era: Era, year: str) -> int:
    """The western year of a year of an era, which is a number or 元 (the first)."""
    return era.begins.year - 1 + (1 if year == "元" else int(year))


def era_of(day: date) -> Era:
    """The era of a day. Raises ValueError before 30 July 1912."""
    for era in ERAS:
        if day >= era.begins:
            return era
    raise ValueError(f"no era known for {day}")


def _era_year(year: int, day: date) -> str:
    era = era_of(day)
    number = year - era.begins.year + 1
    return f"{era.ja}{'元' if number == 1 else number}年"


def era_date(moment: Moment) -> str:
    """令和5年7月, or 令和5年7月1日 for a day."""
    text = f"{_era_year(moment.year, last_day(moment))}{moment.month}月"
    return text if isinstance(moment, Month) else f"{text}{moment.day}日"


def western_date(moment: Moment) -> str:
    """2023年7月, or 2023年7月1日 for a day."""
    text = f"{moment.year}年{moment.month}月"
    return text if isinstance(moment, Month) else f"{text}{moment.day}日"


def show(moment: Moment, language: Language) -> str:
    """令和5年7月（2023年7月） in Japanese; July 2023 or 1 July 2023 in English."""
    if language == "ja":
        return f"{era_date(moment)}（{western_date(moment)}）"
    text = f"{MONTHS[moment.month]} {moment.year}"
    return text if isinstance(moment, Month) else f"{moment.day} {text}"


def show_period(start: Moment, end: Moment, language: Language) -> str:
    """The period in words, naming a year or month that both ends share only once.

    令和5年6月1日（2023年6月1日）から7月3日まで in Japanese; 1 June to 3 July 2023 in English.
    """
    if language == "ja":
        era_year = _era_year(end.year, last_day(end))
        if _era_year(start.year, last_day(start)) == era_year:
            return f"{show(start, 'ja')}から{era_date(end).removeprefix(era_year)}まで"
        return f"{show(start, 'ja')}から{show(end, 'ja')}まで"
    first = show(start, "en")
    if start.year == end.year:
        first = first.removesuffix(f" {start.year}")
        if start.month == end.month:
            first = first.removesuffix(f" {MONTHS[start.month]}")
    return f"{first} to {show(end, 'en')}"


@dataclass(frozen=True)
class DayTime:
    """A day in Japan, and the time of the day (to the minute) where one is given."""

    day: date
    clock: time | None = None

    @property
    def begins(self) -> datetime:
        """The first moment: the time given, or midnight."""
        return datetime.combine(self.day, self.clock or time(), JAPAN)

    @property
    def ends(self) -> datetime:
        """The first moment that is no longer in it: the time given, or the next midnight."""
        return self.begins if self.clock else self.begins + timedelta(days=1)

    def isoformat(self) -> str:
        """``2027-01-29``, or ``2027-01-29 17:00``."""
        return self.day.isoformat() + (f" {self.clock:%H:%M}" if self.clock else "")


def weekday(day: date, language: Language) -> str:
    """金曜日 in Japanese; Friday in English."""
    if language == "ja":
        return f"{WEEKDAYS.ja[day.weekday()]}曜日"
    return WEEKDAYS.en.split()[day.weekday()]


def show_day_time(moment: DayTime, language: Language) -> str:
    """The day with its weekday, and the time.

    令和9年1月29日（2027年1月29日、金曜日）17時 in Japanese; Friday 29 January 2027, 17:00 in English.
    """
    name = weekday(moment.day, language)
    if language == "en":
        clock = f", {moment.clock:%H:%M}" if moment.clock else ""
        return f"{name} {show(moment.day, 'en')}{clock}"
    text = f"{era_date(moment.day)}（{western_date(moment.day)}、{name}）"
    if moment.clock:
        minutes = f"{moment.clock.minute}分" if moment.clock.minute else ""
        text += f"{moment.clock.hour}時{minutes}"
    return text
