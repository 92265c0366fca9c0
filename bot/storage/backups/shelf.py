"""Which files in BACKUP_DIR are backups of this database, and how old each is: what others put there is never touched.

The database keeps a record of the backups it has written (``meta``, ``backups``): for each name the moment it was
written. A file that is not in the record counts only if its name is that of a backup and of a moment that has been.
"""

import json
import re
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from stat import S_ISREG
from typing import Any

from bot.core.clock import epoch, from_epoch

PREFIX, SUFFIX = "bot-", ".db.age"
STAMP = "%Y%m%dT%H%M%SZ"
STAMPED = re.compile(r"[0-9]{8}T[0-9]{6}Z")
RECORD = "SELECT value FROM meta WHERE name = 'backups'"
KEEP = "INSERT INTO meta VALUES ('backups', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


@dataclass(frozen=True)
class Kept:
    """A backup that is there, its stamp, and when it was written."""

    file: Path
    stamp: str
    made: datetime


def stamp_of(file: Path) -> str:
    """Return the moment in a backup's name."""
    return file.name.removeprefix(PREFIX).removesuffix(SUFFIX)


def moment_of(stamp: str) -> datetime | None:
    """Return the moment that a stamp names; None if it is no stamp."""
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC) if STAMPED.fullmatch(stamp) else None
    except ValueError:
        return None


def named(folder: Path) -> list[Path]:
    """Return every file with the name of a backup, by name; a link or a folder is none."""
    files = [file for file in sorted(folder.glob(f"{PREFIX}*{SUFFIX}")) if moment_of(stamp_of(file)) is not None]
    return [file for file in files if S_ISREG(file.lstat().st_mode)]


def record_of(connection: Any) -> dict[str, int]:
    """Return stamp → epoch second of writing."""
    row = connection.execute(RECORD).fetchone()
    return dict(json.loads(row[0])) if row else {}


def keep_record(connection: Any, record: dict[str, int]) -> None:
    """Keep it instead of the older one."""
    connection.execute(KEEP, (json.dumps(record),))


def own(folder: Path, record: dict[str, int], now: datetime) -> list[Kept]:
    """Return the backups of this database that are there, oldest name first."""
    kept = []
    for file in named(folder):
        stamp = stamp_of(file)
        at, by_name = record.get(stamp), moment_of(stamp)
        if at is not None:
            kept.append(Kept(file, stamp, from_epoch(at)))
        elif by_name is not None and by_name <= now:
            kept.append(Kept(file, stamp, by_name))
    return kept


def note_made(connection: Any, stamp: str, now: datetime) -> None:
    """Write down that a backup is whole and in its place."""
    with closing(connection):
        connection.execute("BEGIN IMMEDIATE")
        keep_record(connection, record_of(connection) | {stamp: epoch(now)})
        connection.execute("COMMIT")
