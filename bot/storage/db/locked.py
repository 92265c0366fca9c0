"""What stands in the database's place until its key comes: nothing is read, nothing is written, nothing is promised."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

from bot.core.clock import Clock
from bot.storage.db.sqlite import Database, StorageError, Values


class Locked(StorageError):
    """The key has not come yet."""


class LockedDatabase(Database):
    """Refuses everything, so that whoever asks for it by mistake ends at "try later" (R7)."""

    def __init__(self, clock: Clock) -> None:
        """Open nothing."""
        nothing = cast(Any, None)
        super().__init__(nothing, nothing, clock)

    async def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Refuse to read."""
        raise Locked

    @asynccontextmanager
    async def _locked(self) -> AsyncIterator[None]:
        await self.rows("")
        yield

    async def close(self) -> None:
        """Nothing is open."""


class NothingSeen:
    """core.updates.SeenUpdates while the ids are out of reach: nothing has effects, so nothing can have them twice."""

    async def load(self) -> set[int]:
        """Know no id."""
        return set()

    async def forget_before(self, day: str) -> int:
        """Have none to drop."""
        return 0
