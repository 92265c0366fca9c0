"""Which steps of the ladder cannot reach everybody before they are stale (S3, R16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

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
    """Return the steps still to come that are too short for so many people, earliest first; ``rate`` is a second's.

    A step is useful until the next one is due, "live" (0) until the end.
    """
    steps = sorted(set(offsets) - set(seminar.steps_off), reverse=True)
    if not steps:
        return ()
    dues = [seminar.start - timedelta(seconds=step) for step in steps]
    ends = [*dues[1:], seminar.end if steps[-1] == 0 else seminar.start]
    found = []
    for step, due, end in zip(steps, dues, ends, strict=True):
        reached = int((end - due).total_seconds() * rate * REMINDER_SHARE)
        if due > now and reached < people:
            found.append(Shortfall(step, reached))
    return tuple(found)
