"""Broadcasts that wait for their moment, an answer or the end of their window: no recipient is written down before."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.clock import epoch
from bot.core.journal import Act, Action
from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.conversations import Conversation, Flow
from bot.core.mailings.mailings import Hold, Mailing
from bot.core.mailings.schedule import ANSWER_WITHIN
from bot.core.mailings.undo import TakenBack
from bot.storage.db.database import Database, Tx
from bot.storage.journal import record
from bot.storage.mailings.broadcasts import PUSHED, SEMINAR_STANDS, TO_BE_SENT, USEFUL_FOR
from bot.storage.mailings.conversations import drop_draft, put_draft
from bot.storage.mailings.expiry import expire_waiting
from bot.storage.mailings.mailings import SELECT, read_mailing
from bot.storage.mailings.missed import ONE_AT_A_TIME
from bot.storage.mailings.queueing import start_recipients
from bot.storage.people.people import number_for, number_of

WAITS = "state IN ('scheduled', 'asks', 'approval')"
UNSENT = "state IN ('scheduled', 'asks', 'undo', 'approval')"
"""Confirmed, and nobody told yet."""

SCHEDULE = f"""
UPDATE mailing SET state = 'scheduled', not_before = ?, total = ?, card = 0, hold = NULL, told = 0,
    announced = 0
WHERE id = ? AND state = 'draft' AND author = ? AND content_hash = ? AND audience = ? AND {ONE_AT_A_TIME}
  AND {SEMINAR_STANDS}
"""  # noqa: S608 -- a constant
CHANGE = f"""
UPDATE mailing SET state = 'scheduled', not_before = ?, not_after = 0, total = ?, hold = NULL, told = 0,
    approver = NULL, announced = 0
WHERE id = ? AND {WAITS}
"""  # noqa: S608 -- a constant
WITHDRAW = f"""
UPDATE mailing SET state = 'cancelled', finished = ?, total = 0, hold = NULL WHERE id = ? AND {UNSENT}
"""  # noqa: S608 -- a constant
END_CHANGE = "DELETE FROM draft WHERE person = ? AND flow = 'reschedule' AND object = ?"
UNANSWERED = "SELECT id FROM mailing WHERE state = 'asks' AND not_after <= ?"
GIVE_UP = f"{WITHDRAW} AND state = 'asks'"
ANSWER_SECONDS = int(ANSWER_WITHIN.total_seconds())
CANCEL = """
UPDATE mailing SET state = 'cancelled', finished = ?
WHERE id = ? AND kind = 'broadcast' AND state IN ('queued', 'paused', 'stopped')
"""
ASK = """
UPDATE mailing SET state = 'asks', hold = ?, told = 0, card = CASE WHEN card IS NOT NULL THEN 0 END, not_after = ?,
    approver = NULL, announced = NULL
WHERE id = ? AND state IN ('scheduled', 'undo')
"""
"""Its card goes, so that the question comes as a new message."""

BEGIN = f"""
UPDATE mailing SET state = 'queued', started = ?1, not_before = ?1, not_after = ?2,
    announced = CASE WHEN state = 'undo' THEN 0 ELSE announced END
WHERE id = ?3 AND state IN ('scheduled', 'undo') AND {TO_BE_SENT}
"""  # noqa: S608 -- a constant
REOPEN = """
UPDATE mailing SET state = 'draft', author = ?, card = NULL, hold = NULL, not_before = 0, not_after = 0,
    total = 0, fare = 'free', approver = NULL
WHERE id = ? AND state = 'asks'
"""


TAKE_BACK = """
UPDATE mailing SET state = 'draft', card = NULL, hold = NULL, not_before = 0, not_after = 0, total = 0, fare = 'free',
    announced = NULL
WHERE id = ? AND author = ? AND (state IN ('undo', 'approval') OR state = 'asks' AND hold = 'window')
  AND NOT EXISTS (SELECT 1 FROM draft WHERE person = mailing.author AND expires > ?)
"""
"""Of its author's alone, and not in the place of another draft."""


