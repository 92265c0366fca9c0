"""Whose requests hang fills the room Telegram has for everybody: who sends a lot does not wait long (R16)."""

import asyncio
import json
from typing import Any

from bot.core.tickets.group import LawyersGroup
from bot.handlers.inbox import InboxLimits
from tests.handlers.inbox.test_admission import message
from tests.handlers.inbox.virtual_clock import really_until
from tests.handlers.inbox.webhook.stage import HookStage, post

BURST = 6
LIMITS = InboxLimits(burst=BURST, patience=0.05)
GROUP = -1001000000007


def update(number: int, **more: Any) -> bytes:
    """A message that says its number."""
    return json.dumps(message(number, str(number), **more)).encode()


async def test_who_sends_a_lot_is_told_and_dropped_instead_of_waiting() -> None:
    stage = HookStage(limits=LIMITS)
    async with stage.running(), asyncio.TaskGroup() as group:
        for number in (1, 2, 3):
            assert await post(stage, update(number)) == 200
        stage.book.hold("4")
        runs = group.create_task(post(stage, update(4)))
        await really_until(lambda: stage.book.begun[-1:] == ["4"])
        async with asyncio.timeout(2):
            assert await post(stage, update(5)) == 200
            assert await post(stage, update(6)) == 200
        assert not runs.done()
        assert len(stage.told) == 1
        stage.book.held["4"].set()
        assert await runs == 200
    assert stage.book.done == ["1", "2", "3", "4"]
    assert stage.inbox.counters.throttled == 2


async def test_who_sends_little_waits_as_long_as_it_takes() -> None:
    stage = HookStage(limits=LIMITS)
    stage.book.hold("1")
    async with stage.running(), asyncio.TaskGroup() as group:
        asked = [group.create_task(post(stage, update(1)))]
        await really_until(lambda: stage.book.begun)
        asked += [group.create_task(post(stage, update(number))) for number in (2, 3)]
        await asyncio.sleep(0.15)
        assert not any(each.done() for each in asked)
        stage.book.held["1"].set()
        assert [await each for each in asked] == [200, 200, 200]
    assert sorted(stage.book.done) == ["1", "2", "3"]
    assert stage.told == []


async def test_the_lawyers_group_is_never_dropped() -> None:
    place = {"id": GROUP, "type": "supergroup", "title": "x"}
    stage = HookStage(limits=InboxLimits(burst=1, patience=0.02, lawyers=LawyersGroup(GROUP)))
    stage.book.hold("1")
    async with stage.running(), asyncio.TaskGroup() as group:
        asked = [group.create_task(post(stage, update(number, chat=place))) for number in (1, 2, 3)]
        await asyncio.sleep(0.1)
        assert not any(each.done() for each in asked)
        stage.book.held["1"].set()
        assert [await each for each in asked] == [200] * 3
    assert stage.inbox.counters.throttled == 0
