"""One of many works: whoever holds the server's advisory lock; the others ask for it once a second (O9).

The lock belongs to the write session, and every write goes through that session. So who has lost the lock can write
nothing: it went because the session went. A leader that is frozen or cut off is ended by the *server*, four seconds
after its last word; one that was killed, at once.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import psycopg

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.storage.backups.backup import Backups, BackupsBeside
from bot.storage.backups.shelf import named
from bot.storage.db.errors import StorageError, WrongKey
from bot.storage.db.migrate import NewerSchema, scripts
from bot.storage.db.postgres import key_sample
from bot.storage.db.postgres.database import PostgresDatabase
from bot.storage.db.postgres.migrate import migrate, require_known, schema_of
from bot.storage.db.postgres.server_backups import ServerBackups, require_backups
from bot.storage.db.postgres.session import Connection, Server, answer
from bot.storage.db.postgres.veil import Veil

ASK_SECONDS = 1.0
"""Seconds between two questions for the lock, and between two beats of who has it."""

TIDY_SECONDS = 600.0
"""Seconds between two looks of a standby at backups of its own that are too old."""

AWAY = (psycopg.OperationalError, psycopg.errors.ReadOnlySqlTransaction, OSError, TimeoutError)
"""What passes: a server that is down, or is not the primary yet."""

TRY_LOCK = "SELECT pg_try_advisory_lock($1)"

SILENT = """
FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND (l.classid::bigint << 32 | l.objid::bigint) = $1
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND a.state_change < clock_timestamp() - INTERVAL '4 seconds'
"""
"""Who has the lock and has begun nothing for as long: one that works beats once a second, and gives up sooner."""

END_STUCK = f"SELECT count(pg_terminate_backend(a.pid)) {SILENT} AND a.wait_event_type = 'Client'"
"""Ends a leader that fell silent between the messages of a statement: the server's own limits end with the first.

One whose statement takes long does not wait for its client.
"""

STUCK = f"SELECT EXISTS (SELECT 1 {SILENT})"
"""Whether the server itself holds the lock's session up: with a synchronous standby that is away, every COMMIT."""


class Leadership:
    """The wait for the lock, and the beats while it is held."""

    def __init__(
        self, server: Server, bot_id: int, clock: Clock, backups: Backups | None = None, *, new: bool = True
    ) -> None:
        """``bot_id`` is the lock's number: bots that share a server do not wait for each other.

        Without ``new`` no tables are made where there are none, but backups of some.
        """
        self._server, self._bot_id, self._clock = server, bot_id, clock
        self._backups = ServerBackups(backups, server, clock) if backups else None
        self._folder = backups.folder if backups else None
        self._new = new
        self._tidied: float | None = None
        self.away = asyncio.Event()
        """Set while the server cannot be reached, or lets nobody work."""

    async def lead(self, stop: asyncio.Event, lost: asyncio.Event) -> PostgresDatabase | None:
        """Return the database once the lock is ours; None when told to stop. Raises Pooled and StorageError.

        ``lost`` is set when a session has ended. A server that is away is asked again for as long as it takes.
        """
        told: str | None = None
        while not stop.is_set():
            try:
                database = await self._with_session(stop, lost)
            except AWAY as error:
                self.away.set()
                if told != (told := type(error).__name__):
                    event(Event.SERVER_AWAY, kind=error)
                await _wait(stop, ASK_SECONDS)
            except psycopg.Error as error:
                raise StorageError(f"{type(error).__name__}: the server refuses what the bot needs") from error
            else:
                return database
        return None

    async def _with_session(self, stop: asyncio.Event, lost: asyncio.Event) -> PostgresDatabase | None:
        writer = await self._server.session(writer=True)
        try:
            if await schema_of(writer):
                await require_backups(writer, self._backups, self._clock.now())
            if not await self._locked(writer, stop):
                await writer.close()
                return None
            await self._bring_up_to_date(writer)
            await self._require_key(writer)
            reader = await self._server.session(writer=False)
            return PostgresDatabase(writer, reader, self._clock, lost.set, self._backups)
        except BaseException:
            await writer.close()
            raise

    async def _bring_up_to_date(self, writer: Connection) -> None:
        """Migrate, after a backup of what an older version has left; raises BackupsBeside, StorageError."""
        found, wanted = await schema_of(writer), scripts("postgres")[-1][0]
        if not found and not self._new and self._folder and named(self._folder):
            raise BackupsBeside
        if self._backups and 0 < found < wanted:
            await self._backups.before_migration(writer, found, wanted)
        await migrate(writer)

    async def _require_key(self, writer: Connection) -> None:
        """Raise WrongKey when the ids were closed with another key than ours."""
        if fault := key_sample.fault(await key_sample.sample_of(writer), self._server.veil):
            raise WrongKey(fault)
        await key_sample.put(writer, self._server.veil.sample())

    async def _locked(self, writer: Connection, stop: asyncio.Event) -> bool:
        """Return True once the lock is ours, False when told to stop; one with an older schema does not ask for it."""
        behind = False
        while not stop.is_set():
            try:
                await require_known(writer)
                ours = await answer(writer, TRY_LOCK, (self._bot_id,))
                if ours:
                    self.away.clear()
                    return True
                await answer(writer, END_STUCK, (self._bot_id,))
                self._note_stuck(await answer(writer, STUCK, (self._bot_id,)))
                await self._tidy(writer)
            except NewerSchema:
                if not behind:
                    event(Event.SCHEMA_NEWER)
                behind = True
            await _wait(stop, ASK_SECONDS)
        return False

    def _note_stuck(self, stuck: bool) -> None:
        """A server that lets nobody work is as good as away."""
        if not stuck:
            self.away.clear()
        elif not self.away.is_set():
            self.away.set()
            event(Event.SERVER_STUCK)

    async def _tidy(self, waiting: Connection) -> None:
        """Drop our own backups that have become too old while another machine leads."""
        now = self._clock.monotonic()
        if self._backups is None or (self._tidied is not None and now - self._tidied < TIDY_SECONDS):
            return
        self._tidied = now
        try:
            await self._backups.tidy_aside(waiting)
        except OSError as error:
            event(Event.BACKUPS_STAY, kind=error)


@asynccontextmanager
async def held(database: PostgresDatabase, lost: asyncio.Event) -> AsyncIterator[PostgresDatabase]:
    """Keep the session alive for as long as the block takes, and close it behind; ``lost`` is set when it has ended."""
    try:
        async with asyncio.TaskGroup() as tasks:
            beating = tasks.create_task(_beat(database, lost))
            try:
                yield database
            finally:
                beating.cancel()
    except ExceptionGroup as group:
        raise group.exceptions[0] from None
    finally:
        with suppress(psycopg.Error):
            await database.close()


async def _beat(database: PostgresDatabase, lost: asyncio.Event) -> None:
    while not lost.is_set():
        try:
            await database.beat()
        except (StorageError, psycopg.Error, TimeoutError):
            database.cut()
            lost.set()
            return
        await _wait(lost, ASK_SECONDS)


async def _wait(event_: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(event_.wait(), seconds)


def over(
    url: str, key: str, bot_id: int, clock: Clock, backups: Backups | None = None, *, new: bool = True
) -> Leadership:
    """Return the wait for a server's lock; ``key`` is the database's, 64 hexadecimal digits."""
    return Leadership(Server(url, Veil(key)), bot_id, clock, backups, new=new)
