"""Several instances of the bot, as processes of their own, over one PostgreSQL."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.core.clock import SystemClock
from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Subscriber
from bot.demo.limits import Limits
from bot.storage.db.database import Database
from bot.storage.repositories import repositories_over
from tests.postgres.cluster import KEY, Cluster, opened, shared
from tests.process import child
from tests.process.stage import CONTEXT, Stage, stage
from tests.waiting import until


class Instance:
    """One process of the bot."""

    def __init__(self, play: Stage, number: int, url: str) -> None:
        """Not started yet."""
        self._environment = {**play.environment, "DATABASE_URL": url}
        self.log = play.folder / f"out{number}.log"
        self.process: Any = None

    def start(self) -> None:
        """Start the process; it waits for its turn."""
        self.process = CONTEXT.Process(target=child.run, args=(self._environment, self.log, 0), daemon=True)
        self.process.start()

    @property
    def running(self) -> bool:
        """Whether the process is alive."""
        return self.process is not None and bool(self.process.is_alive())

    def signal(self, number: int) -> None:
        """Send the process a signal."""
        os.kill(self.process.pid, number)

    async def kill(self) -> None:
        """kill -9, also of one that stands still, and wait until it is no more."""
        self.signal(signal.SIGKILL)
        await until(lambda: not self.running, within=10)

    def says(self, word: str) -> int:
        """How often its log has a word."""
        return self.log.read_text(errors="replace").count(word) if self.log.exists() else 0


class Instances:
    """The stage, the server, and who runs."""

    def __init__(self, play: Stage, cluster: Cluster, name: str, count: int) -> None:
        """Use ``instances()``."""
        self.play, self.cluster, self.name = play, cluster, name
        self.all = [Instance(play, number, cluster.url(name)) for number in range(count)]

    @property
    def leader(self) -> Instance | None:
        """Who has said last that it leads and is alive, by the logs."""
        leading = [each for each in self.all if each.running and each.says("app leading") > each.says("lead_lost")]
        return leading[0] if leading else None

    @asynccontextmanager
    async def database(self) -> AsyncIterator[Database]:
        """Look at the tables, beside whoever works."""
        database = await opened(self.cluster.url(self.name), SystemClock())
        try:
            yield database
        finally:
            await database.close()

    async def subscribers(self, count: int, first: int = 10_001) -> list[int]:
        """Write subscribers into the tables while nobody works; they have all pressed Start."""
        chats = list(range(first, first + count))
        async with self.database() as database:
            rows = repositories_over(database, SystemClock()).subscribers
            for chat in chats:
                self.play.telegram.person(chat, "x").started = True
                await rows.add(Subscriber(chat, Locale.RU, joined="2026-11-24", active="2026-11-24"))
        return chats


@asynccontextmanager
async def instances(
    folder: Path, count: int, limits: Limits | None = None, **settings: str
) -> AsyncIterator[Instances]:
    """Open a stage over an empty database of the shared server; end every process behind."""
    key = folder / "bot.key"
    key.write_text(KEY)
    key.chmod(0o600)
    cluster = shared()
    name = await asyncio.to_thread(cluster.new_database)
    given = {"DATABASE_KEY_FILE": str(key), "DATABASE_UNENCRYPTED": "", **settings}
    async with stage(folder, limits, 0, **given) as play:
        subject = Instances(play, cluster, name, count)
        try:
            yield subject
        finally:
            for each in subject.all:
                if each.running:
                    await each.kill()
                if each.log.exists():
                    print(each.log.read_text(errors="replace")[-5_000:])
