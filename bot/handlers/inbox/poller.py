"""Long polling that confirms an update only when it is settled, backs off on errors, and stops cleanly."""

import asyncio
from collections.abc import Sequence
from typing import Any, Unpack

from aiogram import Bot
from aiogram.exceptions import TelegramConflictError
from aiogram.methods import DeleteWebhook

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.health.troubles import Trouble
from bot.core.updates import SeenUpdates
from bot.handlers.inbox.backoff import Backoff, TokenRejected, webhook_left_over
from bot.handlers.inbox.calls import Calls, GetUpdatesRaw
from bot.handlers.inbox.inbox import Inbox, InboxOptions
from bot.handlers.inbox.intake import Feed, identity
from bot.handlers.inbox.offset import Silence, Window
from bot.handlers.inbox.waiting import first_of, pause

MAX_UPDATES_PER_POLL = 100
"""Telegram's limit (Bot API, getUpdates)."""
STUCK_NEW_SHARE = 0.1
"""A full answer with a smaller share of new updates means that old ones keep the offset from moving."""


class Poller(Inbox):
    """Polls updates and confirms those that are settled."""

    def __init__(
        self, bot: Bot, dispatcher_feed: Feed, seen: SeenUpdates, clock: Clock, **options: Unpack[InboxOptions]
    ) -> None:
        """Take what every inbox takes."""
        super().__init__(bot, dispatcher_feed, seen, clock, **options)
        self._call = Calls(bot, clock, self._vitals)
        self._window = Window()
        self._backoff = Backoff()
        self._silence = Silence(clock, self._limits.silence)
        self._webhook_removed = False

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until ``stop``, let running handlers end, confirm what is settled. TokenRejected on 401."""
        await self._intake.remember()
        event(Event.INBOX_STARTED)
        rejected = False
        async with asyncio.TaskGroup() as group:
            try:
                await self._listen(group, stop)
            except TokenRejected:
                rejected = True
            # No offset confirms an update without those before it: a question that was answered would come again.
            self._intake.close(in_order=True)
            await self._drain(0 if rejected else self._limits.drain)
        if rejected:
            raise TokenRejected
        await self._confirm()
        event(Event.INBOX_STOPPED)

    def _unconfirmed(self) -> int:
        return len(self._window)

    async def _listen(self, group: asyncio.TaskGroup, stop: asyncio.Event) -> None:
        while not stop.is_set():
            self._forget_after_silence()
            asked, asked_at = self._window.offset, self._clock.monotonic()
            answer = await first_of(self._ask(asked), stop)
            if stop.is_set() or answer is None:
                return
            if isinstance(answer, Exception):
                await self._recover(answer, stop)
                continue
            self._backoff.reset()
            self._vitals.troubles.note(Trouble.CONFLICT, wrong=False)
            self._receive(group, asked, answer)
            await self._wait_before_next_poll(asked, asked_at, stop)

    async def _ask(self, offset: int | None) -> list[Any] | Exception:
        seconds = self._limits.poll if self._window.quiet.is_set() else 0
        return await self._call(GetUpdatesRaw(offset=offset, timeout=seconds), seconds + self._limits.answer)

    async def _recover(self, error: Exception, stop: asyncio.Event) -> None:
        if webhook_left_over(error) and not self._webhook_removed:
            removal = self._call(DeleteWebhook(drop_pending_updates=False), self._limits.answer)
            outcome = await first_of(removal, stop)
            if not isinstance(outcome, Exception):
                self._webhook_removed = True
                event(Event.WEBHOOK_REMOVED)
                return
            error = outcome
        if isinstance(error, TelegramConflictError):
            self._vitals.troubles.note(Trouble.CONFLICT, wrong=True)
        seconds = self._backoff.after(error)
        self._call.rests(seconds)
        await pause(self._clock, seconds, stop)

    def _receive(self, group: asyncio.TaskGroup, asked: int | None, batch: Sequence[Any]) -> None:
        by_id = {update_id: raw for raw in batch if (update_id := identity(raw)) is not None}
        for _ in range(len(batch) - len(by_id)):
            self.counters.invalid += 1
            event(Event.UPDATE_WITHOUT_ID)
        new = self._window.admit(asked, list(by_id))
        for update_id in new:
            self._start(group, by_id[update_id], on_settled=self._window.settle)
        if len(batch) >= MAX_UPDATES_PER_POLL and len(new) < MAX_UPDATES_PER_POLL * STUCK_NEW_SHARE:
            self._intake.drop_queue()
        if by_id:
            self._silence.broken()

    async def _wait_before_next_poll(self, asked: int | None, asked_at: float, stop: asyncio.Event) -> None:
        """Wait before the next poll while updates are handled or nothing new came: no busy loop."""
        quiet = self._window.quiet
        if not quiet.is_set():
            await pause(self._clock, self._limits.gap, stop, quiet)
        if self._window.offset == asked:
            await pause(self._clock, asked_at + self._limits.gap - self._clock.monotonic(), stop)

    def _forget_after_silence(self) -> None:
        if self._silence.too_long():
            event(Event.OFFSET_FORGOTTEN)
            self._window.forget()
            self._intake.forget()
            self._silence.broken()

    async def _confirm(self) -> None:
        offset = self._window.offset
        if offset is None or offset == self._window.confirmed:
            return
        answer = await self._call(GetUpdatesRaw(offset=offset, limit=1), self._limits.last_word)
        if isinstance(answer, Exception):
            event(Event.OFFSET_NOT_CONFIRMED, kind=answer)
