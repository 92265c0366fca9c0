"""Two reminders that read the same: once the newer has arrived, the older one is deleted, so that they do not pile up.

It is tidying, so it comes last: nothing is deleted while a message waits to be sent, each call takes a turn that nobody
else wants, and what Telegram refuses is let be. A message in which the reader has tapped has become a screen: it stays
as long as the tap is remembered, which is in memory.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.clock import Clock
from bot.core.subscribers.message_log import DELETABLE, RecentMessages

SAFELY_DELETABLE = DELETABLE - timedelta(hours=1)
"""A reminder that was due longer ago may be too old to be deleted before its turn comes."""

BATCH_ROWS = 100
"""Reminders deleted at one tick at most."""

TICK_WORK_SECONDS = 3.0
"""Seconds a tick may wait for turns."""

TURN_PAUSE_SECONDS = 0.05
"""Seconds between looks for a turn."""


@dataclass(frozen=True)
class SamePair:
    """Two steps of a seminar, by their mailings, whose texts are the same for somebody; ``over``: the newer is out."""

    older: int
    newer: int
    over: bool


@dataclass(frozen=True)
class OlderReminder:
    """What an older reminder sent to somebody whom the newer has reached too."""

    mailing: int
    person: int
    chat: int
    messages: tuple[int, ...]


class SameReminders(Protocol):
    """Where it is known what was sent."""

    async def busy(self, now: datetime) -> bool:
        """Return whether a message of a mailing waits to be sent now."""
        ...

    async def pairs(self, since: datetime) -> Sequence[SamePair]:
        """Return the pairs whose older step was due after ``since``."""
        ...

    async def older(self, pair: SamePair, after: int, limit: int) -> Sequence[OlderReminder]:
        """Return older reminders of a pair that stand in their chats, of people with a number above ``after``."""
        ...

    async def forget(self, reminders: Sequence[OlderReminder]) -> None:
        """Write down that these messages are no more, or cannot be deleted."""
        ...


class SpareTurns(Protocol):
    """The pace, as somebody sees it who wants only what is left of it."""

    def take_spare(self) -> AbstractContextManager[object] | None:
        """Take a turn if there is one now that nobody else wants, and enter it until the call has ended."""
        ...


class Deletes(Protocol):
    """Deletes messages from a chat."""

    async def __call__(self, chat: int, messages: Sequence[int]) -> float:
        """Return after how many seconds to try again; 0 when they are gone, or cannot be deleted."""
        ...


@dataclass
class DeleteOlder:
    """Deletes the older of two same reminders, a batch at a time. What it remembers is only where it stopped."""

    reminders: SameReminders
    recent: RecentMessages
    turns: SpareTurns
    delete: Deletes
    clock: Clock
    _reached: dict[SamePair, int] = field(default_factory=dict)
    _done: frozenset[SamePair] = frozenset()
    _rests_until: float = 0.0

    async def __call__(self) -> None:
        """Do one batch (run by a tick)."""
        now = self.clock.now()
        if self.clock.monotonic() < self._rests_until or await self.reminders.busy(now):
            return
        pairs = await self.reminders.pairs(now - SAFELY_DELETABLE)
        self._done = self._done.intersection(pairs)
        self._reached = {pair: person for pair, person in self._reached.items() if pair in pairs}
        give_up = self.clock.monotonic() + TICK_WORK_SECONDS
        for pair in pairs:
            if pair not in self._done and not await self._tidy(pair, give_up):
                return

    async def _tidy(self, pair: SamePair, give_up: float) -> bool:
        """Delete the next batch of a pair; return False when the rest has to wait for another tick."""
        reached = self._reached.get(pair, 0)
        found = await self.reminders.older(pair, reached, BATCH_ROWS)
        if not found:
            self._reached[pair] = 0
            if pair.over and not reached:  # seen from the first to the last since the newer was out
                self._done |= {pair}
            return True
        settled: list[OlderReminder] = []
        try:
            for reminder in found:
                if not self._tapped(reminder):
                    if not await self._deleted(reminder, give_up):
                        return False
                    settled.append(reminder)
                self._reached[pair] = reminder.person
        finally:
            await self.reminders.forget(settled)
        return True

    def _tapped(self, reminder: OlderReminder) -> bool:
        return not set(reminder.messages).isdisjoint(self.recent.of(reminder.chat))

    async def _deleted(self, reminder: OlderReminder, give_up: float) -> bool:
        """Wait for a spare turn and delete; False when that has to wait for another tick."""
        while self.clock.monotonic() < give_up:
            if turn := self.turns.take_spare():
                with turn:
                    pause = await self.delete(reminder.chat, reminder.messages)
                self._rests_until = self.clock.monotonic() + pause
                return not pause
            await self.clock.sleep(TURN_PAUSE_SECONDS)
        return False
