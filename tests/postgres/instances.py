"""Several instances of the bot, as processes of their own, over one PostgreSQL."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.core.clock import SystemClock
from bot.demo.limits import Limits
from bot.storage.db.database import Database
from tests.people import subscribe
from tests.postgres.cluster import KEY, Cluster, opened, shared
from tests.postgres.relay import Relay
from tests.process import child
from tests.process.stage import CONTEXT, Stage, stage
from tests.waiting import until


class Instance:
    """One process of the bot."""

    def __init__(self, play: Stage, number: int, relay: Relay, url: str) -> None:
        """Not started yet; ``relay`` is between it and the server."""
        self._environment = {**play.environment, "DATABASE_URL": url}
        self.relay = relay
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

    @property
    def leads(self) -> bool:
        """Whether its log's last word on that is that it does."""
        said = self.log.read_text(errors="replace") if self.log.exists() else ""
        return said.rfind(" leading") > max(said.rfind(" standby"), said.rfind(" lead_lost"))


class Instances:
    """The stage, the server, and who runs."""

    def __init__(self, play: Stage, cluster: Cluster, name: str, relays: Sequence[Relay]) -> None:
        """Use ``instances()``."""
        self.play, self.cluster, self.name = play, cluster, name
        self.all = [Instance(play, number, relay, cluster.url(name, relay.port)) for number, relay in enumerate(relays)]

    @property
    def leader(self) -> Instance | None:
        """Who is alive and has said last that it leads, by the logs."""
        leading = [each for each in self.all if each.running and each.leads]
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
            for chat in chats:
                self.play.telegram.person(chat, "x").started = True
            async with database.writing() as tx:
                await subscribe(tx, chats)
        return chats


@asynccontextmanager
async def instances(
    folder: Path, count: int, limits: Limits | None = None, cluster: Cluster | None = None, **settings: str
) -> AsyncIterator[Instances]:
    """Open a stage over an empty database, of the shared server unless told; end every process behind."""
    key = folder / "bot.key"
    key.write_text(KEY)
    key.chmod(0o600)
    cluster = cluster or shared()
    name = await asyncio.to_thread(cluster.new_database)
    given = {"DATABASE_KEY_FILE": str(key), "DATABASE_UNENCRYPTED": "", **settings}
    async with stage(folder, limits, 0, **given) as play:
        relays = [Relay(cluster.port) for _ in range(count)]
        for relay in relays:
            await relay.open()
        subject = Instances(play, cluster, name, relays)
        try:
            yield subject
        finally:
            for relay in relays:
                await relay.close()
            for each in subject.all:
                if each.running:
                    await each.kill()
                if each.log.exists():
                    print(each.log.read_text(errors="replace")[-5_000:])
