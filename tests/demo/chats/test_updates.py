"""getUpdates: offsets, redelivery, long polling, one poll at a time."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.calls import Refusal
from bot.demo.chats.person import Person
from bot.demo.chats.updates import Updates
from bot.demo.telegram import Telegram
from tests.demo.conftest import Clock, until


@pytest.fixture
def updates(clock: Clock) -> Updates:
    return Updates(clock, clock.sleep)


def fill(updates: Updates, count: int) -> list[int]:
    ids = [updates.add("message", {"n": number}) for number in range(count)]
    return [update_id for update_id in ids if update_id is not None]


async def ids(updates: Updates, offset: int = 0, limit: int = 100) -> list[int]:
    return [update["update_id"] for update in await updates.get(offset, limit, 0)]


async def test_ids_grow_by_one_from_anywhere(clock: Clock) -> None:
    starts = set()
    for _ in range(5):
        first, second, third = fill(Updates(clock, clock.sleep), 3)
        assert (second, third) == (first + 1, first + 2)
        starts.add(first)
    assert len(starts) > 1


async def test_unconfirmed_updates_come_again(updates: Updates, clock: Clock) -> None:
    queued = fill(updates, 3)
    assert await ids(updates) == queued
    clock.advance(1)
    assert await ids(updates) == queued
    assert await ids(updates, queued[0]) == queued


async def test_a_higher_offset_confirms_for_good(updates: Updates) -> None:
    queued = fill(updates, 3)
    assert await ids(updates, queued[1]) == queued[1:]
    assert await ids(updates, 0) == queued[1:]
    assert await ids(updates, queued[2] + 1) == []
    assert len(updates) == 0


async def test_a_negative_offset_keeps_the_last(updates: Updates) -> None:
    queued = fill(updates, 5)
    assert await ids(updates, -2) == queued[3:]
    assert await ids(updates, 0) == queued[3:]
    assert await ids(updates, -9) == queued[3:]


@pytest.mark.parametrize(("limit", "count"), [(1, 1), (7, 7), (100, 100), (0, 1), (101, 100), (-1, 1)])
async def test_limit(updates: Updates, limit: int, count: int) -> None:
    fill(updates, 120)
    assert len(await ids(updates, 0, limit)) == count


async def test_the_same_offset_soon_again_gets_one(updates: Updates, clock: Clock) -> None:
    queued = fill(updates, 3)
    assert len(await ids(updates, queued[0])) == 3
    clock.advance(0.49)
    assert await ids(updates, queued[0]) == queued[:1]
    clock.advance(0.5)
    assert len(await ids(updates, queued[0])) == 3
    assert await ids(updates, queued[1]) == queued[1:]


async def test_soon_is_counted_from_the_asking(updates: Updates, clock: Clock) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(updates.get(0, 100, 30))
        await asyncio.sleep(0)
        clock.advance(10)
        queued = fill(updates, 3)
    assert len(poll.result()) == 3
    assert await ids(updates) == queued


async def test_an_offset_from_the_future_confirms_nothing(updates: Updates) -> None:
    queued = fill(updates, 3)
    assert await ids(updates, queued[-1] + 12) == queued
    assert await ids(updates, queued[-1] + 11) == []


async def test_a_day_later_they_are_gone(updates: Updates, clock: Clock) -> None:
    fill(updates, 2)
    clock.advance(24 * 3600)
    late = fill(updates, 1)
    clock.advance(1)
    assert await ids(updates) == late
    assert len(updates) == 1


@given(st.lists(st.one_of(st.just("add"), st.integers(-3, 6)), max_size=40))
async def test_nothing_is_lost_but_by_confirmation(steps: list[str | int]) -> None:
    clock = Clock()
    updates = Updates(clock, clock.sleep)
    first = fill(updates, 1)[0]
    waiting = [first]
    for step in steps:
        clock.advance(1)
        if step == "add":
            waiting += fill(updates, 1)
            continue
        offset = first + int(step) if int(step) > 0 else int(step)
        waiting = waiting[offset:] if offset < 0 else [kept for kept in waiting if kept >= offset]
        assert await ids(updates, offset) == waiting


async def test_default_kinds(updates: Updates) -> None:
    assert updates.allowed is None
    assert updates.add("my_chat_member", {}) is not None
    for kind in ("chat_member", "message_reaction", "message_reaction_count"):
        assert updates.add(kind, {}) is None


async def test_wanted_kinds_are_remembered(updates: Updates) -> None:
    updates.allow(["callback_query"])
    updates.allow(None)
    assert updates.add("message", {}) is None
    assert updates.add("callback_query", {}) is not None
    updates.allow([])
    assert updates.add("message", {}) is not None


async def test_waiting_ends_with_an_update(updates: Updates) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(updates.get(0, 100, 30))
        await asyncio.sleep(0)
        assert not poll.done()
        queued = fill(updates, 1)
    assert [update["update_id"] for update in poll.result()] == queued


async def test_waiting_ends_with_time(updates: Updates, clock: Clock) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(updates.get(0, 100, 30))
        for _ in range(3):
            await asyncio.sleep(0)
        clock.advance(29)
        await asyncio.sleep(0)
        assert not poll.done()
        clock.advance(1)
    assert poll.result() == []


async def test_a_second_poller_ends_the_first(updates: Updates, clock: Clock) -> None:
    async def first() -> None:
        with pytest.raises(Refusal) as caught:
            await updates.get(0, 100, 30)
        assert caught.value.code == 409
        assert caught.value.description == (
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        )

    async with asyncio.TaskGroup() as group:
        group.create_task(first())
        await asyncio.sleep(0)
        second = group.create_task(updates.get(0, 100, 30))
        for _ in range(3):
            await asyncio.sleep(0)
        queued = fill(updates, 1)
    assert [update["update_id"] for update in second.result()] == queued


async def test_a_cancelled_poll_is_forgotten(updates: Updates) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await updates.get(0, 100, 30)
    assert await ids(updates) == []


async def test_release_answers_with_nothing(updates: Updates) -> None:
    updates.release()
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(updates.get(0, 100, 30))
        await asyncio.sleep(0)
        updates.release()
    assert poll.result() == []


async def test_through_the_doors(bot: Bot, anna: Person) -> None:
    anna.sends("привет")
    got = await bot.get_updates()
    assert [update.message.text for update in got if update.message] == ["/start", "привет"]
    rest = await bot.get_updates(offset=got[1].update_id)
    assert [update.update_id for update in rest] == [got[1].update_id]
    assert await bot.get_updates(offset=got[1].update_id + 1, timeout=0) == []


async def test_two_instances_through_the_doors(bot: Bot, telegram: Telegram) -> None:
    async def first() -> None:
        with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
            await bot.get_updates(timeout=30)

    async with asyncio.TaskGroup() as group:
        group.create_task(first())
        await until(lambda: telegram.world.updates.waiting)
        await bot.get_updates(timeout=0)


async def test_polls_are_in_the_ledger_and_never_in_flight(telegram: Telegram, clock: Clock) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(telegram.call("getUpdates", {"timeout": "30"}))
        await asyncio.sleep(0)
        assert telegram.ledger.in_flight == 0
        telegram.person(7, "A").sends("x")
    assert poll.result().status == 200
    assert [entry.method for entry in telegram.ledger.entries] == ["getUpdates"]


@pytest.mark.parametrize("params", [{"offset": "x"}, {"limit": "many"}, {"allowed_updates": "message"}])
async def test_ill_typed_parameters(telegram: Telegram, params: dict[str, Any]) -> None:
    assert (await telegram.call("getUpdates", params)).status == 400
