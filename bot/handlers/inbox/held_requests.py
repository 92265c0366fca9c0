"""What waited while the bot was down: who only reads gets one answer, to the newest request, after everybody new.

A day of silence leaves thousands of updates. Answered one by one they would keep new people waiting for minutes, and a
person who tapped ten times would get ten answers. What changes anything is done in its turn, as ever.
"""

import asyncio
import math
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram.types import Message, Update

from bot.core.clock import Clock
from bot.core.updates import Incoming
from bot.handlers.inbox.limits import InboxLimits
from bot.handlers.inbox.recent_ids import RecentIds
from bot.handlers.ui.callbacks import Go, Place, ShowChoice, ShowFound, ShowGroup, ShowSeminar, ShowTopic

READING_COMMANDS = frozenset(
    {
        *("start", "help", "faq", "seminars", "subscribe", "settings"),
        *("news", "deadlines", "file", "privacy", "language", "verify"),
    }
)
"""Commands that draw a screen; all others do something, or begin it."""

READING_TAPS = frozenset(each.__prefix__ for each in (Go, ShowGroup, ShowTopic, ShowFound, ShowChoice, ShowSeminar))
ACTING_PLACES = frozenset({Place.CLEAR.value, Place.ASK.value})
TURNS = 3
"""Turns of the loop in which what came in the same answer is looked at."""

COMMAND = re.compile(r"/(\w+)", re.ASCII)


class HeldRequests:
    """Holds, for each chat, the newest request to read that has waited."""

    def __init__(self, clock: Clock, limits: InboxLimits) -> None:
        """Hold nothing yet."""
        self._clock = clock
        self._limits = limits
        self._until, self._last, self._unsure = -1.0, -math.inf, True
        self._held: dict[int, tuple[Update, Incoming]] = {}
        self._acted = RecentIds(limits.held)
        self._slots = asyncio.Semaphore(limits.held_side_by_side)

    def __len__(self) -> int:
        """How many chats have a request held."""
        return len(self._held)

    def waited(self, update: Update) -> bool:
        """Return whether it has waited for minutes; a tap, which has no date, stands where its neighbours stand."""
        now, written = self._clock.monotonic(), update.message
        self._unsure = self._unsure or now - self._last > self._limits.draft
        self._last = now
        if written is not None:
            self._unsure = False
            self._until = now + self._limits.quiet if self._age(written) > self._limits.waited else -1.0
        return now < self._until

    async def waited_as_neighbours(self) -> bool:
        """Return the same of a tap that comes first, at a start or after hours: what is behind it tells."""
        for _ in range(TURNS if self._unsure else 0):
            await asyncio.sleep(0)
        return self._clock.monotonic() < self._until

    def takes(self, chat: int, update: Update) -> bool:
        """Return whether it is only to be read, so that a newer one may stand for it; else forget what waits to leave.

        An order to leave comes last of what its chat asked: nothing older is answered behind it.
        """
        if update.callback_query is not None:
            return self._tap_only_reads(chat, update.callback_query.data or "") and self._room(chat)
        if update.message is None or chat in self._limits.editors:
            return False
        return self._message_only_reads(chat, update.message) and self._room(chat)

    def _tap_only_reads(self, chat: int, data: str) -> bool:
        reads = _reading_tap(data)
        if not reads:
            self._acted.add(chat)
        return reads

    def _message_only_reads(self, chat: int, message: Message) -> bool:
        command = COMMAND.match(message.text or "")
        if command is None:
            return self._text_only_reads(chat, message)
        reads = command[1].lower() in READING_COMMANDS and message.reply_to_message is None
        if not reads:
            self._held.pop(chat, None)
        return reads

    def hold(self, chat: int, update: Update, incoming: Incoming) -> bool:
        """Hold the newest of its chat; return whether there was none, so that somebody has to wait for it."""
        other = self._held.get(chat)
        if other is None or other[0].update_id < update.update_id:
            self._held[chat] = (update, incoming)
        return other is None

    @asynccontextmanager
    async def turn(self, chat: int) -> AsyncIterator[tuple[Update, Incoming] | None]:
        """Wait until no more of what waited has come for a while; then for a place; yield the chat's newest.

        Where everything comes late, as on a slow way from Telegram, that while never comes: so there is a longest wait.
        """
        longest = self._clock.monotonic() + self._limits.held_longest
        while (rest := min(self._until, longest) - self._clock.monotonic()) > 0:
            await self._clock.sleep(rest)
        async with self._slots:
            yield self._held.pop(chat, None)

    def _room(self, chat: int) -> bool:
        return chat in self._held or len(self._held) < self._limits.held

    def _text_only_reads(self, chat: int, message: Message) -> bool:
        """Return whether nothing is lost with it but an answer: no reply to a question of the lawyers, no file.

        A text behind a tap that began something, or behind a reply, may belong to it however old both are.
        """
        if message.reply_to_message is not None:
            self._acted.add(chat)
            return False
        if message.text is None or self._limits.precious(message.text):
            return False
        young = self._age(message) <= self._limits.draft
        return not (self._limits.lawyers.set_up and (young or chat in self._acted))

    def _age(self, message: Message) -> float:
        """Return how many seconds ago it was written, by Telegram's time where that is known."""
        return (self._clock.now() - message.date).total_seconds() - (self._limits.ahead() or 0.0)


def _reading_tap(data: str) -> bool:
    prefix, _, rest = data.partition(":")
    _, _, more = rest.partition(":")
    picks, _, place = more.partition(":")
    if prefix not in READING_TAPS or picks != "0":
        return False  # 🌐 chooses a language
    return prefix != Go.__prefix__ or place.partition(":")[0] not in ACTING_PLACES
