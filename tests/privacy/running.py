"""The whole bot running on real time in the test's process, over a Telegram that takes its time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pydantic import SecretStr

from bot.app import App
from bot.core.clock import SystemClock
from bot.core.locales import Locale
from bot.demo.chats.person import Person
from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.lifespan import opened
from tests.chat import ADMIN, TOKEN, Fixed
from tests.waiting import until


class Running:
    """The bot, its Telegram and the people in it."""

    def __init__(self, app: App, telegram: Telegram, folder: Path) -> None:
        """Use ``running()``."""
        self.app = app
        self.telegram = telegram
        self.folder = folder
        self.admin = telegram.person(ADMIN, "Админ", "ru")

    async def subscribers(self, count: int, first: int) -> list[Person]:
        """Let people subscribe."""
        people = [self.telegram.person(first + number, "x", "ru") for number in range(count)]
        for person in people:
            person.started = True
            await self.app.dispatcher["subscribe"](person.id, Locale.RU, discreet=False)
        return people

    async def sees(self, text: str) -> None:
        """Wait until the admin's newest message says so, or has such a button."""
        await until(lambda: text in str(self.admin.messages[-1]))

    async def broadcast(self, text: str, count: int) -> None:
        """Let the admin send a broadcast to everybody."""
        self.admin.sends("/broadcast")
        await self.sees("Отмена")
        self.admin.sends(text)
        await self.sees("Одно для всех")
        self.admin.press("Одно для всех")
        await self.sees(f"Отправить {count}")
        self.admin.press(f"Отправить {count}")
        await self.sees("Пауза")

    def reached(self, text: str) -> list[int]:
        """The chats, in order, to which Telegram accepted a text; not the admin's previews."""
        return [
            int(entry.chat_id)
            for entry in self.telegram.ledger.accepted("sendMessage")
            if entry.chat_id not in {None, ADMIN} and text in str(entry.params["text"])
        ]


@asynccontextmanager
async def running(folder: Path, limits: Limits, rate: float) -> AsyncIterator[Running]:
    """Run the bot until the end of the block."""
    clock, stop = SystemClock(), asyncio.Event()
    telegram = Telegram(token=TOKEN, now=lambda: clock.now().timestamp(), limits=limits)
    settings = Fixed(
        bot_token=SecretStr(TOKEN),
        admin_ids=frozenset({ADMIN}),
        database_path=folder / "bot.db",
        database_unencrypted=True,
        send_rate=rate,
        send_undo=0,
    )
    async with opened(settings, clock, stop, InProcessSession(telegram)) as app, asyncio.TaskGroup() as tasks:
        tasks.create_task(app.run(stop))
        try:
            yield Running(app, telegram, folder)
        finally:
            stop.set()
