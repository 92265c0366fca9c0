"""Mailings under way: their state, their counters and the card that shows them."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core.clock import epoch, from_epoch
from bot.core.journal import Act, Action
from bot.core.mailings.mailings import COUNTERS, Audience, Breaker, Counters, Hold, Mailing, MailingKind, MailingState
from bot.core.mailings.missed import NOBODY_MISSED, REPEATABLE, Missed, MissedCounts, Repeat
from bot.core.mailings.signed_up import SignedUp
from bot.core.mailings.stars import Fare
from bot.storage.db.database import Database
from bot.storage.journal import record
from bot.storage.mailings.audiences import audience_sql
from bot.storage.mailings.delivered import HAS_NUMBER
from bot.storage.mailings.expiry import expire_waiting
from bot.storage.mailings.missed import STANDING, among_missed, recipients_sql, repeat_of
from bot.storage.mailings.pause import HELD

AUTHOR = "(SELECT chat FROM person WHERE number = author)"
APPROVER = "(SELECT chat FROM person WHERE number = approver)"
RETRACTED = (
    "EXISTS (SELECT 1 FROM amendment a WHERE a.mailing = mailing.id AND a.kind = 'delete' AND a.state <> 'cancelled')"
)
COST = """
(SELECT coalesce(max(CASE WHEN json_array_length(media) > 1 THEN json_array_length(media) ELSE 1 END
                     + CASE WHEN json_array_length(media) > 1 AND keyboard IS NOT NULL THEN 1 ELSE 0 END), 1)
 FROM mailing_text t WHERE t.mailing = mailing.id)
"""
"""Messages the longest of its texts is: an album is as many as it has files, its buttons are one more."""
SEMINAR_TOLD = (
    "json_array(n.id, n.title_ru, n.title_en, n.start, n.start + n.minutes * 60, n.zone, n.state = 'planned')"
)
"""A seminar as far as a broadcast to its people needs it."""

SIGNED_UP = f"(SELECT {SEMINAR_TOLD} FROM seminar n WHERE n.id = mailing.signed_up)"  # noqa: S608 -- a constant
COLUMNS = (
    f"id, kind, state, audience, {AUTHOR}, card, content_hash, seminar, forced, started, finished, reason, fare,"
    f" {HELD}, repeats, {STANDING}, not_before, hold, {APPROVER}, not_after, announced, {RETRACTED}, quiet, {COST},"
    f" {SIGNED_UP}"
)
COUNTER_COLUMNS = ", ".join(f'"{name}"' for name in COUNTERS)
SELECT = f"SELECT {COLUMNS}, {COUNTER_COLUMNS} FROM mailing"  # noqa: S608 -- constants and names of our own dataclass

ACTIONS = {
    MailingState.PAUSED: Action.BROADCAST_PAUSED,
    MailingState.QUEUED: Action.BROADCAST_RESUMED,
    MailingState.CANCELLED: Action.BROADCAST_CANCELLED,
}
"""What the journal says of an admin's change of the state."""

ORDERED = "SELECT total, content_hash FROM mailing WHERE id = ?"

MOVE = """
UPDATE mailing
SET forced = CASE WHEN state = 'stopped' AND ? = 'queued' THEN 1 ELSE forced END, state = ?,
    finished = coalesce(?, finished)
WHERE id = ? AND kind = 'broadcast' AND state IN ({states})
"""
REPEATED_NOW = (
    "SELECT 1 FROM mailing WHERE repeats = ? AND follows IS NULL AND state NOT IN ('draft', 'done', 'cancelled')"
)

AFTERWARDS = f"""
SELECT CASE WHEN EXISTS (SELECT 1 FROM amendment a WHERE a.mailing = ?1 AND a.state IN ('running', 'paused')) THEN 0
            ELSE (SELECT count(*) FROM delivery d WHERE d.mailing = ?1 AND {HAS_NUMBER}) END,
       coalesce((SELECT max(a.id) FROM amendment a WHERE a.mailing = ?1), 0),
       EXISTS (SELECT 1 FROM amendment a WHERE a.mailing = ?1 AND a.kind = 'delete')
"""  # noqa: S608 -- a constant
"""What can be amended now, the newest amendment, and whether the broadcast was taken back: then nobody repeats it."""


