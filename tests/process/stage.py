"""The bot as a process of its own, over real HTTP, against the pretended Telegram in the test's process.

Children are forked from a server that has imported the bot once (``import aiogram`` costs seconds), so that a test can
kill and start it many times; what runs in them is ``bot.cli.run`` as the command runs it.
"""

import multiprocessing
import os
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.core.clock import SystemClock
from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Subscriber
from bot.demo.chats.person import Person, buttons
from bot.demo.doors.http import bot_api
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.storage.db.database import Database
from bot.storage.db.sqlite import open_database
from bot.storage.subscribers import SubscriberRepository
from tests.engine import engine_settings, opened_again
from tests.process import child
from tests.waiting import until

TOKEN = "42:TEST"
ADMIN = 9001
MOST_PRINTED = 20_000
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.process.child"])


def wall_time() -> float:
    """Seconds since 1970."""
    return SystemClock().now().timestamp()


class Stage:
    """A Telegram on a port, a folder for the database, and the process that is running now."""

    def __init__(
        self, telegram: Telegram, url: str, folder: Path, engine: Mapping[str, str], settings: Mapping[str, str]
    ) -> None:
        """Use ``stage()``."""
        self.telegram = telegram
        self.folder = folder
        self.path = folder / "bot.db"
        self.environment = {
            "BOT_TOKEN": TOKEN,
            "ADMIN_IDS": str(ADMIN),
            "DATABASE_PATH": str(self.path),
            **engine,
            "SEND_UNDO": "0",
            "TELEGRAM_API_URL": url,
            **settings,
        }
        self.log = folder / "out.log"
        self.key: str | None = None
        self.shift = 0.0
        self.process: Any = None
        self.admin = telegram.person(ADMIN, "Админ", "ru")
        self.admin.started = True

    async def start(self, within: float = 60) -> None:
        """Start the bot and wait until it meets Telegram."""
        from_here = len(self.telegram.ledger.entries)
        self.process = CONTEXT.Process(target=child.run, args=(self.environment, self.log, self.shift), daemon=True)
        self.process.start()
        await until(lambda: any(e.method == "getMe" for e in self.telegram.ledger.entries[from_here:]), within)

    def signal(self, number: int) -> None:
        """Send the running process a signal."""
        os.kill(self.process.pid, number)

    async def kill(self) -> None:
        """kill -9, and wait until it is no more."""
        self.signal(signal.SIGKILL)
        await self.ended(10)

    async def stop(self) -> int:
        """SIGTERM; return the exit code."""
        self.signal(signal.SIGTERM)
        return await self.ended(25)

    async def ended(self, within: float) -> int:
        """Wait for the process's end and return its exit code."""
        await until(lambda: not self.process.is_alive(), within=within)
        return int(self.process.exitcode)

    def shows(self, person: Person, label: str) -> bool:
        """Whether the newest message of a chat says so, or has such a button."""
        newest = person.messages[-1] if person.messages else {}
        return label in str(newest.get("text")) or any(label in button["text"] for button in buttons(newest))

    async def sees(self, person: Person, label: str, within: float = 20) -> None:
        """Wait until it does."""
        await until(partial(self.shows, person, label), within)

    async def asks(self, person: Person, text: str, label: str) -> None:
        """Let somebody write, and wait for the answer."""
        person.sends(text)
        await self.sees(person, label)

    async def taps(self, person: Person, label: str, shown: str, message_id: int | None = None) -> None:
        """Let somebody tap, and wait for what it leads to."""
        person.press(label, message_id)
        await self.sees(person, shown)

    async def subscribers(self, count: int, first: int = 10_001) -> list[int]:
        """Write subscribers into the database while no bot runs; they have all pressed Start."""
        chats = list(range(first, first + count))
        clock = SystemClock()
        database = await self._opened()
        rows = SubscriberRepository(database, clock)
        for chat in chats:
            self.telegram.person(chat, "x").started = True
            await rows.add(Subscriber(chat, Locale.RU, joined="2026-11-24", active="2026-11-24"))
        await database.close()
        return chats

    async def _opened(self) -> Database:
        if self.key is None:
            return await opened_again(self.path, SystemClock())
        return await open_database(self.path, self.key, SystemClock())

    @property
    def running(self) -> bool:
        """Whether the process that was started last is alive."""
        return self.process is not None and bool(self.process.is_alive())

    async def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Read the database while no bot runs."""
        database = await self._opened()
        try:
            return await database.rows(sql)
        finally:
            await database.close()

    def accepted(self, text: str) -> list[int]:
        """The chats, in order, to which a message with the text was accepted: the only truth."""
        return [
            int(entry.chat_id)
            for entry in self.telegram.ledger.accepted("sendMessage")
            if entry.chat_id is not None and text in str(entry.params.get("text"))
        ]


@asynccontextmanager
async def stage(folder: Path, limits: Limits | None = None, shift: float = 0, **settings: str) -> AsyncIterator[Stage]:
    """Open the pretended Telegram on a loopback port; end the bot at the end, and print what it logged.

    ``shift``: seconds that the wall clocks of both are ahead, so that a test can begin at any second of a minute.
    """
    telegram = Telegram(
        token=settings.get("BOT_TOKEN", TOKEN), now=lambda: wall_time() + shift, limits=limits or Limits()
    )
    runner = web.AppRunner(bot_api(telegram), access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    found = await engine_settings(folder / "bot.db")
    engine = {name.upper(): "yes" if value is True else str(value) for name, value in found.items()}
    subject = Stage(telegram, url, folder, engine, settings)
    subject.shift = shift
    try:
        yield subject
    finally:
        if subject.running:
            await subject.kill()
        await runner.cleanup()
        if subject.log.exists():
            print(subject.log.read_text(errors="replace")[-MOST_PRINTED:])
