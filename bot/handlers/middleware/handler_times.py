"""Counts how long updates are handled, for /metrics."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.core.clock import Clock
from bot.core.health.counts import Times


class CountTimes(BaseMiddleware):
    """Outer middleware of updates: the first, so that everything an update takes is counted, answers included."""

    def __init__(self, times: Times, clock: Clock) -> None:
        """Take where it is counted."""
        self._times = times
        self._clock = clock

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Let the update through, and count."""
        began = self._clock.monotonic()
        try:
            return await handler(event, data)
        finally:
            self._times.took(self._clock.monotonic() - began)
