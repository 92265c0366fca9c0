"""getUpdates that leaves updates as they came, so that one this version cannot read does not hide the others."""

from typing import Any

from aiogram.methods import TelegramMethod

WANTED = ("message", "callback_query", "inline_query", "my_chat_member")
"""Kinds of updates somebody here handles; an edited message is not an order and not a question."""


class GetUpdatesRaw(TelegramMethod[list[Any]]):
    """Telegram's getUpdates (core.telegram.org/bots/api#getupdates), its result unparsed."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int = 0
    allowed_updates: tuple[str, ...] = WANTED
