"""How long an answer takes, said before a question is taken (P10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from statistics import median

FEWEST_WAITS = 5
"""From how many first answers on a time is named."""

LATEST_WAITS = 20
"""Of how many of them, the latest, the median is taken."""

NOBODY_ANSWERS = timedelta(days=3)
"""After so long without an answer, while somebody waits, this is said instead."""


class Unit(StrEnum):
    """In what a time is named."""

    HOUR = "hour"
    HOURS = "hours"
    DAYS = "days"


@dataclass(frozen=True)
class Waiting:
    """How long the latest first answers took, in minutes; ``silent`` when nobody has answered for three days."""

    minutes: Sequence[int] = ()
    silent: bool = False

    @property
    def usual(self) -> tuple[Unit, int] | None:
        """The median in human words, rounded up; None when there were too few answers."""
        if len(self.minutes) < FEWEST_WAITS:
            return None
        minutes = round(median(self.minutes[-LATEST_WAITS:]))
        hours = -(-minutes // 60)
        if hours <= 1:
            return Unit.HOUR, 1
        return (Unit.HOURS, hours) if hours <= 24 else (Unit.DAYS, -(-hours // 24))  # noqa: PLR2004 -- a day
