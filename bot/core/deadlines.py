"""Plain calendar counts (P20): the year from an arrival, and the days from the receipt of a complete application.

Facts OY-1, OY-5, WP-1, WP-2 of docs/facts.md. A count, not advice: whether a clock has stopped nobody sees from here.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

PERMIT_ASKED, PERMIT_GIVEN = timedelta(days=150), timedelta(days=180)
OLDEST_YEARS = 30
"""Years: a day longer ago is a slip of the finger."""

MONTHS = (
    *("январ", "феврал", "март", "апрел", "май", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"),
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
)
MONTHS_A_YEAR = 12
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_DOTS = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})", re.ASCII)
_WORDS = re.compile(r"(?P<day>\d{1,2}) +(?P<name>[а-яёa-z]+)\.?,? +(?P<year>\d{4})(?: *г(?:ода|\.)?)?")
_ENGLISH = re.compile(r"(?P<name>[a-z]+)\.? +(?P<day>\d{1,2}),? +(?P<year>\d{4})")


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


def count_from(count: Count, start: date) -> Counted:
    """Return the days; a year from 29 February is over on 28 February, so that nobody is told a day too late."""
    if count is Count.RECEIPT:
        return Counted(count, start, (start + PERMIT_ASKED, start + PERMIT_GIVEN))
    leap = (start.month, start.day) == (2, 29)
    return Counted(count, start, (start.replace(year=start.year + 1, day=28 if leap else start.day),))


def read_day(text: str) -> date | None:
    """Return the day that a text consists of («5 марта 2026», 05.03.2026, 2026-03-05, March 5, 2026), or None."""
    text = " ".join(text.lower().split())
    for form in (_ISO, _DOTS, _WORDS, _ENGLISH):
        found = form.fullmatch(text)
        if found:
            parts = found.groupdict()
            month = int(parts["month"]) if "month" in parts else _month(parts["name"])
            return _day(int(parts["year"]), month, int(parts["day"]))
    return None


def plausible(start: date, today: date) -> bool:
    """Return whether something can have happened on that day."""
    return start <= today and today.year - start.year <= OLDEST_YEARS


def _month(name: str) -> int:
    name = re.sub(r"^ма[яюе]$", "май", name)
    for number, stem in enumerate(MONTHS):
        if name == stem[:3] or re.fullmatch(rf"{stem}[а-яё]?" if number < MONTHS_A_YEAR else rf"{stem}[a-z]*", name):
            return number % MONTHS_A_YEAR + 1
    return 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
