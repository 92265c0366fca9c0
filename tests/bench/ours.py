"""Our sender: claim, deliver, settle, every message with its durable record."""

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from bot.core.clock import SystemClock
from bot.core.content import Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience
from bot.delivery.courier import Courier
from bot.delivery.pace import Pace
from bot.delivery.sender import Sender
from bot.delivery.transport import transport_of
from bot.storage.contents.texts import write_texts
from bot.storage.db.database import Database
from bot.storage.db.sqlite import open_database
from bot.storage.mailings.broadcasts import BroadcastRepository
from bot.storage.mailings.outbox import OutboxRepository
from bot.storage.mailings.queueing import Recipients
from tests import people
from tests.bench.bare import connect, ready
from tests.bench.plan import FIRST, TEXT

AUTHOR = 9_001
UNLIMITED = 20_000
"""Messages a second that nobody reaches."""

OPEN = "SELECT 1 FROM mailing WHERE state = 'queued'"
TALLY = 'SELECT delivered, gone, twice, total - delivered - gone - failed - unknown - expired - "left" FROM mailing'


async def sender(url: str, plan: dict[str, Any]) -> dict[str, Any]:
    """Send until all is sent or the time is over; what was with Telegram then is written down."""
    clock, bot = SystemClock(), connect(url)
    with tempfile.TemporaryDirectory() as folder:
        database = await open_database(Path(folder) / "bot.db", None, clock)
        await subscribe(database, plan["count"])
        await queue(database)
        outbox, pace = OutboxRepository(database, clock), Pace(plan["rate"] or UNLIMITED, clock)
        ours, stop = Sender(outbox, Courier(transport_of(bot), outbox), pace, clock), asyncio.Event()
        await ready(bot)
        until = clock.monotonic() + plan["seconds"]
        running = asyncio.ensure_future(ours.run(stop))
        while await database.rows(OPEN) and clock.monotonic() < until:  # noqa: ASYNC110 -- no event tells of it
            await asyncio.sleep(0.1)
        stop.set()
        ours.wake()
        await running
        sent, gone, twice, waiting = (await database.rows(TALLY))[0]
        await database.close()
    await bot.session.close()
    return {"sent": sent, "gone": gone, "twice": twice, "waiting": waiting, "learned": pace.rate}


async def subscribe(database: Database, count: int) -> None:
    """Write subscribers into the database."""
    async with database.writing() as tx:
        await people.subscribe(tx, range(FIRST, FIRST + count))


async def queue(database: Database) -> None:
    """Queue a broadcast to everybody."""
    clock, rows = SystemClock(), BroadcastRepository(database)
    mailing = await rows.begin(AUTHOR, clock.now())
    contents: Contents = {Variant(Locale.RU): Content(TEXT, "[]")}
    async with database.writing() as tx:
        await write_texts(tx, mailing, contents)
    await rows.confirm(mailing, AUTHOR, "", Audience.ALL, clock.now(), 1)
    await Recipients(database).fill(clock.now())
