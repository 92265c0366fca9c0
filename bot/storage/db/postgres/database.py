"""The server's tables and our two sessions with it.

Every write goes through the session that holds the lock (leadership.py): who has lost it can write nothing. Reads go
through a second one. One instance writes, so a transaction waits for nobody but this process.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg

from bot.core.clock import Clock, epoch
from bot.core.updates import EffectsAfterAnswer, current
from bot.storage.db.database import Values, grouped
from bot.storage.db.errors import StorageError
from bot.storage.db.postgres.dialect import translated
from bot.storage.db.postgres.server_backups import ServerBackups
from bot.storage.db.postgres.session import MAX_SILENCE_SECONDS, Connection, answer, cut
from bot.storage.db.transactions import WRITER_TIMEOUT_SECONDS, finished, remember
from bot.storage.people.chat_index import ChatIndex, UniqueIndex

TABLES = """
SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position
"""


MAX_READING_SECONDS = 12.0
"""Seconds a reading may take; the server ends one sooner (READER_OPTIONS), unless it says nothing any more."""


class SessionLost(StorageError):
    """The server has ended the session, or cannot be reached: nothing can be written until there is a new one."""


class _Reading:
    """What a session can be asked."""

    chat_index: ChatIndex = UniqueIndex()

    def __init__(self, connection: Connection, heard: Callable[[], None]) -> None:
        """Wrap a session; ``heard`` is told of every answer."""
        self._connection, self._heard = connection, heard

    async def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Return what a query finds."""
        found = await finished(self._fetched(sql, values))
        self._heard()
        return found

    async def _fetched(self, sql: str, values: Values) -> list[tuple[Any, ...]]:
        cursor = await self._connection.execute(translated(sql), values)
        return [tuple(row) for row in await cursor.fetchall()]


class PostgresTx(_Reading):
    """storage.db.database.Tx over the write session."""

    def __init__(self, connection: Connection, heard: Callable[[], None], backups: ServerBackups | None = None) -> None:
        """Wrap the write session; ``backups`` is where it is noted who is erased."""
        super().__init__(connection, heard)
        self._backups = backups

    async def execute(self, sql: str, values: Values = ()) -> int:
        """Run one statement; return how many rows it changed."""
        cursor = await finished(self._connection.execute(translated(sql), values))
        self._heard()
        return cursor.rowcount

    async def insert(self, sql: str, values: Values = ()) -> int:
        """Run one INSERT that returns the new row's id; return it."""
        found = await self.rows(sql, values)
        return int(found[0][0])

    async def many(self, sql: str, rows: Iterable[Values]) -> int:
        """Run one statement for every row; return how many rows changed together."""
        changed = await finished(self._many(translated(sql), list(rows)))
        self._heard()
        return changed

    async def _many(self, sql: str, rows: list[Values]) -> int:
        if not rows:
            return 0
        async with self._connection.cursor() as cursor:
            await cursor.executemany(sql, rows)
            return cursor.rowcount

    async def commit(self) -> None:
        """Commit; raises StorageError when the server has undone everything, since a statement had failed."""
        cursor = await finished(self._connection.execute("COMMIT"))
        self._heard()
        if cursor.statusmessage != "COMMIT":
            raise StorageError("a statement of the transaction had failed: nothing of it is written")

    async def note_erased(self, chats: Iterable[int]) -> None:
        """Note who is erased for the backups of every machine, if there are any."""
        if self._backups is not None:
            await self._backups.note(self, chats)


