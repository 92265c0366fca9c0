"""Telling the admins that this machine's clock is wrong: reminders follow it, so somebody has to set it (R15)."""

from dataclasses import dataclass

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.telegram_time import TOLERATED_SKEW_SECONDS, TelegramTime
from bot.handlers.admin.notices import AdminNotices

AGAIN_AFTER_SECONDS = 24 * 3600.0
"""While it lasts it is told of once a day."""


@dataclass
class SkewNotices:
    """Told once, again after a day, and when the clock is right again; run by a tick."""

    notices: AdminNotices
    telegram_time: TelegramTime
    clock: Clock
    _told_at: float | None = None
    """Monotonic seconds of the last telling; None while the clock is right."""

    async def __call__(self) -> None:
        """Compare the clocks, and tell what is new."""
        skew = self.telegram_time.skew()
        if skew is None:
            return
        if abs(skew) <= TOLERATED_SKEW_SECONDS:
            await self._right_again()
        elif self._told_at is None or self.clock.monotonic() - self._told_at >= AGAIN_AFTER_SECONDS:
            await self._off(skew)

    async def _off(self, skew: float) -> None:
        event(Event.CLOCK_OFF, ahead=round(skew))
        key = "clock-ahead" if skew > 0 else "clock-behind"
        if await self.notices.tell(key, minutes=max(1, round(abs(skew) / 60))):
            self._told_at = self.clock.monotonic()

    async def _right_again(self) -> None:
        if self._told_at is None:
            return
        event(Event.CLOCK_RIGHT)
        if await self.notices.tell("clock-right"):
            self._told_at = None
