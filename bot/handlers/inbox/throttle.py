"""One person's flood must not cost the others their answers."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto

from aiogram import Bot
from aiogram.types import Update

from bot.core.clock import Clock


class Passage(Enum):
    """What becomes of an update."""

    OPEN = auto()
    CLOSED = auto()
    CLOSED_JUST_NOW = auto()
    """The first one dropped in this flood: the person should be told."""


@dataclass
class _Bucket:
    tokens: float
    at: float
    told: bool = False


class Throttle:
    """A token bucket a person: ``burst`` at once, then ``per_second``. A flood is over when it is full again."""

    def __init__(self, clock: Clock, burst: int, per_second: float, watched: int) -> None:
        """Remember the pace of at most ``watched`` people, those who wrote last."""
        self._clock = clock
        self._burst = burst
        self._per_second = per_second
        self._watched = watched
        self._buckets: dict[int, _Bucket] = {}

    def admit(self, person: int) -> Passage:
        """Count one update of this person."""
        bucket = self._refilled(person)
        if bucket.tokens < 1:
            return self.close(person)
        bucket.tokens -= 1
        return Passage.OPEN

    def close(self, person: int) -> Passage:
        """Call what this person does a flood; return whether that is news."""
        bucket = self._refilled(person)
        passage = Passage.CLOSED if bucket.told else Passage.CLOSED_JUST_NOW
        bucket.told = True
        return passage

    def flooding(self, person: int) -> bool:
        """Return whether a flood of this person goes on."""
        return self._refilled(person).told

    def __len__(self) -> int:
        """How many people are watched."""
        return len(self._buckets)

    def _refilled(self, person: int) -> _Bucket:
        now = self._clock.monotonic()
        bucket = self._buckets.pop(person, None) or _Bucket(self._burst, now)
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.at) * self._per_second)
        bucket.at = now
        bucket.told = bucket.told and bucket.tokens < self._burst
        self._buckets[person] = bucket
        if len(self._buckets) > self._watched:
            del self._buckets[next(iter(self._buckets))]
        return bucket


AT_ONCE = 8
"""Such answers under way; a person's fingers need fewer, and a script shall have no more."""


class SpinnerStopper:
    """Ends the spinning of dropped taps."""

    def __init__(self, bot: Bot, patience: float) -> None:
        """``patience`` is what one answer may take, in seconds."""
        self._bot = bot
        self._patience = patience
        self._under_way = 0

    async def __call__(self, update: Update) -> None:
        """Answer the update's tap without words, if it is one and few are under way; never raises."""
        if update.callback_query is None or self._under_way >= AT_ONCE:
            return
        self._under_way += 1
        try:
            with suppress(Exception):
                async with asyncio.timeout(self._patience):
                    await self._bot.answer_callback_query(update.callback_query.id)
        finally:
            self._under_way -= 1
