"""What asking for the bot's health costs: the command, a page of numbers, a look at what is due (O5).

    python -m tests.bench.health [people]

Prints a table for docs/performance.md: the command as a process of its own, against a server in this one; the pages as
they are made on the loop; the question to the database while a broadcast to so many people goes out.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from typing import Any

from prometheus_client.parser import text_string_to_metric_families

from bot.core.clock import SystemClock
from bot.core.health.vitals import Due, Vitals
from bot.core.listening import Listen
from bot.core.mailings.mailings import Lane
from bot.health.answers import health_of
from bot.health.metrics import metrics_of
from bot.health.server import serving
from bot.storage.db.sqlite import open_database
from bot.storage.health import HealthRepository
from bot.storage.mailings.outbox import OutboxRepository
from tests.bench.ours import subscribe
from tests.bench.queued import queue_all
from tests.chat import town
from tests.tree import ROOT

ROUNDS, COMMANDS = 200, 15
PEOPLE = 100_000


async def timed(work: Callable[[], Awaitable[object]], rounds: int) -> str:
    """Return the median and the longest of so many rounds, in milliseconds."""
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        await work()
        took.append(1000 * (time.perf_counter() - began))
    return f"{median(took):.2f} ms | {max(took):.2f} ms"


async def pages(vitals: Vitals, clock: Any) -> None:
    """Time both pages, and the command."""

    async def numbers() -> None:
        metrics_of(vitals, clock)

    async def words() -> None:
        health_of(vitals, clock)

    print("| GET /metrics, on the loop |", await timed(numbers, ROUNDS), "|")
    print("| GET /health, on the loop |", await timed(words, ROUNDS), "|")
    found = text_string_to_metric_families(metrics_of(vitals, clock).decode())
    print(f"| series of /metrics | {sum(len(family.samples) for family in found)} | – |")
    async with serving(Listen("127.0.0.1", 0), vitals, clock) as port:
        environment = {**os.environ, "METRICS_LISTEN": f"127.0.0.1:{port}", "PYTHONPATH": str(ROOT)}

        async def command() -> None:
            started = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "health"), env=environment, stdout=asyncio.subprocess.DEVNULL
            )
            assert await started.wait() == 0

        print("| `bot health`, the whole process |", await timed(command, COMMANDS), "|")


async def due(people: int) -> None:
    """Time the question what is due, while a broadcast goes out."""
    with tempfile.TemporaryDirectory() as folder:
        database = await open_database(Path(folder) / "bot.db", None, SystemClock())
        await subscribe(database, people)
        await queue_all(database, people)
        now, health = SystemClock().now(), HealthRepository(database)
        await OutboxRepository(database, SystemClock()).claim(now, people // 2)

        async def ask() -> None:
            assert list(await health.due(now)) == [Lane.BROADCAST]

        print(f"| what is due, {people:,} people queued |", await timed(ask, ROUNDS), "|")
        await database.close()


async def main(people: int) -> None:
    """Print the table."""
    print("| what | median | longest |\n| --- | --- | --- |")
    async with town() as t:
        await t.tick()
        measures = t.app.vitals.measures
        measures.due = {lane: Due(1, 2, 3) for lane in Lane}
        measures.backup_made, measures.clock_ahead = t.clock.now(), 1.0
        await pages(t.app.vitals, t.clock)
    await due(people)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE))
