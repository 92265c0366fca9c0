"""Faults of getUpdates: what was confirmed, what comes again, and how long an outage lasts."""

import asyncio

import pytest
from aiogram import Bot

from bot.demo.faults.plan import Fault, FaultKind, Faults, When
from bot.demo.telegram import Telegram
from tests.demo.conftest import START_SECONDS, Clock, until
from tests.demo.doors.test_faults import ENTRANCES, stage
from tests.demo.faults.test_updates import says


@pytest.mark.parametrize("entrance", ENTRANCES)
@pytest.mark.parametrize("kind", [FaultKind.CUT, FaultKind.TORN, FaultKind.TRUNCATED, FaultKind.HTML])
async def test_a_batch_that_breaks_comes_again(entrance: str, kind: FaultKind) -> None:
    async with stage(entrance, Fault(kind, When.AFTER, methods=["getUpdates"], calls=[1])) as on:
        said = says(on.anna, 3)
        with pytest.raises(Exception, match=r"not completed|decode"):
            await on.bot.get_updates(timeout=0)
        assert (on.entry.accepted, on.entry.answered) == (True, False)
        on.clock.at += 1
        assert [update.message.text for update in await on.bot.get_updates(timeout=0) if update.message] == said


@pytest.mark.parametrize("entrance", ENTRANCES)
async def test_what_a_broken_answer_confirmed_stays_confirmed(entrance: str) -> None:
    async with stage(entrance) as on:
        says(on.anna, 2)
        offset = (await on.bot.get_updates(timeout=0))[0].update_id + 1
        for when, left in ((When.BEFORE, 2), (When.AFTER, 1)):
            on.telegram.faults = Faults(Fault(FaultKind.RESET, when))
            with pytest.raises(Exception, match="reset"):
                await on.bot.get_updates(offset=offset, timeout=0)
            assert len(on.telegram.world.updates) == left


async def test_asking_again_too_soon_after_a_lost_answer_brings_one() -> None:
    lost = Fault(FaultKind.CLOSE, When.AFTER, methods=["getUpdates"], calls=[1])
    async with stage("in_process", lost) as on:
        says(on.anna, 3)
        with pytest.raises(Exception, match="disconnected"):
            await on.bot.get_updates(timeout=0)
        assert len(await on.bot.get_updates(timeout=0)) == 1
        on.clock.at += 0.5
        assert len(await on.bot.get_updates(timeout=0)) == 3


async def test_a_long_poll_may_end_in_502(clock: Clock) -> None:
    late = Fault(FaultKind.ERROR, When.AFTER, methods=["getUpdates"])
    telegram = Telegram(now=clock, sleep=clock.sleep, faults=Faults(late))
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(telegram.call("getUpdates", {"timeout": 30}))
        await until(lambda: telegram.world.updates.waiting)
        assert telegram.ledger.in_flight == 0
        clock.advance(30)
    assert poll.result().status == 502
    assert (telegram.ledger.entries[0].at, telegram.ledger.entries[0].accepted) == (START_SECONDS + 30, True)


async def test_an_hour_of_long_polls_into_502() -> None:
    outage = Fault(FaultKind.HTML, When.AFTER, methods=["getUpdates"], until=START_SECONDS + 3600)
    async with stage("in_process", outage) as on:
        failed = 0
        while True:
            try:
                await on.bot.get_updates(timeout=30)
            except Exception:
                failed += 1
            else:
                break
        assert (failed, on.clock.at) == (120, START_SECONDS + 3630)


async def test_a_hanging_poll_is_not_in_flight() -> None:
    async with stage("over_http", Fault(FaultKind.HANG, methods=["getUpdates"]), timeout_seconds=30) as on:
        bot: Bot = on.bot
        async with asyncio.TaskGroup() as group:
            poll = group.create_task(_fails(bot))
            await until(lambda: len(on.telegram.hung) == 1)
            assert (on.telegram.ledger.in_flight, on.telegram.ledger.in_flight_at(on.clock.at)) == (0, 0)
            on.telegram.release()
        assert "Server disconnected" in poll.result()


async def _fails(bot: Bot) -> str:
    try:
        await bot.get_updates(timeout=0)
    except Exception as error:
        return str(error)
    return ""
