"""One backup a day, as soon as the day has begun."""

from datetime import datetime

from bot.core.events import Event, event
from bot.storage.backups.backup import KEPT_FOR
from bot.storage.db.database import Database


class DailyBackup:
    """Run by a tick; what fails is tried again by the next."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database
        self.failing = False
        """Whether today's is missing because it could not be written."""

    async def __call__(self) -> None:
        """Write today's backup if it is not there."""
        self.failing = True  # a disk that cannot even be looked at fails too
        if await self._database.backup_due():
            place = await self._database.back_up()
            event(Event.BACKUP_WRITTEN, bytes=place.stat().st_size if place else 0)
        self.failing = False

    async def tidy(self, past: datetime | None) -> None:
        """Drop those that are too old, also when nothing newer could be written; see Database.tidy_backups."""
        await self._database.tidy_backups(past)

    async def newest(self) -> datetime | None:
        """Return when the newest backup that is there was written; it was read back then. None without one."""
        return await self._database.newest_backup()

    async def last_goes(self) -> datetime | None:
        """Return when the newest backup will be too old; None without one."""
        made = await self.newest()
        return made + KEPT_FOR if made else None
