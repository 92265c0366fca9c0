"""Settles an update before its first answer is sent: effects come first, so nothing is left to write."""

from typing import TYPE_CHECKING

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.core.updates import current

if TYPE_CHECKING:
    from aiogram.methods import Response


class SettleBeforeAnswer(BaseRequestMiddleware):
    """Session middleware: the first call made while an update is handled settles it."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> "Response[TelegramType]":
        """Settle, then make the call."""
        incoming = current.get()
        if incoming is not None:
            incoming.settle()
        return await make_request(bot, method)