class MailingRepository:
    """core.mailings.Mailings over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def get(self, mailing: int) -> Mailing | None:
        """Return one, or None."""
        row = await self._database.row(f"{SELECT} WHERE id = ?", (mailing,))
        return read_mailing(row) if row else None

    async def move(self, mailing: int, to: MailingState, *, frm: Sequence[MailingState], now: datetime) -> bool:
        """Change the state if it is one of ``frm``; who was not reached by a cancelled one counts as expired."""
        states = [state.value for state in frm]
        at = epoch(now) if to is MailingState.CANCELLED else None
        sql = MOVE.format(states=", ".join("?" * len(states)))
        async with self._database.writing() as tx:
            changed = await tx.execute(sql, (to.value, to.value, at, mailing, *states))
            if changed and to is MailingState.CANCELLED:
                await expire_waiting(tx, [mailing], epoch(now))
            for total, content in await tx.rows(ORDERED, (mailing,)) if changed else ():
                await record(tx, epoch(now), Act(ACTIONS[to], str(mailing), total, content or ""))
        return bool(changed)

    async def with_cards(self) -> list[Mailing]:
        """Return the broadcasts whose progress card is still being kept up to date."""
        sql = f"{SELECT} WHERE card IS NOT NULL AND state <> 'draft' ORDER BY id"
        return [read_mailing(row) for row in await self._database.rows(sql)]

    async def card(self, mailing: int, message: int | None) -> None:
        """Remember the message that shows the progress, or that it is final."""
        async with self._database.writing() as tx:
            await tx.execute("UPDATE mailing SET card = ? WHERE id = ?", (message, mailing))

    async def missed(self, mailing: Mailing) -> MissedCounts:
        """Return how many a repetition of a broadcast that is over would reach; nobody while another one runs."""
        if not mailing.over and mailing.state is not MailingState.STOPPED:
            return NOBODY_MISSED
        within, amended, retracted = (await self._database.rows(AFTERWARDS, (mailing.id,)))[0]
        counters, follow = mailing.counters, Repeat(mailing.id, Missed.GOT)
        got = await self._count(recipients_sql(Audience.ALL, mailing.kind, None, follow)) if mailing.over else 0
        repeated = retracted or await self._database.row(REPEATED_NOW, (mailing.id,))
        if not mailing.over or repeated or not counters.failed + counters.unknown:
            return MissedCounts(within=within, amended=amended, got=got)
        people = audience_sql(mailing.audience, mailing.kind, mailing.of_seminar)
        failed, unknown = [await self._count(among_missed(people, Repeat(mailing.id, how))) for how in REPEATABLE]
        return MissedCounts(failed, unknown, within, amended, got)

    async def _count(self, people: str) -> int:
        row = await self._database.row(f"SELECT count(*) FROM ({people}) AS people")  # noqa: S608 -- our own constants
        return int(row[0]) if row else 0


def read_mailing(row: tuple[Any, ...]) -> Mailing:
    """Return a row of SELECT as a value."""
    number, kind, state, audience, author, card, content_hash, seminar, forced, started, finished, reason = row[:12]
    return Mailing(
        id=number,
        kind=MailingKind(kind),
        state=MailingState(state),
        audience=Audience(audience),
        counters=Counters(*row[25:]),
        author=author,
        card=card,
        content_hash=content_hash,
        seminar=seminar,
        forced=bool(forced),
        started=from_epoch(started) if started is not None else None,
        finished=from_epoch(finished) if finished is not None else None,
        reason=Breaker(reason) if reason else None,
        held=bool(row[13]),
        fare=Fare(row[12]),
        repeat=repeat_of(row[14], row[15]),
        due=from_epoch(row[16]) if row[16] else None,
        hold=Hold(row[17]) if row[17] else None,
        approver=row[18],
        until=from_epoch(row[19]) if row[19] else None,
        announced=row[20],
        retracted=bool(row[21]),
        quiet=bool(row[22]),
        cost=row[23],
        signed_up=read_signed_up(row[24]) if row[24] else None,
    )


def read_signed_up(stored: str) -> SignedUp:
    """Return SEMINAR_TOLD as a value."""
    number, title_ru, title_en, start, end, zone, planned = json.loads(stored)
    return SignedUp(number, title_ru, title_en, from_epoch(start), from_epoch(end), zone, bool(planned))
