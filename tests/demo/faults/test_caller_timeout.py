"""Faults that take time: who waits how long, on which clock, and which effect remains when the caller gives up."""

import asyncio

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiohttp import ClientError

from bot.demo.faults.plan import Fault, FaultKind, Faults, When
from bot.demo.limits import Limits
from tests.demo.conftest import START_SECONDS, until
from tests.demo.doors.test_faults import ENTRANCES, SHORT_SECONDS, attempt, stage


@pytest.mark.parametrize("entrance", ENTRANCES)
async def test_a_drip_is_the_whole_answer_in_the_end(entrance: str) -> None:
    async with stage(entrance, Fault(FaultKind.DRIP, When.AFTER), timeout_seconds=10_000) as on:
        message = await on.bot.send_message(7, "капля")
        assert message.text == "капля"
        assert on.clock.at - on.entry.at > 100
        assert (on.entry.answered, on.entry.left) == (True, on.clock.at)


async def test_a_drip_outlasts_the_callers_timeout() -> None:
    async with stage("in_process", Fault(FaultKind.DRIP, When.AFTER), timeout_seconds=60) as on:
        error = await attempt(on.bot)
        assert str(error).endswith("Request timeout error")
        assert (on.texts, on.clock.at, on.entry.answered) == (["привет"], START_SECONDS + 60, False)


@pytest.mark.parametrize("cancels", [False, True])
async def test_a_drip_stops_when_the_caller_goes(cancels: bool) -> None:
    async with stage(
        "over_http", Fault(FaultKind.DRIP, When.AFTER), timeout_seconds=SHORT_SECONDS, cancels=cancels
    ) as on:
        drops = asyncio.Event()

        async def sleep(_seconds: float) -> None:
            drops.set()
            await asyncio.sleep(0.01)

        on.telegram.world.sleep = sleep
        assert isinstance(await attempt(on.bot, "x" * 500), TelegramNetworkError)
        assert drops.is_set()
        await until(lambda: on.entry.left is not None)
        assert (on.entry.accepted, on.entry.answered) == (True, False)


@pytest.mark.parametrize("entrance", ENTRANCES)
@pytest.mark.parametrize("kind", [FaultKind.HANG, FaultKind.STALLED])
async def test_released_at_last(entrance: str, kind: FaultKind) -> None:
    async with stage(entrance, Fault(kind, When.AFTER), timeout_seconds=30) as on:
        forever = asyncio.Event()

        async def sleep(_seconds: float) -> None:
            await forever.wait()

        on.telegram.world.sleep = sleep
        async with asyncio.TaskGroup() as group:
            tries = [group.create_task(attempt(on.bot, text)) for text in ("a", "b")]
            await until(lambda: len(on.telegram.hung) == 2)
            assert on.telegram.ledger.in_flight == 2
            assert on.telegram.ledger.in_flight_at(on.clock.at) == 2
            on.telegram.release()
        for one in tries:
            error = one.result()
            assert isinstance(error, TelegramNetworkError) and isinstance(error.__cause__, ClientError)
        assert sorted(on.texts) == ["a", "b"]
        assert (len(on.telegram.hung), on.telegram.ledger.in_flight) == (0, 0)


async def test_closing_the_server_does_not_wait_for_what_hangs() -> None:
    async with stage("over_http", Fault(FaultKind.HANG), timeout_seconds=30) as on, asyncio.TaskGroup() as group:
        one = group.create_task(attempt(on.bot))
        await until(lambda: len(on.telegram.hung) == 1)
        on.telegram.faults = Faults()
        assert len(on.telegram.hung) == 1
        on.telegram.release()
    assert isinstance(one.result(), TelegramNetworkError)


@pytest.mark.parametrize("when", list(When))
async def test_slow_beyond_the_callers_timeout_in_process(when: When) -> None:
    async with stage("in_process", Fault(FaultKind.SLOW, when, seconds=90), timeout_seconds=60) as on:
        assert str(await attempt(on.bot)).endswith("Request timeout error")
        assert on.clock.at == START_SECONDS + 60
        assert on.texts == ([] if when is When.BEFORE else ["привет"])
        assert (on.entry.accepted, on.entry.answered) == (when is When.AFTER, False)


@pytest.mark.parametrize("cancels", [False, True])
@pytest.mark.parametrize("when", list(When))
async def test_slow_beyond_the_callers_timeout_over_http(when: When, cancels: bool) -> None:
    async with stage("over_http", Fault(FaultKind.SLOW, when), timeout_seconds=SHORT_SECONDS, cancels=cancels) as on:
        awake = asyncio.Event()

        async def sleep(_seconds: float) -> None:
            await awake.wait()

        on.telegram.world.sleep = sleep
        assert str(await attempt(on.bot)).endswith("Request timeout error")
        await asyncio.sleep(0.05)
        awake.set()
        await until(lambda: on.telegram.ledger.in_flight == 0 and on.entry.left is not None)
        assert on.texts == ([] if when is When.BEFORE else ["привет"])
        assert (on.entry.accepted, on.entry.answered) == (when is When.AFTER, False)


async def test_latency_beyond_the_callers_timeout_is_a_timeout_on_the_stand_ins_clock() -> None:
    async with stage("in_process", limits=Limits(after=(90, 90)), timeout_seconds=60) as on:
        assert str(await attempt(on.bot)).endswith("Request timeout error")
        assert (on.texts, on.clock.at, on.entry.answered) == (["привет"], START_SECONDS + 60, False)


async def test_an_hour_of_outage_takes_no_time() -> None:
    outage = Fault(FaultKind.HANG, since=START_SECONDS, until=START_SECONDS + 3600)
    async with stage("in_process", outage, timeout_seconds=60) as on:
        tries = 0
        while await attempt(on.bot):
            tries += 1
        assert tries == 60
        assert (on.texts, on.clock.at) == (["привет"], START_SECONDS + 3600)
