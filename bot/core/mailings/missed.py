"""What can still be done about a finished broadcast: whom it did not reach, and a run that repeats it to them (A8)."""

from dataclasses import dataclass
from enum import StrEnum


class Missed(StrEnum):
    """How somebody stands in the run that another one follows.

    Refused; or nobody knows, so that the person may have it already; or has got it and is sent a correction; or has got
    it and what was got is edited, which sends nothing (A7).
    """

    FAILED = "failed"
    UNKNOWN = "unknown"
    GOT = "got"
    EDIT = "edit"


REPEATABLE = (Missed.FAILED, Missed.UNKNOWN)
"""Whom a run can be repeated to."""


@dataclass(frozen=True)
class Repeat:
    """Whom a run is for: those who stand so in the run ``source``, and nobody else of its audience."""

    source: int
    missed: Missed


@dataclass(frozen=True)
class MissedCounts:
    """How many people a repetition of a run would reach now, and what can be done with what it delivered (A7).

    ``within``: messages whose number is known; ``amended``: the newest amendment, 0 without one; ``got``: how many
    people a correction would reach.
    """

    failed: int = 0
    unknown: int = 0
    within: int = 0
    amended: int = 0
    got: int = 0

    def of(self, missed: Missed) -> int:
        """Return the number of those missed so; one of REPEATABLE."""
        return {Missed.FAILED: self.failed, Missed.UNKNOWN: self.unknown}[missed]


NOBODY_MISSED = MissedCounts()
