"""One person's flood costs the others nothing (T76), and is told once."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot
from aiogram.types import Update

from bot.demo.faults.plan import Fault, FaultKind
from bot.handlers.inbox import InboxLimits, InboxNotices
from bot.handlers.inbox.throttle import MAX_ANSWERS_UNDER_WAY, Throttle, Throttling
from tests.handlers.inbox.stage import Stage, text_of, with_limits
from tests.handlers.inbox.test_admission import membership, message, tap
from tests.handlers.inbox.virtual_clock import VirtualClock, until


def slow_for(
    slow: int, stage: Callable[[], Stage], answered: dict[str, float]
) -> Callable[[Bot, Update], Awaitable[None]]:
    """A feed that answers one chat at one message a second, as Telegram wants it, and the others at once."""

    async def feed(bot: Bot, update: Update) -> None:
        assert update.message is not None
        if update.message.chat.id == slow:
            await bot.send_chat_action(slow, "typing")
            await stage().clock.sleep(1)
        answered[text_of(update)] = stage().clock.at

    return feed


async def test_two_hundred_honest_people_beside_a_thousand_updates_of_one() -> None:
    answered: dict[str, float] = {}
    asked: dict[str, float] = {}
    stage = Stage(slow_for(1, lambda: stage, answered), limits=InboxLimits())
    flooder = stage.person(1)
    async with stage.running():
        for step in range(1_000):
            flooder.sends(f"flood {step}")
            if step % 5 == 0:
                asked[f"honest {step}"] = stage.clock.at
                stage.person(2 + step // 5).sends(f"honest {step}")
            await stage.clock.advance(0.01)
        await stage.clock.advance(5)
        assert stage.waiting == []
        await stage.clock.advance(30)
    waits = sorted(answered[text] - moment for text, moment in asked.items())
    assert len(waits) == 200
    assert waits[int(200 * 0.95)] <= 1
    assert [chat.id for chat in stage.told] == [1]
    assert stage.inbox.counters.throttled + stage.inbox.counters.handled == 1_200


async def test_a_crowd_of_one_chat_is_cut_only_when_it_hides_the_others() -> None:
    answered: dict[str, float] = {}
    stage = Stage(slow_for(1, lambda: stage, answered), limits=InboxLimits())
    for number in range(12):
        stage.person(1).sends(f"patient {number}")
    async with stage.running():
        await stage.clock.advance(13)
        assert len(answered) == 12
        for number in range(12):
            stage.person(1).sends(f"crowd {number}")
        for number in range(2, 202):
            stage.person(number).sends(f"other {number}")
        await stage.clock.advance(8)
        assert sum(text.startswith("other") for text in answered) == 200
        await stage.clock.advance(10)
    crowd = [text for text in answered if text.startswith("crowd")]
    assert 5 <= len(crowd) < 12
    assert crowd == [f"crowd {number}" for number in range(len(crowd))]
    assert stage.inbox.counters.throttled == 12 - len(crowd)
    assert [chat.id for chat in stage.told] == [1]


async def test_a_full_answer_of_new_updates_cuts_nobody() -> None:
    async def feed(_bot: Bot, update: Update) -> None:
        if text_of(update) == "patient":
            await stage.clock.sleep(0.05)

    stage = Stage(feed, limits=InboxLimits())
    for _ in range(20):
        stage.person(1).sends("patient")
    async with stage.running():
        for number in range(2, 102):
            stage.person(number).sends("other")
        await stage.clock.advance(3)
        assert stage.waiting == []
    assert (stage.inbox.counters.handled, stage.inbox.counters.throttled) == (120, 0)


async def test_a_flood_is_dropped_told_once_and_forgiven() -> None:
    stage = Stage(limits=with_limits(burst=20, per_second=1))
    flooder, other = stage.person(1), stage.person(2)
    for number in range(200):
        flooder.sends(f"flood {number}")
    other.sends("honest")
    async with stage.running():
        await until(lambda: not stage.waiting, most=20_000)
        assert stage.book.done.count("honest") == 1
        assert len(stage.book.done) == 21
        assert [chat.id for chat in stage.told] == [1]
        await stage.clock.advance(3)
        for number in range(10):
            flooder.sends(f"again {number}")
        await stage.clock.advance(0.6)
        assert sum(text.startswith("again") for text in stage.book.done) == 3
        assert len(stage.told) == 1
        await stage.clock.advance(25)
        for number in range(21):
            flooder.sends(f"later {number}")
        await stage.clock.advance(0.6)
        assert sum(text.startswith("later") for text in stage.book.done) == 20
        assert len(stage.told) == 2
    assert stage.inbox.counters.throttled == 180 + 7 + 1


async def test_blocking_the_bot_is_never_dropped() -> None:
    stage = Stage(limits=with_limits(burst=1))
    await stage.inbox.take(message(1))
    await stage.inbox.take(message(2))
    await stage.inbox.take(membership(3, "private"))
    assert stage.book.done == ["hello", "member"]


async def test_a_flood_that_cannot_be_told_hurts_nobody() -> None:
    async def hangs(*_: Any) -> None:
        await asyncio.Event().wait()

    stage = Stage(limits=with_limits(burst=1, handler=0.5), notices=InboxNotices(flood=hangs))
    async with asyncio.timeout(5):
        for update_id in range(3):
            await stage.inbox.take(message(update_id, str(update_id)))
    assert (stage.inbox.counters.throttled, stage.book.done) == (2, ["0"])


async def test_dropped_taps_stop_spinning_without_words() -> None:
    stage = Stage(limits=with_limits(burst=1, per_second=0.001))
    for update_id in range(5):
        await stage.inbox.take(tap(update_id, id=str(update_id)))
    answers = [entry for entry in stage.telegram.ledger.entries if entry.method == "answerCallbackQuery"]
    assert [entry.params["callback_query_id"] for entry in answers] == ["1", "2", "3", "4"]
    assert [entry.params.get("text") for entry in answers] == [None] * 4
    assert len(stage.told) == 1
    assert stage.book.done == ["go:ru:0:menu"]


async def test_a_flood_of_taps_has_few_answers_under_way_and_one_that_fails_hurts_nobody() -> None:
    stage = Stage(limits=with_limits(burst=1, per_second=0.001, handler=1))
    stage.telegram.faults.add(Fault(FaultKind.HANG, methods=("answerCallbackQuery",)))
    async with asyncio.timeout(5):
        await asyncio.gather(*(stage.inbox.take(tap(update_id)) for update_id in range(100)))
    answers = [entry for entry in stage.telegram.ledger.entries if entry.method == "answerCallbackQuery"]
    assert len(answers) == MAX_ANSWERS_UNDER_WAY
    assert stage.inbox.counters.throttled == 99


async def test_redelivered_ones_do_not_count_as_a_flood() -> None:
    stage = Stage(seen=range(100), limits=with_limits(burst=1))
    for update_id in range(101):
        await stage.inbox.take(message(update_id))
    assert (stage.inbox.counters.handled, stage.inbox.counters.throttled) == (1, 0)


def test_the_pace_of_one_person_is_forgotten_only_for_newer_ones() -> None:
    throttle = Throttle(VirtualClock(), 1, 1, 2)
    assert throttle.admit(1) is Throttling.PASSED
    assert throttle.admit(2) is Throttling.PASSED
    assert throttle.admit(1) is Throttling.FIRST_DROPPED
    assert throttle.admit(3) is Throttling.PASSED
    assert throttle.admit(1) is Throttling.DROPPED
    assert throttle.admit(2) is Throttling.PASSED
