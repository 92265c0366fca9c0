"""One backup a day, as soon as the day has begun."""

import logging

from bot.core.clock import Clock
from bot.storage.backups.backup import due
from bot.storage.db.sqlite import Database

log = logging.getLogger("bot.storage")


class DailyBackup:
    """Run by a tick; what fails is tried again by the next."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Keep the database."""
        self._database = database
        self._clock = clock

    async def __call__(self) -> None:
        """Write today's backup if it is not there."""
        backups = self._database.backups
        if backups is not None and due(backups.folder, self._clock.now()):
            place = await self._database.back_up()
            log.info("backup_written bytes=%d", place.stat().st_size if place else 0)
