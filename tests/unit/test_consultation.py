"""Whether a call for opinions is open: by the date in Japan, whatever the machine's clock says."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from strategy import calendar, consultation
from strategy.check import checked

CALLS = checked(Path(__file__).parents[1] / "fixtures" / "sample")[0].consultations.consultations


def _set_clock(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    seconds = int(datetime.fromisoformat(moment).timestamp())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-01-31T23:59:59+09:00", "announced"),
        ("2026-02-01T00:00:00+09:00", "open"),
        ("2026-02-28T23:59:59+09:00", "open"),
        ("2026-02-28T14:59:59+00:00", "open"),
        ("2026-03-01T00:00:00+09:00", "closed"),
        ("2026-02-28T15:00:00+00:00", "closed"),
    ],
)
def test_state_follows_the_date_in_japan(
    monkeypatch: pytest.MonkeyPatch, moment: str, expected: str
) -> None:
    _set_clock(monkeypatch, moment)
    assert consultation.state(CALLS[0], calendar.today()) == expected


def test_only_open_calls_are_announced() -> None:
    (notice,) = consultation.notices(CALLS, date(2026, 2, 10), "ja")
    assert notice.subject == "見本の意見募集"
    assert notice.call == "https://www.example.org/call.html"
    assert notice.last_day == "令和8年2月28日（2026年2月28日）"
    assert datetime.fromisoformat(notice.closes) < datetime.fromisoformat("2026-03-01T00:00+09:00")
    assert consultation.notices(CALLS, date(2026, 3, 1), "en") == ()
