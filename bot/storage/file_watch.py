"""Looks whether the database and its key are where they were when the bot started (R18)."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.events import Event, event
from bot.storage.db.database import Database


@dataclass
class FileWatch:
    """Run by a tick; every change is logged once. ``has_key`` returns False when the key's file is not there.

    A bot that was given its key by hand misses no file: it is kept off the machine on purpose.
    """

    database: Database
    has_key: Callable[[], bool]
    moved: bool = False
    key_gone: bool = False
    _had_key: bool = False

    def __post_init__(self) -> None:
        """See whether there is a file that can be missed."""
        self._had_key = self.has_key()

    async def __call__(self) -> None:
        """Look."""
        there = self.has_key()
        self._had_key = self._had_key or there
        moved, gone = not self.database.in_place(), self._had_key and not there
        if moved != self.moved:
            event(Event.DATABASE_MOVED if moved else Event.DATABASE_BACK)
        if gone != self.key_gone:
            event(Event.KEY_FILE_GONE if gone else Event.KEY_FILE_BACK)
        self.moved, self.key_gone = moved, gone
