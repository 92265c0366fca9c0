"""What one admin did, told to the others: without a name or a number, everybody in their own language."""

import logging
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.core.subscribers.languages import Languages
from bot.handlers.admin.access import Admins
from bot.handlers.ui.screens import Words
from bot.texts import Texts

log = logging.getLogger("bot.handlers")


@dataclass(frozen=True)
class Colleagues:
    """The listed admins but one. Who has not pressed Start, or has blocked the bot, is passed over."""

    bot: Bot
    texts: Texts
    languages: Languages
    admins: Admins

    async def tell(self, key: str, *, but: int) -> None:
        """Send one sentence to every admin except the one who knows."""
        for admin in sorted(self.admins.ids - {but}):
            words = Words(self.texts, await self.languages.of(admin, None, None))
            try:
                await self.bot.send_message(admin, words(key))
            except (AiogramError, TimeoutError) as trouble:
                log.info("colleague not told: %s", type(trouble).__name__)
