"""Reads the journal of a database that may be in use, and changes nothing: for ``journal verify``."""

from pathlib import Path
from typing import Any

from bot.core.journal import Entry, Head
from bot.storage.db.database import Database
from bot.storage.db.inspection import Unusable, inspect
from bot.storage.journal import KEPT, SELECT, read_kept

Journal = tuple[list[Entry], Head | None]
"""The entries in order, and the head that was kept."""


def read_journal(path: Path, key: str | None) -> Journal:
    """Return the entries in order and the head that was kept; raises Unusable, LeftAlone."""
    return inspect(path, key, _read)


async def journal_of(database: Database) -> Journal:
    """Return what an opened database has, both of one moment: an entry may be written meanwhile."""
    async with database.writing() as tx:
        entries = [Entry(*row) for row in await tx.rows(f"{SELECT} ORDER BY number")]
        kept = await tx.rows(KEPT)
    return entries, read_kept(kept[0][0]) if kept else None


def _read(connection: Any) -> Journal:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'journal'").fetchone():
        raise Unusable("it has no journal yet: the next start of this version makes one")
    entries = [Entry(*row) for row in connection.execute(f"{SELECT} ORDER BY number")]
    kept = connection.execute(KEPT).fetchone()
    return entries, read_kept(kept[0]) if kept else None
