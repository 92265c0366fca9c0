"""What it costs to queue a broadcast for 1,000 / 100,000 / 1,000,000 people, and how soon the first row is claimed.

``python -m tests.bench.queueing``; BENCH_SHORT=1 leaves the million out.
"""

import asyncio
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from bot.core.clock import SystemClock
from bot.core.mailings import Audience
from bot.storage.compositions import CompositionRows
from bot.storage.database import open_database
from bot.storage.outbox import OutboxRows

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
                " INSERT INTO subscriber SELECT 10000 + i, 'ru', :day, :day, 1, 1, 1, 0, 0, NULL FROM n".replace(
                    ":day", "'2026-11-24'"
                ),
                (count,),
            )
        rows = CompositionRows(database)
        mailing = await rows.begin(AUTHOR, clock.now())
        before, started = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
        assert await rows.confirm(mailing, AUTHOR, "", Audience.ALL, clock.now(), 1) == count
        queued, after = time.monotonic() - started, resource.getrusage(resource.RUSAGE_SELF)
        assert await OutboxRows(database, clock).claim(clock.now(), 1)
        first = time.monotonic() - started
        await database.close()
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{count:>9} {queued:9.3f} {cpu:9.3f} {first:9.3f} {(after.ru_maxrss - before.ru_maxrss) / 1024:9.1f}"


async def main() -> int:
    """Print one table."""
    print(f"{'people':>9} {'queued s':>9} {'CPU s':>9} {'claim s':>9} {'+RSS MB':>9}")
    for count in SIZES:
        print(await measure(count), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
