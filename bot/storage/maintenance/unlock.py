"""Waits for a valid key from the unlock socket or the key file, then opens the database."""

import asyncio
import re
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from pathlib import Path

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.storage.backups.backup import Backups
from bot.storage.db.database import Database
from bot.storage.db.errors import StorageError, WrongKey
from bot.storage.db.sqlite import open_database
from bot.storage.maintenance.unlock_socket import Reply, open_socket

KEY_FILE_CHECK_SECONDS = 5.0
"""Seconds between two looks at the key's file."""

KEY = re.compile(r"[0-9a-fA-F]{64}")


class KeyWaiter:
    """Tries keys until one fits; ``ended`` is set then, or when the file turns out to be unusable."""

    def __init__(
        self, path: Path, look: Callable[[], str | None], clock: Clock, backups: Backups | None = None
    ) -> None:
        """Take the database's path, and how to look for a key in its file."""
        self.ended = asyncio.Event()
        self.database: Database | None = None
        self.failure: StorageError | None = None
        self._path = path
        self._look = look
        self._clock = clock
        self._backups = backups
        self._turn = asyncio.Lock()

    async def wait(self) -> None:
        """Listen and look until ``ended``."""
        async with AsyncExitStack() as stack:
            try:
                await stack.enter_async_context(open_socket(self._path, self.hear))
            except OSError as error:  # a path too long for a socket, a full disk: the file can still come
                event(Event.UNLOCK_SOCKET_NOT_OPEN, kind=error)
            while not self.ended.is_set():
                key = self._look()
                if key is not None and await self.hear(key) is Reply.OPENED:
                    return
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.ended.wait(), KEY_FILE_CHECK_SECONDS)

    async def hear(self, key: str) -> Reply:
        """Try a key; a wrong one changes nothing."""
        if not KEY.fullmatch(key):
            return Reply.WRONG
        async with self._turn:
            return Reply.OPENED if self.database else await self._try(key)

    async def _try(self, key: str) -> Reply:
        try:
            self.database = await open_database(self._path, key, self._clock, self._backups)
        except WrongKey:
            return Reply.WRONG
        except StorageError as error:
            self.failure = error
        self.ended.set()
        return Reply.FAILED if self.failure else Reply.OPENED
