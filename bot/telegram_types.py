"""The Telegram types that are built before the first update, so that no build holds the event loop later.

``bot/lazy_types.py`` lets a class be built at its first use. For these classes that takes 200 ms in all, half of it for
a message. Any other class that the bot uses takes less than 20 ms (``tests/test_telegram_types.py``).
"""

from functools import cache
from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerInlineQuery,
    EditMessageText,
    Response,
    SendDocument,
    SendMessage,
)
from aiogram.types import (
    Chat,
    ErrorEvent,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    Message,
    MessageEntity,
    User,
)

from bot.handlers.inbox.validation import TransientUpdate

UPDATES = (User, MessageEntity, InlineKeyboardMarkup, Message, Chat, TransientUpdate, ErrorEvent)
"""What comes in. What others contain comes first: it is built once then and taken over; a tap has no use by itself."""

CALLS = (
    SendMessage,
    EditMessageText,
    AnswerCallbackQuery,
    SendDocument,
    InlineQueryResultArticle,
    AnswerInlineQuery,
)
RESULTS: tuple[Any, ...] = (Message, Message | bool, bool, User)
"""What Telegram answers to them; aiogram asks for ``Response[...]`` of it at each call."""


@cache
def build_telegram_types() -> tuple[Any, ...]:
    """Build them once; return the types of answers, which pydantic would else forget and build again."""
    for kind in (*UPDATES, *CALLS):
        kind.model_rebuild()
    return tuple(Response.__class_getitem__(result) for result in RESULTS)
