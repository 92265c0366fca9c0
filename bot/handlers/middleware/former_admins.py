"""Who was an admin still has an admin's menu in the chat, until the bot hears from them."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import Chat, TelegramObject

from bot.handlers.own_profile import OwnProfile


class NoticeFormerAdmins(BaseMiddleware):
    """Outer middleware of updates."""

    def __init__(self, own_profile: OwnProfile) -> None:
        """Take what knows the menus that were given."""
        self._own_profile = own_profile

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Let the update through, then look whose it was: the answer comes first."""
        try:
            return await handler(event, data)
        finally:
            chat: Chat | None = data.get("event_chat")
            if chat is not None and chat.type == ChatType.PRIVATE:
                self._own_profile.person_acted(chat.id)
