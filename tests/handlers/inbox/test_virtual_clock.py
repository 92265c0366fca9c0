"""The clock of these tests is tried itself."""

import asyncio
from contextlib import suppress

from tests.handlers.inbox.virtual_clock import VirtualClock, turns, until


async def test_the_clock_moves_only_when_told_and_wakes_sleepers_in_order() -> None:
    clock = VirtualClock()
    woken: list[float] = []

    async def sleeper(seconds: float) -> None:
        await clock.sleep(seconds)
        woken.append(seconds)

    async with asyncio.TaskGroup() as group:
        for seconds in (3, 1, 2):
            group.create_task(sleeper(seconds))
        await turns()
        assert woken == []
        await clock.advance(2)
        assert woken == [1, 2]
        await clock.advance(1)
    assert woken == [1, 2, 3]


async def test_until_fails_when_it_does_not_come_to_that() -> None:
    with suppress(AssertionError):
        await until(lambda: False, most=3)
        raise RuntimeError("it should have failed")
