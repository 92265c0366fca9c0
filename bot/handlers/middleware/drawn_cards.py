"""Learning which messages this process has drawn, from the answers to its own calls (R15)."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Message

from bot.core.drawn_cards import DrawnCards
from bot.handlers.admin.access import version


class RememberCards(BaseRequestMiddleware):
    """Session middleware: learns every message that was sent or edited for somebody who gives orders."""

    def __init__(self, drawn_cards: DrawnCards) -> None:
        """Take the memory."""
        self._drawn_cards = drawn_cards

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Any:
        """Let the call through, then learn."""
        result: Any = await make_request(bot, method)
        if isinstance(result, Message):
            self._drawn_cards.draw(result.chat.id, result.message_id, version(result))
        return result
