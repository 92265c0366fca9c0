"""Looks whether the database and its key are where they were when the bot started (R18)."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.events import Event, event
from bot.storage.db.database import Database


@dataclass
class FileWatch:
    """Run by a tick; every change is logged once. ``has_key`` returns False when the key's file is gone."""

    database: Database
    has_key: Callable[[], bool]
    moved: bool = False
    key_gone: bool = False

    async def __call__(self) -> None:
        """Look."""
        moved, gone = not self.database.in_place(), not self.has_key()
        if moved != self.moved:
            event(Event.DATABASE_MOVED if moved else Event.DATABASE_BACK)
        if gone != self.key_gone:
            event(Event.KEY_FILE_GONE if gone else Event.KEY_FILE_BACK)
        self.moved, self.key_gone = moved, gone
