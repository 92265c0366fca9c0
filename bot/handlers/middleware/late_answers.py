"""Refusals of Telegram that must not keep an answer from its reader: of a late answer to a tap, of a deleted topic."""

from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.methods.base import TelegramType

TOO_OLD_PHRASE = "query is too old"
TOPIC_GONE_PHRASE = "message thread not found"


class ForgiveLateTaps(BaseRequestMiddleware):
    """Session middleware: after a downtime Telegram no longer takes answers to old taps (P17)."""

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Any:
        """Make the call; a refused late answer counts as given."""
        try:
            return await make_request(bot, method)
        except TelegramBadRequest as refusal:
            if isinstance(method, AnswerCallbackQuery) and TOO_OLD_PHRASE in refusal.message:
                return cast(Any, True)
            raise


class ForgiveGoneTopics(BaseRequestMiddleware):
    """Session middleware: who has topics in the chat with the bot may delete one; the answer comes outside of it."""

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Any:
        """Make the call; into a private chat once more, without the topic that is not there."""
        try:
            return await make_request(bot, method)
        except TelegramBadRequest as refusal:
            chat, topic = getattr(method, "chat_id", None), getattr(method, "message_thread_id", None)
            private = isinstance(chat, int) and chat > 0
            if topic is None or not private or TOPIC_GONE_PHRASE not in refusal.message:
                raise
        return await make_request(bot, method.model_copy(update={"message_thread_id": None}))
