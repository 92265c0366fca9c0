"""The bot's Telegram Stars: its balance, and a notice to the admins when a paid broadcast stops paying."""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.core.events import Event, event
from bot.core.mailings.stars import Offer, PaidRuns
from bot.handlers.admin.notices import AdminNotices

STAR_BALANCE_TIMEOUT_SECONDS = 5
"""How long a preview waits for the answer to getMyStarBalance."""


@dataclass(frozen=True)
class Purse:
    """What a broadcast can be paid with; ``rate`` is that of a paid broadcast in messages a second, 0 when off."""

    bot: Bot
    rate: float

    async def offer(self) -> Offer | None:
        """Return what can be offered to an admin; Telegram is asked each time, and may not answer."""
        if not self.rate:
            return None
        try:
            return Offer(
                self.rate, (await self.bot.get_my_star_balance(request_timeout=STAR_BALANCE_TIMEOUT_SECONDS)).amount
            )
        except (AiogramError, TimeoutError) as trouble:
            event(Event.BALANCE_NOT_KNOWN, kind=trouble)
            return Offer(self.rate, None)


@dataclass(frozen=True)
class PaidEndNotices:
    """Tells every admin, once, that the rest of a paid broadcast goes on without paying (run by a tick)."""

    admin_notices: AdminNotices
    paid_runs: PaidRuns

    async def __call__(self) -> None:
        """Tell of every such broadcast; when no admin could be reached, the next tick tries again."""
        for mailing in await self.paid_runs.ended():
            if await self.admin_notices.tell("broadcasts-told-unpaid"):
                await self.paid_runs.told(mailing)
