"""Says who is acting while an update is handled, for the entries the storage writes into the journal (A14)."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, User

from bot.core.journal import LAWYER, PROGRAM, acting
from bot.handlers.admin.aliases import Aliases
from bot.handlers.tickets.group_access import among_lawyers


class Acting(BaseMiddleware):
    """Outer middleware of updates."""

    def __init__(self, aliases: Aliases) -> None:
        """Take the names of those who may order anything."""
        self._aliases = aliases

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Handle the update in the name of its sender."""
        user: User | None = data.get("event_from_user")
        alias = self._aliases.of(user.id if user else None)
        before = acting.set(LAWYER if alias == PROGRAM and among_lawyers(data) else alias)
        try:
            return await handler(event, data)
        finally:
            acting.reset(before)
