"""Queueing: a mailing, its texts and one row a recipient, in one transaction."""

from collections.abc import Collection
from datetime import datetime

from bot.core.clock import epoch
from bot.core.content import Contents
from bot.core.mailings.mailings import Audience, Lane, MailingKind, NewMailing
from bot.storage.contents.texts import write_texts
from bot.storage.db.database import Database, Tx
from bot.storage.mailings.audiences import BELOW_EVERY_NUMBER
from bot.storage.mailings.expiry import close_finished
from bot.storage.mailings.merging import write_beside
from bot.storage.mailings.missed import STANDING, recipients_sql, repeat_of

INSERT_MAILING = """
INSERT INTO mailing (kind, lane, state, audience, seminar, revision, step, quiet, not_before, not_after, started, link)
VALUES (?1, ?2, 'queued', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, (SELECT link FROM seminar WHERE id = ?4))
ON CONFLICT DO NOTHING
RETURNING id
"""

FIRST_CHUNK_ROWS, CHUNK_ROWS = 1_000, 15_000
"""People queued at once: few with the confirmation, so that sending begins; then as many as take some 10 ms."""

FORGOTTEN = """
SELECT 1 FROM seminar JOIN meta ON name = 'forgotten' WHERE id = ? AND start + minutes * 60 <= CAST(value AS BIGINT)
"""
NEXT = f"""
SELECT audience, kind, CASE WHEN kind = 'broadcast' THEN signed_up ELSE seminar END, cursor, repeats, {STANDING}
FROM mailing WHERE id = ? AND cursor IS NOT NULL
"""  # noqa: S608 -- a constant
UNFINISHED = "SELECT id FROM mailing WHERE cursor IS NOT NULL AND state IN ('queued', 'paused', 'stopped') LIMIT 1"
ADDED = "UPDATE mailing SET queued = queued + ?, cursor = ? WHERE id = ?"
COUNTED = (
    "UPDATE mailing SET total = CASE WHEN cursor IS NULL OR total < queued THEN queued ELSE total END WHERE id = ?"
)


class LadderRepository:
    """core.reminders.Ladder over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def queued(self, seminar: int, revision: int) -> Collection[tuple[MailingKind, int]]:
        """Return the (kind, step) of every mailing that exists for this revision."""
        sql = "SELECT kind, step FROM mailing WHERE seminar = ? AND revision = ?"
        return {(MailingKind(kind), step) for kind, step in await self._database.rows(sql, (seminar, revision))}

    async def queue(self, mailing: NewMailing, contents: Contents, now: datetime) -> bool:
        """Store the mailing with its texts and recipients; False if it was there, or is forgotten (retention.py)."""
        if await self._database.row(FORGOTTEN, (mailing.seminar,)):
            return False  # the clock says that a seminar is to come which was over by this clock before
        async with self._database.writing() as tx:
            return await queue_mailing(tx, mailing, contents, epoch(now))


async def queue_mailing(tx: Tx, mailing: NewMailing, contents: Contents, now: int) -> bool:
    """Write a mailing about a seminar; its key (seminar, revision, kind, step) makes a second time harmless."""
    values = (
        mailing.kind.value,
        Lane.REMINDER.value,
        mailing.audience.value,
        mailing.seminar,
        mailing.revision,
        mailing.step,
        int(mailing.quiet),
        epoch(mailing.not_before),
        epoch(mailing.not_after),
        now,
    )
    inserted = await tx.rows(INSERT_MAILING, values)
    if not inserted:
        return False
    number = inserted[0][0]
    await write_texts(tx, number, contents)
    await write_beside(tx, number, mailing.beside)
    await start_recipients(tx, number, now)
    return True


async def start_recipients(tx: Tx, mailing: int, now: int, *, expected: int = 0) -> None:
    """Queue the first people of a mailing's audience; ``Recipients.fill`` goes on with the others."""
    await tx.execute("UPDATE mailing SET cursor = ?, total = ? WHERE id = ?", (BELOW_EVERY_NUMBER, expected, mailing))
    await add_recipients(tx, mailing, FIRST_CHUNK_ROWS)
    await close_finished(tx, now)


async def add_recipients(tx: Tx, mailing: int, limit: int) -> None:
    """Write one waiting row a person for the next people of the audience; at its end the total is what was written."""
    (audience, kind, seminar, cursor, source, missed), *_ = await tx.rows(NEXT, (mailing,))
    people = recipients_sql(Audience(audience), MailingKind(kind), seminar, repeat_of(source, missed), cursor)
    added = await tx.execute(
        f"INSERT INTO delivery (mailing, person) SELECT {int(mailing)}, person"  # noqa: S608 -- whole numbers and our own constants
        f" FROM ({people}) AS people ORDER BY person LIMIT ?",
        (limit,),
    )
    last = (await tx.rows("SELECT max(person) FROM delivery WHERE mailing = ?", (mailing,)))[0][0]
    await tx.execute(ADDED, (added, last if added == limit else None, mailing))
    await tx.execute(COUNTED, (mailing,))


class Recipients:
    """Large audiences are queued a part at a time, so that nobody else waits for the writer (run by a tick)."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def fill(self, now: datetime) -> int:
        """Queue everybody who is still to be queued; return how many parts that took."""
        parts = 0
        while unfinished := await self._database.row(UNFINISHED):
            async with self._database.writing() as tx:
                await add_recipients(tx, unfinished[0], CHUNK_ROWS)
                await close_finished(tx, epoch(now))
            parts += 1
        return parts
