"""Delivered messages to be changed or deleted: claimed, recorded, recovered (A7).

A lease is the moment until which a row is spoken for; only one process holds them (R8), and a new one lets go of all.
Rows are looked for in the order of their people, each time from where the last look ended, so that those done already
are passed over once.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime

from bot.core.clock import epoch
from bot.core.content import Variant
from bot.core.locales import Locale
from bot.core.mailings.amendments import AmendedParcel, AmendmentKind
from bot.core.mailings.mailings import FIRST_REFUSALS_STOP, Lane
from bot.core.mailings.outbox import Gone, Later, Migrated, NotFound, Outcome, Parcel, Refused, Sent, Slower, Verdict
from bot.storage.db.database import Database, Tx
from bot.storage.mailings.delivered import HAS_NUMBER
from bot.storage.mailings.outbox import DISCREET_UNASKED, FAR_FUTURE_SECONDS, LEASE_SECONDS
from bot.storage.mailings.outcomes import MAX_RETRY_PAUSE_SECONDS, RETRY_AFTER_TIMEOUT_SECONDS
from bot.storage.mailings.pause import HELD

LANES = {
    AmendmentKind.DELETE: Lane.BROADCAST,
    AmendmentKind.EDIT: Lane.BROADCAST,
    AmendmentKind.LINK: Lane.REMINDER,
}
OPEN = f"SELECT id, mailing, kind FROM amendment WHERE state = 'running' AND NOT {HELD} ORDER BY kind <> 'link', id"  # noqa: S608 -- a constant
FROM_THERE = f"""
SELECT d.person, p.chat, d.messages, coalesce(d.language, s.language, 'ru'),
       coalesce(d.discreet, s.discreet, {DISCREET_UNASKED}), d.joint
FROM delivery d JOIN person p ON p.number = d.person AND p.chat IS NOT NULL
LEFT JOIN subscriber s ON s.person = d.person
WHERE d.mailing = ? AND d.person > ? AND {HAS_NUMBER} AND d.amended < ? AND (d.until <= ? OR d.until > ?)
ORDER BY d.person LIMIT ?
"""  # noqa: S608 -- constants
LEASE = "UPDATE delivery SET until = ? WHERE mailing = ? AND person = ?"
ANY_LEFT = f"SELECT 1 FROM delivery d WHERE d.mailing = ? AND {HAS_NUMBER} AND d.amended < ? LIMIT 1"  # noqa: S608 -- a constant
CLOSE = """
UPDATE amendment SET state = 'done', "left" = total - done - unreachable - failed WHERE id = ? AND state = 'running'
"""
"""Whoever has no row any more has left."""

ALL_DONE = """
UPDATE amendment SET state = 'done' WHERE id = ? AND state = 'running' AND total <= done + unreachable + failed
"""
SETTLE = "UPDATE delivery SET amended = ?1, until = 0 WHERE mailing = ?2 AND person = ?3 AND state = 2 AND amended < ?1"
NO_MORE = "UPDATE delivery SET messages = NULL WHERE mailing = ? AND person = ? AND state = 2"
AGAIN = "UPDATE delivery SET until = ? WHERE mailing = ? AND person = ? AND state = 2"
COUNT = """
UPDATE amendment SET done = done + ?, unreachable = unreachable + ?, failed = failed + ? WHERE id = ?
"""
STOP = f"""
UPDATE amendment SET state = 'stopped'
WHERE id = ? AND state = 'running' AND (failed >= {FIRST_REFUSALS_STOP} OR failed >= total)
  AND done + unreachable = 0 AND failed > 0
