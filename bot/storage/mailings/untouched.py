"""Mailings of which nothing was sent yet, for the desk (A1)."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.clock import epoch, from_epoch
from bot.core.mailings.approval import APPROVED_WITHIN
from bot.core.upcoming import Due, DueKind
from bot.storage.db.database import Database

UNTOUCHED = """
SELECT id, seminar, CASE WHEN not_before = 0 THEN not_after - ? ELSE not_before END AS at FROM mailing
WHERE state IN ('scheduled', 'asks', 'approval')
   OR state IN ('queued', 'paused', 'stopped') AND kind NOT IN ('idle', 'change') AND not_after > ?
  AND delivered + gone + failed + unknown = 0 AND (total > 0 OR cursor IS NOT NULL)
ORDER BY at, id LIMIT ?
"""
"""One for at once that waits for an admin is due since that was asked for."""

REQUEST_SECONDS = int(APPROVED_WITHIN.total_seconds())


class UntouchedMailings:
    """core.upcoming.Untouched over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def untouched(self, now: datetime, limit: int) -> Sequence[Due]:
        """Return the earliest ones that are still useful."""
        return [
            Due(from_epoch(at), DueKind.BROADCAST if seminar is None else DueKind.REMINDER, seminar, number)
            for number, seminar, at in await self._database.rows(UNTOUCHED, (REQUEST_SECONDS, epoch(now), limit))
        ]
