"""Queueing: a mailing, its texts and one row a recipient, in one transaction."""

from collections.abc import Collection
from datetime import datetime

from bot.core.clock import epoch
from bot.core.content import Contents
from bot.core.mailings import Audience, Lane, MailingKind, NewMailing
from bot.storage.audiences import audience_sql
from bot.storage.database import Database, Tx
from bot.storage.progress import close_finished

INSERT_MAILING = """
INSERT INTO mailing (kind, lane, state, audience, seminar, revision, step, quiet, not_before, not_after, started)
VALUES (?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
INSERT_TEXT = """
INSERT INTO mailing_text (mailing, language, discreet, content, entities, keyboard) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET content = excluded.content, entities = excluded.entities, keyboard = excluded.keyboard
"""


class LadderRows:
    """core.reminders.Ladder over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def queued(self, seminar: int, revision: int) -> Collection[tuple[MailingKind, int]]:
        """Return the (kind, step) of every mailing that exists for this revision."""
        sql = "SELECT kind, step FROM mailing WHERE seminar = ? AND revision = ?"
        return {(MailingKind(kind), step) for kind, step in await self._database.rows(sql, (seminar, revision))}

    async def queue(self, mailing: NewMailing, contents: Contents, now: datetime) -> bool:
        """Store the mailing with its texts and recipients; False if it was there."""
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
    if not await tx.execute(INSERT_MAILING, values):
        return False
    number = (await tx.rows("SELECT last_insert_rowid()"))[0][0]
    await write_texts(tx, number, contents)
    await add_recipients(tx, number, mailing.audience, mailing.kind, mailing.seminar)
    await close_finished(tx, now)
    return True


async def write_texts(tx: Tx, mailing: int, contents: Contents) -> None:
    """Store the texts of a mailing, replacing older ones of the same variant."""
    rows = [
        (
            mailing,
            variant.language.value,
            int(variant.discreet),
            content.text,
            content.entities,
            content.keyboard_json(),
        )
        for variant, content in contents.items()
    ]
    await tx.many(INSERT_TEXT, rows)


async def add_recipients(tx: Tx, mailing: int, audience: Audience, kind: MailingKind, seminar: int | None) -> int:
    """Write one waiting row a person of the audience; return how many."""
    chats = audience_sql(audience, kind).replace(":seminar", str(int(seminar or 0)))
    added = await tx.execute(f"INSERT INTO delivery (mailing, chat) SELECT {int(mailing)}, chat FROM ({chats})")  # noqa: S608 -- whole numbers and our own constants
    await tx.execute("UPDATE mailing SET total = ? WHERE id = ?", (added, mailing))
    return added
