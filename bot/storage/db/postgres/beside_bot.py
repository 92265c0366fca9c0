"""A server's database beside the instance that works, or without one: for commands that read, or write a few rows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg

from bot.core.clock import Clock
from bot.own_command import to_type
from bot.storage.db.errors import Unfit
from bot.storage.db.migrate import scripts
from bot.storage.db.postgres import key_sample
from bot.storage.db.postgres.database import PostgresDatabase
from bot.storage.db.postgres.migrate import require_known
from bot.storage.db.postgres.session import Server
from bot.storage.db.postgres.veil import Veil

ALONE = ("BEGIN", "LOCK TABLE journal, imported IN ACCESS EXCLUSIVE MODE")
"""A transaction of a command: the instance that works reads the journal's head and writes behind it in one of its own,
so each waits for the other's end (storage/journal.py)."""


@asynccontextmanager
async def opened_beside(url: str, key: str, clock: Clock) -> AsyncIterator[PostgresDatabase]:
    """Yield it, of this version's schema; raises Unfit, StorageError. It never takes the turn."""
    server = Server(url, Veil(key))
    try:
        writer = await server.session(writer=False)
        try:
            await _require_usable(writer, server.veil)
            reader = await server.session(writer=False)
        except BaseException:
            await writer.close()
            raise
        database = PostgresDatabase(writer, reader, clock, lambda: None, begins=ALONE)
        try:
            yield database
        finally:
            await database.close()
    except (psycopg.Error, OSError, TimeoutError) as error:
        words = f"the server cannot be used ({type(error).__name__}): is it up, and are name and password right?"
        raise Unfit(words) from None


async def _require_usable(connection: "psycopg.AsyncConnection[tuple[object, ...]]", veil: Veil) -> None:
    schema = await require_known(connection)
    if not schema:
        raise Unfit("there is no database of the bot's on the server")
    if schema != scripts("postgres")[-1][0]:
        raise Unfit(f"it has the schema of another version: start this version once before ({to_type('run')})")
    if fault := key_sample.fault(await key_sample.sample_of(connection), veil):
        raise Unfit(fault)
