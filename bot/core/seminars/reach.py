"""Which steps of the ladder cannot reach everybody before they are stale (S3, R16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.seminars.reminders import useful_times
from bot.core.seminars.seminars import Seminar

REMINDER_SHARE = 0.8
"""Share of the rate a due reminder has at most while people ask (R16); what it cannot do with that is told."""


@dataclass(frozen=True)
class Shortfall:
    """A step, in seconds before the start, that ``reached`` people get in time at most."""

    step: int
    reached: int


@dataclass(frozen=True)
class Reach:
    """How many people are to be reminded, and the steps too short for them."""

    people: int = 0
    short: tuple[Shortfall, ...] = ()


def shortfalls(
    seminar: Seminar, offsets: Sequence[int], people: int, rate: float, now: datetime
) -> tuple[Shortfall, ...]:
    """Return the steps still to come that are too short for so many people, earliest first; ``rate`` is a second's."""
    found = []
    for step, due, end in useful_times(seminar, offsets):
        reached = int((end - due).total_seconds() * rate * REMINDER_SHARE)
        if due > now and reached < people:
            found.append(Shortfall(step, reached))
    return tuple(found)