class PostgresDatabase:
    """storage.db.database.Database: a server, and two sessions with it."""

    chat_index: ChatIndex = UniqueIndex()

    def __init__(
        self,
        writer: Connection,
        reader: Connection,
        clock: Clock,
        lost: Callable[[], None],
        backups: ServerBackups | None = None,
        begins: Sequence[str] = ("BEGIN",),
    ) -> None:
        """Take the sessions, which belong to this object from now on; ``lost`` is told when one has ended.

        ``begins`` are the statements a transaction begins with.
        """
        self._backups, self._begins = backups, begins
        self._writer, self._reader, self._clock, self._lost = writer, reader, clock, lost
        self._lock = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._heard = asyncio.get_running_loop().time()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[PostgresTx]:
        """Open the one transaction; commit at the end, roll back on any exception.

        Raises AlreadyApplied, EffectsAfterAnswer, TimeoutError, SessionLost.
        """
        incoming = current.get()
        if incoming is not None and incoming.settled:
            raise EffectsAfterAnswer
        async with self._locked(), self._ends():
            tx = PostgresTx(self._writer, self._hears, self._backups)
            try:
                for statement in self._begins:
                    await tx.execute(statement)
                if incoming is not None:
                    await remember(tx, incoming.update_id, self._clock.now())
                yield tx
                await tx.commit()
            except BaseException:
                with suppress(psycopg.Error):
                    await tx.execute("ROLLBACK")
                raise
        if incoming is not None:
            incoming.settle()

    def in_place(self) -> bool:
        """Return True: there is no file that could be moved."""
        return True

    def now(self) -> int:
        """Return the moment as the tables hold it."""
        return epoch(self._clock.now())

    async def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Return what a query finds in the committed state."""
        async with self._reading, self._ends():
            too_long = asyncio.get_running_loop().call_later(MAX_READING_SECONDS, cut, self._reader)
            try:
                return await _Reading(self._reader, _nobody_asks).rows(sql, values)
            finally:
                too_long.cancel()

    async def row(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        """Return the first row a query finds, or None."""
        found = await self.rows(sql, values)
        return found[0] if found else None

    async def tables(self) -> Mapping[str, Sequence[str]]:
        """Return the columns of every table, in their order."""
        return grouped(await self.rows(TABLES))

    async def beat(self) -> None:
        """Ask the write session for a sign of life; raises SessionLost, TimeoutError when it gives none.

        While a transaction has the session, its statements are the signs.
        """
        if not self._lock.locked():
            async with self._locked(), self._ends():
                await answer(self._writer, "SELECT 1")
                self._hears()
        elif self._silent():
            raise TimeoutError

    def cut(self) -> None:
        """End both sessions at once: whatever waits for the server fails."""
        cut(self._writer)
        cut(self._reader)

    def _hears(self) -> None:
        self._heard = asyncio.get_running_loop().time()

    def wipe_soon(self) -> None:
        """Do nothing: what dead rows still hold, only the key opens (docs/deploy-postgres.md)."""

    async def file_erasures(self) -> None:
        """Write beside this machine's backups who was erased, whichever machine led then."""
        if self._backups is not None:
            await self._backups.file_erasures(self)

    async def wipe_round(self) -> None:
        """File erasures that waited; the server's own vacuum takes dead rows away."""
        await self.file_erasures()

    async def give_back_pages(self) -> None:
        """Do nothing: the server's own vacuum does it."""

    async def backup_due(self) -> bool:
        """Return whether this machine is to have backups and today's is missing."""
        return self._backups is not None and await self._backups.due()

    async def back_up(self) -> Path | None:
        """Write a backup; None when there are to be none."""
        return await self._backups.make() if self._backups else None

    async def tidy_backups(self, past: datetime | None) -> None:
        """Drop this machine's backups that are too old, and the erasures that no machine's backups need."""
        if self._backups is not None:
            await self._backups.tidy(self, past)

    async def newest_backup(self) -> datetime | None:
        """Return when this machine's newest backup was written."""
        return await self._backups.newest() if self._backups else None

    async def close(self) -> None:
        """Close both sessions; the lock goes with the first."""
        try:
            await finished(self._writer.close())
        finally:
            await finished(self._reader.close())

    @asynccontextmanager
    async def _locked(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(WRITER_TIMEOUT_SECONDS):
                await self._lock.acquire()
        except TimeoutError:
            if self._silent():
                raise self._ended() from None
            raise
        try:
            yield
        finally:
            self._lock.release()

    @asynccontextmanager
    async def _ends(self) -> AsyncIterator[None]:
        """Say so when a session turns out to have ended."""
        try:
            yield
        except psycopg.Error as error:  # the end of an idle transaction is no OperationalError
            if self._writer.closed or self._reader.closed:
                raise self._ended() from error
            raise

    def _silent(self) -> bool:
        return asyncio.get_running_loop().time() - self._heard > MAX_SILENCE_SECONDS

    def _ended(self) -> SessionLost:
        """Say that the turn is lost; the update being handled, if there is one, is left to whoever has it now."""
        self.cut()
        self._lost()
        if (incoming := current.get()) is not None:
            incoming.abandon()
        return SessionLost("the session with the server has ended")


def _nobody_asks() -> None:
    """Reads say nothing of the write session."""
