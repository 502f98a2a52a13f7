"""The deadline of a consultation for calendar programs: iCalendar (RFC 5545)."""

import re
from datetime import UTC, datetime, timedelta

from strategy.consultations.form import deadline
from strategy.languages.calendar import show_day_time
from strategy.languages.say import Language, Say
from strategy.model import Consultation
from strategy.reading.fields import plain

SUMMARY = Say("意見の締め切り：{}", "Deadline for opinions: {}")
PERIOD = Say("募集期間：{}から{}まで", "Open from {} to {}")
OCTETS = 75  # the longest line, RFC 5545, 3.1


def calendar(consultation: Consultation, page: str, language: Language) -> bytes:
    """The calendar file, with the deadline as its one event. ``page`` is the call's address."""
    closes = consultation.closes
    if closes.clock:
        when = [f"DTSTART:{_utc(closes.ends)}", f"DTEND:{_utc(closes.ends)}"]
    else:
        following = closes.day + timedelta(days=1)
        when = [f"DTSTART;VALUE=DATE:{closes.day:%Y%m%d}", f"DTEND;VALUE=DATE:{following:%Y%m%d}"]
    opens = show_day_time(consultation.opens, language)
    period = PERIOD[language].format(opens, deadline(consultation, language))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//strategy//consultation//EN",
        "BEGIN:VEVENT",
        f"UID:{consultation.id}.{language}@strategy.invalid",
        f"DTSTAMP:{_utc(consultation.opens.begins)}",
        *when,
        f"SUMMARY;LANGUAGE={language}:{_text(SUMMARY[language].format(plain(consultation.subject[language])))}",
        f"DESCRIPTION:{_text(period)}",
        *([f"URL:{page}"] if page else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most `OCTETS` octets; every further one begins with a space."""
    pieces, piece = [], ""
    for char in line:
        if len((piece + char).encode()) > OCTETS:
            pieces.append(piece)
            piece = " "
        piece += char
    return "\r\n".join([*pieces, piece])
