"""What a transaction is in every engine: finished whatever happens to who asked, and applied once an update."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from datetime import datetime
from typing import Any, TypeVar

from bot.core.updates import AlreadyApplied
from bot.storage.db.database import Tx

T = TypeVar("T")

WRITER_TIMEOUT_SECONDS = 2.0
"""Seconds a transaction waits for the writer before it gives up (docs/architecture.md, "Storage")."""

SEEN = "INSERT INTO seen (update_id, day) VALUES (?, ?) ON CONFLICT DO NOTHING"


async def remember(tx: Tx, update_id: int, now: datetime) -> None:
    """Write an update's id beside its effects; raises AlreadyApplied when it is there."""
    if not await tx.execute(SEEN, (update_id, now.date().isoformat())):
        raise AlreadyApplied


async def finished(statement: Coroutine[Any, Any, T]) -> T:
    """Run a statement to its end even if the caller is cancelled meanwhile; the cancellation comes after it."""
    running = asyncio.ensure_future(statement)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        while not running.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([running])
        raise
