"""Remembers which messages are in a private chat: the person's as they arrive, the bot's as they are sent (P15).

Messages of mailings are not remembered here: their ids are in the rows of deliveries while they can be deleted.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.enums import ChatType
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import CallbackQuery, Message, TelegramObject, Update

from bot.core.subscribers.message_log import RecentMessages
from bot.core.updates import current


class RememberIncoming(BaseMiddleware):
    """Outer middleware of updates: learns what a person wrote, and the message whose button was tapped."""

    def __init__(self, recent: RecentMessages) -> None:
        """Take the memory."""
        self._recent = recent

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Learn, then let the update through."""
        if isinstance(event, Update):
            learn_incoming(self._recent, event)
        return await handler(event, data)


class RememberOutgoing(BaseRequestMiddleware):
    """Session middleware: learns what the bot answered."""

    def __init__(self, recent: RecentMessages) -> None:
        """Take the memory."""
        self._recent = recent

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Any:
        """Let the call through, then learn."""
        result: Any = await make_request(bot, method)
        if current.get() is not None:
            learn(self._recent, result)
        return result


def learn_incoming(recent: RecentMessages, update: Update) -> None:
    """Remember what a person wrote, or the message whose button was tapped."""
    learn(recent, update.message or _under(update.callback_query))


def learn(recent: RecentMessages, message: object) -> None:
    """Remember a message of a private chat; a person's dice cannot be deleted on its first day."""
    if isinstance(message, Message) and message.chat.type == ChatType.PRIVATE and message.dice is None:
        recent.learn(message.chat.id, message.message_id, message.date)


def _under(query: CallbackQuery | None) -> object:
    return query.message if query else None
