"""What has outlived its purpose goes (docs/data-inventory.md), and people who are gone go at the end of a run."""

from datetime import datetime, timedelta

from bot.core.clock import epoch
from bot.core.journal import Act, Action
from bot.core.mailings.mailings import (
    GONE_CHECKED_AMONG,
    GONE_SHARE,
    SMALL_GONE_CHECKED_FROM,
    SMALL_GONE_SHARE,
    Breaker,
    Doubted,
)
from bot.core.tickets.numbers import LOOKED_BACK
from bot.core.tickets.tickets import CLOSED_KEPT
from bot.storage.db.database import Database
from bot.storage.erase import PEOPLE_PER_TRANSACTION, erase_chats
from bot.storage.journal import forget_entries, record
from bot.storage.mailings.amendments import BEING_AMENDED, close_late
from bot.storage.mailings.expiry import ROWS_PER_TRANSACTION
from bot.storage.people.people import PEOPLE_PER_LOOK, needless, wipe_needless

KEPT = timedelta(hours=48)
"""How long rows of a finished mailing are kept: a broadcast's after its run, a seminar's after its end."""

TALLIED = timedelta(days=365)
"""How long sums are kept, and entries of the journal."""

GONE_PEOPLE_PER_ROUND = 500

TRIED = "(m.delivered + m.gone + m.failed + m.unknown)"

MOST_ARE_GONE = f"""
m.forced = 0 AND {TRIED} >= {SMALL_GONE_CHECKED_FROM}
AND m.gone > CASE WHEN {TRIED} < {GONE_CHECKED_AMONG} THEN {SMALL_GONE_SHARE} ELSE {GONE_SHARE} END * {TRIED}
"""

GONE = f"""
SELECT p.chat FROM delivery d JOIN mailing m ON m.id = d.mailing JOIN person p ON p.number = d.person
WHERE d.state = 3 AND m.state IN ('done', 'cancelled')
  AND NOT ({MOST_ARE_GONE})
LIMIT {GONE_PEOPLE_PER_ROUND}
"""  # noqa: S608 -- numbers of core.mailings

DOUBTED = f"""
SELECT m.id, m.gone, {TRIED} FROM mailing m
WHERE m.state IN ('done', 'cancelled') AND m.kind != 'broadcast' AND m.reason IS NULL AND {MOST_ARE_GONE}
  AND EXISTS (SELECT 1 FROM delivery d WHERE d.mailing = m.id AND d.state = 3)
ORDER BY m.id LIMIT 1
"""  # noqa: S608 -- numbers of core.mailings
"""A broadcast says so on its own card."""

BELIEVE = """
UPDATE mailing SET forced = 1 WHERE id = ? AND state IN ('done', 'cancelled') AND forced = 0
  AND EXISTS (SELECT 1 FROM delivery d WHERE d.mailing = mailing.id AND d.state = 3)
"""
OLD_MAILINGS = """
SELECT id FROM mailing
WHERE kind IN ('broadcast', 'idle', 'change') AND state IN ('done', 'cancelled') AND finished <= ?1
   OR seminar IN (SELECT id FROM seminar WHERE start + minutes * 60 <= ?1)
"""
SOME_ROWS = f"""
DELETE FROM delivery
WHERE mailing = ?1 AND person IN (SELECT person FROM delivery WHERE mailing = ?1 LIMIT {ROWS_PER_TRANSACTION})
"""  # noqa: S608 -- a number of ours
REMEMBER_FORGOTTEN = """
INSERT INTO meta VALUES ('forgotten', ?) ON CONFLICT (name) DO UPDATE
SET value = excluded.value WHERE CAST(excluded.value AS BIGINT) > CAST(meta.value AS BIGINT)
"""
"""Who was told of seminars that ended before this is not known any more: nobody is told again (queueing.py)."""

OLD_CHOICES = """
DELETE FROM seminar_choice WHERE seminar IN (SELECT id FROM seminar WHERE start + minutes * 60 <= ?)
"""
OLD_DRAFT_MAILINGS = """
DELETE FROM mailing WHERE state = 'draft' AND id NOT IN (SELECT object FROM draft WHERE flow = 'broadcast')
"""


