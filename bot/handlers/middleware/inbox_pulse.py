"""Says of every answer to the inbox's own calls that the inbox is at work, and for how long it may wait now (O5)."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.core.health.pulse import Part, Pulse
from bot.core.retry_after import bounded

POLL = "getUpdates"
MAX_BACKOFF_SECONDS = 60.0
"""Seconds the inbox waits at most after a failure (handlers/inbox/backoff.py)."""


class BeatOnPolls(BaseRequestMiddleware):
    """Session middleware."""

    def __init__(self, pulse: Pulse) -> None:
        """Take the pulse."""
        self._pulse = pulse

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Any:
        """Let the call through; a failure is an answer too, after which the inbox waits."""
        if method.__api_method__ != POLL:
            return await make_request(bot, method)
        rests = MAX_BACKOFF_SECONDS
        try:
            result = await make_request(bot, method)
            rests = 0.0
        except TelegramRetryAfter as refusal:
            rests += bounded(refusal.retry_after)
            raise
        finally:
            self._pulse.beat(Part.INBOX, rests=rests)
        return result
