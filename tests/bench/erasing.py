"""People leave a large file while others write: what an erase costs, how long others wait, what is left (T106).

    python -m tests.bench.erasing [people ...]

Prints a table for docs/performance.md. TMPDIR says on which disk. The file is a plain one, so that ids can be found.
"""

import asyncio
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from bot.core.clock import SystemClock, epoch
from bot.core.mailings.mailings import Audience
from bot.storage.db.database import Database
from bot.storage.db.sqlite import open_database
from bot.storage.mailings.broadcasts import BroadcastRepository
from bot.storage.mailings.queueing import Recipients
from bot.storage.subscribers import SubscriberRepository
from tests.people import subscribe

SIZES = (10_000, 100_000, 1_000_000)
FIRST = 8_123_456_789_000
MAILINGS, LEAVING, AUTHOR = 2, 200, 9_001
WRITE = "INSERT INTO seen (update_id, day) VALUES (?, '2026-11-24')"
HEAD = (
    "| people | file | an erase, median | longest | a round | others' longest wait | ids left |\n"
    "| --- | --- | --- | --- | --- | --- | --- |"
)


@dataclass
class Others:
    """Writers beside: a small transaction every few milliseconds."""

    database: Database
    waits: list[float] = field(default_factory=list)
    stop: bool = False

    async def write(self) -> None:
        """Write until told to stop."""
        clock, number = SystemClock(), 0
        while not self.stop:
            number += 1
            begun = clock.monotonic()
            async with self.database.writing() as tx:
                self.waits.append(clock.monotonic() - begun)
                await tx.execute(WRITE, (number,))
            await asyncio.sleep(0.005)


async def measure(people: int, folder: Path) -> str:
    """Return the row of a size."""
    clock, path = SystemClock(), folder / f"{people}.db"
    database = await open_database(path, None, clock)
    await fill(database, people)
    others = Others(database)
    writing = asyncio.ensure_future(others.write())
    rows, took = SubscriberRepository(database, clock), []
    gone = [FIRST + people * number // LEAVING for number in range(LEAVING)]
    for chat in gone:
        begun = clock.monotonic()
        assert await rows.erase(chat)
        took.append(clock.monotonic() - begun)
        await asyncio.sleep(0.002)
    begun = clock.monotonic()
    await database.wipe_round()
    whole = clock.monotonic() - begun
    others.stop = True
    await writing
    left = await asyncio.to_thread(remaining, path, gone)
    await database.close()
    took.sort()
    size = path.stat().st_size / 2**20
    waited = max(others.waits)
    times = " | ".join(ms(seconds) for seconds in (took[LEAVING // 2], took[-1], whole, waited))
    return f"| {people:,} | {size:.0f} MB | {times} | {left} |"


async def fill(database: Database, people: int) -> None:
    """Let people subscribe, and queue mailings to all of them."""
    clock, mailings = SystemClock(), BroadcastRepository(database)
    async with database.writing() as tx:
        await subscribe(tx, range(FIRST, FIRST + people))
    for _ in range(MAILINGS):
        mailing = await mailings.begin(AUTHOR, clock.now())
        await mailings.confirm(mailing, AUTHOR, "", Audience.ALL, clock.now(), 1)
        await Recipients(database).fill(clock.now())
    async with database.writing() as tx:
        await tx.execute("UPDATE mailing SET started = ?", (epoch(clock.now()),))
    database.wipe_soon()
    await database.wipe_round()


def remaining(path: Path, chats: list[int]) -> int:
    """Return how many of the ids stand in the file or its log, unused parts of pages included."""
    data = path.read_bytes() + path.with_name(path.name + "-wal").read_bytes()
    return sum(chat.to_bytes(6, "big") in data or chat.to_bytes(8, "little") in data for chat in chats)


def ms(seconds: float) -> str:
    """Return milliseconds in words."""
    return f"{seconds * 1000:.1f} ms"


async def main(sizes: list[int]) -> None:
    """Measure and print."""
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        for people in sizes:
            print(await measure(people, Path(folder)), flush=True)


if __name__ == "__main__":
    asyncio.run(main([int(size) for size in sys.argv[1:]] or list(SIZES)))
