"""A stop lets what runs end, begins nothing more, and leaves nothing to be delivered twice (R14, T02)."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.types import Update

from tests.handlers.inbox.stage import Stage, with_limits
from tests.handlers.inbox.test_admission import message
from tests.handlers.inbox.virtual_clock import turns, until


async def test_twenty_running_handlers_end_and_are_confirmed() -> None:
    stage = Stage()
    texts = [f"text {number}" for number in range(20)]
    stage.book.hold(*texts)
    for number, text in enumerate(texts, 1):
        stage.person(number).sends(text)
    async with stage.running() as stop:
        await until(lambda: len(stage.book.begun) == 20)
        stop.set()
        await turns()
        assert stage.book.done == []
        for held in stage.book.held.values():
            held.set()
    assert stage.book.done == texts
    assert stage.waiting == []
    last = stage.wire.asked[-1][1]
    assert (last.timeout, last.limit) == (0, 1)


async def test_what_came_after_all_that_has_begun_comes_again_and_nothing_is_done_twice() -> None:
    """No offset confirms b1 without a2 and a3, which came before it."""
    stage = Stage(limits=with_limits(side_by_side=2))
    stage.book.hold("a1", "b1")
    for number, texts in enumerate((["a1", "a2", "a3"], ["b1", "b2"], ["c1"]), 1):
        for text in texts:
            stage.person(number).sends(text)
    async with stage.running() as stop:
        await until(lambda: len(stage.book.begun) == 2)
        stop.set()
        await turns()
        for held in stage.book.held.values():
            held.set()
    assert sorted(stage.book.done) == ["a1", "a2", "a3", "b1"]
    after = stage.again()
    async with after.running():
        await until(lambda: len(after.book.done) == 2 and not after.waiting)
    assert sorted(after.book.done) == ["b2", "c1"]


async def test_a_handler_that_does_not_end_is_cut_and_its_update_comes_again() -> None:
    stage = Stage(limits=with_limits(drain=0.02))
    stage.book.hold("endless")
    stage.person().sends("endless")
    async with stage.running() as stop:
        await until(lambda: stage.book.begun)
        stop.set()
    assert stage.book.done == []
    after = stage.again()
    async with after.running():
        await until(lambda: after.book.done == ["endless"])


async def test_what_arrives_with_the_stop_is_left_for_the_next_start() -> None:
    stage = Stage()
    async with stage.running() as stop:
        stage.person().sends("too late")
        stop.set()
    assert stage.book.begun == []
    assert len(stage.waiting) == 1


async def test_what_is_fetched_in_the_moment_of_the_stop_is_left_too() -> None:
    stage = Stage()
    stage.person().sends("too late")
    stop = asyncio.Event()
    # The stop comes while Telegram answers.
    stage.wire.fault = stop.set
    await stage.inbox.run(stop)
    assert stage.book.begun == []
    assert len(stage.waiting) == 1


async def test_an_idle_inbox_stops_without_a_question() -> None:
    stage = Stage()
    stage.person().sends("long ago")
    async with stage.running() as stop:
        await stage.clock.advance(100)
        assert stage.waiting == []
        asked = len(stage.wire.asked)
        stop.set()
    assert len(stage.wire.asked) == asked


async def test_a_last_word_that_fails_does_not_fail_the_stop() -> None:
    stage = Stage()
    stage.book.hold("slow")
    stage.person().sends("slow")
    async with stage.running() as stop:
        await until(lambda: stage.book.begun)
        stop.set()
        stage.wire.fault = lambda: (502, "<html>")
        await turns()
        stage.book.held["slow"].set()
    assert stage.book.done == ["slow"]
    assert len(stage.waiting) == 1


async def test_a_start_that_cannot_load_what_was_applied_fails() -> None:
    stage = Stage()

    async def broken() -> set[int]:
        raise OSError

    stage.seen.load = broken  # type: ignore[method-assign]  # the one broken storage among these tests
    with pytest.raises(OSError):
        await stage.inbox.run(asyncio.Event())
    assert stage.wire.asked == []


async def test_idle_waits_for_everything_in_hand() -> None:
    stage = Stage()
    stage.book.hold("slow")
    await stage.inbox.idle()
    async with asyncio.TaskGroup() as group:
        group.create_task(stage.inbox.take(message(1, "slow")))
        await turns()
        idle = group.create_task(stage.inbox.idle())
        await turns()
        assert not idle.done()
        stage.book.held["slow"].set()
    assert stage.book.done == ["slow"]


async def test_a_cancelled_take_leaves_its_update_unsettled() -> None:
    stage = Stage()
    stage.book.hold("hello")
    async with asyncio.TaskGroup() as group:
        task = group.create_task(stage.inbox.take(message(1)))
        await until(lambda: stage.book.begun)
        task.cancel()
    stage.book.held.clear()
    await stage.inbox.take(message(1))
    assert stage.book.done == ["hello"]


async def test_after_the_close_a_flood_is_not_told() -> None:
    async def nothing(_bot: Bot, _update: Update) -> None:
        return None

    stage = Stage(nothing, limits=with_limits(burst=1))
    async with stage.running():
        await stage.inbox.take(message(1))
    await stage.inbox.take(message(2))
    assert stage.told == []
