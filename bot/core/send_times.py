"""When a broadcast is to be sent, as an admin types it: read as a seminar's time is, and also without a year (A5)."""

import re
from datetime import date, datetime

from bot.core.seminars.form import FormError, parse_when, split_when
from bot.core.seminars.one_line import one_line
from bot.core.seminars.seminars import When
from bot.core.seminars.typed_time import day_without_year, hour_alone
from bot.core.seminars.zones import place

_DAY = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{4})?|сегодня|today|завтра|tomorrow|послезавтра",
    re.IGNORECASE,
)


def read_send_time(text: str, now: datetime, home: str, day: date | None = None) -> tuple[When, ...]:
    """Return what a typed time means: one moment, or two in a DST fold; ``home`` is the zone of one without a zone.

    A day without a year is the nearest one, before or after today: what has just passed is refused, and never becomes
    a day a year ahead. An hour alone is one of ``day``, when there is one. Raises FormError.
    """
    line = one_line(text)
    if day is not None and (hour := hour_alone(line)):
        return parse_when(f"{day.isoformat()} {hour}", now, home)
    found = day_without_year(line, now.astimezone(place(home)).date())
    return parse_when(f"{found[0].isoformat()}{found[1]}" if found else line, now, home)


def only_a_time(text: str) -> bool:
    """Return whether a text consists of a day and an hour, with a zone or without: under a preview it schedules."""
    try:
        day, _, zone = split_when(text)
    except FormError:
        return False
    return bool(_DAY.fullmatch(day)) and len(zone.split()) <= 1
