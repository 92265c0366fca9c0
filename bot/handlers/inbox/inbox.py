"""What both ways of getting updates share: updates in hand, their numbers, and the end of their handling."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, TypedDict, Unpack

from aiogram import Bot

from bot.core.clock import Clock
from bot.core.health.vitals import Vitals, vitals_by
from bot.core.updates import SeenUpdates
from bot.handlers.inbox.intake import Feed, Intake
from bot.handlers.inbox.limits import InboxCounters, InboxLimits, InboxMemory
from bot.handlers.inbox.notices import InboxNotices


class InboxOptions(TypedDict, total=False):
    """What an inbox can do without: limits of its own, words for people, and who is told of its health."""

    limits: InboxLimits
    notices: InboxNotices
    vitals: Vitals


class Inbox(ABC):
    """Feeds updates to the dispatcher. ``SettleBeforeAnswer`` must be on the bot's session."""

    def __init__(
        self,
        bot: Bot,
        dispatcher_feed: Feed,
        seen: SeenUpdates,
        clock: Clock,
        **options: Unpack[InboxOptions],
    ) -> None:
        """``dispatcher_feed`` hands an update to its handlers; ``seen`` holds the ids applied before this run."""
        self._bot = bot
        self._clock = clock
        self._limits = options.get("limits") or InboxLimits()
        self._vitals = options.get("vitals") or vitals_by(clock)
        notices = options.get("notices") or InboxNotices()
        self._intake = Intake(bot, dispatcher_feed, seen, clock, self._limits, notices)
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def counters(self) -> InboxCounters:
        """Updates since the start, by what became of them."""
        return self._intake.counters

    @property
    def memory(self) -> InboxMemory:
        """What is held at this moment."""
        return InboxMemory(*self._intake.held, updates=len(self._tasks), unconfirmed=self._unconfirmed())

    @abstractmethod
    async def run(self, stop: asyncio.Event) -> None:
        """Receive updates until ``stop``, then let running handlers end. Raises TokenRejected on 401."""

    async def take(self, raw: Mapping[str, Any]) -> None:
        """Handle one raw update that Telegram did not bring; return when it is handled."""
        async with asyncio.TaskGroup() as group:
            self._start(group, raw, on_settled=_nobody_to_tell)

    async def idle(self) -> None:
        """Return when no update is being handled."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    def _unconfirmed(self) -> int:
        """Return how many ids Telegram still keeps for us, as far as that must be remembered."""
        return 0

    def _start(
        self, group: asyncio.TaskGroup, raw: Mapping[str, Any], on_settled: Callable[[int], None]
    ) -> asyncio.Task[None]:
        task = group.create_task(self._intake.take(raw, on_settled))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _drain(self, seconds: float) -> None:
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()


def _nobody_to_tell(_update_id: int) -> None:
    """Nobody waits for this update to be settled."""
