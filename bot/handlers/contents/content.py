"""An admin's message with its formatting: read, stored as JSON, sent exactly as it is (A2, A3).

Of an entity only the fields that are needed to send it are stored. A mention of a person without a @name carries that
person's profile, which must not be stored: it becomes plain text.
"""

import json
from dataclasses import replace
from typing import Any

from aiogram import Bot
from aiogram.enums import MessageEntityType
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import BaseFilter
from aiogram.types import Message

from bot.core.content import Content, TextProblem, check_content, units
from bot.core.mailings.pastes import Pastes
from bot.core.media import Media
from bot.handlers.contents.media import carried
from bot.messages import calls

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


def typed(message: Message) -> Content | None:
    """Return the message's content as it is stored and sent; None when it cannot be sent as it is."""
    file = carried(message)
    if file is None and message.text is None:
        return None
    kept = [
        {name: value for name in STORED_ENTITY_FIELDS if (value := getattr(entity, name)) is not None}
        for entity in message.entities or message.caption_entities or ()
        if entity.type != MessageEntityType.TEXT_MENTION
    ]
    entities = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return Content(message.text or message.caption or "", entities, media=(file,) if file else ())


def album_file(message: Message) -> Media | None:
    """Return a file of an album with its caption; None when it cannot be sent as it is."""
    content = typed(message)
    if content is None or not content.media:
        return None
    return replace(content.media[0], caption=content.text, entities=content.entities if content.text else None)


class GoodContent(BaseFilter):
    """What can be a broadcast; handlers get it as ``content``."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Return whether it is one."""
        content = None if message.media_group_id else typed(message)
        return {"content": content} if content is not None and check_content(content) is None else False


class BadContent(BaseFilter):
    """What could be a broadcast but for its words; handlers get the ``problem``."""

    async def __call__(self, message: Message) -> bool | dict[str, TextProblem]:
        """Return whether it is one."""
        content = None if message.media_group_id else typed(message)
        problem = check_content(content) if content is not None else None
        return {"problem": problem} if problem else False


class RestOfPaste(BaseFilter):
    """A text that Telegram's app has cut off the one before; asked once a message, since it remembers what it saw."""

    async def __call__(self, message: Message, pastes: Pastes) -> bool:
        """Return whether it is one."""
        return message.text is not None and pastes.goes_on(message.chat.id, message.date, units(message.text))


async def send_copy(bot: Bot, chat: int, content: Content) -> str | None:
    """Send the content exactly as everybody will get it; return Telegram's reason when it is refused."""
    try:
        for call in calls(content, chat=chat):
            await bot(call)
    except TelegramBadRequest as refusal:
        return refusal.message
    return None
