"""What stands in the database's place until its key comes: nothing is read, nothing is written, nothing is promised."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.core.clock import Clock, epoch
from bot.storage.db.database import Tx, Values
from bot.storage.db.errors import StorageError
from bot.storage.people.chat_index import ChatIndex, UniqueIndex


class Locked(StorageError):
    """The key has not come yet."""


class LockedDatabase:
    """storage.db.database.Database that refuses everything: who asks it by mistake ends at "try later" (R7)."""

    chat_index: ChatIndex = UniqueIndex()

    def __init__(self, clock: Clock) -> None:
        """Open nothing."""
        self._clock = clock

    def now(self) -> int:
        """Return the moment: the clock needs no key."""
        return epoch(self._clock.now())

    def in_place(self) -> bool:
        """Return True: no file is open that could have been moved."""
        return True

    def writing(self) -> AbstractAsyncContextManager[Tx]:
        """Refuse to write."""
        raise Locked

    async def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Refuse to read."""
        raise Locked

    async def row(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        """Refuse to read."""
        raise Locked

    async def tables(self) -> Mapping[str, Sequence[str]]:
        """Refuse to read."""
        raise Locked

    def wipe_soon(self) -> None:
        """Do nothing: the first round after the key comes does it."""

    async def file_erasures(self) -> None:
        """Refuse."""
        raise Locked

    async def wipe_round(self) -> None:
        """Refuse: what was asked to go may still be there."""
        raise Locked

    async def give_back_pages(self) -> None:
        """Refuse: nothing is known of the file."""
        raise Locked

    async def backup_due(self) -> bool:
        """Return False: without the key there is nothing to copy."""
        return False

    async def back_up(self) -> Path | None:
        """Refuse."""
        raise Locked

    async def tidy_backups(self, past: datetime | None) -> None:
        """Do nothing: without the key it is not known which are this database's."""

    async def newest_backup(self) -> datetime | None:
        """Know of none."""
        return None

    async def close(self) -> None:
        """Close nothing: nothing is open."""


class NothingSeen:
    """core.updates.SeenUpdates while the ids are out of reach: nothing has effects, so nothing can have them twice."""

    async def load(self) -> set[int]:
        """Know no id."""
        return set()

    async def forget_before(self, day: str) -> int:
        """Have none to drop."""
        return 0
