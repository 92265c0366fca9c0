"""A backup in the place of a server's tables, whichever engine it was made of (O6, O9)."""

import asyncio
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bot.core.clock import Clock
from bot.storage.backups.age import AgeDecryptor
from bot.storage.backups.backup import stamp_at
from bot.storage.backups.copies import open_keyed
from bot.storage.db.errors import Occupied, Unfit
from bot.storage.db.instance_lock import AnotherInstance
from bot.storage.db.postgres import key_sample
from bot.storage.db.postgres.leadership import TRY_LOCK
from bot.storage.db.postgres.migrate import migrate, schema_of
from bot.storage.db.postgres.plain_copy import pour
from bot.storage.db.postgres.session import Connection, Server, answer
from bot.storage.db.postgres.veil import Veil
from bot.storage.maintenance.restore import Found, fit_for_today, with_waiting

WAITING = "SELECT backup, line FROM erased ORDER BY id"
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"


@dataclass(frozen=True)
class Target:
    """The server, the database's key, the bot whose database it is."""

    url: str
    key: str
    bot_id: int
    beside: Path
    """Where the copy is made fit for today, encrypted with the key: ``DATABASE_PATH``, where no database is."""


def put_into_server(
    found: Found, target: Target, opener: AgeDecryptor, folders: Iterable[Path], clock: Clock, *, force: bool
) -> str | None:
    """Put a backup into a server; return the schema in which what was there was put aside, None if nothing was.

    All or nothing. Raises Occupied unless ``force``, AnotherInstance while the bot works, BadRecipient, StorageError,
    NotWhole, OSError, sqlcipher3.Error.
    """
    try:
        return asyncio.run(_put(found, target, opener, folders, clock, force=force))
    except psycopg.errors.InsufficientPrivilege:
        raise Unfit("the role may not make tables or a schema: it must own the database") from None
    except (psycopg.Error, TimeoutError) as error:
        raise Unfit(f"the server cannot be used ({type(error).__name__}): nothing was changed") from None


async def _put(
    found: Found, target: Target, opener: AgeDecryptor, folders: Iterable[Path], clock: Clock, *, force: bool
) -> str | None:
    server = Server(target.url, Veil(target.key))
    connection = await server.session(writer=False)
    try:
        if not await answer(connection, TRY_LOCK, (target.bot_id,)):
            raise AnotherInstance
        there = bool(await schema_of(connection))
        if there:
            if not force:
                raise Occupied
            waiting = await (await connection.execute(WAITING)).fetchall()
            found = with_waiting(found, [(str(backup), str(line)) for backup, line in waiting], opener)
        aside = f"before_{stamp_at(clock.now()).lower()}" if there else None
        async with fit_for_today(found, target.beside, target.key, clock, folders) as made:
            with closing(open_keyed(made, target.key)) as file:
                async with connection.transaction():
                    if aside:
                        await _put_aside(connection, aside)
                    await migrate(connection)
                    await pour(file, connection)
                    await key_sample.put(connection, server.veil.sample())
        return aside
    finally:
        await connection.close()


async def _put_aside(connection: Connection, schema: str) -> None:
    """Move the tables that are there out of the way, their indexes and numbers with them."""
    names = await (await connection.execute(TABLES)).fetchall()
    await connection.execute(f'CREATE SCHEMA "{schema}"'.encode())
    for (name,) in names:
        await connection.execute(f'ALTER TABLE "{name}" SET SCHEMA "{schema}"'.encode())
