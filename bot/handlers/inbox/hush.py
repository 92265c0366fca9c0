"""A tap that is dropped for a flood must not spin on: its answer has no words and costs nobody else anything."""

import asyncio
from contextlib import suppress

from aiogram import Bot
from aiogram.types import Update

AT_ONCE = 8
"""Such answers under way; a person's fingers need fewer, and a script shall have no more."""


class Hush:
    """Ends the spinning of dropped taps."""

    def __init__(self, bot: Bot, patience: float) -> None:
        """``patience`` is what one answer may take, in seconds."""
        self._bot = bot
        self._patience = patience
        self._under_way = 0

    async def __call__(self, update: Update) -> None:
        """Answer the update's tap without words, if it is one and few are under way; never raises."""
        if update.callback_query is None or self._under_way >= AT_ONCE:
            return
        self._under_way += 1
        try:
            with suppress(Exception):
                async with asyncio.timeout(self._patience):
                    await self._bot.answer_callback_query(update.callback_query.id)
        finally:
            self._under_way -= 1
