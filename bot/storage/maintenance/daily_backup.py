"""One backup a day, as soon as the day has begun."""

from bot.core.events import Event, event
from bot.storage.db.database import Database


class DailyBackup:
    """Run by a tick; what fails is tried again by the next."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def __call__(self) -> None:
        """Write today's backup if it is not there."""
        if self._database.backup_due():
            place = await self._database.back_up()
            event(Event.BACKUP_WRITTEN, bytes=place.stat().st_size if place else 0)
