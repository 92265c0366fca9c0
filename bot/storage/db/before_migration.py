"""A backup before a migration: the older version cannot read what the newer one has made of the file."""

import asyncio
from collections.abc import Callable
from typing import Any

import aiosqlite
import sqlcipher3

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.storage.backups.backup import Backups
from bot.storage.db.errors import StorageError
from bot.storage.db.migrate import scripts


async def back_up_before_migration(
    writer: aiosqlite.Connection, opened: Callable[[], Any], clock: Clock, backups: Backups | None
) -> None:
    """Write one if the file's schema is an older version's, and say so; raises StorageError if it cannot be written.

    Without ``backups`` only the event is logged. A new file and one of a newer version are left to ``migrate``.
    """
    rows = [tuple(row) for row in await writer.execute_fetchall("PRAGMA user_version")]
    schema, newest = int(rows[0][0]), scripts()[-1][0]
    if not 0 < schema < newest:
        return
    size = 0
    if backups is not None:
        try:
            place = await asyncio.to_thread(backups.make, opened, clock.now())
            size = place.stat().st_size
        except (OSError, ValueError, sqlcipher3.Error) as error:
            raise StorageError(no_backup(error)) from error
    event(Event.SCHEMA_RAISED, found=schema, wanted=newest, bytes=size)


def no_backup(error: Exception) -> str:
    """Say that the schema is left as it is, and what to do."""
    return (
        "this version changes it, and before that no backup could be written to BACKUP_DIR"
        f" ({type(error).__name__}): mend BACKUP_DIR, go back to the older version, or start once without"
        " BACKUP_DIR and BACKUP_RECIPIENTS"
    )
