"""What a broadcast is sent for: nothing, at the usual pace, or the bot's Telegram Stars, at a higher one.

Telegram takes 0.1 Stars for a message beyond the free rate (Bot API, ``allow_paid_broadcast``), so a price here is the
most a run may cost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

MESSAGES_PER_STAR = 10
"""0.1 Telegram Stars a message."""


class Fare(StrEnum):
    """How a mailing is sent. ``ended``: Telegram took no more paid messages; ``told``: the admins know it."""

    FREE = "free"
    PAID = "paid"
    ENDED = "ended"
    TOLD = "told"

    @property
    def broken_off(self) -> bool:
        """Whether it began paid and goes on for nothing."""
        return self in (Fare.ENDED, Fare.TOLD)


def price(messages: int) -> int:
    """Return the most so many messages cost, in whole Stars, rounded up."""
    return -(-messages // MESSAGES_PER_STAR)


@dataclass(frozen=True)
class Offer:
    """What paying would bring: messages a second, and the Stars the bot has (None: Telegram did not say)."""

    rate: float
    balance: int | None

    def covers(self, stars: int) -> bool:
        """Return whether the bot has so many Stars, as far as is known."""
        return self.balance is None or self.balance >= stars


class PaidRuns(Protocol):
    """Which runs Telegram has put back to the free rate. Every changing method is one transaction."""

    async def ended(self) -> Sequence[int]:
        """Return the mailings of which the admins have not heard yet."""
        ...

    async def told(self, mailing: int) -> None:
        """Remember that they have."""
        ...
