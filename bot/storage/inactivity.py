"""Subscriptions nobody has touched for a year: the question is a mailing, its outcome stands in the row."""

from datetime import datetime

from bot.core.clock import epoch
from bot.core.content import Contents
from bot.core.mailings.mailings import Audience, Lane, MailingKind
from bot.core.subscribers.inactivity import ANSWER_WITHIN, ASKED_AGAIN, ASKED_FOR, IDLE_AFTER
from bot.storage.contents.texts import write_texts
from bot.storage.db.database import Database, Tx
from bot.storage.erase import PEOPLE_PER_TRANSACTION, erase_chats
from bot.storage.mailings.queueing import CHUNK_ROWS

BEFORE_A_TURN = (IDLE_AFTER - ASKED_AGAIN).days
TURN = f"CAST(julianday({{day}}) - julianday(s.active) - {BEFORE_A_TURN} AS BIGINT) / {ASKED_AGAIN.days}"
"""How often it was somebody's turn up to a day: 0 in the first year, 1 after it, one more with every ASKED_AGAIN."""

TODAY, UP_TO_DAY = TURN.format(day="?1"), TURN.format(day="?2")
TO_ASK = f"""
FROM subscriber s WHERE s.asked IS NULL AND {TODAY} > 0 AND {TODAY} > {UP_TO_DAY} AND NOT EXISTS (
    SELECT 1 FROM mailing m JOIN delivery d ON d.mailing = m.id AND d.person = s.person WHERE m.kind = 'idle'
)
"""  # noqa: S608 -- numbers of ours
UP_TO = "SELECT value FROM meta WHERE name = 'idle'"
REMEMBER = "INSERT INTO meta VALUES ('idle', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
NEVER = "1970-01-01"
INSERT = """
INSERT INTO mailing (kind, lane, state, audience, quiet, not_before, not_after, started)
VALUES (?, ?, 'queued', ?, 1, ?, ?, ?) RETURNING id
"""
RECIPIENTS = f"INSERT INTO delivery (mailing, person) SELECT ?3, s.person {TO_ASK} ORDER BY s.person LIMIT {CHUNK_ROWS}"
OVER = f"""
SELECT p.chat FROM subscriber s JOIN person p ON p.number = s.person WHERE s.asked <= ? LIMIT {PEOPLE_PER_TRANSACTION}
"""  # noqa: S608 -- a number of ours


class InactivityRepository:
    """core.subscribers.inactivity.InactivePeople over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def ask(self, contents: Contents, now: datetime) -> int:
        """Queue the question once a day to those whose turn has come since it was last asked."""
        today = now.date().isoformat()
        up_to = (await self._database.row(UP_TO) or (NEVER,))[0]
        asked = 0
        while up_to != today and await self._database.row(f"SELECT 1 {TO_ASK} LIMIT 1", (today, up_to)):
            async with self._database.writing() as tx:
                asked += await _queue(tx, contents, now, up_to)
        if up_to != today:
            async with self._database.writing() as tx:
                await tx.execute(REMEMBER, (today,))
        return asked

    async def remove(self, now: datetime) -> int:
        """Erase everybody who was asked so long ago and has changed nothing since."""
        removed = 0
        day = (now - ANSWER_WITHIN).date().isoformat()
        while chats := [row[0] for row in await self._database.rows(OVER, (day,))]:
            async with self._database.writing() as tx:
                await erase_chats(tx, chats, epoch(now), keep_questions=True)
            removed += len(chats)
        if removed:
            self._database.wipe_soon()
            await self._database.file_erasures()
        return removed


async def _queue(tx: Tx, contents: Contents, now: datetime, up_to: str) -> int:
    at, until = epoch(now), epoch(now + ASKED_FOR)
    what = (MailingKind.IDLE.value, Lane.BROADCAST.value, Audience.IDLE.value, at, until, at)
    mailing = await tx.insert(INSERT, what)
    await write_texts(tx, mailing, contents)
    count = await tx.execute(RECIPIENTS, (now.date().isoformat(), up_to, mailing))
    await tx.execute("UPDATE mailing SET total = ?, queued = ? WHERE id = ?", (count, count, mailing))
    return count
