"""Field types of time shared by the models: days, months, fiscal years, and what lies between two."""

from datetime import date
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from strategy.languages import calendar
from strategy.problems import Invalid
from strategy.reading import dates
from strategy.reading.fields import Model


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Invalid.of("date")
    return value


def _moment(value: object) -> calendar.Moment:
    return dates.parse_moment(_text(value))


def _month(value: object) -> calendar.Month:
    moment = _moment(value)
    if not isinstance(moment, calendar.Month):
        raise Invalid.of("date-precision/day")
    return moment


def _day(value: object) -> date:
    moment = _moment(value)
    if isinstance(moment, calendar.Month):
        raise Invalid.of("date-precision/month")
    return moment


def _fiscal_year(value: object) -> int:
    return dates.parse_fiscal_year(str(value))


Moment = Annotated[
    calendar.Moment,
    PlainValidator(_moment),
    PlainSerializer(lambda moment: moment.isoformat(), return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "description": dates.DATE_FORMS.ja,
            "examples": ["2023-07", "2023-07-01", "令和5年7月1日"],
        }
    ),
]
DayOnly = Annotated[
    date,
    PlainValidator(_day),
    PlainSerializer(lambda day: day.isoformat(), return_type=str),
    WithJsonSchema(
        {"type": "string", "description": "年月日", "examples": ["2023-07-03", "令和5年7月3日"]}
    ),
]
MonthOnly = Annotated[
    calendar.Month,
    PlainValidator(_month),
    PlainSerializer(lambda month: month.isoformat(), return_type=str),
    WithJsonSchema(
        {"type": "string", "description": "年月", "examples": ["2023-07", "令和5年7月"]}
    ),
]


def _day_time(value: object) -> calendar.DayTime:
    return dates.parse_day_time(_text(value))


DayTime = Annotated[
    calendar.DayTime,
    PlainValidator(_day_time),
    PlainSerializer(lambda moment: moment.isoformat(), return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "description": "年月日。時刻があれば、その後に書く（日本時間）",
            "examples": ["2027-01-29", "2027-01-29 17:00", "令和9年1月29日 17時"],
        }
    ),
]
FiscalYear = Annotated[
    int,
    PlainValidator(_fiscal_year),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "description": "年度",
            "examples": ["R5年度", "令和5年度", 2023],
        }
    ),
]


def end_before_start(start: str, end: str) -> Invalid:
    """What is raised where the value of the key ``end`` lies before that of ``start``."""
    return Invalid.of("period", at=(end,), start=start, end=end)


class Period(Model):
    """From ``start`` to ``end``, both included."""

    start: Moment
    end: Moment

    def model_post_init(self, _context: object) -> None:
        """Refuse an end before the start."""
        if calendar.last_day(self.end) < calendar.first_day(self.start):
            raise end_before_start("start", "end")


class FiscalPeriod(Model):
    """From fiscal year ``first`` to fiscal year ``last``, both included."""

    first: FiscalYear
    last: FiscalYear

    def model_post_init(self, _context: object) -> None:
        """Refuse a last year before the first."""
        if self.last < self.first:
            raise Invalid.of("period/years", at=("last",))
