"""A day or an hour that is typed alone, as admins write them: without a year, in words, with am and pm (A5, A9)."""

import re
from datetime import date, timedelta

from bot.core.seminars.form import FormError, Part, day_written
from bot.core.seminars.one_line import one_line

_WITHOUT_YEAR = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})(?P<rest>[ ,].*)")
_HOUR_ALONE = re.compile(
    r"(?:в |at )?(?P<hour>[0-9]{1,2})(?P<minute>[:.][0-9]{2})?(?P<half> ?[ap]\.?m\.?)?", re.IGNORECASE
)


def read_day(text: str, today: date) -> date:
    """Return the day that is typed alone, also without a year: then the nearest one. Raises FormError."""
    line = one_line(text)
    if found := day_without_year(f"{line} ", today):
        return found[0]
    try:
        day = day_written(line)
    except ValueError as error:
        raise FormError(Part.TIME, line) from error
    return today + day if isinstance(day, timedelta) else day.date()


def hour_alone(text: str) -> str | None:
    """Return an hour that is typed alone as it is typed behind a day; None for any other text."""
    found = _HOUR_ALONE.fullmatch(one_line(text))
    if found is None:
        return None
    half = found["half"] or ("" if found["minute"] else ":00")
    return f"{found['hour']:0>2}{found['minute'] or ''}{half}"


def day_without_year(line: str, today: date) -> tuple[date, str] | None:
    """Return the day that a line begins with when it has no year, the nearest one, and the rest; raises FormError."""
    found = _WITHOUT_YEAR.fullmatch(line)
    if found is None:
        return None
    month, number = int(found["month"]), int(found["day"])
    days = [day for year in (-1, 0, 1) if (day := _day(today.year + year, month, number))]
    if not days:
        raise FormError(Part.TIME, line.strip())
    return min(days, key=lambda day: abs(day - today)), found["rest"]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
