"""The file and a PostgreSQL of the same machine, side by side in one run: writes, deliveries, queueing (O9).

    python -m tests.bench.engines

Both write down to the disk (``synchronous=FULL``; ``fsync=on``). Needs a PostgreSQL (apt-get install postgresql).
"""

import asyncio
import resource
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pyrage

from bot.core.clock import Clock, SystemClock
from bot.core.locales import Locale
from bot.core.mailings.outbox import Outcome, Sent
from bot.core.subscribers.subscribers import Subscriber
from bot.storage.backups.age import AgeDecryptor, AgeEncryptor
from bot.storage.backups.backup import Backups
from bot.storage.backups.shelf import named
from bot.storage.db.database import Database
from bot.storage.db.postgres.leadership import held
from bot.storage.db.postgres.rotate import rotate
from bot.storage.db.postgres.server_backups import ServerBackups
from bot.storage.db.postgres.session import Server
from bot.storage.db.postgres.veil import Veil
from bot.storage.db.sqlite import open_database
from bot.storage.mailings.outbox import OutboxRepository
from bot.storage.maintenance.put_back_server import Target, put_into_server
from bot.storage.maintenance.restore import put_back, read_backup
from bot.storage.repositories import repositories_over
from tests import people
from tests.bench.ours import subscribe
from tests.bench.queued import queue_all
from tests.empty_database import lay_empty_database
from tests.postgres.cluster import KEY, Cluster, opened

PEOPLE, MANY, WRITES, BATCH, ROUNDS = 10_000, 100_000, 300, 28, 5
IDENTITY = pyrage.x25519.Identity.generate()
FIRST_CHAT = 900_000_000


async def main() -> None:
    """Print each figure of both, and how many times the second takes."""
    cluster = Cluster("fsync=on", "synchronous_commit=on", "full_page_writes=on", "shared_buffers=128MB")
    try:
        with tempfile.TemporaryDirectory() as folder:
            path, clock = await lay_empty_database(Path(folder) / "bot.db"), SystemClock()
            url = cluster.url(await asyncio.to_thread(cluster.new_database))
            backups = Backups(Path(folder), AgeEncryptor([str(IDENTITY.to_public())]))
            file = await open_database(path, None, clock, backups)
            ours = [await measure(file) for measure in MEASURES]
            await file.close()
            kept = ServerBackups(backups, Server(url, Veil(KEY)), clock)
            async with held(await opened(url, clock, backups=kept), asyncio.Event()) as server:
                theirs = [await measure(server) for measure in MEASURES]
            for measure, one, other in zip(MEASURES, ours, theirs, strict=True):
                print(f"{measure.__doc__:70} file {one:9.3f} ms, server {other:9.3f} ms, ratio {other / one:.2f}")
            begun = time.monotonic()
            changed = await asyncio.to_thread(rotate, url, 42, KEY, "d1" * 32)
            print(f"key rotate: {changed:,} ids closed anew in {time.monotonic() - begun:.1f} s")
            await _put_back(Path(folder), cluster, clock)
    finally:
        cluster.remove()


async def timed(act: Callable[[], Awaitable[object]]) -> float:
    """Return the milliseconds an act takes."""
    begun = time.monotonic()
    await act()
    return (time.monotonic() - begun) * 1_000


async def one_write(database: Database) -> float:
    """somebody subscribes: one transaction, the median"""
    rows = repositories_over(database, SystemClock()).subscribers
    took = []
    for chat in range(FIRST_CHAT, FIRST_CHAT + WRITES):
        person = Subscriber(chat, Locale.RU, joined="2026-11-24", active="2026-11-24")
        took.append(await timed(lambda person=person: rows.add(person)))  # type: ignore[misc]  # a value of now
    return statistics.median(took)


async def one_read(database: Database) -> float:
    """a subscriber is looked up by the chat, the median"""
    rows = repositories_over(database, SystemClock()).subscribers
    chats = range(FIRST_CHAT, FIRST_CHAT + WRITES)
    return statistics.median([await timed(lambda chat=chat: rows.get(chat)) for chat in chats])  # type: ignore[misc]  # as above


async def queueing(database: Database) -> float:
    """a broadcast to 10,000 people is confirmed and queued whole"""
    await subscribe(database, PEOPLE)
    return await timed(lambda: queue_all(database, PEOPLE + WRITES))


async def deliveries(database: Database) -> float:
    """28 deliveries claimed and recorded, as in a second of a run, the median"""
    outbox, took = OutboxRepository(database, SystemClock()), []
    for _ in range(ROUNDS * 10):
        took.append(await timed(lambda: _second(outbox)))
    return statistics.median(took)


async def _second(outbox: OutboxRepository) -> None:
    now = SystemClock().now()
    parcels = await outbox.claim(now, BATCH)
    assert len(parcels) == BATCH
    await outbox.record([Outcome(parcel, Sent((1,))) for parcel in parcels], now)


async def backing_up(database: Database) -> float:
    """a backup of 110,000 people, read back"""
    async with database.writing() as tx:
        await people.subscribe(tx, range(FIRST_CHAT + WRITES, FIRST_CHAT + WRITES + MANY))
    return await timed(database.back_up)


async def _put_back(folder: Path, cluster: Cluster, clock: Clock) -> None:
    (folder / "identity").write_text(f"{IDENTITY}\n", encoding="ascii")
    opener, backup = AgeDecryptor(folder / "identity"), max(named(folder))
    url = cluster.url(await asyncio.to_thread(cluster.bare_database))

    def into_server() -> None:
        found = read_backup(backup, opener)
        put_into_server(found, Target(url, KEY, 42, folder / "copy.db"), opener, [], clock, force=False)

    async def into_file() -> None:
        found = read_backup(backup, opener)
        await put_back(found, folder / "again.db", KEY, clock, [], lambda: None)

    ours, theirs = await timed(into_file), await timed(lambda: asyncio.to_thread(into_server))
    print(f"{'such a backup is put back':70} file {ours:9.3f} ms, server {theirs:9.3f} ms, ratio {theirs / ours:.2f}")


MEASURES = (one_write, one_read, queueing, deliveries, backing_up)

if __name__ == "__main__":
    asyncio.run(main())
    print(f"this process: {resource.getrusage(resource.RUSAGE_SELF).ru_utime:.0f} s of processor time")
