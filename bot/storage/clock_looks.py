"""The looks at the clock, in one row of ``meta`` (R15)."""

from bot.core.clock_line import UNKNOWN, Looks, from_text, to_text
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
            return UNKNOWN if await self._database.row(OLDER) else None
        return from_text(row[0])

    async def keep(self, looks: Looks) -> None:
        """Keep them instead of the older ones."""
        async with self._database.writing() as tx:
            await tx.execute(KEEP, (to_text(looks),))
