"""Subscriptions nobody has touched for a year: the question is a mailing, its outcome stands in the row."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.clock import epoch
from bot.core.content import Contents
from bot.core.idle import ANSWER_WITHIN, ASKED_FOR, IDLE_AFTER
from bot.core.mailings import Audience, Lane, MailingKind
from bot.storage.database import Database, Tx
from bot.storage.erase import erase_chats
from bot.storage.queueing import CHUNK, write_texts

ERASED_AT_ONCE = 500
A_DAY = timedelta(days=1)

TO_ASK = """
FROM subscriber s WHERE s.asked IS NULL AND s.active <= ? AND NOT EXISTS (
    SELECT 1 FROM mailing m JOIN delivery d ON d.mailing = m.id AND d.chat = s.chat WHERE m.kind = 'idle'
)
"""
ASKED_TODAY = "SELECT 1 FROM mailing WHERE kind = 'idle' AND started > ?"
INSERT = """
INSERT INTO mailing (kind, lane, state, audience, quiet, not_before, not_after, started)
VALUES (?, ?, 'queued', ?, 1, ?, ?, ?)
"""
RECIPIENTS = f"INSERT INTO delivery (mailing, chat) SELECT ?, s.chat {TO_ASK} ORDER BY s.chat LIMIT {CHUNK}"
OVER = f"SELECT chat FROM subscriber WHERE asked <= ? LIMIT {ERASED_AT_ONCE}"  # noqa: S608 -- a number of ours
ASKED = """
UPDATE subscriber SET asked = ? WHERE chat = ? AND EXISTS (
    SELECT 1 FROM delivery d WHERE d.mailing = ? AND d.chat = subscriber.chat AND d.state IN (2, 4)
)
"""


class IdleRows:
    """core.idle.IdlePeople over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def ask(self, contents: Contents, now: datetime) -> int:
        """Queue the question, once a day at most, so that who cannot be told is not tried all day."""
        idle_since = (now - IDLE_AFTER).date().isoformat()
        if not await self._database.row(f"SELECT 1 {TO_ASK} LIMIT 1", (idle_since,)):
            return 0
        if await self._database.row(ASKED_TODAY, (epoch(now - A_DAY),)):
            return 0
        at, until = epoch(now), epoch(now + ASKED_FOR)
        async with self._database.writing() as tx:
            what = (MailingKind.IDLE.value, Lane.BROADCAST.value, Audience.IDLE.value, at, until, at)
            mailing = await tx.insert(INSERT, what)
            await write_texts(tx, mailing, contents)
            count = await tx.execute(RECIPIENTS, (mailing, idle_since))
            await tx.execute("UPDATE mailing SET total = ?, queued = ? WHERE id = ?", (count, count, mailing))
        return count

    async def remove(self, now: datetime) -> int:
        """Erase everybody who was asked so long ago and has changed nothing since."""
        removed = 0
        day = (now - ANSWER_WITHIN).date().isoformat()
        while chats := [row[0] for row in await self._database.rows(OVER, (day,))]:
            async with self._database.writing() as tx:
                await erase_chats(tx, chats, epoch(now))
            removed += len(chats)
        if removed:
            await self._database.scrub()
        return removed


async def mark_asked(tx: Tx, mailing: int, chats: Iterable[int], now: datetime) -> None:
    """Write down who was told, or may have been: nobody is asked twice, nor removed without having been asked."""
    if await tx.rows("SELECT 1 FROM mailing WHERE id = ? AND kind = 'idle'", (mailing,)):
        await tx.many(ASKED, [(now.date().isoformat(), chat, mailing) for chat in chats])
