"""A file of the first schema is brought up to date: how long the bot stands still, what it needs meanwhile (H07).

    python -m tests.bench.migrating [people ...]

Prints a table for docs/reliability.md. TMPDIR says on which disk. The file is keyed, as it is in earnest; every row of
it is read back, and the run ends with an error when one is missing or belongs to somebody else.
"""

import asyncio
import resource
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bot.core.clock import SystemClock
from bot.storage.backups.copies import open_keyed
from bot.storage.db import migrate
from bot.storage.db.sqlite import open_database

SIZES = (10_000, 100_000, 1_000_000)
FIRST = 8_123_456_789_000
KEY = "ab" * 32
MAILINGS = 8
"""Deliveries of a person; with the subscription nine rows name somebody."""

SUBSCRIBER = "INSERT INTO subscriber VALUES (?, 'ru', '2026-11-01', '2026-11-24', 1, 1, 1, 0, 1, NULL, NULL)"
MAILING = "INSERT INTO mailing (id, kind, lane, state, audience, total) VALUES (?, 'broadcast', 3, 'done', 'all', ?)"
DELIVERY = "INSERT INTO delivery VALUES (?, ?, 2, 1, 0, 0, ?, 0)"
KEPT = (
    "SELECT count(*), sum(p.chat - ?) FROM subscriber s JOIN person p ON p.number = s.person",
    "SELECT count(*), sum(p.chat - ?) FROM delivery d JOIN person p ON p.number = d.person"
    " WHERE d.messages = '[' || p.chat || ']'",
)
HEAD = (
    "| people | rows | file | as long as it stands still | disk at most | memory at most |\n"
    "| --- | --- | --- | --- | --- | --- |"
)


def first_schema(path: Path, people: int) -> None:
    """Make the file, each delivery with the chat's own id as its message, so that a row of another is recognised."""
    with closing(open_keyed(path, KEY)) as connection:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        for statement in migrate.statements(migrate.scripts()[0][1]):
            connection.execute(statement)
        connection.execute("BEGIN")
        connection.executemany(SUBSCRIBER, ((chat,) for chat in _chats(people)))
        for mailing in range(1, MAILINGS + 1):
            connection.execute(MAILING, (mailing, people))
            connection.executemany(DELIVERY, ((mailing, chat, f"[{chat}]") for chat in _chats(people)))
        connection.execute("COMMIT")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _chats(people: int) -> Iterator[int]:
    return iter(range(FIRST, FIRST + people))


async def measure(people: int, folder: Path) -> str:
    """Return the row of a size."""
    clock, path = SystemClock(), folder / f"{people}.db"
    await asyncio.to_thread(first_schema, path, people)
    before = path.stat().st_size
    watching = asyncio.ensure_future(_largest(folder))
    begun = clock.monotonic()
    database = await open_database(path, KEY, clock)
    took = clock.monotonic() - begun
    watching.cancel()
    largest = await watching
    try:
        for sql, times in zip(KEPT, (1, MAILINGS), strict=True):
            (count, total), *_ = await database.rows(sql, (FIRST,))
            assert (count, total) == (people * times, sum(range(people)) * times), sql
    finally:
        await database.close()
    path.unlink()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sizes = f"{before / 2**20:.0f} MB | {took:.1f} s | {largest / 2**20:.0f} MB"
    return f"| {people:,} | {people * (MAILINGS + 1):,} | {sizes} | {memory:.0f} MB |"


async def _largest(folder: Path) -> int:
    """Return, when cancelled, how much disk the files of the folder needed at most."""
    most = 0
    try:
        while True:
            most = max(most, _size(folder))
            await asyncio.sleep(0.05)
    except asyncio.CancelledError:
        return most


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir() if file.exists())


async def main(sizes: list[int]) -> None:
    """Measure and print."""
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        for people in sizes:
            print(await measure(people, Path(folder)), flush=True)


if __name__ == "__main__":
    asyncio.run(main([int(size) for size in sys.argv[1:]] or list(SIZES)))
