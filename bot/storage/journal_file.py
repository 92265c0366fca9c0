"""Reads the journal of a database that may be in use, and changes nothing: for ``journal verify``."""

from pathlib import Path
from typing import Any

from bot.core.journal import Entry, Head
from bot.storage.db.inspection import Unusable, inspect
from bot.storage.journal import KEPT, SELECT, read_kept


def read_journal(path: Path, key: str | None) -> tuple[list[Entry], Head | None]:
    """Return the entries in order and the head that was kept; raises Unusable, LeftAlone."""
    return inspect(path, key, _read)


def _read(connection: Any) -> tuple[list[Entry], Head | None]:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'journal'").fetchone():
        raise Unusable("it has no journal yet: the next start of this version makes one")
    entries = [Entry(*row) for row in connection.execute(f"{SELECT} ORDER BY number")]
    kept = connection.execute(KEPT).fetchone()
    return entries, read_kept(kept[0]) if kept else None
