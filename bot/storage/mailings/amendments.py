"""Amendments: what an admin ordered of delivered messages, how far it is, and the card that shows it (A7)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core.clock import epoch
from bot.core.journal import Act, Action
from bot.core.mailings.amendments import (
    AMENDMENT_COUNTERS,
    Amendment,
    AmendmentCounters,
    AmendmentKind,
    AmendmentState,
    NewAmendment,
    Reach,
)
from bot.core.mailings.mailings import Mailing
from bot.storage.db.database import Database, Tx
from bot.storage.journal import record
from bot.storage.mailings.delivered import HAS_NUMBER
from bot.storage.mailings.edited_texts import still_drafted, take_texts
from bot.storage.mailings.expiry import expire_waiting
from bot.storage.mailings.pause import HELD
from bot.storage.people.people import number_of

COUNTER_COLUMNS = ", ".join(f'"{name}"' for name in AMENDMENT_COUNTERS)
SELECT = f"""
SELECT id, mailing, kind, state, beyond, (SELECT chat FROM person WHERE number = author), card, {HELD},
       {COUNTER_COLUMNS}
FROM amendment
"""  # noqa: S608 -- constants and names of our own dataclass
WITHIN = f"SELECT count(*) FROM delivery d WHERE d.mailing = ? AND {HAS_NUMBER}"  # noqa: S608 -- a constant
UNDER_WAY = "SELECT count(*) FROM delivery WHERE mailing = ? AND state = 1"
NEWEST = "SELECT coalesce(max(id), 0) FROM amendment WHERE mailing = ?"
BEING_AMENDED = "SELECT 1 FROM amendment WHERE mailing = ? AND state IN ('running', 'paused')"
BEGIN = f"""
INSERT INTO amendment (mailing, kind, state, author, card, total, beyond)
SELECT m.id, ?2, 'running', ?3, ?4, ?5, ?6 FROM mailing m
WHERE m.id = ?1 AND m.kind = 'broadcast' AND m.state IN ('done', 'cancelled', 'stopped')
  AND ({NEWEST.replace("?", "?1")}) = ?7 AND NOT EXISTS ({BEING_AMENDED.replace("?", "?1")})
RETURNING id
"""  # noqa: S608 -- a constant
END_RUN = "UPDATE mailing SET state = 'cancelled', finished = ? WHERE id = ? AND state = 'stopped'"
NO_CARD = "UPDATE mailing SET card = NULL WHERE id = ?"
"""The card of the run becomes that of the amendment."""

ORDERS = {
    AmendmentKind.DELETE: Action.BROADCAST_DELETED,
    AmendmentKind.EDIT: Action.BROADCAST_EDITED,
    AmendmentKind.LINK: Action.LINK_CORRECTED,
}
CHANGES = {
    AmendmentState.PAUSED: Action.AMENDMENT_PAUSED,
    AmendmentState.RUNNING: Action.AMENDMENT_RESUMED,
    AmendmentState.CANCELLED: Action.AMENDMENT_CANCELLED,
}
"""What the journal says of an admin's orders."""


