"""The days a calendar keyboard offers, as rows: pure arithmetic on days, without buttons, words or a clock (A5, A9).

Months, days and minutes travel in buttons as one whole number each, so that a button needs nothing else to be read.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

MONTHS_A_YEAR = 12
DAYS_A_WEEK = 7
HOURS_A_DAY = 24
MINUTES_AN_HOUR = 60
MINUTES_A_DAY = HOURS_A_DAY * MINUTES_AN_HOUR

DAYS_AHEAD = 3 * 365 + 1
"""Three years, whichever of them is a leap year."""

MONTHS_A_PAGE = 12
MINUTE_STEP = 5

Week = tuple[date | None, ...]
"""Seven places, Monday first; None where the month has no day, or one that cannot be chosen."""


def month_of(day: date) -> int:
    """Return the number of a day's month: years times twelve, and months since January."""
    return day.year * MONTHS_A_YEAR + day.month - 1


def first_of(month: int) -> date:
    """Return the first day of a month by its number."""
    return date(month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)


def minute_of(day: date, minutes: int = 0) -> int:
    """Return the number of a day's minute, counted from the first day of the calendar."""
    return day.toordinal() * MINUTES_A_DAY + minutes


def local_time(minute: int) -> datetime | None:
    """Return the local time by the number of its minute; None for a number that no calendar has."""
    day, rest = divmod(minute, MINUTES_A_DAY)
    if not date.min.toordinal() <= day <= date.max.toordinal():
        return None
    hour, left = divmod(rest, MINUTES_AN_HOUR)
    return datetime.combine(date.fromordinal(day), time(hour, left))


@dataclass(frozen=True)
class Days:
    """What can be chosen at a local time: today and three years from it; what has passed cannot."""

    now: datetime

    @property
    def today(self) -> date:
        """The first day that can be chosen."""
        return self.now.date()

    @property
    def last(self) -> date:
        """The last day that can be chosen."""
        return self.today + timedelta(days=DAYS_AHEAD)

    def can(self, day: date) -> bool:
        """Return whether a day can be chosen."""
        return self.today <= day <= self.last

    def month(self, number: int) -> int:
        """Return the month of this number, or the nearest one that has days to choose."""
        return min(max(number, month_of(self.today)), month_of(self.last))

    def weeks(self, month: int) -> tuple[Week, ...]:
        """Return the rows of a month that have a day to choose; the others of their days stand as empty places."""
        first = first_of(month)
        length = (first_of(month + 1) - first).days
        places: list[date | None] = [None] * first.weekday()
        places += [day for at in range(length) if (day := first + timedelta(days=at))]
        places += [None] * (-len(places) % DAYS_A_WEEK)
        shown = [day if day is not None and self.can(day) else None for day in places]
        rows = (tuple(shown[at : at + DAYS_A_WEEK]) for at in range(0, len(shown), DAYS_A_WEEK))
        return tuple(row for row in rows if any(row))

    def page_of(self, month: int) -> tuple[int, ...]:
        """Return the months that are shown together with this one, twelve from today's month on."""
        first = month_of(self.today)
        start = month - (month - first) % MONTHS_A_PAGE
        return tuple(range(start, min(start + MONTHS_A_PAGE, month_of(self.last) + 1)))

    def hours(self, day: date) -> tuple[int | None, ...]:
        """Return the hours of a day; None for one that is over."""
        over = self.now.hour if day == self.today else -1
        last_minute = MINUTES_AN_HOUR - MINUTE_STEP
        if day == self.today and self.now.minute >= last_minute:
            over += 1
        return tuple(hour if hour >= over else None for hour in range(HOURS_A_DAY))

    def minutes(self, day: date, hour: int) -> tuple[int | None, ...]:
        """Return every fifth minute of an hour; None for one that is over."""
        over = minute_of(self.today, self.now.hour * MINUTES_AN_HOUR + self.now.minute)
        start = minute_of(day, hour * MINUTES_AN_HOUR)
        return tuple(at if start + at > over else None for at in range(0, MINUTES_AN_HOUR, MINUTE_STEP))
