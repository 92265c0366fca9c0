"""The journal's rows: written by ``record`` inside the transaction of what they tell of (A14)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core.clock import epoch
from bot.core.journal import NOTHING, Act, Action, Entry, Head, acting
from bot.storage.db.database import Database, Tx

COLUMNS = "number, at, alias, action, object, count, content, previous, hash"
SELECT = f"SELECT {COLUMNS} FROM journal"  # noqa: S608 -- a constant
INSERT = f"INSERT INTO journal ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 -- a constant
NEWEST = "SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1"
KEPT = "SELECT value FROM meta WHERE name = 'journal'"
KEEP = "INSERT INTO meta VALUES ('journal', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
TOLD = "SELECT value FROM meta WHERE name = 'journal-told'"
KEEP_TOLD = "INSERT INTO meta VALUES ('journal-told', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
OLD = "SELECT number, hash FROM journal WHERE at < ? ORDER BY number DESC LIMIT 1"


async def record(tx: Tx, at: int, act: Act) -> None:
    """Write an entry in the name of whoever is acting, and keep its number and hash as the head."""
    head = await _head(tx)
    number, alias = head.number + 1, acting.get()
    values = (number, at, alias, act.action.value, act.object, act.count, act.content, head.hash)
    digest = Entry(*values, "").computed
    await tx.execute(INSERT, (*values, digest))
    await tx.execute(KEEP, (f"{number}:{digest}",))


async def forget_entries(tx: Tx, past: datetime, now: int) -> None:
    """Delete entries of whole days before a moment; an entry says up to which number, and with which hash they end."""
    day = past.replace(hour=0, minute=0, second=0, microsecond=0)
    for number, digest in await tx.rows(OLD, (epoch(day),)):
        count = await tx.execute("DELETE FROM journal WHERE number <= ?", (number,))
        await record(tx, now, Act(Action.FORGOTTEN, str(number), count, digest))


async def _head(tx: Tx) -> Head:
    """Return what the next entry follows: after rows were cut off, the head that was kept, so that it stays visible."""
    kept = [read_kept(value) for (value,) in await tx.rows(KEPT)]
    newest = [Head(*row) for row in await tx.rows(NEWEST)]
    return max((head for head in (*newest, *kept) if head), key=lambda head: head.number, default=NOTHING)


def read_kept(value: str) -> Head | None:
    """Read the head kept in ``meta``; None when somebody has made something else of it."""
    number, _, digest = value.partition(":")
    return Head(int(number), digest) if number.isdecimal() else None


class JournalRepository:
    """core.journal.Journal over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def note(self, act: Act) -> None:
        """Write an entry in a transaction of its own."""
        async with self._database.writing() as tx:
            await record(tx, self._database.now(), act)

    async def page(self, page: int, size: int) -> Sequence[Entry]:
        """Return a page of entries, the newest first."""
        sql = f"{SELECT} ORDER BY number DESC LIMIT ? OFFSET ?"
        return [Entry(*row) for row in await self._database.rows(sql, (size, page * size))]

    async def count(self) -> int:
        """Return how many entries there are."""
        return int((await self._one("SELECT count(*) FROM journal")) or 0)

    async def head(self) -> Head:
        """Return the newest entry's number and hash."""
        row = await self._database.row(NEWEST)
        return Head(*row) if row else NOTHING

    async def told(self) -> str:
        """Return what ``keep_told`` was given last."""
        return str(await self._one(TOLD) or "")

    async def keep_told(self, told: str) -> None:
        """Keep it, in a row of ``meta``."""
        async with self._database.writing() as tx:
            await tx.execute(KEEP_TOLD, (told,))

    async def _one(self, sql: str) -> Any:
        row = await self._database.row(sql)
        return row[0] if row else None
