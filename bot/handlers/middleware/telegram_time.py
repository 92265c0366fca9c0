"""Learning what time it is in Telegram, and when the bot was cut off from it (R15).

The session tells the Date headers (core.telegram_time.TellsDates); the rest is seen here.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Message, TelegramObject, Update

from bot.core.telegram_time import TelegramTime

POLL = "getUpdates"


class NoticeSilence(BaseRequestMiddleware):
    """Session middleware: tells of every answer to getUpdates, and of the date of every message that was sent.

    Other calls may get through while no update does, so they end no silence.
    """

    def __init__(self, telegram_time: TelegramTime) -> None:
        """Take what is to be told."""
        self._time = telegram_time

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Any:
        """Let the call through."""
        polls = method.__api_method__ == POLL
        if polls:
            self._time.asks()
        result: Any = await make_request(bot, method)
        if polls:
            self._time.listened()
        elif isinstance(result, Message):
            self._time.shown(result.date)
        return result


class ReadDates(BaseMiddleware):
    """Outer middleware of updates: tells the date of every message."""

    def __init__(self, telegram_time: TelegramTime) -> None:
        """Take what is to be told."""
        self._time = telegram_time

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Tell, then let the update through."""
        if isinstance(event, Update) and event.message is not None:
            self._time.shown(event.message.date)
        return await handler(event, data)
