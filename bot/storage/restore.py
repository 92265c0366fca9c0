"""A backup put back: erased people stay erased, and nothing that may have been sent since is sent again unasked."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.core.clock import Clock, epoch
from bot.storage.backup import PREFIX, REMEMBER, SUFFIX, next_stamp, stamp_of
from bot.storage.copies import copy_all, counts, from_bytes, open_keyed
from bot.storage.database import Tx, open_database
from bot.storage.erase import erase_chats
from bot.storage.erasures import PREFIX as ERASED
from bot.storage.erasures import SUFFIX as SEALED
from bot.storage.erasures import erasures_since
from bot.storage.places import keep
from bot.storage.recipients import Opener

PAUSE = "UPDATE mailing SET state = 'paused' WHERE state = 'queued'"
NOT_AGAIN = "UPDATE seminar SET changed = max(changed, ?) WHERE state = 'planned'"
"""A step that was due before the restore may have been sent before the loss."""


@dataclass(frozen=True)
class Found:
    """A backup, opened in memory, and who was erased since."""

    memory: sqlite3.Connection
    stamp: str
    erased: frozenset[int]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return counts(self.memory)


def read_backup(file: Path, opener: Opener) -> Found:
    """Open a backup and the records of erasures beside it; raises BadRecipient, NotWhole, OSError."""
    memory = from_bytes(opener.whole(file.read_bytes()))
    row = memory.execute("SELECT value FROM meta WHERE name = 'backup'").fetchone()
    stamp = str(row[0]) if row else ""
    lines = erasures_since(file.resolve().parent, stamp)
    waiting = [line for (line,) in memory.execute("SELECT line FROM erased WHERE backup >= ?", (stamp,))]
    erased = {int(chat) for line in (*lines, *waiting) for chat in opener.line(line).split()}
    return Found(memory, stamp, frozenset(erased))


async def put_back(
    found: Found, path: Path, key: str | None, clock: Clock, folders: Iterable[Path], make_room: Callable[[], None]
) -> None:
    """Write the database beside its place, make it fit for today, then move it there; holding the instance's lock."""
    made = path.with_name(path.name + ".restoring")
    parts = [made.with_name(made.name + end) for end in ("", "-wal", "-shm")]
    for part in parts:
        part.unlink(missing_ok=True)
    try:
        with closing(open_keyed(made, key)) as connection:
            made.chmod(0o600)
            connection.execute("PRAGMA secure_delete = ON")
            copy_all(found.memory, connection)
        database = await open_database(made, key, clock)
        try:
            async with database.writing() as tx:
                await _make_fit(tx, found, clock.now(), _newest(found.stamp, folders))
            await database.scrub()
        finally:
            await database.close()
        make_room()
        made.rename(path)
        keep(path.parent)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


async def _make_fit(tx: Tx, found: Found, now: datetime, newest: str) -> None:
    await erase_chats(tx, found.erased, epoch(now))
    await tx.execute(PAUSE)
    await tx.execute(NOT_AGAIN, (epoch(now),))
    await tx.execute(REMEMBER, (next_stamp(now, newest),))  # what is erased from now on concerns every older backup


def _newest(stamp: str, folders: Iterable[Path]) -> str:
    """Return the newest moment any backup or record of erasures is named after."""
    names = [stamp]
    for folder in folders:
        names += [stamp_of(file) for file in folder.glob(f"{PREFIX}*{SUFFIX}")]
        names += [file.name.removeprefix(ERASED).removesuffix(SEALED) for file in folder.glob(f"{ERASED}*{SEALED}")]
    return max(names)
