"""The file and its two connections.

A write can only be spelled inside ``async with database.writing() as tx:`` (one lock, ``BEGIN IMMEDIATE``, a commit or
rollback that a cancellation cannot cut). Reads go through a second, query-only connection that fetches at once, since
an open cursor would block a truncating checkpoint. Everything else that touches the file goes through
``maintenance()``.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import aiosqlite
import sqlcipher3

from bot.core.clock import Clock, epoch
from bot.core.updates import EffectsAfterAnswer, current
from bot.storage.backups.backup import Backups
from bot.storage.backups.copies import open_keyed
from bot.storage.backups.erasures import WAITING, Erasures
from bot.storage.db.before_migration import back_up_before_migration
from bot.storage.db.connect import connect, found, leave_no_empty_one
from bot.storage.db.database import Values, grouped
from bot.storage.db.errors import StorageError, fault_of
from bot.storage.db.free_pages import ROOM, give_back, spare
from bot.storage.db.migrate import make_ready, migrate
from bot.storage.db.opened_file import OpenedFile
from bot.storage.db.transactions import WRITER_TIMEOUT_SECONDS, finished, remember
from bot.storage.people.chat_index import ChatIndex
from bot.storage.people.hash_table import HashTable

TABLES = """
SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY m.name, c.cid
"""


class SqliteTx:
    """storage.db.database.Tx over the writer's connection."""

    chat_index: ChatIndex = HashTable()

    def __init__(self, connection: aiosqlite.Connection, erasures: Erasures | None = None) -> None:
        """Wrap the writer's connection; ``erasures`` is where it is noted who is erased."""
        self._connection = connection
        self._erasures = erasures

    async def execute(self, sql: str, values: Values = ()) -> int:
        """Run one statement; return how many rows it changed."""
        cursor = await self._connection.execute(sql, values)
        return cursor.rowcount

    async def insert(self, sql: str, values: Values = ()) -> int:
        """Run one INSERT that returns the new row's id; return it."""
        return int((await self.rows(sql, values))[0][0])

    async def many(self, sql: str, rows: Iterable[Values]) -> int:
        """Run one statement for every row; return how many rows changed together."""
        cursor = await self._connection.executemany(sql, rows)
        return cursor.rowcount

    async def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Return what a query finds, as this transaction sees it."""
        return [tuple(row) for row in await self._connection.execute_fetchall(sql, values)]

    async def note_erased(self, chats: Iterable[int]) -> None:
        """Note who is erased beside the backups, if there are any."""
        if self._erasures is not None:
            await self._erasures.note(self, chats)


class SqliteDatabase:
    """storage.db.database.Database: one file, opened."""

    chat_index: ChatIndex = HashTable()

    def __init__(
        self,
        writer: aiosqlite.Connection,
        reader: aiosqlite.Connection,
        clock: Clock,
        backups: Backups | None = None,
        another: Callable[[], Any] | None = None,
        file: OpenedFile | None = None,
    ) -> None:
        """Use ``open_database``; the connections belong to this object from now on."""
        self._file = file
        self._backups = backups
        self._another = another
        self._erasures = backups.erasures if backups else None
        self._copying = asyncio.Lock()
        self._writer = writer
        self._reader = reader
        self._clock = clock
        self._lock = asyncio.Lock()
        self._wipes_asked = 1  # a crash may have cut short what the last process had to wipe
        self._wiped = 0

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[SqliteTx]:
        """Open the one transaction; commit at the end, roll back on any exception.

        Inside an update's context the update's id is written beside its effects and the update is settled by the
        commit (core/updates.py). Raises AlreadyApplied, EffectsAfterAnswer, TimeoutError.
        """
        incoming = current.get()
        if incoming is not None and incoming.settled:
            raise EffectsAfterAnswer
        async with self._locked():
            tx = SqliteTx(self._writer, self._erasures)
            try:
                await finished(self._writer.execute("BEGIN IMMEDIATE"))
                if incoming is not None:
                    await remember(tx, incoming.update_id, self._clock.now())
                yield tx
                self._require_file()
                await finished(self._writer.execute("COMMIT"))
            except BaseException:
                if self._writer.in_transaction:
                    await finished(self._writer.execute("ROLLBACK"))
                raise
        if incoming is not None:
            incoming.settle()

    def in_place(self) -> bool:
        """Return whether the file that was opened is still the one under its name."""
        return self._file is None or self._file.in_place()

    def _require_file(self) -> None:
        if self._file is not None:
            self._file.require()

    def now(self) -> int:
        """Return the moment as the tables hold it."""
        return epoch(self._clock.now())

    async def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Return what a query finds in the committed state."""
        return [tuple(row) for row in await self._reader.execute_fetchall(sql, values)]

    async def row(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        """Return the first row a query finds, or None."""
        found = await self.rows(sql, values)
        return found[0] if found else None

    async def tables(self) -> Mapping[str, Sequence[str]]:
        """Return the columns of every table, in their order."""
        return grouped(await self.rows(TABLES))

    @asynccontextmanager
    async def maintenance(self) -> AsyncIterator[SqliteTx]:
        """Hold the writer outside any transaction: checkpoints, VACUUM, keys."""
        async with self._locked():
            yield SqliteTx(self._writer)

    async def truncate_log(self) -> None:
        """Move the write-ahead log into the file and empty it."""
        async with self.maintenance() as tx:
            await _truncate(tx)

    def wipe_soon(self) -> None:
        """Ask for a wipe by the next ``wipe_round``, which a tick calls."""
        self._wipes_asked += 1

    async def wipe_round(self) -> None:
        """Make what was erased stand nowhere on the disk (R9), if that was asked for. Raises StorageError.

        In the file an id is overwritten in its place by the transaction that erases (storage/people); older pages that
        hold it stand in the log alone. So the log is moved into the file and emptied, once for all who were erased
        since the last round; that takes as long as the log is long, whatever the number of people.
        """
        await self.file_erasures()
        if self._wiped == self._wipes_asked:
            return
        async with self._copying, self.maintenance() as tx:  # a copy under way would not let the log be emptied
            covered = self._wipes_asked
            await _truncate(tx)
            self._wiped = covered

    async def give_back_pages(self) -> None:
        """Make the file a little shorter where deleted rows have left more room than it should keep.

        Takes some ten milliseconds at most. The next wipe cuts the file.
        """
        (pages,), (free,) = [(await self.rows(sql))[0] for sql in ROOM]
        if not spare(pages, free):
            return
        async with self.writing() as tx:
            done = await give_back(tx, self._clock.monotonic)
        if done:
            self.wipe_soon()

    async def backup_due(self) -> bool:
        """Return whether there are to be backups and today's is missing."""
        if self._backups is None or self._another is None:
            return False
        return await asyncio.to_thread(self._backups.due, self._another, self._clock.now())

    async def tidy_backups(self, past: datetime | None) -> None:
        """Drop backups that are too old."""
        if self._backups is not None and self._another is not None:
            async with self._copying:
                await asyncio.to_thread(self._backups.tidy, self._another, self._clock.now(), past)

    async def newest_backup(self) -> datetime | None:
        """Return when the newest backup that is there was written."""
        if self._backups is None or self._another is None:
            return None
        return await asyncio.to_thread(self._backups.newest, self._another, self._clock.now())

    async def back_up(self) -> Path | None:
        """Write a backup in a thread of its own; None when there are to be none."""
        if self._backups is None or self._another is None:
            return None
        async with self._copying:
            return await asyncio.to_thread(self._backups.make, self._another, self._clock.now())

    async def file_erasures(self) -> None:
        """Move what waits in the table beside the backups; what cannot go now goes with the next call."""
        waiting = await self.rows(WAITING) if self._erasures else []
        if self._erasures and waiting and await self._erasures.append(waiting):
            with suppress(TimeoutError):  # what stands there twice is read once
                async with self.maintenance() as tx:
                    await tx.many("DELETE FROM erased WHERE id = ?", [(row[0],) for row in waiting])

    async def close(self) -> None:
        """Close both connections; an unclosed one would hang the exit."""
        try:
            await finished(self._reader.close())
        finally:
            await finished(self._writer.close())

    @asynccontextmanager
    async def _locked(self) -> AsyncIterator[None]:
        async with asyncio.timeout(WRITER_TIMEOUT_SECONDS):
            await self._lock.acquire()
        try:
            self._require_file()
            if self._writer.in_transaction:  # an earlier rollback failed: nothing may be written on top of it
                await finished(self._writer.execute("ROLLBACK"))
            yield
        finally:
            self._lock.release()


async def _truncate(tx: SqliteTx) -> None:
    await tx.rows("PRAGMA busy_timeout = 200")  # who waits for a reader of another process holds every writer here
    busy, _, _ = (await tx.rows("PRAGMA wal_checkpoint(TRUNCATE)"))[0]
    await tx.rows("PRAGMA busy_timeout = 2000")
    if busy:
        raise StorageError("the write-ahead log cannot be emptied: somebody else reads the file")


async def open_database(path: Path, key: str | None, clock: Clock, backups: Backups | None = None) -> SqliteDatabase:
    """Open (or create) the file, check it, bring its schema up to date.

    ``key`` is 64 hexadecimal digits, or None for a plain file. Before the schema changes, a backup is written to
    ``backups``. Raises StorageError.
    """
    opened: list[aiosqlite.Connection] = []
    was_there = True
    try:
        was_there = found(path)
        writer = await connect(path, key, opened)
        await back_up_before_migration(writer, lambda: open_keyed(path, key), clock, backups)
        await migrate(writer)
        await make_ready(writer)
        reader = await connect(path, key, opened)
        await reader.execute("PRAGMA query_only = ON")
    except BaseException as error:  # also a cancellation: an unclosed connection hangs the exit
        for connection in opened:
            await finished(connection.close())
        if not was_there:
            leave_no_empty_one(path)
        if isinstance(error, (sqlcipher3.Error, OSError, ValueError)):
            raise fault_of(path, error, key) from error
        raise
    file = OpenedFile(path)
    return SqliteDatabase(writer, reader, clock, backups, lambda: _opened_again(file, path, key), file)


def _opened_again(file: OpenedFile, path: Path, key: str | None) -> Any:
    file.require()  # under a name without a file, a new one would be made
    return open_keyed(path, key)
