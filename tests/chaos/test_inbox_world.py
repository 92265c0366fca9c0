"""The stage of this folder's inbox, clock, storage and start tests: the whole bot over a pretended Telegram that fails.

``living()`` runs everything the process runs, on the machine's clock or on one that moves when told.
"""

import asyncio
import logging
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

from aiogram.client.session.base import BaseSession

from bot import logs
from bot.app import App
from bot.core.clock import Clock, SystemClock
from bot.core.locales import Locale
from bot.demo.chats.person import Person, buttons
from bot.demo.doors.in_process import InProcessSession
from bot.demo.faults.plan import Faults
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.lifespan import opened
from tests.chat import ADMIN, TOKEN, Fixed
from tests.handlers.inbox.virtual_clock import VirtualClock
from tests.output import own_output
from tests.waiting import until

OFF = Limits(model="off")


def settings(path: Path, **values: Any) -> Fixed:
    """Settings of a bot with a plain file."""
    base = {
        "bot_token": TOKEN,
        "admin_ids": str(ADMIN),
        "database_path": path,
        "database_unencrypted": True,
        "send_undo": 0,
    }
    return Fixed(**{**base, **values})


def pretended(clock: Clock, limits: Limits = OFF, faults: Faults | None = None) -> Telegram:
    """A Telegram on the same clock."""
    return Telegram(token=TOKEN, now=lambda: clock.now().timestamp(), sleep=clock.sleep, limits=limits, faults=faults)


class World:
    """The running bot, its Telegram and its clock."""

    def __init__(self, app: App, telegram: Telegram, path: Path, task: asyncio.Task[None]) -> None:
        """Use ``living()``."""
        self.app = app
        self.telegram = telegram
        self.path = path
        self.task = task
        self._ids = iter(range(700_001, 800_000))

    def person(self, language: str = "ru") -> Person:
        """Somebody new."""
        return self.telegram.person(next(self._ids), "Canary-Name", language)

    def shows(self, person: Person, label: str) -> bool:
        """Whether the newest message of a chat says so, or has such a button."""
        newest = person.messages[-1] if person.messages else {}
        return label in str(newest.get("text")) or any(label in button["text"] for button in buttons(newest))

    async def sees(self, person: Person, label: str, within: float = 15) -> None:
        """Wait until it does; a bot that has died meanwhile fails the test."""
        await until(lambda: self.task.done() or self.shows(person, label), within)
        if self.task.done():
            self.task.result()
        assert self.shows(person, label)

    async def asks(self, person: Person, text: str, label: str) -> None:
        """Let somebody write, and wait for the answer."""
        person.sends(text)
        await self.sees(person, label)

    async def taps(self, person: Person, label: str, shown: str, message_id: int | None = None) -> None:
        """Let somebody tap, and wait for what it leads to."""
        person.press(label, message_id)
        await self.sees(person, shown)

    async def sees_toast(self, person: Person, count: int = 1, within: float = 15) -> None:
        """Wait until so many taps have been answered, and what their answers lead to has been drawn."""
        await until(lambda: self.task.done() or len(person.toasts) >= count, within)
        await self.app.inbox.idle()

    async def subscribes(self, person: Person) -> None:
        """Come, and take the subscription."""
        await self.asks(person, "/subscribe", "Подписаться")
        await self.taps(person, "Подписаться", "Вы подписаны")

    async def subscribers(self, count: int, first: int = 10_001) -> list[int]:
        """Let many subscribe who have all pressed Start."""
        for chat in range(first, first + count):
            self.telegram.person(chat, "Canary-Name").started = True
            await self.app.dispatcher["subscribe"](chat, Locale.RU, discreet=False)
        return list(range(first, first + count))

    def asked(self, method: str = "getUpdates") -> list[float]:
        """When the bot called a method, answered or not."""
        return [entry.arrived for entry in self.telegram.ledger.entries if entry.method == method]


@asynccontextmanager
async def living(
    path: Path,
    clock: Clock | None = None,
    telegram: Telegram | None = None,
    session: BaseSession | None = None,
    limits: Limits = OFF,
    **values: Any,
) -> AsyncIterator[World]:
    """Run the whole bot; stop it at the end as a SIGTERM would."""
    clock = clock or SystemClock()
    telegram = telegram or pretended(clock, limits)
    telegram.person(ADMIN, "Админ").started = True
    stop = asyncio.Event()
    async with opened(settings(path, **values), clock, stop, session or InProcessSession(telegram)) as app:
        task = asyncio.ensure_future(app.run(stop))
        try:
            yield World(app, telegram, path, task)
        finally:
            stop.set()
            telegram.faults.clear()
            telegram.release()
            if isinstance(clock, VirtualClock):
                await clock.advance(30)
            await asyncio.wait([task], timeout=30)
            task.cancel()
            outcome = (await asyncio.gather(task, return_exceptions=True))[0]
            if isinstance(outcome, BaseException):
                logging.getLogger("tests").warning("ended by %s", type(outcome).__name__)


@contextmanager
def printed() -> Iterator[StringIO]:
    """What the process would have printed, with its own logging and at its most talkative."""
    with own_output():
        sys.stderr = found = StringIO()
        logs.set_up("DEBUG")
        yield found
