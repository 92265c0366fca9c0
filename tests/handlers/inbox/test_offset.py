"""The offset never passes an update that is not settled (R1)."""

import asyncio

from aiogram import Bot, Dispatcher
from aiogram.types import Message, Update

from bot.core.updates import current
from bot.handlers.inbox import InboxLimits
from bot.handlers.inbox.calls import ALLOWED_UPDATES
from tests.handlers.inbox.stage import Stage, with_limits
from tests.handlers.inbox.virtual_clock import turns, until

DAY = 24 * 3600


async def test_in_a_run_no_question_passes_what_is_unsettled() -> None:
    stage = Stage()
    texts = [f"text {number}" for number in range(12)]
    stage.book.hold(*texts)
    for number, text in enumerate(texts, 1):
        stage.person(number).sends(text)
    async with stage.running():
        await until(lambda: len(stage.book.begun) == 12)
        for text in (*texts[1::2], *texts[-2::-2]):
            stage.book.held[text].set()
            await stage.clock.advance(0.6)
            lowest = min((stage.book.ids[name] for name in texts if name not in stage.book.done), default=None)
            assert lowest is None or stage.waiting[0] == lowest
            assert all(offset is None or lowest is None or offset <= lowest for offset in stage.wire.offsets)
    assert stage.book.begun == texts
    assert stage.waiting == []


async def test_while_one_is_unsettled_telegram_is_asked_every_half_second_and_without_waiting() -> None:
    stage = Stage()
    stage.book.hold("slow")
    stage.person().sends("slow")
    async with stage.running():
        await until(lambda: stage.book.begun)
        await stage.clock.advance(9.9)
        assert 18 <= len(stage.wire.asked) <= 21
        assert min(stage.wire.gaps) >= 0.5
        assert [method.timeout for _, method in stage.wire.asked[1:]] == [0] * (len(stage.wire.asked) - 1)
        stage.book.held["slow"].set()


async def test_when_all_is_settled_the_next_question_comes_at_once_and_stays_open() -> None:
    stage = Stage()
    stage.person().sends("quick")
    async with stage.running():
        await until(lambda: len(stage.wire.asked) == 2)
        assert stage.wire.gaps == [0]
        assert stage.wire.asked[1][1].timeout == 30
        assert stage.wire.asked[1][1].allowed_updates == ALLOWED_UPDATES
        await stage.clock.advance(300)
        assert 10 <= len(stage.wire.asked) <= 13
        assert stage.telegram.world.updates.allowed == sorted(ALLOWED_UPDATES)


async def test_what_the_storage_committed_is_confirmed_while_the_handler_goes_on() -> None:
    stage = Stage()
    stage.book.settles_first = True
    stage.book.hold("committed")
    stage.person().sends("committed")
    async with stage.running():
        await until(lambda: stage.book.begun and not stage.waiting)
        assert stage.book.done == []
        stage.book.held["committed"].set()


async def test_the_first_answer_settles() -> None:
    before: list[bool] = []
    after: list[bool] = []
    gate = asyncio.Event()
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def answer(message: Message) -> None:
        incoming = current.get()
        assert incoming is not None
        before.append(incoming.settled)
        await message.answer("hello")
        after.append(incoming.settled)
        await gate.wait()

    stage = Stage(dispatcher.feed_update)
    stage.person().sends("hi")
    async with stage.running():
        await until(lambda: after and not stage.waiting)
        assert (before, after) == ([False], [True])
        gate.set()
    assert stage.telegram.ledger.texts(1) == ["hello"]


async def test_calls_outside_an_update_settle_nothing_and_go_through() -> None:
    stage = Stage()
    assert (await stage.bot.get_me()).username == "seminar_demo_bot"


async def test_after_a_kill_exactly_the_unsettled_ones_come_again() -> None:
    stage = Stage()
    texts = [f"text {number}" for number in range(10)]
    stage.book.hold("text 4", "text 7")
    for number, text in enumerate(texts, 1):
        stage.person(number).sends(text)
    await stage.runs_until_killed(lambda: len(stage.book.done) == 8)
    applied = [stage.book.ids[text] for text in stage.book.done]
    after = stage.again(seen=applied)
    async with after.running():
        await until(lambda: len(after.book.done) == 2 and not after.waiting)
    assert after.book.done == ["text 4", "text 7"]
    assert sorted([*stage.book.done, *after.book.done]) == sorted(texts)


async def test_after_a_long_silence_the_offset_is_forgotten_and_low_ids_are_handled() -> None:
    assert InboxLimits().silence == 6 * DAY
    stage = Stage(limits=with_limits(silence=600))
    stage.person().sends("before")
    async with stage.running():
        await until(lambda: stage.book.done)
        await stage.clock.advance(590)
        assert None not in stage.wire.offsets[1:]
        await stage.clock.advance(120)
        assert stage.wire.offsets[-1] is None
        stage.telegram.world.updates.restart(17)
        stage.person().sends("after")
        await until(lambda: len(stage.book.done) == 2)
        await turns()
        assert stage.wire.offsets[-1] == 18


async def test_whoever_writes_breaks_the_silence() -> None:
    stage = Stage(limits=with_limits(silence=600))
    async with stage.running():
        for number in range(6):
            stage.person().sends(f"text {number}")
            await stage.clock.advance(400)
    assert len(stage.book.done) == 6
    assert stage.wire.offsets.count(None) == 1


async def test_an_id_from_before_the_silence_says_nothing_about_a_new_update() -> None:
    stage = Stage(limits=with_limits(silence=600))
    stage.person().sends("before")
    async with stage.running():
        await until(lambda: stage.book.done)
        await stage.clock.advance(720)
        stage.telegram.world.updates.restart(stage.book.ids["before"])
        stage.person().sends("after")
        await until(lambda: "after" in stage.book.done)


async def test_a_batch_larger_than_one_answer_is_handled_whole() -> None:
    async def at_once(_bot: Bot, _update: Update) -> None:
        return None

    stage = Stage(at_once)
    for number in range(350):
        stage.person(1 + number % 7).sends(f"text {number}")
    async with stage.running():
        await until(lambda: stage.inbox.counters.handled == 350, most=50_000)
        await until(lambda: not stage.waiting)
    assert stage.inbox.counters.duplicate == 0
