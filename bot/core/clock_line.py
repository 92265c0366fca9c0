"""How far this machine's clock can be trusted, so that nothing is deleted on the word of one that jumped (R15).

What is past its life is removed when two looks at the clock say so that are 20 hours apart. The moments of the looks
are stored, so that a restart does not begin anew. Inside one run the monotonic counter shows a jump; between two runs a
stop of a few hours and a jump look alike, and then the older look alone decides.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.clock import Clock, epoch, from_epoch

LOOKS_APART = timedelta(hours=20)
"""How far apart the two looks are."""

NOTED_EVERY = timedelta(hours=1)
"""How often a look is stored."""

TOLERATED = timedelta(hours=2)
"""A stop that is shorter does not break the line; a clock that is off from Telegram's by more is wrong."""

JUMP_SECONDS = 600.0
"""A clock that moves against the monotonic counter by more between two looks has jumped."""


@dataclass(frozen=True)
class Looks:
    """Moments the clock has shown, oldest first; since ``since`` they fit together. ``broken``: there was a jump."""

    seen: tuple[datetime, ...]
    since: datetime
    broken: bool = False


def to_text(looks: Looks) -> str:
    """Return looks as they are kept: in whole seconds since when they fit together, whether there was a jump, each."""
    return json.dumps([epoch(looks.since), int(looks.broken), *map(epoch, looks.seen)])


def from_text(text: str) -> Looks:
    """Return looks that were kept."""
    since, broken, *seen = json.loads(text)
    return Looks(tuple(map(from_epoch, seen)), from_epoch(since), bool(broken))


UNKNOWN = Looks((), from_epoch(0), broken=True)
"""Nothing is known of earlier looks: no clock is believed alone."""


class LooksStore(Protocol):
    """Where the looks are kept."""

    async def load(self) -> Looks | None:
        """Return what was kept, None when there is nothing in the database yet that could go too early."""
        ...

    async def keep(self, looks: Looks) -> None:
        """Keep them instead of the older ones."""
        ...


def unknown() -> float | None:
    """Tell nothing of Telegram's time."""
    return None


class ClockLine:
    """Asked by everything that deletes or gives up by the clock."""

    def __init__(self, store: LooksStore, clock: Clock, skew: Callable[[], float | None] = unknown) -> None:
        """``skew`` tells by how many seconds this clock is ahead of Telegram's, None while nobody knows."""
        self._store = store
        self._clock = clock
        self._skew = skew
        self._looks: Looks | None = None
        self._offset = 0.0

    def wrong(self) -> bool:
        """Return whether Telegram's time says that this clock is wrong."""
        return abs(self._skew() or 0.0) > TOLERATED.total_seconds()

    async def horizon(self) -> datetime | None:
        """Return a moment that is past for certain: what had outlived its purpose by then may go. None: nothing yet."""
        if self.wrong():
            return None
        now = self._clock.now()
        looks = await self._look(now)
        if not looks.broken or now - looks.since >= LOOKS_APART:
            return now
        return max((moment for moment in looks.seen if now - moment >= LOOKS_APART), default=None)

    async def doubted(self) -> bool:
        """Return whether the clock may have jumped lately, and Telegram's time does not say that it is right."""
        if self._skew() is not None:
            return self.wrong()
        now = self._clock.now()
        looks = await self._look(now)
        return looks.broken and now - looks.since < LOOKS_APART

    async def _look(self, now: datetime) -> Looks:
        offset, before = now.timestamp() - self._clock.monotonic(), self._looks
        if before is None:
            looks = continued(await self._store.load(), now)
        elif abs(offset - self._offset) > JUMP_SECONDS:
            looks = Looks((now,), now, broken=True)  # none of the older ones is known to be right
        elif now - before.seen[-1] >= NOTED_EVERY:
            looks = noted(before, now)
        else:
            looks = before
        self._looks, self._offset = looks, offset
        if looks is not before:
            await self._store.keep(looks)
        return looks


def continued(last: Looks | None, now: datetime) -> Looks:
    """Return the looks with the first one of a new run."""
    if last is None:
        return Looks((now,), now)
    earlier = tuple(moment for moment in last.seen if moment <= now)  # a later one was a wrong clock's, or this one is
    if earlier and earlier == last.seen and now - earlier[-1] <= TOLERATED:
        return noted(last, now)
    return noted(Looks(earlier, now, broken=True), now)


def noted(looks: Looks, now: datetime) -> Looks:
    """Return the looks with one more, and without those that no later question needs."""
    old = max((moment for moment in looks.seen if now - moment >= LOOKS_APART), default=now)
    return replace(looks, seen=(*(moment for moment in looks.seen if moment >= old), now))
