"""Our whole bot at work: inbox, dispatcher, ticks, and a broadcast if asked for."""

import asyncio
import signal
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from bot.core.clock import SystemClock
from bot.core.updates import current
from bot.lifespan import opened
from bot.storage.db.sqlite import SqliteDatabase, open_database
from tests.bench.ours import queue, subscribe
from tests.bench.plan import TOKEN
from tests.bench.start import START
from tests.chat import Fixed

MOST = 1_000
"""The highest rate the settings take; a run that is to know no limit gets past them."""


def count_reads() -> Counter[str]:
    """Count, in this process, what is read from the database while an update is handled."""
    counted, read = Counter[str](), SqliteDatabase.rows

    async def rows(database: SqliteDatabase, sql: str, values: Any = ()) -> list[tuple[Any, ...]]:
        counted["reads"] += current.get() is not None
        return await read(database, sql, values)

    SqliteDatabase.rows = rows  # type: ignore[method-assign, assignment]  # a process that only measures
    return counted


async def bot(url: str, plan: dict[str, Any]) -> dict[str, Any]:
    """Serve until SIGTERM, with the search loaded; say how often the database was read."""
    stop, clock, counted = asyncio.Event(), SystemClock(), count_reads()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bot.db"
        if plan.get("count"):
            database = await open_database(path, None, clock)
            await subscribe(database, plan["count"])
            await queue(database)
            await database.close()
        rate = plan.get("rate") or MOST
        given: dict[str, Any] = {"bot_token": TOKEN, "telegram_api_url": url, "send_rate": min(rate, MOST)}
        settings = Fixed(**given, database_path=path, database_unencrypted=True)
        async with opened(settings.model_copy(update={"send_rate": rate}), clock, stop) as app:
            await asyncio.wrap_future(app.questions.search.prepare())  # it would come five seconds into the run
            await START.begin()
            await app.run(stop)
    return {"reads": counted["reads"]}
