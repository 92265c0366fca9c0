"""Broadcasts that wait for a second admin (A4), and of which the other admins are to hear."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.clock import epoch
from bot.core.journal import Act, Action
from bot.core.mailings.mailings import Hold, Mailing
from bot.core.mailings.stars import Fare
from bot.storage.db.database import Database, Tx
from bot.storage.journal import record
from bot.storage.mailings.broadcasts import PUSHED, TO_BE_SENT, USEFUL_FOR
from bot.storage.mailings.mailings import SELECT, read_mailing
from bot.storage.mailings.missed import ONE_AT_A_TIME
from bot.storage.mailings.queueing import start_recipients
from bot.storage.mailings.schedules import ANSWER_SECONDS, END_CHANGE, WAITS
from bot.storage.people.people import number_for, number_of

ASK = f"""
UPDATE mailing SET state = 'approval', not_before = ?, not_after = ?, card = ?, fare = ?, total = ?, hold = NULL,
    told = 0, approver = NULL, announced = 0
WHERE id = ? AND state = 'draft' AND author = ? AND content_hash = ? AND audience = ?
  AND {TO_BE_SENT} AND {ONE_AT_A_TIME}
"""  # noqa: S608 -- constants
ASK_ANEW = f"""
UPDATE mailing SET state = 'approval', not_before = ?, not_after = ?, total = ?, hold = NULL, told = 0,
    approver = NULL, announced = 0
WHERE id = ? AND {WAITS}
"""  # noqa: S608 -- a constant
EXACTLY = "id = ? AND state = 'approval' AND content_hash = ? AND audience = ? AND not_before = ? AND not_after = ?"
"""The request as it was shown. Whoever comes second finds it no more."""

BEGIN = f"""
UPDATE mailing SET state = 'queued', started = ?, not_before = ?, not_after = ?, approver = ?, announced = 0
WHERE {EXACTLY} AND {TO_BE_SENT}
"""  # noqa: S608 -- constants
LET_WAIT = f"""
UPDATE mailing SET state = 'scheduled', not_after = 0, total = ?, approver = ?, announced = 0 WHERE {EXACTLY}
"""  # noqa: S608 -- a constant
HOLD = """
UPDATE mailing SET state = 'asks', hold = ?, told = ?, card = CASE WHEN card IS NOT NULL THEN 0 END, not_after = ?,
    announced = NULL
WHERE id = ? AND state = 'approval'
"""
"""Its card goes, so that the question comes as a new message."""

UNANNOUNCED = f"""
{SELECT} WHERE announced IS NOT NULL AND (state IN ('approval', 'scheduled') OR started IS NOT NULL) ORDER BY id
"""
ANNOUNCED = "UPDATE mailing SET announced = ? WHERE id = ? AND announced = ? AND state = ? AND not_before = ?"


class ApprovalRepository:
    """core.mailings.approval.Approvals over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def ask(
        self, draft: Mailing, recipients: int, until: datetime, card: int, fare: Fare, at: datetime | None
    ) -> bool:
        """Let a draft wait for approval and end its author's conversation; False when it is not exactly this."""
        async with self._database.writing() as tx:
            number = await number_of(tx, draft.author or 0)
            what = (draft.id, number, draft.content_hash, draft.audience.value)
            asked = (epoch(at) if at else 0, epoch(until), card, fare.value, recipients)
            if not await tx.execute(ASK, (*asked, *what)):
                return False
            await tx.execute("DELETE FROM draft WHERE person = ?", (number,))
            await self._note(tx, Action.APPROVAL_ASKED, draft.id)
        return True

    async def ask_anew(self, mailing: int, admin: int, at: datetime, recipients: int, until: datetime) -> bool:
        """Let one that waits have another moment, and ask."""
        async with self._database.writing() as tx:
            asked = await tx.execute(ASK_ANEW, (epoch(at), epoch(until), recipients, mailing))
            if asked:
                await self._note(tx, Action.APPROVAL_ASKED, mailing)
            await tx.execute(END_CHANGE, (await number_of(tx, admin), mailing))
        return bool(asked)

    async def approve(self, asked: Mailing, admin: int, recipients: int, now: datetime) -> bool:
        """Queue it, or let it wait for its moment, in one transaction."""
        moments = [epoch(at) if at else 0 for at in (asked.due, asked.until)]
        exactly = (asked.id, asked.content_hash, asked.audience.value, *moments)
        async with self._database.writing() as tx:
            approver = await number_for(tx, admin)
            if asked.due is not None:
                return await self._let_wait(tx, asked, (recipients, approver, *exactly))
            times = (epoch(now), epoch(now), epoch(now + USEFUL_FOR))
            if not await tx.execute(BEGIN, (*times, approver, *exactly)):
                return False
            await tx.execute(PUSHED, (asked.id,))
            await start_recipients(tx, asked.id, epoch(now), expected=recipients)
            await self._note(tx, Action.APPROVAL_GIVEN, asked.id, recipients)
            await self._note(tx, Action.BROADCAST_SENT, asked.id, recipients)
        return True

    async def _let_wait(self, tx: Tx, asked: Mailing, values: tuple[object, ...]) -> bool:
        if not await tx.execute(LET_WAIT, values):
            return False
        await self._note(tx, Action.APPROVAL_GIVEN, asked.id)
        await self._note(tx, Action.BROADCAST_SCHEDULED, asked.id)
        return True

    async def refuse(self, mailing: int) -> bool:
        """Let it wait for its author's decision; of the others nobody is asked."""
        return await self._hold(mailing, Hold.REFUSED, Action.APPROVAL_REFUSED, told=True)

    async def void(self, mailing: int, hold: Hold) -> bool:
        """Let it wait for an admin's decision."""
        return await self._hold(mailing, hold, Action.APPROVAL_VOID, told=False)

    async def _hold(self, mailing: int, hold: Hold, action: Action, *, told: bool) -> bool:
        async with self._database.writing() as tx:
            until = self._database.now() + ANSWER_SECONDS
            if not await tx.execute(HOLD, (hold.value, int(told), until, mailing)):
                return False
            await self._note(tx, action, mailing)
        return True

    async def asked(self) -> Sequence[Mailing]:
        """Return all that wait for approval."""
        rows = await self._database.rows(f"{SELECT} WHERE state = 'approval' ORDER BY id")
        return [read_mailing(row) for row in rows]

    async def unannounced(self) -> Sequence[Mailing]:
        """Return those of which other admins are still to hear."""
        return [read_mailing(row) for row in await self._database.rows(UNANNOUNCED)]

    async def announced(self, mailing: Mailing, told: int | None) -> bool:
        """Write down how many admins have heard of it so."""
        so = (mailing.announced, mailing.state.value, epoch(mailing.due) if mailing.due else 0)
        async with self._database.writing() as tx:
            return bool(await tx.execute(ANNOUNCED, (told, mailing.id, *so)))

    async def _note(self, tx: Tx, action: Action, mailing: int, recipients: int | None = None) -> None:
        for total, content in await tx.rows("SELECT total, content_hash FROM mailing WHERE id = ?", (mailing,)):
            count = total if recipients is None else recipients
            await record(tx, self._database.now(), Act(action, str(mailing), count, content))
