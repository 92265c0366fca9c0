"""The answers as they are today, given to every handler that asks for them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.core.faq.library import Library


@dataclass(frozen=True)
class TodaysTree(BaseMiddleware):
    """Puts the library's tree of the day among what handlers may ask for, as ``tree``."""

    library: Library

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Look at the day, then pass the update on."""
        data["tree"] = self.library.tree
        return await handler(event, data)
