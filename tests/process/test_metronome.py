"""A stop at any moment: work that a tick has just handed out is ended, not cut, and nothing is logged as an error."""

import asyncio
import logging

import pytest

from bot.core.clock import SystemClock
from bot.scheduler.ticks import Metronome, Tick, TickName


class Quick(SystemClock):
    """Sleeps a thousandth of what is asked for, so that the stop comes at any moment of a tick."""

    async def sleep(self, seconds: float) -> None:
        """Wait a little."""
        await asyncio.sleep(seconds / 1000)


async def test_what_was_handed_out_at_the_stop_is_ended(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    begun = ended = 0

    async def work() -> None:
        nonlocal begun, ended
        begun += 1
        await asyncio.sleep(0.001)
        ended += 1

    for number in range(150):
        stop = asyncio.Event()
        running = asyncio.ensure_future(Metronome([Tick(TickName.FILL, 0.002, work)], Quick()).run(stop))
        await asyncio.sleep(0.003 + number % 7 / 10_000)
        stop.set()
        await running
    assert begun == ended > 0
    assert caplog.records == []
