"""The stage the inbox is tried on: the pretended Telegram, faults on its wire."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import pairwise
from typing import Any, cast

from aiogram import Bot
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, Update

from bot.core.health.vitals import vitals_by
from bot.core.updates import current
from bot.demo.chats.person import Person
from bot.demo.doors.in_process import InProcessSession
from bot.demo.telegram import Telegram
from bot.handlers.inbox import InboxLimits, InboxNotices, Poller, SettleBeforeAnswer
from bot.handlers.inbox.calls import GetUpdatesRaw
from tests.handlers.inbox.virtual_clock import VirtualClock, turns, until

CALM = InboxLimits(burst=100_000)
"""Limits for tests that are not about floods."""

Feed = Callable[[Bot, Update], Awaitable[Any]]
Fault = tuple[int, str] | Exception | None


class Wire(InProcessSession):
    """The pretended Telegram's door, with a log of getUpdates and room for faults."""

    def __init__(self, telegram: Telegram, clock: VirtualClock) -> None:
        super().__init__(telegram)
        self.clock = clock
        self.asked: list[tuple[float, GetUpdatesRaw]] = []
        self.fault: Callable[[], Fault] = lambda: None

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 -- aiogram's signature
    ) -> TelegramType:
        fault = self._asked(method, timeout) if method.__api_method__ == "getUpdates" else None
        if isinstance(fault, Exception):
            raise fault
        if fault is not None:
            return cast(TelegramType, self.check_response(bot, method, *fault).result)
        return await super().make_request(bot, method, timeout)

    def _asked(self, method: object, patience: int | None) -> Fault:
        assert isinstance(method, GetUpdatesRaw)
        assert patience is not None and patience > method.timeout
        self.asked.append((self.clock.at, method))
        return self.fault()

    @property
    def offsets(self) -> list[int | None]:
        return [method.offset for _, method in self.asked]

    @property
    def gaps(self) -> list[float]:
        moments = [moment for moment, _ in self.asked]
        return [round(late - early, 6) for early, late in pairwise(moments)]


class Seen:
    """Ids applied before this run."""

    def __init__(self, ids: Iterable[int] = ()) -> None:
        self.ids = set(ids)
        self.loads = 0

    async def load(self) -> set[int]:
        self.loads += 1
        await asyncio.sleep(0)
        return set(self.ids)

    async def forget_before(self, day: str) -> int:
        raise AssertionError(f"the inbox does not sweep ({day})")


class Book:
    """A feed that writes down what it handled, and can be told to hold texts back or to fail at them."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.done: list[str] = []
        self.ids: dict[str, int] = {}
        self.held: dict[str, asyncio.Event] = {}
        self.fails: dict[str, int] = {}
        self.settles_first = False

    def hold(self, *texts: str) -> None:
        self.held |= {text: asyncio.Event() for text in texts}

    async def __call__(self, _bot: Bot, update: Update) -> None:
        text = text_of(update)
        self.begun.append(text)
        self.ids[text] = update.update_id
        if self.settles_first and (incoming := current.get()):
            incoming.settle()
        if text in self.held:
            await self.held[text].wait()
        if self.fails.get(text, 0) > 0:
            self.fails[text] -= 1
            raise RuntimeError(f"canary {text}")
        self.done.append(text)


def text_of(update: Update) -> str:
    if update.message is not None:
        return update.message.text or ""
    return (update.callback_query and update.callback_query.data) or "member"


class Stage:
    """An inbox over the pretended Telegram; ``again`` is the next process over the same Telegram."""

    def __init__(
        self,
        feed: Feed | None = None,
        *,
        seen: Iterable[int] = (),
        limits: InboxLimits = CALM,
        notices: InboxNotices | None = None,
        before: "Stage | None" = None,
    ) -> None:
        self.clock: VirtualClock = before.clock if before else VirtualClock()
        self.telegram: Telegram = before.telegram if before else _telegram(self.clock)
        self.wire = Wire(self.telegram, self.clock)
        self.bot = Bot("42:demo", session=self.wire)
        self.wire.middleware.register(SettleBeforeAnswer())
        self.book = Book()
        self.told: list[Chat] = []
        self.seen = Seen(seen)
        self.vitals = vitals_by(self.clock)
        self.inbox = Poller(
            self.bot,
            feed or self.book,
            self.seen,
            self.clock,
            limits=limits,
            notices=notices or InboxNotices(self._told),
            vitals=self.vitals,
        )

    def again(self, **options: Any) -> "Stage":
        return Stage(before=self, **options)

    def person(self, number: int = 1) -> Person:
        return self.telegram.person(number, f"Person {number}")

    @property
    def waiting(self) -> list[int]:
        """Ids Telegram would deliver again."""
        return [update["update_id"] for update in self.telegram.world.updates.pending]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Event]:
        """Run the inbox; stop it at the end, and kill it when the test fails."""
        stop = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            task = group.create_task(self.inbox.run(stop))
            await turns()
            try:
                yield stop
            except BaseException:
                task.cancel()
                raise
            stop.set()

    async def runs_until_killed(self, condition: Callable[[], object]) -> None:
        """Run until the condition holds, then die without a word."""
        async with asyncio.TaskGroup() as group:
            task = group.create_task(self.inbox.run(asyncio.Event()))
            await until(condition)
            task.cancel()

    async def _told(self, bot: Bot, chat: Chat) -> None:
        assert bot is self.bot
        self.told.append(chat)


def _telegram(clock: VirtualClock) -> Telegram:
    return Telegram(now=clock.monotonic, sleep=clock.sleep)


def with_limits(**changes: Any) -> InboxLimits:
    return replace(CALM, **changes)