class AmendmentRepository:
    """core.mailings.amendments.Amendments over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def get(self, amendment: int) -> Amendment | None:
        """Return one, or None."""
        row = await self._database.row(f"{SELECT} WHERE id = ?", (amendment,))
        return _read(row) if row else None

    async def newest(self, mailing: int) -> Amendment | None:
        """Return the newest of a broadcast, or None."""
        row = await self._database.row(f"{SELECT} WHERE mailing = ? ORDER BY id DESC LIMIT 1", (mailing,))
        return _read(row) if row else None

    async def reach(self, mailing: Mailing) -> Reach:
        """Return what an amendment of the broadcast would find now."""
        within, under_way, last = [await self._number(sql, mailing.id) for sql in (WITHIN, UNDER_WAY, NEWEST)]
        counters = mailing.counters
        beyond = max(0, counters.delivered + counters.unknown - within)
        return Reach(within, beyond, counters.twice, under_way, last)

    async def _number(self, sql: str, mailing: int) -> int:
        row = await self._database.row(sql, (mailing,))
        return int(row[0]) if row else 0

    async def begin(self, new: NewAmendment, now: datetime) -> int | None:
        """Begin it, and cancel the run if it had stopped itself; None when it is not as it was shown."""
        async with self._database.writing() as tx:
            author, reach = await number_of(tx, new.author), new.reach
            values = (new.mailing, new.kind.value, author, new.card, reach.within, reach.beyond, reach.last)
            begun = await tx.rows(BEGIN, values) if await still_drafted(tx, new, author) else []
            if not begun:
                return None
            number = int(begun[0][0])
            await self._end_run(tx, new.mailing, epoch(now))
            await tx.execute(NO_CARD, (new.mailing,))
            if new.draft is not None:
                await take_texts(tx, new.mailing, new.draft, author)
            await _note(tx, ORDERS[new.kind], number, now)
        return number

    async def _end_run(self, tx: Tx, mailing: int, now: int) -> None:
        """Cancel a run that had stopped itself: whoever has not got it gets nothing any more."""
        if await tx.execute(END_RUN, (now, mailing)):
            await expire_waiting(tx, [mailing], now)
            await record(tx, now, Act(Action.BROADCAST_CANCELLED, str(mailing)))

    async def move(self, amendment: int, to: AmendmentState, *, frm: Sequence[AmendmentState], now: datetime) -> bool:
        """Change the state if it is one of ``frm``."""
        states = ", ".join("?" * len(frm))
        sql = f"UPDATE amendment SET state = ? WHERE id = ? AND state IN ({states})"  # noqa: S608 -- question marks
        async with self._database.writing() as tx:
            changed = bool(await tx.execute(sql, (to.value, amendment, *(state.value for state in frm))))
            if changed:
                await _note(tx, CHANGES[to], amendment, now)
        return changed

    async def with_cards(self) -> Sequence[Amendment]:
        """Return those whose card is still being kept up to date."""
        rows = await self._database.rows(f"{SELECT} WHERE card IS NOT NULL ORDER BY id")
        return [_read(row) for row in rows]

    async def card(self, amendment: int, message: int | None) -> None:
        """Remember the message that shows the progress, or that it is final."""
        async with self._database.writing() as tx:
            await tx.execute("UPDATE amendment SET card = ? WHERE id = ?", (message, amendment))

    async def asked(self, new: NewAmendment, now: datetime) -> None:
        """Write down, in the journal, that another admin was asked to approve it."""
        act = Act(Action.APPROVAL_ASKED, str(new.mailing), new.reach.within, new.content_hash)
        async with self._database.writing() as tx:
            await record(tx, epoch(now), act)

    async def untold(self) -> Sequence[Amendment]:
        """Return those of which the other admins were not told yet."""
        return [_read(row) for row in await self._database.rows(f"{SELECT} WHERE told = 0 ORDER BY id")]

    async def told(self, amendment: int) -> None:
        """Write down that they were."""
        async with self._database.writing() as tx:
            await tx.execute("UPDATE amendment SET told = 1 WHERE id = ?", (amendment,))


async def _note(tx: Tx, action: Action, amendment: int, now: datetime) -> None:
    sql = "SELECT a.mailing, a.total, m.content_hash FROM amendment a JOIN mailing m ON m.id = a.mailing WHERE a.id = ?"
    for mailing, total, content in await tx.rows(sql, (amendment,)):
        await record(tx, epoch(now), Act(action, str(mailing), total, content or ""))


def _read(row: Sequence[Any]) -> Amendment:
    number, mailing, kind, state, beyond, author, card, held = row[:8]
    return Amendment(
        id=number,
        mailing=mailing,
        kind=AmendmentKind(kind),
        state=AmendmentState(state),
        counters=AmendmentCounters(*row[8:]),
        beyond=beyond,
        author=author,
        card=card,
        held=bool(held),
    )


CLOSE_LATE = """
UPDATE amendment SET state = 'done', unreachable = total - done - failed - "left"
WHERE mailing = ? AND state IN ('running', 'paused')
"""


async def close_late(tx: Tx, mailing: int) -> bool:
    """End an amendment whose messages' numbers are about to go; return whether there was one."""
    return bool(await tx.execute(CLOSE_LATE, (mailing,)))
