"""Refuses updates whose ids Telegram cannot have given: they would not fit the database or a button."""

import json
from collections.abc import Mapping
from typing import Any

from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, InaccessibleMessage, Message, Update
from aiogram.types.update import UpdateTypeLookupError

HIGHEST_TELEGRAM_ID = 2**52
"""Ids of users and chats have at most 52 significant bits (Bot API, User and Chat)."""


def readable(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the update if all its text is text; raises UnicodeEncodeError for half a surrogate pair anywhere."""
    json.dumps(raw, ensure_ascii=False).encode()
    return raw


def plausible(update: Update) -> bool:
    """Return whether everything the bot will store, send back or put into a button can be what it says it is."""
    if update.message is not None:
        return _message(update.message)
    if update.callback_query is not None:
        return _tap(update.callback_query)
    if update.inline_query is not None:
        return 0 < update.inline_query.from_user.id < HIGHEST_TELEGRAM_ID and update.inline_query.id.isascii()
    return update.my_chat_member is None or _membership(update.my_chat_member)


def _message(message: Message) -> bool:
    user = message.from_user
    return message.date.tzinfo is not None and _placed(message) and (user is None or 0 < user.id < HIGHEST_TELEGRAM_ID)


def _tap(query: CallbackQuery) -> bool:
    placed = query.message is None or _placed(query.message)
    return placed and 0 < query.from_user.id < HIGHEST_TELEGRAM_ID and query.id.isascii()


def _membership(change: ChatMemberUpdated) -> bool:
    return _chat(change.chat) and 0 < change.from_user.id < HIGHEST_TELEGRAM_ID


def _placed(message: Message | InaccessibleMessage) -> bool:
    return _chat(message.chat) and 0 <= message.message_id < HIGHEST_TELEGRAM_ID


def _chat(chat: Chat) -> bool:
    return -HIGHEST_TELEGRAM_ID < chat.id < HIGHEST_TELEGRAM_ID and (chat.id > 0 or chat.type != ChatType.PRIVATE)


class TransientUpdate(Update):
    """An update that says its kind without being remembered for it."""

    @property
    def event_type(self) -> str:
        """Return the name of the field that is filled; raises UpdateTypeLookupError."""
        filled = (name for name in type(self).model_fields if name != "update_id" and getattr(self, name) is not None)
        for name in filled:
            return name
        raise UpdateTypeLookupError("no field of a kind known here")
