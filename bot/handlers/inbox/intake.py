"""Handles one raw update: parse, drop duplicates, filter, keep the order of a chat, try twice, settle."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from weakref import WeakValueDictionary

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.types import Chat, Update

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.updates import AlreadyApplied, Incoming, SeenUpdates, current
from bot.handlers.inbox.admission import group_call, lawyers_chat, private_chat
from bot.handlers.inbox.chat_queue import ChatQueues
from bot.handlers.inbox.held_requests import HeldRequests
from bot.handlers.inbox.limits import InboxCounters, InboxLimits
from bot.handlers.inbox.notices import InboxNotices, Tell
from bot.handlers.inbox.recent_ids import RecentIds
from bot.handlers.inbox.throttle import SpinnerStopper, Throttle, Throttling
from bot.handlers.inbox.validation import TransientUpdate, plausible, readable
from bot.handlers.inbox.waiting import cancelled_from_outside

MAX_ATTEMPTS = 2

Feed = Callable[[Bot, Update], Awaitable[Any]]


class Intake:
    """Everything between a raw update and its handler; polling and webhooks share it."""

    def __init__(
        self,
        bot: Bot,
        feed: Feed,
        seen: SeenUpdates,
        clock: Clock,
        limits: InboxLimits,
        notices: InboxNotices,
    ) -> None:
        """``feed`` hands an update to its handlers; ``seen`` holds the ids applied before this run."""
        self.counters = InboxCounters()
        self._bot = bot
        self._feed = feed
        self._seen = seen
        self._limits = limits
        self._notices = notices
        self._throttle = Throttle(clock, limits.burst, limits.per_second, limits.watched)
        self._stop_spinner = SpinnerStopper(bot, limits.handler)
        self._queues = ChatQueues(limits.side_by_side, limits.waited_side_by_side)
        self._held_requests = HeldRequests(clock, limits)
        self._handled = RecentIds(limits.remembered)
        self._applied: set[int] | None = None
        self._loading = asyncio.Lock()
        self._closed = False
        self._looking: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._newest_begun = self._finish_below = 0

    async def remember(self) -> None:
        """Load, once, the ids whose effects are durable."""
        if self._applied is not None:
            return
        async with self._loading:
            if self._applied is None:
                self._applied = await self._seen.load()

    def forget(self) -> None:
        """Forget all ids: after a long silence Telegram restarts them anywhere, so a new update may have an old id."""
        self._handled.clear()
        self._applied = set()
        self._newest_begun = 0

    @property
    def held(self) -> tuple[int, int, int]:
        """How many ids, people and chats are remembered."""
        return len(self._handled), len(self._throttle), len(self._queues)

    def close(self, *, in_order: bool = False) -> None:
        """Start no more handlers: what has not started stays unsettled, for the next start.

        ``in_order``: updates older than one that has begun are still started: one is confirmed with all before it.
        """
        self._closed = True
        self._finish_below = self._newest_begun if in_order else 0

    def drop_queue(self) -> None:
        """Settle, and so drop, waiting updates of chats that send too many; the person is told when their turn comes.

        Telegram returns a hundred updates from the offset on: one chat's queue, answered at one message a second, would
        hide the updates of all others.
        """
        for chat_id, waiting in self._queues.waiting():
            if chat_id == self._limits.lawyers.chat:
                continue
            kept = 0 if self._throttle.flooding(chat_id) else self._limits.crowd
            for incoming in waiting[kept:]:
                incoming.settle()

    def drop_hanging(self) -> None:
        """Settle, and so drop, waiting updates of chats that have sent a lot just now; they are told in their turn.

        Telegram keeps the order of a chat and holds few updates ready to deliver. While requests of one chat hang, its
        next ones fill that room, and the updates of all others are not sent at all.
        """
        for chat_id, waiting in self._queues.waiting():
            if waiting and chat_id != self._limits.lawyers.chat and self._throttle.sends_a_lot(chat_id):
                self._throttle.empty(chat_id)
                for incoming in waiting:
                    incoming.settle()

    async def take(self, raw: Mapping[str, Any], on_settled: Callable[[int], None]) -> None:
        """Handle one update and return when it has ended; needs a task of its own, since it sets a context variable."""
        await self.remember()
        update_id = identity(raw)
        if update_id is None:
            self.counters.invalid += 1
            event(Event.UPDATE_WITHOUT_ID)
            return
        incoming = Incoming(update_id, lambda: self._settled(update_id, on_settled))
        if self._known(incoming):
            return
        update = self._read(raw, incoming)
        if update is None:
            return
        try:
            await self._admit(update, incoming)
        except Exception as error:  # one bad update harms nobody: it would end everything, at each start anew
            self._unreadable(incoming, error)

    def _settled(self, update_id: int, on_settled: Callable[[int], None]) -> None:
        self._handled.add(update_id)
        on_settled(update_id)

    def _known(self, incoming: Incoming) -> bool:
        known = incoming.update_id in self._handled or incoming.update_id in (self._applied or ())
        if known:
            self.counters.duplicate += 1
            incoming.settle()
        return known

    def _read(self, raw: Mapping[str, Any], incoming: Incoming) -> Update | None:
        try:
            update = TransientUpdate.model_validate(readable(raw), context={"bot": self._bot})
            if plausible(update):
                return update
            event(Event.UPDATE_IMPLAUSIBLE)
        except Exception as error:
            self._unreadable(incoming, error)
            return None
        self.counters.invalid += 1
        incoming.settle()
        return None

    def _unreadable(self, incoming: Incoming, error: Exception) -> None:
        event(Event.UPDATE_UNREADABLE, kind=error)
        self.counters.invalid += 1
        incoming.settle()

    async def _admit(self, update: Update, incoming: Incoming) -> None:
        if (lawyers := lawyers_chat(update, self._limits.lawyers.chat)) is not None:
            await self._in_turn(lawyers, update, incoming)
            return
        chat = private_chat(update) or group_call(update)
        if chat is None or (update.edited_message is not None and not self._limits.hears_edits(chat.id)):
            self.counters.foreign += 1
            incoming.settle()
            return
        incoming.waited = self._held_requests.waited(update)
        # One after the other: an order must not overtake a tap of its chat that looks at what is behind it.
        async with self._looking.setdefault(chat.id, asyncio.Lock()):
            passes = chat.type == ChatType.PRIVATE and await self._passes(chat.id, update, incoming)
        if passes:
            await self._answer_newest(chat, update, incoming)
            return
        # Blocking and unblocking the bot are not limited: they are rare, and the person could not be told.
        own = update.my_chat_member is not None and chat.type == ChatType.PRIVATE
        throttling = Throttling.PASSED if own else self._throttle.admit(chat.id)
        if throttling is Throttling.PASSED:
            await self._in_turn(chat, update, incoming)
        else:
            await self._drop(chat, update, incoming, throttling)

    async def _passes(self, chat: int, update: Update, incoming: Incoming) -> bool:
        """Return whether it waited out a downtime, and the answer to a newer one of its chat may stand for it."""
        if not incoming.waited and update.callback_query is None:
            return False
        if not self._held_requests.takes(chat, update):
            return False
        incoming.waited = incoming.waited or await self._held_requests.waited_as_neighbours()
        return incoming.waited and await self._did_the_rest(update)

    async def _did_the_rest(self, update: Update) -> bool:
        """Return whether nothing but the answer is left of it; otherwise it is handled in its turn."""
        try:
            async with asyncio.timeout(self._limits.handler):
                await self._limits.held_back(update)
        except Exception as error:
            event(Event.ATTEMPT_FAILED, kind=error)
            return False
        return True

    async def _answer_newest(self, chat: Chat, update: Update, incoming: Incoming) -> None:
        """Settle it, so that what is behind it comes at once, and answer the newest of its chat: it changes nothing."""
        incoming.settle()
        again = Incoming(incoming.update_id, waited=True)
        if not self._held_requests.hold(chat.id, update, again):
            self.counters.superseded += 1
            return
        async with self._held_requests.turn(chat.id) as newest:
            if newest is None or self._closed:
                return
            async with self._queues.turn(chat.id, newest[1]):
                if not newest[1].settled and not self._closed:
                    await self._try(*newest)

    async def _drop(self, chat: Chat, update: Update, incoming: Incoming, throttling: Throttling) -> None:
        self.counters.throttled += 1
        incoming.settle()
        if throttling is Throttling.FIRST_DROPPED and not self._closed and update.inline_query is None:
            event(Event.FLOOD)
            await self._tell(self._notices.flood, chat)
        await self._stop_spinner(update)

    async def _in_turn(self, chat: Chat, update: Update, incoming: Incoming) -> None:
        async with self._queues.turn(chat.id, incoming):
            if incoming.settled:
                await self._drop(chat, update, incoming, self._throttle.close(chat.id))
                return
            # Asked again here: the same update may have come twice side by side, over two webhook connections.
            if (self._closed and incoming.update_id >= self._finish_below) or self._known(incoming):
                return
            self._newest_begun = max(self._newest_begun, incoming.update_id)
            late = await self._try(update, incoming)
            incoming.settle()
            if late and not incoming.abandoned and not self._closed and update.inline_query is None:
                event(Event.HANDLER_LATE)
                await self._tell(self._notices.late, chat)

    async def _try(self, update: Update, incoming: Incoming) -> bool:
        """Return whether the time ran out: then the person has no answer yet."""
        error: BaseException | None = None
        for _ in range(MAX_ATTEMPTS):
            error = await self._attempt(update, incoming)
            if error is None:
                return False
            self.counters.failed += 1
            if incoming.settled:
                return isinstance(error, TimeoutError)
        self.counters.passed_over += 1
        event(Event.UPDATE_PASSED_OVER)
        return isinstance(error, TimeoutError)

    async def _attempt(self, update: Update, incoming: Incoming) -> BaseException | None:
        current.set(incoming)
        try:
            async with asyncio.timeout(self._limits.handler):
                await self._feed(self._bot, update)
        except AlreadyApplied:
            self.counters.duplicate += 1
            return None
        except (Exception, asyncio.CancelledError) as error:
            if cancelled_from_outside(error):
                raise
            event(Event.ATTEMPT_FAILED, kind=error)
            return error
        self.counters.handled += 1
        return None

    async def _tell(self, tell: Tell, chat: Chat) -> None:
        if chat.type != ChatType.PRIVATE:  # a group is answered once or not at all
            return
        try:
            async with asyncio.timeout(self._limits.handler):
                await tell(self._bot, chat)
        except Exception as error:
            event(Event.PERSON_NOT_TOLD, kind=error)


def identity(raw: object) -> int | None:
    """Return the id of a raw update, or None when it has none that could be confirmed."""
    update_id = raw.get("update_id") if isinstance(raw, Mapping) else None
    return update_id if type(update_id) is int and 0 <= update_id < 2**63 else None
