"""Limits what one person may send, so that a flood of theirs delays nobody else's answers."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto

from aiogram import Bot
from aiogram.types import Update

from bot.core.clock import Clock


class Throttling(Enum):
    """What the throttle says to an update."""

    PASSED = auto()
    DROPPED = auto()
    FIRST_DROPPED = auto()
    """The first one dropped in this flood: the person should be told."""


@dataclass
class _Bucket:
    tokens: float
    at: float
    told: bool = False


class Throttle:
    """One token bucket a person: ``burst`` updates at once, then ``per_second``. A full bucket ends a flood."""

    def __init__(self, clock: Clock, burst: int, per_second: float, watched: int) -> None:
        """Remember the buckets of at most ``watched`` people, those who wrote last."""
        self._clock = clock
        self._burst = burst
        self._per_second = per_second
        self._watched = watched
        self._buckets: dict[int, _Bucket] = {}

    def admit(self, person: int) -> Throttling:
        """Count one update of this person."""
        bucket = self._refilled(person)
        if bucket.tokens < 1:
            return self.close(person)
        bucket.tokens -= 1
        return Throttling.PASSED

    def close(self, person: int) -> Throttling:
        """Count this person as flooding; return whether this is the first drop of the flood."""
        bucket = self._refilled(person)
        throttling = Throttling.DROPPED if bucket.told else Throttling.FIRST_DROPPED
        bucket.told = True
        return throttling

    def flooding(self, person: int) -> bool:
        """Return whether a flood of this person goes on."""
        return self._refilled(person).told

    def sends_a_lot(self, person: int) -> bool:
        """Return whether this person has used up more than half of what may be sent at once."""
        return self._refilled(person).tokens < self._burst / 2

    def empty(self, person: int) -> None:
        """Let what comes next be dropped, until the bucket fills again."""
        self._refilled(person).tokens = 0

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


MAX_ANSWERS_UNDER_WAY = 8
"""Answers to dropped taps at the same time. A person needs fewer; a script that taps faster gets no more."""


class SpinnerStopper:
    """Answers rate-limited callback queries with an empty answer, so that the client stops showing progress."""

    def __init__(self, bot: Bot, timeout_seconds: float) -> None:
        """One answer may take ``timeout_seconds``."""
        self._bot = bot
        self._timeout_seconds = timeout_seconds
        self._under_way = 0

    async def __call__(self, update: Update) -> None:
        """Answer the update's callback query, if any, without a text, unless too many wait. Never raises."""
        if update.callback_query is None or self._under_way >= MAX_ANSWERS_UNDER_WAY:
            return
        self._under_way += 1
        try:
            with suppress(Exception):
                async with asyncio.timeout(self._timeout_seconds):
                    await self._bot.answer_callback_query(update.callback_query.id)
        finally:
            self._under_way -= 1