class ScheduleRepository:
    """core.mailings.schedule.Schedules and core.mailings.undo.Windows over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def schedule(self, draft: Mailing, at: datetime, recipients: int) -> bool:
        """Let a draft wait, and end its author's conversation; False when it is not exactly this any more."""
        async with self._database.writing() as tx:
            number = await number_of(tx, draft.author or 0)
            what = (draft.id, number, draft.content_hash, draft.audience.value)
            if not await tx.execute(SCHEDULE, (epoch(at), recipients, *what)):
                return False
            await tx.execute("DELETE FROM draft WHERE person = ?", (number,))
            await self._note(tx, Action.BROADCAST_SCHEDULED, draft.id, recipients)
        return True

    async def change(self, mailing: int, admin: int, at: datetime, recipients: int) -> bool:
        """Let one that waits begin at another moment, under the same number."""
        async with self._database.writing() as tx:
            changed = await tx.execute(CHANGE, (epoch(at), recipients, mailing))
            if changed:
                await self._note(tx, Action.BROADCAST_SCHEDULED, mailing, recipients)
            await tx.execute(END_CHANGE, (await number_of(tx, admin), mailing))
        return bool(changed)

    async def withdraw(self, mailing: int, now: datetime) -> bool:
        """Take off one that waits, or cancel one that has begun: in one transaction, since an update has only one."""
        async with self._database.writing() as tx:
            return await self._stop(tx, mailing, now) is not None

    async def _stop(self, tx: Tx, mailing: int, now: datetime) -> TakenBack | None:
        if await tx.execute(WITHDRAW, (epoch(now), mailing)):
            await self._note(tx, Action.BROADCAST_WITHDRAWN, mailing)
            return TakenBack.WITHDRAWN
        if not await tx.execute(CANCEL, (epoch(now), mailing)):
            return None
        await expire_waiting(tx, [mailing], epoch(now))
        await self._note(tx, Action.BROADCAST_CANCELLED, mailing)
        return TakenBack.CANCELLED

    async def take_back(self, mailing: int, admin: int, now: datetime, expires: datetime) -> TakenBack | None:
        """Make it its author's draft again, or take it off, or cancel what has begun."""
        async with self._database.writing() as tx:
            if not await tx.execute(TAKE_BACK, (mailing, await number_of(tx, admin), epoch(now))):
                return await self._stop(tx, mailing, now)
            await put_draft(tx, Conversation(admin, Flow.BROADCAST, ComposeStep.PREVIEW, mailing), expires)
            await self._note(tx, Action.BROADCAST_WITHDRAWN, mailing)
        return TakenBack.DRAFT

    async def open(self) -> list[Mailing]:
        """Return all whose window has not been closed."""
        return [read_mailing(row) for row in await self._database.rows(f"{SELECT} WHERE state = 'undo' ORDER BY id")]

    async def give_up(self, now: datetime) -> None:
        """Take off those that have asked for a day and got no answer."""
        for (mailing,) in await self._database.rows(UNANSWERED, (epoch(now),)):
            async with self._database.writing() as tx:
                if await tx.execute(GIVE_UP, (epoch(now), mailing)):
                    await self._note(tx, Action.BROADCAST_WITHDRAWN, mailing)

    async def ask(self, mailing: int, hold: Hold) -> bool:
        """Let a scheduled one wait for an answer instead of its moment."""
        async with self._database.writing() as tx:
            return bool(await tx.execute(ASK, (hold.value, self._database.now() + ANSWER_SECONDS, mailing)))

    async def begin(self, mailing: int, recipients: int, now: datetime) -> bool:
        """Queue one for its audience; one that another has overtaken (S7) is taken off."""
        async with self._database.writing() as tx:
            scheduled = await tx.rows("SELECT 1 FROM mailing WHERE id = ? AND state = 'scheduled'", (mailing,))
            if not await tx.execute(BEGIN, (epoch(now), epoch(now + USEFUL_FOR), mailing)):
                if await tx.execute(WITHDRAW, (epoch(now), mailing)):
                    await self._note(tx, Action.BROADCAST_WITHDRAWN, mailing)
                return False
            await tx.execute(PUSHED, (mailing,))
            await start_recipients(tx, mailing, epoch(now), expected=recipients)
            if scheduled:  # of any other the journal has said so at its confirmation
                await self._note(tx, Action.BROADCAST_SENT, mailing, recipients)
        return True

    async def reopen(self, mailing: int, admin: int, expires: datetime) -> bool:
        """Make one that asks the admin's draft, in place of any conversation."""
        async with self._database.writing() as tx:
            await drop_draft(tx, admin)
            if not await tx.execute(REOPEN, (await number_for(tx, admin), mailing)):
                return False
            await put_draft(tx, Conversation(admin, Flow.BROADCAST, ComposeStep.PREVIEW, mailing), expires)
        return True

    async def _note(self, tx: Tx, action: Action, mailing: int, recipients: int | None = None) -> None:
        """Write down who did what (A14): to so many people, as counted then."""
        for total, content in await tx.rows("SELECT total, content_hash FROM mailing WHERE id = ?", (mailing,)):
            count = total if recipients is None else recipients
            await record(tx, self._database.now(), Act(action, str(mailing), count, content or ""))

    async def waiting(self) -> Sequence[Mailing]:
        """Return all that wait, the earliest first."""
        rows = await self._database.rows(f"{SELECT} WHERE {WAITS} ORDER BY not_before, id")
        return [read_mailing(row) for row in rows]

    async def untold(self) -> Sequence[Mailing]:
        """Return those that ask and of which the admins have not heard."""
        return [read_mailing(row) for row in await self._database.rows(f"{SELECT} WHERE state = 'asks' AND told = 0")]

    async def told(self, mailing: int) -> None:
        """Write down that they have."""
        async with self._database.writing() as tx:
            await tx.execute("UPDATE mailing SET told = 1 WHERE id = ?", (mailing,))
