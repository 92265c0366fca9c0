"""How the questions to the lawyers stand, in numbers alone: none says whose question it is (A1, A10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Protocol

from bot.core.clock import Clock
from bot.core.tickets.waiting import FEWEST_WAITS

LOOKED_BACK = timedelta(days=30)

WAITS_LONG = timedelta(days=1)
"""After so long without an answer the admins are told, once a day."""


@dataclass(frozen=True)
class TicketNumbers:
    """``oldest``: since when the oldest unanswered question waits. ``expired``: ended without an answer in 30 days.

    ``minutes``: how long the latest first answers took.
    """

    open: int = 0
    waiting: int = 0
    oldest: datetime | None = None
    closed: int = 0
    expired: int = 0
    minutes: Sequence[int] = ()

    @property
    def usual(self) -> timedelta | None:
        """The median time to an answer; None when there were too few answers."""
        return timedelta(minutes=median(self.minutes)) if len(self.minutes) >= FEWEST_WAITS else None


class NumbersStore(Protocol):
    """Where they are counted."""

    async def numbers(self, since: datetime) -> TicketNumbers:
        """Return them; what ended is counted from the day of ``since`` on."""
        ...

    async def waiting_long(self, asked_before: datetime, day: str) -> int:
        """Return how many questions wait since before a moment; 0 when that was told on the ISO day."""
        ...

    async def told(self, asked_before: datetime, day: str) -> None:
        """Note that it was told on the ISO day."""
        ...


@dataclass(frozen=True)
class CountTickets:
    """Counts them."""

    store: NumbersStore
    clock: Clock

    async def __call__(self) -> TicketNumbers:
        """Return the numbers as they are now."""
        return await self.store.numbers(self.clock.now() - LOOKED_BACK)
