"""The looks at the clock, in one row of ``meta`` (R15)."""

import json
from datetime import datetime

from bot.core.clock import epoch, from_epoch
from bot.core.clock_line import Looks
from bot.storage.db.database import Database

LOAD = "SELECT value FROM meta WHERE name = 'clock'"
OLDER = "SELECT 1 FROM meta WHERE name = 'idle'"
"""A database in which somebody was cared for before there were looks."""

KEEP = "INSERT INTO meta VALUES ('clock', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


class ClockLooks:
    """core.clock_line.LooksStore over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def load(self) -> Looks | None:
        """Return the looks that were kept."""
        row = await self._database.row(LOAD)
        if row is None:
            return Looks((), from_epoch(0), broken=True) if await self._database.row(OLDER) else None
        since, broken, *seen = json.loads(row[0])
        return Looks(_moments(seen), from_epoch(since), bool(broken))

    async def keep(self, looks: Looks) -> None:
        """Keep them in whole seconds: when they fit together since, whether there was a jump, then each."""
        value = json.dumps([epoch(looks.since), int(looks.broken), *map(epoch, looks.seen)])
        async with self._database.writing() as tx:
            await tx.execute(KEEP, (value,))


def _moments(seen: list[int]) -> tuple[datetime, ...]:
    return tuple(map(from_epoch, seen))
