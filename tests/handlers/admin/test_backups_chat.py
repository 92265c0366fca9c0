"""The admins read that backups fail, and when the last one will be gone (O6, H6)."""

from dataclasses import dataclass
from datetime import datetime

from bot.handlers.admin.backups import BackupNotices
from tests.chat import town


@dataclass
class Backing:
    """A daily backup that fails."""

    failing: bool = True
    goes: datetime | None = None

    async def last_goes(self) -> datetime | None:
        """Return the day that was set."""
        return self.goes


async def test_h06_admins_are_told_every_day_when_the_last_will_be_gone() -> None:
    async with town() as t:
        admin = t.admin()
        admin.person.started = True
        backing = Backing(goes=datetime.fromisoformat("2026-12-01T00:00:00+00:00"))
        notices = BackupNotices(t.app.dispatcher["admin_desk"].notices, backing, t.clock)
        for _ in range(49 * 6):
            await notices()
            t.clock.forward(minutes=10)
        assert admin.got("2026-12-01") == 2
        backing.goes = None
        t.clock.forward(days=1)
        await notices()
        admin.sees("Резервных копий базы нет")
        backing.failing = False
        await notices()
        backing.failing = True
        await notices()
        assert len(admin.from_bot) == 3, "an hour passes first"
