"""What it costs to queue a broadcast for 1,000 / 100,000 / 1,000,000 people, how soon the first row is claimed, and how
long another writer has to wait meanwhile.

``python -m tests.bench.queueing``; BENCH_SHORT=1 leaves the million out.
"""

import asyncio
import os
import resource
import sys
import tempfile
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from bot.core.clock import SystemClock
from bot.core.mailings import Audience
from bot.storage.compositions import CompositionRows
from bot.storage.database import Database, open_database
from bot.storage.outbox import OutboxRows
from bot.storage.queueing import Recipients

SIZES = (1_000, 100_000) if os.environ.get("BENCH_SHORT") else (1_000, 100_000, 1_000_000)
AUTHOR = 9001


async def measure(count: int) -> str:
    """Queue one broadcast; return a line of the table."""
    clock = SystemClock()
    with tempfile.TemporaryDirectory() as folder:
        database = await open_database(Path(folder) / "bot.db", None, clock)
        async with database.writing() as tx:
            await tx.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                " INSERT INTO subscriber SELECT 10000 + i, 'ru', :day, :day, 1, 1, 1, 0, 0, NULL, NULL FROM n".replace(
                    ":day", "'2026-11-24'"
                ),
                (count,),
            )
        rows = CompositionRows(database)
        mailing = await rows.begin(AUTHOR, clock.now())
        before, started = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
        assert await rows.confirm(mailing, AUTHOR, "", Audience.ALL, clock.now(), 1) == count
        assert await OutboxRows(database, clock).claim(clock.now(), 1)
        first = time.monotonic() - started
        waited = await longest_wait(database, Recipients(database).fill(clock.now()))
        queued, after = time.monotonic() - started, resource.getrusage(resource.RUSAGE_SELF)
        await database.close()
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    grown = (after.ru_maxrss - before.ru_maxrss) / 1024
    return f"{count:>9} {first * 1e3:9.1f} {queued:9.3f} {cpu:9.3f} {waited * 1e3:9.1f} {grown:9.1f}"


async def longest_wait(database: Database, filling: Coroutine[Any, Any, int]) -> float:
    """Write something small again and again while people are queued; return the longest wait in seconds."""
    running, longest = asyncio.ensure_future(filling), 0.0
    while not running.done():
        asked = time.monotonic()
        async with database.writing() as tx:
            await tx.execute("INSERT INTO meta VALUES ('bench', 'x') ON CONFLICT DO NOTHING")
        longest = max(longest, time.monotonic() - asked)
        await asyncio.sleep(0.001)
    return longest


async def main() -> int:
    """Print one table."""
    print(f"{'people':>9} {'first ms':>9} {'all s':>9} {'CPU s':>9} {'wait ms':>9} {'+RSS MB':>9}")
    for count in SIZES:
        print(await measure(count), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
