"""Backups of a server's tables: every machine that leads writes its own, and keeps who was erased beside them (O6, O9).

A machine may lead for a day, and another next week; each has backups of its own, which may hold somebody who was erased
while the other led. So the records of erasures, sealed like the backups, stay in the server's table for as long as any
backup lives, and who leads writes those beside its own that are not there yet.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import psycopg

from bot.core.clock import Clock
from bot.core.clock_line import UNKNOWN, ClockLine, Looks, from_text
from bot.core.events import Event, event
from bot.storage.backups.backup import ERASURES_KEPT_FOR, Backups, stamp_at
from bot.storage.backups.erasures import Executor, erasures_since
from bot.storage.db.before_migration import no_backup
from bot.storage.db.database import Database
from bot.storage.db.errors import StorageError
from bot.storage.db.postgres.beside import Beside
from bot.storage.db.postgres.plain_copy import to_bytes
from bot.storage.db.postgres.session import Connection, Server, answer

NEWER = "SELECT id, backup, line FROM erased WHERE id > ? ORDER BY backup, id"
TOO_OLD = "DELETE FROM erased WHERE backup < ?"
ELSEWHERE = "SELECT EXISTS (SELECT 1 FROM meta WHERE name = 'backup' AND value > $1)"
CLOCK = "SELECT value FROM meta WHERE name = 'clock'"
ALIVE_SECONDS = 1.0

NONE_HERE = (
    "other machines make backups of the server, this one does not: whoever is erased while it works would be back after"
    " a restore. Give it BACKUP_DIR and the same BACKUP_RECIPIENTS"
)


class ServerBackups:
    """Those of one machine."""

    def __init__(self, backups: Backups, server: Server, clock: Clock) -> None:
        """``backups`` says where they go and to whom."""
        self._backups = replace(backups, copied=to_bytes, several=True)
        self._server, self._clock = server, clock
        self._copying = asyncio.Lock()
        self._filed: int | None = None
        """The newest erasure that stands beside ours; None before the first look at what does."""

    def _opened(self) -> Beside:
        return Beside(self._server.url, self._server.veil)

    async def due(self) -> bool:
        """Return whether this machine has none of this day yet."""
        return await asyncio.to_thread(self._backups.due, self._opened, self._clock.now())

    async def make(self) -> Path:
        """Write one; raises OSError and the libraries' errors."""
        async with self._copying:
            return await asyncio.to_thread(self._backups.make, self._opened, self._clock.now())

    async def newest(self) -> datetime | None:
        """Return when this machine's newest was written."""
        return await asyncio.to_thread(self._backups.newest, self._opened, self._clock.now())

    async def tidy(self, database: Database, past: datetime | None) -> None:
        """Drop what is too old, here and in the server's table."""
        async with self._copying:
            await asyncio.to_thread(self._backups.tidy, self._opened, self._clock.now(), past)
        if past is not None:
            async with database.writing() as tx:
                await tx.execute(TOO_OLD, (stamp_at(past - ERASURES_KEPT_FOR),))

    async def note(self, tx: Executor, chats: Iterable[int]) -> None:
        """Write down, inside the transaction that erases, who is erased."""
        await self._backups.erasures.note(tx, chats)

    async def file_erasures(self, database: Database) -> None:
        """Write beside our backups what is not there yet; what cannot go now goes with the next call."""
        rows = await database.rows(NEWER, (self._filed or 0,))
        if not rows:
            return
        known = frozenset[str]() if self._filed is not None else await asyncio.to_thread(self._beside)
        missing = [row for row in rows if row[2] not in known]
        if not missing or await self._backups.erasures.append(missing):
            self._filed = max(row[0] for row in rows)

    def _beside(self) -> frozenset[str]:
        return frozenset(erasures_since(self._backups.folder, ""))

    async def before_migration(self, writer: Connection, found: int, wanted: int) -> None:
        """Write one before the tables change, while the session stays alive; raises StorageError if it cannot be."""
        making = asyncio.ensure_future(self.make())
        try:
            while not (await asyncio.wait([making], timeout=ALIVE_SECONDS))[0]:
                await answer(writer, "SELECT 1")
            place = await making
        except (OSError, ValueError, psycopg.Error) as error:
            raise StorageError(no_backup(error)) from error
        finally:
            making.cancel()
        event(Event.SCHEMA_RAISED, found=found, wanted=wanted, bytes=place.stat().st_size)

    async def tidy_aside(self, waiting: Connection) -> None:
        """Drop our too old ones while another machine leads, on the word of its clock and of ours (R15)."""
        past = await ClockLine(_OthersLooks(waiting), self._clock).horizon()
        if past is not None:
            await asyncio.to_thread(self._backups.tidy_aside, past)


class _OthersLooks:
    """core.clock_line.LooksStore of a standby: the leader's looks at its clock, read and never written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def load(self) -> Looks:
        found = await answer(self._connection, CLOCK)
        return from_text(found) if found else UNKNOWN

    async def keep(self, looks: Looks) -> None:
        """Keep nothing."""


async def require_backups(connection: Connection, backups: ServerBackups | None, now: datetime) -> None:
    """Raise StorageError when there are backups of others and we make none."""
    if backups is None and await answer(connection, ELSEWHERE, (stamp_at(now - ERASURES_KEPT_FOR),)):
        raise StorageError(NONE_HERE)
