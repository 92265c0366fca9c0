"""The bot's Telegram Stars: what it has of them, and word to the admins when they pay for nothing any more."""

import logging
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError

from bot.core.mailings.stars import Offer, PaidRuns
from bot.core.subscribers.languages import Languages
from bot.handlers.admin.access import Admins
from bot.handlers.ui.screens import Words
from bot.texts import Texts

log = logging.getLogger("bot.handlers")

PATIENCE = 5
"""Seconds a preview waits to hear what the bot has."""


@dataclass(frozen=True)
class Purse:
    """What a broadcast can be paid with; ``rate`` is what paying brings in messages a second, 0 when it is off."""

    bot: Bot
    rate: float

    async def offer(self) -> Offer | None:
        """Return what can be offered to an admin; Telegram is asked each time, and may not answer."""
        if not self.rate:
            return None
        try:
            return Offer(self.rate, (await self.bot.get_my_star_balance(request_timeout=PATIENCE)).amount)
        except (AiogramError, TimeoutError) as trouble:
            log.info("balance not known: %s", type(trouble).__name__)
            return Offer(self.rate, None)


@dataclass(frozen=True)
class PaidEndNotices:
    """Tells every admin, once, that a broadcast goes on for nothing (run by a tick)."""

    bot: Bot
    texts: Texts
    languages: Languages
    admins: Admins
    paid_runs: PaidRuns

    async def __call__(self) -> None:
        """Tell what is to be told; when nobody could be reached, the next tick tries again."""
        for mailing in await self.paid_runs.ended():
            reached = [await self._told(admin) for admin in sorted(self.admins.ids)]
            if any(reached) or not reached:
                await self.paid_runs.told(mailing)

    async def _told(self, admin: int) -> bool:
        """Tell one admin; whoever has blocked the bot or never pressed Start is told in no other way."""
        words = Words(self.texts, await self.languages.of(admin, None, None))
        try:
            await self.bot.send_message(admin, words("broadcasts-told-unpaid"))
        except (TelegramBadRequest, TelegramForbiddenError):
            log.info("unpaid broadcast has no reader")
        except (AiogramError, TimeoutError) as trouble:
            log.info("unpaid broadcast not told: %s", type(trouble).__name__)
            return False
        return True
