"""The whole bot on virtual time: what stands still is found, what takes long or waits does not look like it (O5)."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import TelegramMethod

from bot.core.health.pulse import Part
from bot.core.health.readiness import state_of
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals
from bot.demo.faults.plan import Fault, FaultKind, Faults
from bot.health.supervisor import Supervisor
from tests.chaos.figures import note
from tests.chaos.scene import Scene, scene
from tests.chaos.virtual import VirtualClock, on_virtual_time, true

FEED_SECONDS, WATCHDOG_SECONDS, RESTARTED_WITHIN_SECONDS = 15.0, 30.0, 90.0
PEOPLE = 60


class Systemd:
    """Hears the supervisor, and restarts nothing."""

    def __init__(self, vitals: Vitals) -> None:
        """Let it look beside the bot."""
        self.clock = VirtualClock()
        self.fed_at = self.clock.monotonic()
        self.hungry = 0.0
        tell: Any = self
        self.running = asyncio.ensure_future(Supervisor(tell, vitals, self.clock, FEED_SECONDS).run())

    def __call__(self, *lines: str) -> None:
        """Hear."""
        if "WATCHDOG=1" in lines:
            self.hungry = max(self.hungry, self.clock.monotonic() - self.fed_at)
            self.fed_at = self.clock.monotonic()

    def would_restart(self) -> bool:
        """Return whether the watchdog has run out."""
        return self.clock.monotonic() - self.fed_at > WATCHDOG_SECONDS


class Hanging:
    """Hangs whoever calls it until it is let go."""

    def __init__(self) -> None:
        """Hang."""
        self.let_go = asyncio.Event()
        self.since: float | None = None

    async def __call__(self, *_: object, **__: object) -> None:
        """Wait."""
        self.since = self.since or asyncio.get_running_loop().time()
        await self.let_go.wait()


def hang_sender(s: Scene, patch: pytest.MonkeyPatch, hanging: Hanging) -> None:
    """Let one of the senders wait for the storage for ever."""
    patch.setattr(s.app.sender.senders[-1]._outbox, "claim", hanging)  # noqa: SLF001 -- what hangs


def hang_scheduler(s: Scene, patch: pytest.MonkeyPatch, hanging: Hanging) -> None:
    """Let the tick that queues reminders hang."""
    patch.setattr(type(s.app.queue_due), "__call__", hanging)


def hang_inbox(s: Scene, patch: pytest.MonkeyPatch, hanging: Hanging) -> None:
    """Let polls hang beyond every time limit."""
    session = s.app.bot.session
    make_request = session.make_request

    async def request(bot: Bot, method: TelegramMethod[Any], **limits: Any) -> Any:
        if method.__api_method__ == "getUpdates":
            await hanging()
        return await make_request(bot, method, **limits)

    patch.setattr(session, "make_request", request)


@pytest.mark.parametrize(
    ("part", "hang"), [(Part.SENDER, hang_sender), (Part.SCHEDULER, hang_scheduler), (Part.INBOX, hang_inbox)]
)
@on_virtual_time
async def test_a_part_that_hangs_is_restarted_in_time(
    part: Part, hang: Callable[[Scene, pytest.MonkeyPatch, Hanging], None]
) -> None:
    async with scene(3) as s:
        systemd, hanging = Systemd(s.app.vitals), Hanging()
        await asyncio.sleep(200)
        assert systemd.hungry <= FEED_SECONDS + 1
        with pytest.MonkeyPatch.context() as patch:
            hang(s, patch, hanging)
            await true(systemd.would_restart, within=300)
            took = systemd.clock.monotonic() - (hanging.since or 0.0)
            assert took <= RESTARTED_WITHIN_SECONDS + 1
            assert not state_of(s.app.vitals).live
            hanging.let_go.set()
        systemd.running.cancel()
        note("O5", f"{part.value} hangs: not fed for {WATCHDOG_SECONDS:.0f} s after {took:.0f} s")


@on_virtual_time
async def test_a_tick_that_fails_all_the_time_is_told_and_no_reason_to_restart() -> None:
    async def fails(_: object) -> None:
        raise RuntimeError

    async with scene(3) as s:
        systemd = Systemd(s.app.vitals)
        s.admin.started = True
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(type(s.app.queue_due), "__call__", fails)
            await true(lambda: Trouble.SCHEDULER in state_of(s.app.vitals).reasons, within=100)
            await s.sees(s.admin, "Напоминания не готовятся", within=200)
            assert not systemd.would_restart()
        await true(lambda: state_of(s.app.vitals).ready, within=100)
        systemd.running.cancel()


@pytest.mark.long
@on_virtual_time
async def test_a_backup_of_ten_minutes_a_wait_for_telegram_and_a_long_broadcast_do_not_trip_it() -> None:
    async with scene(PEOPLE, faults=Faults()) as s:
        systemd, backup = Systemd(s.app.vitals), s.app.repositories.daily_backup

        async def slow() -> None:
            await asyncio.sleep(600)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(type(backup), "__call__", lambda _: slow())
            await asyncio.sleep(1200)
        assert systemd.hungry <= FEED_SECONDS + 1
        await s.broadcast()
        s.faults.add(Fault(FaultKind.UNREACHABLE))
        await asyncio.sleep(1800)
        assert Trouble.TELEGRAM in state_of(s.app.vitals).reasons
        assert not state_of(s.app.vitals).ready
        s.faults.clear()
        await s.report()
        await asyncio.sleep(100)  # a pause of a minute, then a poll of half a minute
        assert state_of(s.app.vitals).ready
        s.faults.add(Fault(FaultKind.ERROR, status=429, description="Too Many Requests", retry_after=400))
        await asyncio.sleep(500)
        s.faults.clear()
        await asyncio.sleep(500)
        assert systemd.hungry <= FEED_SECONDS + 1
        assert not systemd.would_restart()
        assert [each for each in s.admin.messages if "опаздывают" in str(each.get("text"))] == []
        systemd.running.cancel()
    note(
        "O5",
        f"a backup of ten minutes, half an hour without Telegram, a 429 of 400 s: fed every {systemd.hungry:.0f} s",
    )
