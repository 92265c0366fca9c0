"""Who has changed nothing for a year is asked once whether it is still needed, and goes without an answer (S10)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.clock import Clock
from bot.core.content import Contents
from bot.core.subscribers.subscribers import Subscribers

IDLE_AFTER = timedelta(days=365)
ANSWER_WITHIN = timedelta(days=30)
ASKED_FOR = timedelta(days=3)
"""For how long the question is tried to be sent."""

ASKED_AGAIN = timedelta(days=30)
"""Who was not reached, because Telegram refused or for any other reason, is asked again after so many whole days.

Counted from the day a year was full, so that nothing is written down about who was tried: only the day up to which
everybody whose turn had come was asked.
"""


ASKED_BY = timedelta(days=1)
"""Nobody is asked by a moment that is longer ago: the time in which the question is tried would be short."""


class InactivePeople(Protocol):
    """Where subscriptions grow old. Both methods are safe to run at any time."""

    async def ask(self, contents: Contents, now: datetime) -> int:
        """Queue the question to everybody whose turn it is and who was not asked yet; return how many that is."""
        ...

    async def remove(self, now: datetime) -> int:
        """Erase everybody whose time to answer is over; return how many that was."""
        ...


@dataclass(frozen=True)
class TendInactivity:
    """Run by a tick: first those whose time is over, then those to be asked; both by a moment that is past for certain.

    ``horizon`` returns that moment (core/clock_line.py).
    """

    people: InactivePeople
    question: Callable[[], Contents]
    clock: Clock
    horizon: Callable[[], Awaitable[datetime | None]]
    wake: Callable[[], None]

    async def __call__(self) -> int:
        """Return how many were asked."""
        past = await self.horizon()
        if past is None:
            return 0
        await self.people.remove(past)
        if self.clock.now() - past > ASKED_BY:
            return 0
        asked = await self.people.ask(self.question(), past)
        if asked:
            self.wake()
        return asked


@dataclass(frozen=True)
class Keep:
    """The answer "yes": a change like any other, from which the year begins anew."""

    subscribers: Subscribers
    clock: Clock

    async def __call__(self, chat: int) -> bool:
        """Return False when there is nothing to keep any more."""
        row = await self.subscribers.get(chat)
        if row is None:
            return False
        today = self.clock.now().date().isoformat()
        return await self.subscribers.change(replace(row, active=today, asked=None))
