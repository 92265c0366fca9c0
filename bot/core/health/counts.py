"""What is counted since the start, for /metrics: sums by words of closed lists, nothing of anybody."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.mailings.outbox import (
    Gone,
    Later,
    Migrated,
    NotFound,
    Partly,
    Refused,
    Sent,
    Slower,
    Unknown,
    Unpaid,
    Verdict,
)


class VerdictWord(StrEnum):
    """What became of one attempt to deliver."""

    SENT = "sent"
    PARTLY = "partly"
    GONE = "gone"
    NOT_FOUND = "not_found"
    LATER = "later"
    SLOWER = "slower"
    REFUSED = "refused"
    UNPAID = "unpaid"
    MIGRATED = "migrated"
    UNKNOWN = "unknown"


WORD_OF: Mapping[type[Verdict], VerdictWord] = {
    Sent: VerdictWord.SENT,
    Partly: VerdictWord.PARTLY,
    Gone: VerdictWord.GONE,
    NotFound: VerdictWord.NOT_FOUND,
    Later: VerdictWord.LATER,
    Slower: VerdictWord.SLOWER,
    Refused: VerdictWord.REFUSED,
    Unpaid: VerdictWord.UNPAID,
    Migrated: VerdictWord.MIGRATED,
    Unknown: VerdictWord.UNKNOWN,
}

TRIED_AGAIN = (VerdictWord.LATER, VerdictWord.SLOWER, VerdictWord.UNKNOWN)
"""Attempts that may have brought nothing to anybody."""


class RefusedCall(StrEnum):
    """Which calls Telegram answered with 429."""

    MAILING = "mailing"
    REPLY = "reply"
    OTHER = "other"
    """Polls, menus, descriptions: they have limits of their own."""


BOUNDS_SECONDS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
"""Upper bounds of the histogram's buckets; the last is what a handler may take."""


@dataclass
class Times:
    """How long something took, in buckets: of each bound of BOUNDS_SECONDS, and of all that took longer."""

    buckets: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS_SECONDS) + 1))
    seconds: float = 0.0

    def took(self, seconds: float) -> None:
        """Count one."""
        self.buckets[bisect_left(BOUNDS_SECONDS, seconds)] += 1
        self.seconds += seconds


def nothing() -> Mapping[str, int]:
    """Count nothing: what counts is not there yet."""
    return {}


@dataclass
class Counts:
    """The sums. ``updates`` and ``searches`` are counted elsewhere and asked for."""

    deliveries: Counter[VerdictWord] = field(default_factory=Counter)
    refusals: Counter[RefusedCall] = field(default_factory=Counter)
    handling: Times = field(default_factory=Times)
    updates: Callable[[], Mapping[str, int]] = nothing
    """What became of each update, by the inbox's word."""
    searches: Callable[[], Mapping[str, int]] = nothing
    """How questions ended."""

    def delivered(self, verdict: Verdict) -> None:
        """Count one attempt to deliver."""
        word = next(word for kind, word in WORD_OF.items() if isinstance(verdict, kind))  # tickets have kinds of these
        self.deliveries[word] += 1
        if word is VerdictWord.SLOWER:
            self.refusals[RefusedCall.MAILING] += 1

    @property
    def settled(self) -> int:
        """How many attempts have ended for good."""
        return self.deliveries.total() - sum(self.deliveries[word] for word in TRIED_AGAIN)
