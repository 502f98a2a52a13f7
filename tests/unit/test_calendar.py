from datetime import date

import pytest

from strategy.languages import calendar
from strategy.languages.calendar import Month
from strategy.problems import Invalid
from strategy.reading import dates


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-07", Month(2023, 7)),
        ("2023-07-01", date(2023, 7, 1)),
        ("2023/7/1", date(2023, 7, 1)),
        ("2023年7月", Month(2023, 7)),
        ("2023年7月1日", date(2023, 7, 1)),
        ("令和5年7月", Month(2023, 7)),
        ("令和5年7月1日", date(2023, 7, 1)),
        ("R5.7", Month(2023, 7)),
        ("r5.7.1", date(2023, 7, 1)),
        ("Ｒ５．７", Month(2023, 7)),
        ("R5.7月", Month(2023, 7)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("昭和64年1月", Month(1989, 1)),
        ("平成元年1月", Month(1989, 1)),
        ("R6.2.29", date(2024, 2, 29)),
    ],
)
def test_accepted_forms(text: str, moment: calendar.Moment) -> None:
    assert dates.parse_moment(text) == moment


@pytest.mark.parametrize(
    ("text", "code", "fix"),
    [
        ("令和5年2月30日", "no-such-date", "2023年2月は28日までです"),
        ("R5.13", "no-such-date", "月は1から12までで書いてください（1月なら「R5.1」）"),
        ("R8.13", "no-such-date", "月は1から12までで書いてください（1月なら「R8.1」）"),
        ("2023-00", "no-such-date", "月は1から12までで書いてください（1月なら「2023-1」）"),
        ("平成31年5月1日", "no-such-date", "令和元年5月1日と書いてください"),
        ("令和元年4月30日", "no-such-date", "平成31年4月30日と書いてください"),
        ("平成35年7月", "no-such-date", "令和5年7月と書いてください"),
        ("昨年の夏", "date", dates.DATE_FORMS.ja),
        ("5.7.1", "date", dates.DATE_FORMS.ja),
        ("2023-07-0a", "date", dates.DATE_FORMS.ja),
    ],
)
def test_refused_with_what_is_right(text: str, code: str, fix: str) -> None:
    with pytest.raises(Invalid) as caught:
        dates.parse_moment(text)
    fault = caught.value.fault
    assert (fault.code, fault.fix.ja) == (code, fix)


@pytest.mark.parametrize(
    ("moment", "ja", "en"),
    [
        (Month(2023, 7), "令和5年7月（2023年7月）", "July 2023"),
        (date(2023, 7, 1), "令和5年7月1日（2023年7月1日）", "1 July 2023"),
        (Month(2019, 5), "令和元年5月（2019年5月）", "May 2019"),
        (date(2019, 4, 30), "平成31年4月30日（2019年4月30日）", "30 April 2019"),
    ],
)
def test_shown_in_both_calendars(moment: calendar.Moment, ja: str, en: str) -> None:
    assert (calendar.show(moment, "ja"), calendar.show(moment, "en")) == (ja, en)


@pytest.mark.parametrize(
    ("start", "end", "ja", "en"),
    [
        (
            date(2023, 6, 1),
            date(2023, 7, 3),
            "令和5年6月1日（2023年6月1日）から7月3日まで",
            "1 June to 3 July 2023",
        ),
        (
            date(2023, 6, 15),
            date(2023, 6, 29),
            "令和5年6月15日（2023年6月15日）から6月29日まで",
            "15 to 29 June 2023",
        ),
        (
            date(2018, 12, 1),
            date(2019, 5, 6),
            "平成30年12月1日（2018年12月1日）から令和元年5月6日（2019年5月6日）まで",
            "1 December 2018 to 6 May 2019",
        ),
        (
            date(2019, 4, 27),
            date(2019, 5, 6),
            "平成31年4月27日（2019年4月27日）から令和元年5月6日（2019年5月6日）まで",
            "27 April to 6 May 2019",
        ),
    ],
)
def test_period(start: date, end: date, ja: str, en: str) -> None:
    assert (calendar.show_period(start, end, "ja"), calendar.show_period(start, end, "en")) == (
        ja,
        en,
    )


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("R5年度", 2023),
        ("令和5年度", 2023),
        ("2023年度", 2023),
        ("2023", 2023),
        ("令和元年度", 2019),
        ("H30", 2018),
    ],
)
def test_fiscal_year(text: str, year: int) -> None:
    assert dates.parse_fiscal_year(text) == year


@pytest.mark.parametrize("text", ["令和五年度", "23", "", "2023-04"])
def test_no_fiscal_year(text: str) -> None:
    with pytest.raises(Invalid):
        dates.parse_fiscal_year(text)