"""  # noqa: S608 -- a number of ours
RECOVER = """
UPDATE delivery SET until = 0
WHERE state = 2 AND until > 0 AND mailing IN (SELECT mailing FROM amendment WHERE state IN ('running', 'paused'))
"""


class AmendedRows:
    """delivery.sender.Rows over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database
        self._reached: dict[int, int] = {}

    async def recover(self) -> None:
        """Let go of what a process that died had claimed."""
        async with self._database.writing() as tx:
            await tx.execute(RECOVER)

    async def claim(self, now: datetime, limit: int, kept: int = 0) -> Sequence[Parcel]:
        """Lease up to ``limit`` messages; an amendment of which none is left is done. All are broadcasts' or links'."""
        found = await self._database.rows(OPEN)
        if not found:
            self._reached.clear()
            return ()
        parcels: list[Parcel] = []
        async with self._database.writing() as tx:
            for amendment, mailing, kind in await tx.rows(OPEN):
                if len(parcels) < limit:
                    parcels += await self._claim(tx, (amendment, mailing, kind), epoch(now), limit - len(parcels))
        return parcels

    async def _claim(self, tx: Tx, amended: tuple[int, int, str], now: int, limit: int) -> list[AmendedParcel]:
        amendment, mailing, kind = amended[0], amended[1], AmendmentKind(amended[2])
        after = self._reached.get(amendment, 0)
        found = await tx.rows(FROM_THERE, (mailing, after, amendment, now, now + FAR_FUTURE_SECONDS, limit))
        self._reached[amendment] = found[-1][0] if len(found) == limit else 0
        if not found and not after and not await tx.rows(ANY_LEFT, (mailing, amendment)):
            await tx.execute(CLOSE, (amendment,))
        await tx.many(LEASE, [(now + LEASE_SECONDS, mailing, row[0]) for row in found])
        return [
            AmendedParcel(
                mailing=mailing,
                chat=chat,
                person=person,
                variant=Variant(Locale(language), bool(discreet), joint),
                lane=LANES[kind],
                silent=True,
                attempts=1,
                maybe=False,
                amendment=amendment,
                kind=kind,
                messages=numbers,
                cost=1 if kind is AmendmentKind.DELETE else len(numbers),
            )
            for person, chat, messages, language, discreet, joint in found
            for numbers in (tuple(json.loads(messages)),)
        ]

    async def record(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        """Write down what became of messages; of whoever left meanwhile there is no row, and nothing to count."""
        groups: dict[int, list[tuple[AmendedParcel, Verdict]]] = defaultdict(list)
        for outcome in outcomes:
            if isinstance(outcome.parcel, AmendedParcel):
                groups[outcome.parcel.amendment].append((outcome.parcel, outcome.verdict))
        async with self._database.writing() as tx:
            for amendment, group in groups.items():
                counts: Counter[str] = Counter()
                for parcel, verdict in group:
                    counts.update(await _settle(tx, parcel, verdict, epoch(now)))
                await tx.execute(COUNT, (counts["done"], counts["unreachable"], counts["failed"], amendment))
                await tx.execute(STOP, (amendment,))
                await tx.execute(ALL_DONE, (amendment,))


async def _settle(tx: Tx, parcel: AmendedParcel, verdict: Verdict, now: int) -> Counter[str]:
    name = outcome_of(verdict)
    key = (parcel.mailing, parcel.person)
    if name is None:
        seconds = verdict.seconds if isinstance(verdict, Later | Slower) else RETRY_AFTER_TIMEOUT_SECONDS
        await tx.execute(AGAIN, (now + min(math.ceil(seconds), MAX_RETRY_PAUSE_SECONDS), *key))
        return Counter()
    changed = await tx.execute(SETTLE, (parcel.amendment, *key))
    if parcel.kind is AmendmentKind.DELETE and isinstance(verdict, Sent | Refused):
        await tx.execute(NO_MORE, key)
    return Counter({name: changed})


def outcome_of(verdict: Verdict) -> str | None:
    """Return which counter a verdict moves; None when the message is tried again."""
    match verdict:
        case Sent():
            return "done"
        case Gone() | NotFound() | Migrated() | Refused(content=False):
            return "unreachable"
        case Refused():
            return "failed"
    return None
