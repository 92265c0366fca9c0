"""How fast due reminders must go out to be out before they are stale (R16)."""

from datetime import datetime

from bot.core.clock import epoch
from bot.core.mailings.mailings import Lane
from bot.storage.db.database import Database
from bot.storage.mailings.expiry import REMAINING

NEEDED = f"""
SELECT sum(({REMAINING}) * 1.0 / (not_after - ?1)) FROM mailing
WHERE state = 'queued' AND lane = {Lane.REMINDER.value} AND not_before <= ?1 AND not_after > ?1
"""  # noqa: S608 -- constants


ON_TIME_SECONDS = 55
"""Seconds after it was due, and those its audience takes at the rate, in which a reminder is to be out.

It is late after 60: what is aimed at the very end is half a second over it (T33).
"""

LEFT = f"(not_before + {ON_TIME_SECONDS} + total / ?2 - ?1)"
NEEDED_ON_TIME = f"""
SELECT sum(({REMAINING}) * 1.0 / CASE WHEN {LEFT} > 1 THEN {LEFT} ELSE 1 END) FROM mailing
WHERE state = 'queued' AND lane = {Lane.REMINDER.value} AND not_before <= ?1 AND not_after > ?1
"""  # noqa: S608 -- constants


class Urgency:
    """Reads the counters of mailings; no row of a recipient is read."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def needed(self, now: datetime) -> float:
        """Return the messages a second that all due reminders together need from now on."""
        return await self._sum(NEEDED, epoch(now))

    async def needed_on_time(self, now: datetime, rate: float) -> float:
        """Return the messages a second that all due reminders together need not to be late, at a limit of ``rate``."""
        return await self._sum(NEEDED_ON_TIME, epoch(now), rate)

    async def _sum(self, sql: str, *parameters: float) -> float:
        row = await self._database.row(sql, parameters)
        return float(row[0] or 0) if row else 0.0
