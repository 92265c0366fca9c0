"""The metronome: ticks that fail, ticks that last, and a wall clock that steps back."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.clock import SystemClock
from bot.scheduler import ticks
from bot.scheduler.ticks import Metronome, Tick, TickName
from tests.waiting import until


class Quick(SystemClock):
    """Sleeps a hundredth of what is asked for."""

    async def sleep(self, seconds: float) -> None:
        """Wait a little."""
        await asyncio.sleep(seconds / 100)


async def test_ticks_come_again_and_a_failing_one_stops_nobody() -> None:
    beats = {"good": 0, "bad": 0}

    async def good() -> None:
        beats["good"] += 1

    async def bad() -> None:
        beats["bad"] += 1
        raise RuntimeError

    stop = asyncio.Event()
    metronome = Metronome([Tick(TickName.FILL, 0.05, good), Tick(TickName.EXPIRE, 0.05, bad)], Quick())
    running = asyncio.ensure_future(metronome.run(stop))
    await until(lambda: min(beats.values()) >= 3)
    stop.set()
    await running


async def test_it_is_told_whether_a_vital_tick_has_done_its_work() -> None:
    told: list[tuple[TickName, bool]] = []

    async def good() -> None:
        """Do nothing."""

    async def bad() -> None:
        raise RuntimeError

    def ended(name: TickName, *, well: bool) -> None:
        told.append((name, well))

    metronome = Metronome([], Quick(), ended)
    for name, work in ((TickName.FILL, good), (TickName.QUEUE_DUE, bad), (TickName.EXPIRE, bad)):
        await metronome.beat(Tick(name, 1, work))
    assert told == [(TickName.FILL, True), (TickName.QUEUE_DUE, False)]


async def test_a_slow_tick_is_not_started_twice_and_is_waited_for() -> None:
    running_now = 0
    most = 0
    ended = 0

    async def slow() -> None:
        nonlocal running_now, most, ended
        running_now += 1
        most = max(most, running_now)
        await asyncio.sleep(0.3)
        running_now -= 1
        ended += 1

    stop = asyncio.Event()
    metronome = Metronome([Tick(TickName.WIPE, 0.05, slow)], Quick())
    running = asyncio.ensure_future(metronome.run(stop))
    await until(lambda: running_now == 1)
    stop.set()
    await running
    assert (most, running_now, ended) == (1, 0, 1)


async def test_a_clock_that_steps_back_does_not_stop_the_ticks(monkeypatch: pytest.MonkeyPatch) -> None:
    """APScheduler asks ``datetime.now``: step it back an hour, and the next tick is an hour away."""
    monkeypatch.setattr(ticks, "STALLED_AFTER_SECONDS", 0.3)
    offset = timedelta(0)

    class Stepping(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # only ever called with a zone
            return datetime.now(UTC) + offset  # noqa: TID251 -- this is the clock that steps

    monkeypatch.setattr("apscheduler.schedulers.base.datetime", Stepping)
    monkeypatch.setattr("apscheduler.triggers.interval.datetime", Stepping)
    beats = 0

    async def beat() -> None:
        nonlocal beats
        beats += 1

    stop = asyncio.Event()
    running = asyncio.ensure_future(Metronome([Tick(TickName.CARDS, 0.1, beat)], Quick()).run(stop))
    await until(lambda: beats >= 2)
    offset = timedelta(hours=-1)
    await asyncio.sleep(0.15)
    stuck = beats
    await until(lambda: beats >= stuck + 3)
    stop.set()
    await running