class Retention:
    """Run by ticks; running it twice changes nothing."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def remove_gone(self, now: datetime) -> int:
        """Erase people whom a finished run found gone, a bounded number at a time; return how many."""
        found = await self._database.rows(GONE)
        chats = sorted({chat for (chat,) in found})
        for start in range(0, len(chats), PEOPLE_PER_TRANSACTION):
            async with self._database.writing() as tx:
                await erase_chats(tx, chats[start : start + PEOPLE_PER_TRANSACTION], epoch(now))
            self._database.wipe_soon()
        if chats:
            await self._database.file_erasures()
        return len(found)

    async def doubted(self) -> Doubted | None:
        """Return an ended mailing of reminders that found most of its people gone, of which nobody was told (R17)."""
        row = await self._database.row(DOUBTED)
        return Doubted(*row) if row else None

    async def doubt_told(self, mailing: int) -> None:
        """Write down that the admins were told."""
        async with self._database.writing() as tx:
            await tx.execute("UPDATE mailing SET reason = ? WHERE id = ?", (Breaker.GONE.value, mailing))

    async def believe(self, mailing: int) -> bool:
        """Let those be removed whom an ended mailing found gone; False when that was done, or their rows went."""
        async with self._database.writing() as tx:
            believed = bool(await tx.execute(BELIEVE, (mailing,)))
            for (gone,) in await tx.rows("SELECT gone FROM mailing WHERE id = ?", (mailing,)) if believed else ():
                await record(tx, self._database.now(), Act(Action.GONE_REMOVED, str(mailing), gone))
        return believed

    async def give_back_pages(self) -> None:
        """Run by a tick: give a few pages that deleted rows have left back to the disk."""
        await self._database.give_back_pages()

    async def wipe_round(self) -> None:
        """Take from the disk what erasures since the last round, or before a crash, have left there."""
        await self._database.wipe_round()

    async def forget(self, now: datetime) -> None:
        """Delete every row past its life."""
        past = epoch(now - KEPT)
        async with self._database.writing() as tx:
            await tx.execute(REMEMBER_FORGOTTEN, (past,))
        await self._forget_mailings(past)
        async with self._database.writing() as tx:
            await tx.execute(OLD_CHOICES, (past,))
            await tx.execute("DELETE FROM draft WHERE expires <= ?", (epoch(now),))
            await tx.execute(OLD_DRAFT_MAILINGS)
            await tx.execute("DELETE FROM ticket WHERE state = 'closed' AND expires <= ?", (epoch(now - CLOSED_KEPT),))
            await tx.execute("DELETE FROM ticket_mute WHERE until <= ?", (epoch(now),))
            for table in ("tally", "day_sum"):
                await tx.execute(f"DELETE FROM {table} WHERE day < ?", ((now - TALLIED).date().isoformat(),))  # noqa: S608 -- our own names
            await tx.execute("DELETE FROM ticket_sum WHERE day < ?", ((now - LOOKED_BACK).date().isoformat(),))
            await forget_entries(tx, now - TALLIED, self._database.now())
            await tx.execute("DELETE FROM seen WHERE day < ?", ((now - KEPT).date().isoformat(),))
        self._database.wipe_soon()
        await self._forget_needless()

    async def _forget_needless(self) -> None:
        """Overwrite the ids of people of whom nothing is stored any more, some at a time: nobody's read waits."""
        after = 0
        while (numbers := await needless(self._database, after)) is not None:
            if numbers:
                async with self._database.writing() as tx:
                    await wipe_needless(tx, numbers)
                self._database.wipe_soon()
            after += PEOPLE_PER_LOOK

    async def _forget_mailings(self, past: int) -> None:
        """Delete old mailings, the rows of a large one a part at a time, so that nobody else's write waits.

        One that is being amended is kept until the next time: its card is still to say how it ended.
        """
        for row in await self._database.rows(OLD_MAILINGS, (past,)):
            if await self._amended(*row):
                continue
            more = ROWS_PER_TRANSACTION
            while more == ROWS_PER_TRANSACTION:
                async with self._database.writing() as tx:
                    more = await tx.execute(SOME_ROWS, row)
                    if more < ROWS_PER_TRANSACTION:
                        await tx.execute("DELETE FROM mailing WHERE id = ?", row)

    async def _amended(self, mailing: int) -> bool:
        """End an amendment under way: the numbers it needs go."""
        if await self._database.row(BEING_AMENDED, (mailing,)) is None:
            return False
        async with self._database.writing() as tx:
            return await close_late(tx, mailing)
