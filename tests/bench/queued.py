"""Queueing a broadcast, claiming and settling its rows: what it costs, and who waits meanwhile (F7)."""

import asyncio
import resource
import tempfile
import time
from collections.abc import Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.core.clock import SystemClock
from bot.core.content import Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import ComposeStep, hash_contents
from bot.core.mailings.mailings import Audience
from bot.core.mailings.outbox import Outcome, Sent
from bot.storage.db.database import Database
from bot.storage.db.sqlite import open_database
from bot.storage.mailings.broadcasts import BroadcastRepository
from bot.storage.mailings.outbox import OutboxRepository
from bot.storage.mailings.queueing import Recipients
from tests.bench.ours import AUTHOR, subscribe
from tests.bench.plan import TEXT
from tests.bench.start import START

BATCH = 50
TEXTS: Contents = {Variant(Locale.RU): Content(TEXT, "[]")}
WRITTEN = hash_contents(TEXTS)


async def broadcast(url: str, plan: dict[str, Any]) -> dict[str, Any]:
    """Queue one broadcast for ``count`` people; then claim and settle ``messages`` of them."""
    count = plan["count"]
    with tempfile.TemporaryDirectory() as folder:
        database = await open_database(Path(folder) / "bot.db", None, SystemClock())
        await subscribe(database, count)
        await START.begin()
        found = await queue_all(database, count)
        waited = await longest_wait(database, await confirmed(database, count))
        cost = 0.0
        for _ in range(max(1, plan["messages"] // count)):
            cost += await send_some(database, min(count, plan["messages"]))
            if count < plan["messages"]:
                await queue_all(database, count)
        await database.close()
    return {**found, "waited": waited, "cost": cost / plan["messages"]}


async def queue_all(database: Database, count: int) -> dict[str, Any]:
    """Confirm a broadcast; say when its first row was claimed, when all were queued, and what that took."""
    clock, rows = SystemClock(), BroadcastRepository(database)
    mailing = await previewed(rows, clock.now())
    before, began = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
    assert await rows.confirm(mailing, AUTHOR, WRITTEN, Audience.ALL, clock.now(), 1) == count
    parcels = await OutboxRepository(database, clock).claim(clock.now(), 1)
    first = time.monotonic() - began
    await Recipients(database).fill(clock.now())
    took, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF)
    queued = (await database.rows("SELECT count(*) FROM delivery WHERE mailing = ?", (mailing,)))[0][0]
    assert (len(parcels), queued) == (1, count)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    await OutboxRepository(database, clock).recover()
    grown = (after.ru_maxrss - before.ru_maxrss) / 1024
    return {"first": first, "took": took, "queue_cpu": cpu, "grown": grown}


async def previewed(rows: BroadcastRepository, now: datetime) -> int:
    """Write a draft as the composer does; it is counted for the preview."""
    mailing = await rows.begin(AUTHOR, now)
    assert await rows.write(mailing, AUTHOR, TEXTS, Audience.ALL, ComposeStep.PREVIEW, now)
    return mailing


async def confirmed(database: Database, count: int) -> Coroutine[Any, Any, int]:
    """Confirm one more broadcast; return the work that queues its people."""
    clock, rows = SystemClock(), BroadcastRepository(database)
    mailing = await previewed(rows, clock.now())
    assert await rows.confirm(mailing, AUTHOR, WRITTEN, Audience.ALL, clock.now(), 1) == count
    return Recipients(database).fill(clock.now())


async def send_some(database: Database, count: int) -> float:
    """Claim and settle so many messages in batches, as the sender does; return the CPU seconds."""
    clock = SystemClock()
    outbox, left = OutboxRepository(database, clock), count
    before = time.process_time()
    while left:
        parcels = await outbox.claim(clock.now(), min(BATCH, left))
        assert parcels, "rows are missing"
        await outbox.record([Outcome(parcel, Sent((7,))) for parcel in parcels], clock.now())
        left -= len(parcels)
    return time.process_time() - before


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
