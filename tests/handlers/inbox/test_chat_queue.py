"""Handlers of one chat run in order, chats run side by side, and a hung one costs one slot (R6, T14)."""

import asyncio
from contextvars import ContextVar

from aiogram import Bot
from aiogram.types import Update
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.updates import Incoming, current
from bot.handlers.inbox.chat_queue import ChatQueues
from tests.handlers.inbox.stage import Stage, text_of, with_limits
from tests.handlers.inbox.virtual_clock import really_until, turns, until
from tests.sizes import examples


async def test_one_chat_is_handled_in_order() -> None:
    done: list[str] = []

    async def slower_at_first(_bot: Bot, update: Update) -> None:
        await turns(20 - int(text_of(update)))
        done.append(text_of(update))

    stage = Stage(slower_at_first)
    for number in range(20):
        stage.person().sends(str(number))
    async with stage.running():
        await until(lambda: len(done) == 20)
    assert done == [str(number) for number in range(20)]


async def test_forty_chats_run_side_by_side() -> None:
    stage = Stage()
    texts = [f"chat {number}" for number in range(40)]
    stage.book.hold(*texts)
    for number, text in enumerate(texts, 1):
        stage.person(number).sends(text)
    async with stage.running():
        await until(lambda: len(stage.book.begun) == 40)
        assert stage.book.done == []
        for held in stage.book.held.values():
            held.set()
    assert sorted(stage.book.done) == sorted(texts)


async def test_no_more_run_at_once_than_allowed() -> None:
    running, most = 0, 0

    async def counting(_bot: Bot, _update: Update) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await turns(3)
        running -= 1

    stage = Stage(counting, limits=with_limits(side_by_side=3))
    for number in range(1, 31):
        stage.person(number).sends("hello")
    async with stage.running():
        await until(lambda: stage.inbox.counters.handled == 30)
    assert most == 3


async def test_a_hung_handler_holds_nobody_else() -> None:
    stage = Stage()
    stage.book.hold("hang")
    stage.person(1).sends("hang")
    async with stage.running():
        await until(lambda: stage.book.begun)
        for number in range(2, 22):
            stage.person(number).sends(f"text {number}")
        await stage.clock.advance(0.6)
        assert len(stage.book.done) == 20
        assert stage.waiting[0] == stage.book.ids["hang"]
        stage.book.held["hang"].set()


async def test_a_hung_handler_holds_its_own_chat_until_its_time_is_over() -> None:
    stage = Stage(limits=with_limits(handler=0.3))
    stage.book.hold("hang")
    stage.person().sends("hang")
    stage.person().sends("next")
    async with stage.running():
        await really_until(lambda: stage.book.done)
    assert stage.book.begun == ["hang", "hang", "next"]
    assert (stage.inbox.counters.failed, stage.inbox.counters.passed_over) == (2, 1)
    assert stage.waiting == []


async def test_each_handler_has_a_context_of_its_own() -> None:
    leak: ContextVar[str] = ContextVar("leak", default="")
    found: list[tuple[str, Incoming | None]] = []

    async def leaking(_bot: Bot, update: Update) -> None:
        found.append((leak.get(), current.get()))
        leak.set(text_of(update))

    stage = Stage(leaking)
    for text in "abc":
        stage.person().sends(text)
    async with stage.running():
        await until(lambda: len(found) == 3)
    for text in "de":
        stage.person().sends(text)
    for raw in stage.telegram.world.updates.pending:
        await stage.again(feed=leaking).inbox.take(raw)
    assert [left for left, _ in found] == [""] * 5
    assert len({incoming.update_id for _, incoming in found if incoming}) == 5
    assert current.get() is None


async def test_queues_vanish_when_they_are_empty() -> None:
    lanes = ChatQueues(2)
    gate = asyncio.Event()

    async def through(chat: int) -> None:
        async with lanes.turn(chat, Incoming(chat)):
            await gate.wait()

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(through(number % 5)) for number in range(50)]
        await turns()
        assert len(lanes) == 5
        for task in tasks[::7]:
            task.cancel()
        gate.set()
    assert len(lanes) == 0


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6)), max_size=40), st.integers(1, 4))
async def test_order_holds_for_any_mixture_of_chats_and_durations(plan: list[tuple[int, int]], width: int) -> None:
    lanes = ChatQueues(width)
    began: list[tuple[int, int]] = []

    async def through(place: int, chat: int, duration: int) -> None:
        async with lanes.turn(chat, Incoming(place)):
            began.append((chat, place))
            await turns(duration)

    async with asyncio.TaskGroup() as group:
        for place, (chat, duration) in enumerate(plan):
            group.create_task(through(place, chat, duration))
    assert sorted(began) == [entry for chat in range(5) for entry in began if entry[0] == chat]
    assert len(began) == len(plan)
    assert len(lanes) == 0
