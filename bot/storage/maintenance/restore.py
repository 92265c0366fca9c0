"""Puts a backup in the database's place. Erased people stay erased; what may have been sent since is not sent again."""

import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.core.clock import Clock, epoch
from bot.core.journal import Act, Action
from bot.core.mailings.schedule import ANSWER_WITHIN
from bot.storage.backups.age import AgeDecryptor
from bot.storage.backups.backup import REMEMBER, next_stamp
from bot.storage.backups.copies import NotWhole, copy_all, counts, from_bytes, open_keyed
from bot.storage.backups.erasures import PREFIX as ERASED
from bot.storage.backups.erasures import SUFFIX as SEALED
from bot.storage.backups.erasures import erasures_since
from bot.storage.backups.secure_files import keep
from bot.storage.backups.shelf import moment_of, named, stamp_of
from bot.storage.db.database import Tx
from bot.storage.db.sqlite import open_database
from bot.storage.erase import erase_chats
from bot.storage.journal import record
from bot.storage.maintenance.pending_erasures import Waiting
from bot.storage.tickets.places import number_groups

PAUSE = "UPDATE mailing SET state = 'paused' WHERE state = 'queued'"
PAUSE_AMENDMENTS = "UPDATE amendment SET state = 'paused' WHERE state = 'running' AND kind <> 'link'"
"""An admin may have ended it since; a new link is right whenever it comes."""

ASK = """
UPDATE mailing SET state = 'asks', hold = 'restored', told = 0, card = CASE WHEN card IS NOT NULL THEN 0 END,
    not_after = ?, approver = NULL, announced = NULL
WHERE state IN ('scheduled', 'asks', 'undo', 'approval')
"""
"""What was scheduled may have been sent before the loss (A5)."""

TICKETS = (
    """
    INSERT INTO ticket_message (ticket, kind, word, state)
    SELECT DISTINCT m.ticket, 'to-asker', 'restored', 'held' FROM ticket_message m JOIN ticket t ON t.id = m.ticket
    WHERE m.kind = 'question' AND m.state IN ('due', 'sending') AND t.state <> 'closed'
    """,
    """
    INSERT INTO ticket_message (ticket, kind, word, state)
    SELECT DISTINCT m.ticket, 'to-group', 'asker-restored', 'held'
    FROM ticket_message m JOIN ticket t ON t.id = m.ticket
    WHERE m.kind IN ('answer', 'canned') AND m.state IN ('held', 'due', 'sending') AND t.state <> 'closed'
    """,
    """
    UPDATE ticket_message SET state = CASE WHEN state = 'edited' THEN 'sent' ELSE 'failed' END
    WHERE state IN ('held', 'due', 'sending', 'edited') AND coalesce(word, '') NOT IN ('restored', 'asker-restored')
    """,
    "UPDATE ticket_message SET state = 'due' WHERE state = 'held'",
)
"""What was on its way then may have arrived before the loss: it is not sent on the word of the backup."""

NOT_AGAIN = "UPDATE seminar SET changed = max(changed, ?) WHERE state = 'planned'"
"""A step that was due before the restore may have been sent before the loss."""

NOT_KNOWN = "DELETE FROM meta WHERE name IN ('profile', 'profile-lawyers')"
"""Telegram may have been told other commands since, by a newer version."""

STILL_WAITING = """
INSERT INTO erased (backup, line) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM erased WHERE line = ?2)
"""


@dataclass(frozen=True)
class Found:
    """A backup, opened in memory, who was erased since, and the records of that which lie beside no backup yet."""

    memory: sqlite3.Connection
    stamp: str
    erased: frozenset[int]
    waiting: Waiting = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return counts(self.memory)


def read_backup(file: Path, opener: AgeDecryptor, folders: Iterable[Path] = ()) -> Found:
    """Open a backup and the records of erasures, also in those folders; raises BadRecipient, NotWhole, OSError."""
    memory = from_bytes(opener.whole(file.read_bytes()))
    row = memory.execute("SELECT value FROM meta WHERE name = 'backup'").fetchone()
    stamp = str(row[0]) if row else ""
    if moment_of(stamp) is None:
        memory.close()
        raise NotWhole("the backup does not say of which moment it is")
    lines = [line for folder in {file.resolve().parent, *folders} for line in erasures_since(folder, stamp)]
    inside = memory.execute("SELECT backup, line FROM erased").fetchall()
    return Found(memory, stamp, _opened(lines, opener) | _opened(_since(inside, stamp), opener))


def with_waiting(found: Found, waiting: Waiting, opener: AgeDecryptor) -> Found:
    """Take in what waited in the database that is put aside: also for backups that may be restored after this one."""
    return replace(found, erased=found.erased | _opened(_since(waiting, found.stamp), opener), waiting=waiting)


def _since(waiting: Waiting, stamp: str) -> Iterable[str]:
    return [line for backup, line in waiting if backup >= stamp]


def _opened(lines: Iterable[str], opener: AgeDecryptor) -> frozenset[int]:
    return frozenset(int(chat) for line in lines for chat in opener.line(line).split())


async def put_back(
    found: Found, path: Path, key: str | None, clock: Clock, folders: Iterable[Path], drop_queue: Callable[[], None]
) -> None:
    """Write the database beside its place, make it fit for today, then move it there; holding the instance's lock."""
    async with fit_for_today(found, path, key, clock, folders) as made:
        drop_queue()
        made.rename(path)
        keep(path.parent)


@asynccontextmanager
async def fit_for_today(
    found: Found, path: Path, key: str | None, clock: Clock, folders: Iterable[Path]
) -> AsyncIterator[Path]:
    """Yield a backup as a file beside ``path``, of the newest schema and fit for today; it goes with the block."""
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
            database.wipe_soon()
            await database.wipe_round()
        finally:
            await database.close()
        yield made
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


async def _make_fit(tx: Tx, found: Found, now: datetime, newest: str) -> None:
    await erase_chats(tx, found.erased, epoch(now))
    await tx.many(STILL_WAITING, found.waiting)
    await tx.execute(PAUSE)
    await tx.execute(PAUSE_AMENDMENTS)
    await tx.execute(ASK, (epoch(now + ANSWER_WITHIN),))
    await tx.execute(NOT_KNOWN)
    await number_groups(tx)
    for sql in TICKETS:
        await tx.execute(sql)
    await tx.execute(NOT_AGAIN, (epoch(now),))
    await tx.execute(REMEMBER, (next_stamp(now, newest),))  # what is erased from now on concerns every older backup
    await record(tx, epoch(now), Act(Action.RESTORED, found.stamp))


def _newest(stamp: str, folders: Iterable[Path]) -> str:
    """Return the newest moment any backup or record of erasures is named after."""
    names = [stamp]
    for folder in folders:
        names += [stamp_of(file) for file in named(folder)]
        names += [file.name.removeprefix(ERASED).removesuffix(SEALED) for file in folder.glob(f"{ERASED}*{SEALED}")]
    return max(name for name in names if moment_of(name) is not None)
