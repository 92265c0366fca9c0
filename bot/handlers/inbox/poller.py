"""Long polling that confirms an update only when it is settled, backs off on errors, and stops cleanly."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from aiogram import Bot
from aiogram.methods import DeleteWebhook, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.updates import SeenUpdates
from bot.handlers.inbox.backoff import Backoff, TokenRejected, webhook_left_over
from bot.handlers.inbox.intake import Feed, Intake, identity
from bot.handlers.inbox.limits import InboxCounters, InboxLimits, InboxMemory
from bot.handlers.inbox.notices import InboxNotices
from bot.handlers.inbox.offset import Silence, Window
from bot.handlers.inbox.waiting import cancelled_from_outside, first_of, pause

MAX_UPDATES_PER_POLL = 100
"""Telegram's limit (Bot API, getUpdates)."""
STUCK_NEW_SHARE = 0.1
"""A full answer with a smaller share of new updates means that old ones keep the offset from moving."""


class Inbox:
    """Polls updates and feeds them to the dispatcher. ``SettleBeforeAnswer`` must be on the bot's session."""

    def __init__(
        self,
        bot: Bot,
        dispatcher_feed: Feed,
        seen: SeenUpdates,
        clock: Clock,
        *,
        limits: InboxLimits | None = None,
        notices: InboxNotices | None = None,
    ) -> None:
        """``dispatcher_feed`` hands an update to its handlers; ``seen`` holds the ids applied before this run."""
        self._bot = bot
        self._clock = clock
        self._limits = limits or InboxLimits()
        self._intake = Intake(bot, dispatcher_feed, seen, clock, self._limits, notices or InboxNotices())
        self._window = Window()
        self._backoff = Backoff()
        self._silence = Silence(clock, self._limits.silence)
        self._tasks: set[asyncio.Task[None]] = set()
        self._webhook_removed = False

    @property
    def counters(self) -> InboxCounters:
        """Updates since the start, by what became of them."""
        return self._intake.counters

    @property
    def memory(self) -> InboxMemory:
        """What is held at this moment."""
        return InboxMemory(*self._intake.held, updates=len(self._tasks), unconfirmed=len(self._window))

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
            self._intake.close()
            await self._drain(0 if rejected else self._limits.drain)
        if rejected:
            raise TokenRejected
        await self._confirm()
        event(Event.INBOX_STOPPED)

    async def take(self, raw: Mapping[str, Any]) -> None:
        """Handle one raw update that did not come from polling; return when it is handled."""
        async with asyncio.TaskGroup() as group:
            self._start(group, raw, on_settled=_nobody_to_tell)

    async def idle(self) -> None:
        """Return when no update is being handled."""
        while self._tasks:
            await asyncio.wait(self._tasks)

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
            self._receive(group, asked, answer)
            await self._wait_before_next_poll(asked, asked_at, stop)

    async def _ask(self, offset: int | None) -> list[Any] | Exception:
        seconds = self._limits.poll if self._window.quiet.is_set() else 0
        return await self._call(GetUpdatesRaw(offset=offset, timeout=seconds), seconds + self._limits.answer)

    async def _call(self, method: TelegramMethod[TelegramType], seconds: int) -> TelegramType | Exception:
        try:
            answer: TelegramType | None = await self._bot(method, request_timeout=seconds)
        except Exception as error:
            return error
        except asyncio.CancelledError as error:
            if cancelled_from_outside(error):
                raise
            return ConnectionAbortedError()
        return ValueError("empty answer") if answer is None else answer

    async def _recover(self, error: Exception, stop: asyncio.Event) -> None:
        if webhook_left_over(error) and not self._webhook_removed:
            removal = self._call(DeleteWebhook(drop_pending_updates=False), self._limits.answer)
            outcome = await first_of(removal, stop)
            if not isinstance(outcome, Exception):
                self._webhook_removed = True
                event(Event.WEBHOOK_REMOVED)
                return
            error = outcome
        await pause(self._clock, self._backoff.after(error), stop)

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

    def _start(self, group: asyncio.TaskGroup, raw: Mapping[str, Any], on_settled: Callable[[int], None]) -> None:
        task = group.create_task(self._intake.take(raw, on_settled))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

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

    async def _drain(self, seconds: float) -> None:
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()

    async def _confirm(self) -> None:
        offset = self._window.offset
        if offset is None or offset == self._window.confirmed:
            return
        answer = await self._call(GetUpdatesRaw(offset=offset, limit=1), self._limits.last_word)
        if isinstance(answer, Exception):
            event(Event.OFFSET_NOT_CONFIRMED, kind=answer)


def _nobody_to_tell(_update_id: int) -> None:
    """Without polling there is no offset to move."""


ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
"""Kinds of updates that have a handler; an edited message is no order, of which an admin is told, and no question."""


class GetUpdatesRaw(TelegramMethod[list[Any]]):
    """Telegram's getUpdates (core.telegram.org/bots/api#getupdates), its result unparsed."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int = 0
    allowed_updates: tuple[str, ...] = ALLOWED_UPDATES
