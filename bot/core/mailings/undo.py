"""A way back in the first seconds (A4): a large broadcast waits for the end of its window before its first message.

The end is stored. A restart before it goes on counting; after a restart behind it nobody is told unasked.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock
from bot.core.mailings.conversations import DRAFT_LIFE
from bot.core.mailings.mailings import Hold, Mailing
from bot.core.mailings.outbox import Wake

DRAWN_EVERY_SECONDS = 3
"""The count is drawn at 10, 7, 4 and 1."""

MISSED_AFTER = timedelta(seconds=60)
"""A window whose end is longer ago was slept through: what was to follow it asks first."""


class TakenBack(StrEnum):
    """What became of a broadcast that was taken back."""

    DRAFT = "draft"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


class Windows(Protocol):
    """Broadcasts in their window. Every changing method is one transaction."""

    async def open(self) -> list[Mailing]:
        """Return all whose window has not been closed."""
        ...

    async def begin(self, mailing: int, recipients: int, now: datetime) -> bool:
        """Queue one for its audience; False when it is not to be sent any more."""
        ...

    async def ask(self, mailing: int, hold: Hold) -> bool:
        """Let one wait for an answer instead."""
        ...

    async def take_back(self, mailing: int, admin: int, now: datetime, expires: datetime) -> TakenBack | None:
        """Make it its author's draft again, or take it off, or cancel what has begun; None when it is over."""
        ...


def seconds_drawn(mailing: Mailing, now: datetime) -> int:
    """Return the count on the button: how many seconds are left, up to the next one that is drawn."""
    left = (mailing.due - now).total_seconds() if mailing.due else 0
    return 1 + DRAWN_EVERY_SECONDS * max(0, math.ceil((left - 1) / DRAWN_EVERY_SECONDS))


@dataclass(frozen=True)
class Undo:
    """Closes windows (run by a tick), and takes back."""

    windows: Windows
    clock: Clock
    wake: Wake

    async def __call__(self) -> None:
        """Begin every broadcast whose window is over."""
        now = self.clock.now()
        for mailing in await self.windows.open():
            if mailing.due is None or now - mailing.due > MISSED_AFTER:
                await self.windows.ask(mailing.id, Hold.WINDOW)
            elif mailing.void(now):
                await self.windows.ask(mailing.id, Hold.SEMINAR)
            elif mailing.due <= now:
                await self.windows.begin(mailing.id, mailing.counters.total, now)
                self.wake()

    async def start(self) -> None:
        """At a start, before any tick: what had its window's end while nothing ran is not sent, and asks."""
        now = self.clock.now()
        for mailing in await self.windows.open():
            if mailing.due is None or mailing.due <= now:
                await self.windows.ask(mailing.id, Hold.WINDOW)

    async def take_back(self, mailing: int, admin: int) -> TakenBack | None:
        """Take back, however late, also as a cancel of what has begun."""
        now = self.clock.now()
        taken = await self.windows.take_back(mailing, admin, now, now + DRAFT_LIFE)
        self.wake()
        return taken
