"""All mailings standing still: one row of ``meta``, which every claim looks at in its own transaction (A13)."""

from bot.core.journal import Act, Action
from bot.core.mailings.mailings import Lane
from bot.storage.db.database import Database
from bot.storage.journal import record

HELD = "EXISTS (SELECT 1 FROM meta WHERE name = 'pause')"
"""Whether the mailings stand still."""

GOES_ON = f"(lane < {Lane.REMINDER.value} OR NOT {HELD})"
"""Whether a mailing's rows may be claimed: what answers somebody is never held."""

HOLD = "INSERT INTO meta VALUES ('pause', '1') ON CONFLICT DO NOTHING"
LET_GO = "DELETE FROM meta WHERE name = 'pause'"


class PauseRepository:
    """core.pause.Pause over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def on(self) -> bool:
        """Return whether the mailings stand still."""
        return await self._database.row(f"SELECT 1 WHERE {HELD}") is not None

    async def switch(self, *, on: bool) -> bool:
        """Let them stand still or go on; return whether that changed anything."""
        async with self._database.writing() as tx:
            changed = bool(await tx.execute(HOLD if on else LET_GO))
            if changed:
                await record(tx, self._database.now(), Act(Action.ALL_PAUSED if on else Action.ALL_RESUMED))
        return changed
