"""Plain calendar counts (P20): the year from an arrival, and the days from the receipt of a complete application.

Facts OY-1, OY-5, WP-1, WP-2 of docs/facts.md. A count, not advice: whether a clock has stopped nobody sees from here.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

PERMIT_ASKED, PERMIT_GIVEN = timedelta(days=150), timedelta(days=180)
OLDEST_YEARS = 30
"""Years: a day longer ago is a slip of the finger."""


class Count(StrEnum):
    """What is counted from the day."""

    ARRIVAL = "arrival"
    RECEIPT = "receipt"


@dataclass(frozen=True)
class Counted:
    """The days a count leads to: the year's, or those of 150 and 180 days."""

    count: Count
    start: date
    days: tuple[date, ...]

    def coming(self, today: date) -> bool:
        """Return whether one of the days is still ahead."""
        return max(self.days) > today


def count_from(count: Count, start: date) -> Counted:
    """Return the days; a year from 29 February is over on 28 February, so that nobody is told a day too late."""
    if count is Count.RECEIPT:
        return Counted(count, start, (start + PERMIT_ASKED, start + PERMIT_GIVEN))
    leap = (start.month, start.day) == (2, 29)
    return Counted(count, start, (start.replace(year=start.year + 1, day=28 if leap else start.day),))


def plausible(start: date, today: date) -> bool:
    """Return whether something can have happened on that day."""
    return start <= today and today.year - start.year <= OLDEST_YEARS
