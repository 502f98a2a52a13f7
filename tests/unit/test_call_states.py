"""What a consultation is: by the time in Japan, whatever the machine's clock and zone say."""

from __future__ import annotations

import time
from datetime import date, datetime
from pathlib import Path

import pytest
from test_consultation_opinions import CALL_FILE

from strategy.checks.everything import checked
from strategy.consultations import published
from strategy.content.sections import SECTIONS
from strategy.editions import feeds
from strategy.languages import calendar
from strategy.languages.calendar import DayTime, show_day_time
from strategy.model import call_states
from strategy.problems import Invalid
from strategy.reading.dates import parse_day_time

SAMPLE = checked(Path(__file__).parents[1] / "fixtures" / "sample").strategy
OLD, CALL = SAMPLE.consultations.consultations
ANSWERED = CALL.model_copy(update={"answered": date(2026, 4, 1)})


def _set_clock(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    seconds = int(datetime.fromisoformat(moment).timestamp())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "UTC", "America/Los_Angeles", "Pacific/Kiritimati"])
@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-01-31T23:59:59+09:00", "announced"),
        ("2026-02-01T00:00:00+09:00", "open"),
        ("2026-02-28T23:59:59+09:00", "open"),
        ("2026-02-28T14:59:59+00:00", "open"),
        ("2026-03-01T00:00:00+09:00", "closed"),
        ("2026-02-28T15:00:00+00:00", "closed"),
        ("2026-03-31T23:59:59+09:00", "closed"),
        ("2026-04-01T00:00:00+09:00", "answered"),
    ],
)
def test_state_follows_the_time_in_japan(
    monkeypatch: pytest.MonkeyPatch, zone: str, moment: str, expected: str
) -> None:
    _set_clock(monkeypatch, moment)
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert call_states.state(ANSWERED, calendar.now()) == expected
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


def test_what_was_never_answered_stays_closed() -> None:
    assert call_states.state(OLD, datetime.fromisoformat("2099-01-01T00:00+09:00")) == "closed"


def test_a_time_of_day_ends_the_period() -> None:
    call = CALL.model_copy(update={"closes": parse_day_time("令和8年2月27日 17時")})
    for moment, expected in (("16:59:59", "open"), ("17:00:00", "closed")):
        now = datetime.fromisoformat(f"2026-02-27T{moment}+09:00")
        assert call_states.state(call, now) == expected


def test_only_open_calls_are_announced() -> None:
    calls = SAMPLE.consultations.consultations
    (notice,) = call_states.notices(calls, datetime.fromisoformat("2026-02-10T00:00+09:00"), "ja")
    assert notice.subject == "見本の意見募集"
    assert notice.call == "https://www.example.org/call.html"
    assert notice.page is None
    assert notice.last_day == "令和8年2月28日（2026年2月28日、土曜日）"
    assert notice.closes == "2026-03-01T00:00:00+09:00"
    assert call_states.notices(calls, datetime.fromisoformat(notice.closes), "en") == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2027-01-29", "Friday 29 January 2027"),
        ("2027-01-29 17:00", "Friday 29 January 2027, 17:00"),
        ("R9.1.29 9:05", "Friday 29 January 2027, 09:05"),
        ("令和9年1月29日17時", "Friday 29 January 2027, 17:00"),
        ("令和９年１月２９日　１７時３０分", "Friday 29 January 2027, 17:30"),
    ],
)
def test_days_and_times_as_officers_write_them(text: str, shown: str) -> None:
    moment = parse_day_time(text)
    assert show_day_time(moment, "en") == shown
    assert parse_day_time(moment.isoformat()) == moment


def test_day_and_time_in_japanese() -> None:
    shown = show_day_time(parse_day_time("2027-01-29 17:30"), "ja")
    assert shown == "令和9年1月29日（2027年1月29日、金曜日）17時30分"
    assert (
        show_day_time(DayTime(date(2027, 1, 29)), "ja") == "令和9年1月29日（2027年1月29日、金曜日）"
    )


@pytest.mark.parametrize("text", ["2027-01", "2027-01-29 24:00", "2027-01-29 9:60", "tomorrow"])
def test_no_day_or_time(text: str) -> None:
    with pytest.raises(Invalid):
        parse_day_time(text)


def test_a_build_that_goes_on_when_a_call_opens_or_closes_agrees_with_itself(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of a build is of the moment at which the data was read."""
    text = CALL_FILE.read_text(encoding="utf-8").replace("base: r8-05", "base: sample-1")
    (sample / "data/consultations" / CALL_FILE.name).write_text(text, encoding="utf-8")
    _set_clock(monkeypatch, "2027-01-11T23:59:59+09:00")
    strategy = checked(sample, gate=False).strategy

    def made() -> tuple[object, ...]:
        asked = published.pages_and_files(strategy, "ja", "", {})
        sections = SECTIONS["calls"], SECTIONS["editions"]
        texts = [section.render(strategy, "ja", "") for section in sections]
        return asked, feeds.entries(strategy, "ja"), texts, published.searched(strategy)

    before = made()
    for moment in ("2027-01-12T00:00:00+09:00", "2027-02-13T00:00:00+09:00"):
        _set_clock(monkeypatch, moment)
        assert made() == before
