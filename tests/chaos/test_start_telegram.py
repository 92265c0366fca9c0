"""Telegram is in trouble while the bot starts: it waits, asks as seldom as it is told, and does not end (T12)."""

import asyncio
from pathlib import Path

import pytest

from bot import lifespan as app
from bot.demo.doors.in_process import InProcessSession
from bot.demo.faults.plan import Fault, FaultKind
from bot.handlers.inbox import TokenRejected
from bot.lifespan import Stopped, opened
from tests.chaos.figures import note
from tests.chaos.test_inbox_world import pretended, settings
from tests.handlers.inbox.virtual_clock import VirtualClock

FAULTS = [
    Fault(FaultKind.HTML, calls=(1, 2)),
    Fault(FaultKind.RESET, calls=(1, 2)),
    Fault(FaultKind.GARBAGE, calls=(1, 2)),
    Fault(FaultKind.TRUNCATED, calls=(1, 2)),
    Fault(FaultKind.UNREACHABLE, calls=(1, 2)),
    Fault(FaultKind.ERROR, status=500, description="Internal Server Error", calls=(1,)),
    Fault(FaultKind.ERROR, status=409, description="Conflict", calls=(1,)),
    Fault(FaultKind.ERROR, status=404, description="Not Found", calls=(1,)),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.kind}{fault.status}")
async def test_t12_it_starts_when_telegram_does(tmp_path: Path, fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "FIRST_RETRY_SECONDS", 0.05)
    clock = VirtualClock()
    telegram = pretended(clock)
    telegram.faults.add(fault)
    async with opened(settings(tmp_path / "bot.db"), clock, asyncio.Event(), InProcessSession(telegram)):
        asked = [entry for entry in telegram.ledger.entries if entry.method == "getMe"]
        assert len(asked) == len(tuple(fault.calls)) + 1
    note("T12", "exits 0")


async def test_t12_told_to_wait_at_the_start_it_does(tmp_path: Path) -> None:
    """R6: asking again before the time is what makes Telegram wait longer still."""
    clock = VirtualClock()
    telegram = pretended(clock)
    telegram.faults.add(Fault(FaultKind.ERROR, status=429, retry_after=3, calls=(1,)))
    loop = asyncio.get_running_loop()
    moments: list[float] = []
    call = telegram.call

    async def noted(*arguments: object, **more: object) -> object:
        moments.append(loop.time())
        return await call(*arguments, **more)  # type: ignore[arg-type]  # what came goes on

    telegram.call = noted  # type: ignore[method-assign, assignment]  # to know when
    async with opened(settings(tmp_path / "bot.db"), clock, asyncio.Event(), InProcessSession(telegram)):
        first, second = moments
    assert second - first >= 3
    note("T12", "early calls 0")


async def test_t12_a_stop_ends_a_start_that_waits(tmp_path: Path) -> None:
    clock, stop = VirtualClock(), asyncio.Event()
    telegram = pretended(clock)
    telegram.faults.add(Fault(FaultKind.ERROR, status=429, retry_after=10_000))
    asyncio.get_running_loop().call_later(0.2, stop.set)
    with pytest.raises(Stopped):
        async with opened(settings(tmp_path / "bot.db"), clock, stop, InProcessSession(telegram)):
            pass


async def test_t12_a_rejected_token_is_asked_about_once(tmp_path: Path) -> None:
    clock = VirtualClock()
    telegram = pretended(clock)
    telegram.faults.add(Fault(FaultKind.ERROR, status=401, description="Unauthorized"))
    with pytest.raises(TokenRejected):
        async with opened(settings(tmp_path / "bot.db"), clock, asyncio.Event(), InProcessSession(telegram)):
            pass
    assert len(telegram.ledger.entries) == 1
