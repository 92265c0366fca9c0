"""When a broadcast is to be sent, as an admin types it: read as a seminar's time is, and also without a year (A5)."""

import re
from datetime import date, datetime

from bot.core.seminars.form import FormError, Part, parse_when, split_when
from bot.core.seminars.one_line import one_line
from bot.core.seminars.seminars import When
from bot.core.seminars.zones import place

_WITHOUT_YEAR = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})(?P<rest>[ ,].*)")
_HOUR_ALONE = re.compile(
    r"(?:в |at )?(?P<hour>[0-9]{1,2})(?P<minute>[:.][0-9]{2})?(?P<half> ?[ap]\.?m\.?)?", re.IGNORECASE
)
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
    if day is not None and (hour := _HOUR_ALONE.fullmatch(line)):
        half = hour["half"] or ("" if hour["minute"] else ":00")
        return parse_when(f"{day.isoformat()} {hour['hour']:0>2}{hour['minute'] or ''}{half}", now, home)
    found = _WITHOUT_YEAR.fullmatch(line)
    if found is None:
        return parse_when(line, now, home)
    zone = place(home)
    today = now.astimezone(zone).date()
    days = [day for year in (-1, 0, 1) if (day := _day(today.year + year, int(found["month"]), int(found["day"])))]
    if not days:
        raise FormError(Part.TIME, line)
    nearest = min(days, key=lambda day: abs(day - today))
    return parse_when(f"{nearest.isoformat()}{found['rest']}", now, home)


def only_a_time(text: str) -> bool:
    """Return whether a text consists of a day and an hour, with a zone or without: under a preview it schedules."""
    try:
        day, _, zone = split_when(text)
    except FormError:
        return False
    return bool(_DAY.fullmatch(day)) and len(zone.split()) <= 1


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
