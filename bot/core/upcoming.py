"""What is due next: the three things above the admins' desk, and whether the time of one has passed (A1)."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock
from bot.core.seminars.reminders import Ladder, ladder, overtaken, useful_times
from bot.core.seminars.seminars import Seminar, Seminars

SHOWN = 3
LATE_AFTER = timedelta(minutes=2)
"""How long after its time something may still be unsent before it is shown in red."""


class DueKind(StrEnum):
    """What is due."""

    REMINDER = "reminder"
    BROADCAST = "broadcast"
    FEED = "feed"


@dataclass(frozen=True)
class Due:
    """One thing that will happen, or should have: nothing of it has been sent."""

    at: datetime
    kind: DueKind
    seminar: int | None = None
    mailing: int | None = None

    def late(self, now: datetime) -> bool:
        """Return whether its time passed too long ago."""
        return now - self.at > LATE_AFTER


Source = Callable[[datetime], Awaitable[Sequence[Due]]]
"""Returns what is due of one kind, at the given moment or later."""


class Untouched(Protocol):
    """Mailings that exist and of which nothing was sent."""

    async def untouched(self, now: datetime, limit: int) -> Sequence[Due]:
        """Return the earliest ones that are still useful."""
        ...


def steps_ahead(seminar: Seminar, offsets: Sequence[int], now: datetime) -> Iterator[datetime]:
    """Yield when the steps of a ladder are due that are not due yet."""
    yield from (due for _, due, _ in useful_times(seminar, offsets) if due > now and due >= seminar.changed)


@dataclass(frozen=True)
class NextDue:
    """The next few things, the earliest first. ``sources`` are further ones, as of a feed that is asked."""

    seminars: Seminars
    ladder: Ladder
    mailings: Untouched
    offsets: Sequence[int]
    clock: Clock
    sources: Sequence[Source] = ()

    async def __call__(self) -> Sequence[Due]:
        """Return them."""
        now = self.clock.now()
        found = list(await self.mailings.untouched(now, SHOWN))
        for seminar in await self.seminars.coming(now):
            found += await self._of(seminar, now)
        for source in self.sources:
            found += await source(now)
        return sorted(found, key=lambda due: due.at)[:SHOWN]

    async def _of(self, seminar: Seminar, now: datetime) -> list[Due]:
        """Return the steps ahead, and the one that is due and was not queued."""
        times = list(steps_ahead(seminar, self.offsets, now))
        current = ladder(seminar, self.offsets, now)
        if current and not overtaken(current, await self.ladder.queued(seminar.id, seminar.revision)):
            times.append(current.not_before)
        return [Due(at, DueKind.REMINDER, seminar.id) for at in times]
