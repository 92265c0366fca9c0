"""Tells the admins that backups fail, and on which day the last one will be gone (O6)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.clock import Clock
from bot.handlers.admin.notices import AdminNotices

TELL_AFTER_SECONDS = 3600.0
"""A disk that was away for a moment is nobody's concern: the next attempt comes after ten minutes."""

AGAIN_AFTER_SECONDS = 24 * 3600.0
"""While it lasts, it is told once a day."""


class Backing(Protocol):
    """How the daily backup fares."""

    failing: bool

    async def last_goes(self) -> datetime | None:
        """Return when the last backup will be too old; None without one."""
        ...


@dataclass
class BackupNotices:
    """Run by a tick."""

    admin_notices: AdminNotices
    backing: Backing
    clock: Clock
    _failing_since: float | None = None
    _told_at: float | None = None
    """Monotonic seconds, both."""

    async def __call__(self) -> None:
        """Tell when it has failed for an hour, and again every day."""
        now = self.clock.monotonic()
        if not self.backing.failing:
            self._failing_since = self._told_at = None
            return
        if self._failing_since is None:
            self._failing_since = now
        told_lately = self._told_at is not None and now - self._told_at < AGAIN_AFTER_SECONDS
        if now - self._failing_since >= TELL_AFTER_SECONDS and not told_lately and await self._tell():
            self._told_at = now

    async def _tell(self) -> bool:
        goes = await self.backing.last_goes()
        if goes is None:
            return await self.admin_notices.tell("backups-none-left")
        return await self.admin_notices.tell("backups-failing", day=f"{goes:%Y-%m-%d}")
