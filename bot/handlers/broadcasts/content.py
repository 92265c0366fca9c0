"""An admin's text with its formatting: read from a message, stored as JSON, sent exactly as typed (A2, A3).

Of an entity only the fields that are needed to send it are stored. A mention of a person without a @name carries that
person's profile, which must not be stored: it becomes plain text.
"""

import json
from typing import Any

from aiogram import Bot
from aiogram.enums import MessageEntityType
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import BaseFilter
from aiogram.types import Message

from bot.core.content import Content, TextProblem, check_text, units
from bot.core.mailings.pastes import Pastes
from bot.messages import payload

STORED_ENTITY_FIELDS = (
    "type",
    "offset",
    "length",
    "url",
    "language",
    "custom_emoji_id",
    "unix_time",
    "date_time_format",
)


def typed(message: Message) -> Content:
    """Return the message's text and formatting as they are stored and sent."""
    kept = [
        {name: value for name in STORED_ENTITY_FIELDS if (value := getattr(entity, name)) is not None}
        for entity in message.entities or ()
        if entity.type != MessageEntityType.TEXT_MENTION
    ]
    return Content(message.text or "", json.dumps(kept, ensure_ascii=False, separators=(",", ":")))


class GoodText(BaseFilter):
    """A text that can be a broadcast; handlers get it as ``content``."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Return whether it is one."""
        if message.text is None or check_text(message.text):
            return False
        return {"content": typed(message)}


class BadText(BaseFilter):
    """A text that cannot be a broadcast; handlers get the ``problem``."""

    async def __call__(self, message: Message) -> bool | dict[str, TextProblem]:
        """Return whether it is one."""
        problem = check_text(message.text) if message.text is not None else None
        return {"problem": problem} if problem else False


class RestOfPaste(BaseFilter):
    """A text that Telegram's app has cut off the one before; asked once a message, since it remembers what it saw."""

    async def __call__(self, message: Message, pastes: Pastes) -> bool:
        """Return whether it is one."""
        return message.text is not None and pastes.goes_on(message.chat.id, message.date, units(message.text))


async def send_copy(bot: Bot, chat: int, content: Content) -> str | None:
    """Send the text exactly as everybody will get it; return Telegram's reason when it is refused."""
    try:
        await bot.send_message(chat, **payload(content))
    except TelegramBadRequest as refusal:
        return refusal.message
    return None
