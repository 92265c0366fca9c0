"""What the database says of its own health: whether it can be written, what is due, of what the admins were told."""

import json
from collections.abc import Mapping
from datetime import datetime

from bot.core.clock import epoch
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Due
from bot.core.mailings.mailings import Lane
from bot.storage.db.database import Database
from bot.storage.mailings.expiry import IS_WAITING, REMAINING
from bot.storage.mailings.pause import GOES_ON

WRITE = "INSERT INTO meta VALUES ('written', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
DUE = f"""
SELECT lane, sum({REMAINING}), sum(total), min(not_before) FROM mailing m
WHERE m.state = 'queued' AND m.not_before <= ?1 AND m.not_after > ?1 AND {GOES_ON}
  AND (m.cursor IS NOT NULL
       OR EXISTS (SELECT 1 FROM {IS_WAITING} WHERE d.mailing = m.id AND d.state = 0 AND d.until <= ?1))
GROUP BY lane
"""  # noqa: S608 -- constants
"""The counters of open mailings of which somebody can be told now; no row of a recipient is counted."""

FEW_SHARE = 0.01
"""Of a mailing that has reached all others, so many, or one, have chats of their own that fail."""

ALONE = f"""
m.cursor IS NULL AND ({REMAINING} <= 1 OR {REMAINING} <= total * {FEW_SHARE})
AND NOT EXISTS (SELECT 1 FROM {IS_WAITING} WHERE d.mailing = m.id AND d.state = 0 AND d.until <= ?1 AND d.attempts = 0)
"""  # noqa: S608 -- constants
"""What is left of a mailing are a few who have all been tried: it is their chats that fail, and not the way there."""

BEHIND = DUE.replace("GROUP BY", f"AND NOT ({ALONE}) GROUP BY")

TOLD = "SELECT value FROM meta WHERE name = 'alerts'"
KEEP_TOLD = "INSERT INTO meta VALUES ('alerts', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


class HealthRepository:
    """core.health.look.Health over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def write(self) -> None:
        """Write the moment into a row of ``meta``."""
        async with self._database.writing() as tx:
            await tx.execute(WRITE, (str(self._database.now()),))

    async def due(self, now: datetime) -> Mapping[Lane, Due]:
        """Return what is due and can be claimed now."""
        return await self._by_lane(DUE, now)

    async def behind(self, now: datetime) -> Mapping[Lane, Due]:
        """Return the same without what waits for single chats that fail."""
        return await self._by_lane(BEHIND, now)

    async def _by_lane(self, sql: str, now: datetime) -> Mapping[Lane, Due]:
        at = epoch(now)
        rows = await self._database.rows(sql, (at,))
        return {Lane(lane): Due(messages, audience, at - since) for lane, messages, audience, since in rows}

    async def told(self) -> Mapping[Trouble, int]:
        """Return of which troubles the admins were told, and when, in seconds since 1970."""
        row = await self._database.row(TOLD)
        known = {trouble.value for trouble in Trouble}
        return {Trouble(word): int(at) for word, at in json.loads(row[0]).items() if word in known} if row else {}

    async def keep_told(self, told: Mapping[Trouble, int]) -> None:
        """Keep it instead."""
        async with self._database.writing() as tx:
            await tx.execute(KEEP_TOLD, (json.dumps({trouble.value: at for trouble, at in told.items()}),))
