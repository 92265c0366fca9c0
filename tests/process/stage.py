"""The bot as a process of its own, over real HTTP, against the pretended Telegram in the test's process.

Children are forked from a server that has imported the bot once (``import aiogram`` costs seconds), so that a test can
kill and start it many times; what runs in them is ``bot.cli.run`` as the command runs it.
"""

import multiprocessing
import os
import signal
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.core.clock import SystemClock
from bot.core.locales import Locale
from bot.core.subscribers import Subscriber
from bot.demo.http import bot_api
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.storage.database import open_database
from bot.storage.subscribers import SubscriberRows
from tests.process import child
from tests.waiting import until

TOKEN = "42:TEST"
ADMIN = 9001
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.process.child"])


class Stage:
    """A Telegram on a port, a folder for the database, and the process that is running now."""

    def __init__(self, telegram: Telegram, url: str, folder: Path, settings: Mapping[str, str]) -> None:
        """Use ``stage()``."""
        self.telegram = telegram
        self.folder = folder
        self.path = folder / "bot.db"
        self._environment = {
            "BOT_TOKEN": TOKEN,
            "ADMIN_IDS": str(ADMIN),
            "DATABASE_PATH": str(self.path),
            "DATABASE_UNENCRYPTED": "yes",
            "TELEGRAM_API_URL": url,
            **settings,
        }
        self._process: Any = None
        self.admin = telegram.person(ADMIN, "Админ", "ru")
        self.admin.started = True

    async def start(self) -> None:
        """Start the bot and wait until it asks for updates."""
        from_here = len(self.telegram.ledger.entries)
        self._process = CONTEXT.Process(target=child.run, args=(self._environment, str(self.folder)), daemon=True)
        self._process.start()
        await until(lambda: any(e.method == "getMe" for e in self.telegram.ledger.entries[from_here:]), within=60)

    def signal(self, number: int) -> None:
        """Send the running process a signal."""
        os.kill(self._process.pid, number)

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
        await until(lambda: not self._process.is_alive(), within=within)
        return int(self._process.exitcode)

    async def subscribers(self, count: int, first: int = 10_001) -> list[int]:
        """Write subscribers into the database while no bot runs; they have all pressed Start."""
        chats = list(range(first, first + count))
        clock = SystemClock()
        database = await open_database(self.path, None, clock)
        rows = SubscriberRows(database, clock)
        for chat in chats:
            self.telegram.person(chat, "x").started = True
            await rows.add(Subscriber(chat, Locale.RU, joined="2026-11-24", active="2026-11-24"))
        await database.close()
        return chats

    async def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Read the database while no bot runs."""
        database = await open_database(self.path, None, SystemClock())
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
async def stage(folder: Path, limits: Limits | None = None, **settings: str) -> AsyncIterator[Stage]:
    """Open the pretended Telegram on a loopback port; end the bot at the end."""
    telegram = Telegram(token=TOKEN, now=time.time, limits=limits or Limits())  # noqa: TID251 -- the stage's wall clock
    runner = web.AppRunner(bot_api(telegram), access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    subject = Stage(telegram, url, folder, settings)
    try:
        yield subject
    finally:
        if subject._process is not None and subject._process.is_alive():
            await subject.kill()
        await runner.cleanup()
