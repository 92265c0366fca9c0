"""One update, one effect: known ones, unreadable ones, failing ones, and who is not talked to at all."""

import asyncio
import logging
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Message, Update

from bot.core.updates import AlreadyApplied, current
from tests.handlers.inbox.stage import Fault, Stage, text_of, with_limits
from tests.handlers.inbox.test_admission import CANARY, message
from tests.handlers.inbox.virtual_clock import turns, until


async def test_what_was_applied_before_has_no_effect_again() -> None:
    stage = Stage(seen=[10])
    for update_id in (10, 11, 11, 10):
        await stage.inbox.take(message(update_id, f"text {update_id}"))
    assert stage.book.done == ["text 11"]
    assert (stage.inbox.counters.handled, stage.inbox.counters.duplicate) == (1, 3)
    assert stage.seen.loads == 1


async def test_redelivery_after_a_restart_is_confirmed_and_not_handled() -> None:
    stage = Stage()
    for number in range(3):
        stage.person().sends(f"text {number}")
    after = stage.again(seen=stage.waiting)
    async with after.running():
        await until(lambda: not after.waiting)
    assert after.book.begun == []
    assert after.inbox.counters.duplicate == 3


async def test_the_same_update_twice_side_by_side_has_one_effect_and_both_wait_for_it() -> None:
    stage = Stage()
    stage.book.hold("hello")
    async with asyncio.TaskGroup() as group:
        both = [group.create_task(stage.inbox.take(message(1))) for _ in range(2)]
        await turns()
        assert not any(task.done() for task in both)
        stage.book.held["hello"].set()
    assert stage.book.begun == ["hello"]
    assert stage.inbox.counters.duplicate == 1


async def test_first_takes_keep_their_order_while_the_known_ids_are_loaded() -> None:
    stage = Stage()
    async with asyncio.TaskGroup() as group:
        for number in range(5):
            group.create_task(stage.inbox.take(message(number, str(number))))
    assert stage.book.done == list("01234")
    assert stage.seen.loads == 1


async def test_already_applied_is_no_failure() -> None:
    async def applied(_bot: Bot, _update: Update) -> None:
        raise AlreadyApplied

    stage = Stage(applied)
    await stage.inbox.take(message(1))
    assert (stage.inbox.counters.failed, stage.inbox.counters.duplicate) == (0, 1)


async def test_an_update_that_fails_once_is_tried_once_more() -> None:
    stage = Stage()
    stage.book.fails["hello"] = 1
    await stage.inbox.take(message(1))
    assert stage.book.begun == ["hello", "hello"]
    assert stage.book.done == ["hello"]
    assert (stage.inbox.counters.handled, stage.inbox.counters.failed, stage.inbox.counters.passed_over) == (1, 1, 0)


async def test_an_update_that_fails_twice_is_passed_over_and_harms_nobody() -> None:
    stage = Stage()
    stage.book.fails["bad"] = 99
    stage.person().sends("bad")
    stage.person().sends("good")
    async with stage.running():
        await until(lambda: stage.book.done and not stage.waiting)
    assert stage.book.begun == ["bad", "bad", "good"]
    assert (stage.inbox.counters.failed, stage.inbox.counters.passed_over) == (2, 1)


async def test_a_failure_after_settling_is_not_tried_again() -> None:
    stage = Stage()
    stage.book.settles_first = True
    stage.book.fails["hello"] = 1
    await stage.inbox.take(message(1))
    assert stage.book.begun == ["hello"]
    assert (stage.inbox.counters.failed, stage.inbox.counters.passed_over) == (1, 0)


async def test_a_handler_that_ends_as_cancelled_does_not_hold_the_offset() -> None:
    async def awaits_a_cancelled_one(_bot: Bot, _update: Update) -> None:
        raise asyncio.CancelledError

    stage = Stage(awaits_a_cancelled_one)
    stage.person().sends("hi")
    async with stage.running():
        await until(lambda: not stage.waiting)
    assert (stage.inbox.counters.failed, stage.inbox.counters.passed_over) == (2, 1)


async def test_a_handler_has_its_time_and_no_more() -> None:
    stage = Stage(limits=with_limits(handler=0.01))
    stage.book.hold("hello")
    await stage.inbox.take(message(1))
    assert stage.book.begun == ["hello", "hello"]
    assert stage.inbox.counters.passed_over == 1


async def test_an_error_router_that_answers_settles_and_ends_it() -> None:
    dispatcher = Dispatcher()
    tried: list[str] = []

    @dispatcher.message()
    async def breaks(message: Message) -> None:
        tried.append(message.text or "")
        raise RuntimeError(CANARY)

    @dispatcher.error()
    async def sorry(event: Any) -> None:
        await event.update.message.answer("try later")

    stage = Stage(dispatcher.feed_update)
    stage.person().sends("hi")
    async with stage.running():
        await until(lambda: not stage.waiting)
    assert (tried, stage.telegram.ledger.texts(1)) == (["hi"], ["try later"])


@pytest.mark.parametrize(
    "raw",
    [
        message(1, date="yesterday"),
        message(1, chat={"id": "x"}),
        {"update_id": 1, "message": CANARY},
        {"update_id": 1, "callback_query": [CANARY]},
    ],
)
async def test_an_unreadable_update_is_counted_and_skipped(raw: dict[str, Any]) -> None:
    stage = Stage()
    stage.telegram.world.updates.put(raw)
    stage.person().sends("next")
    async with stage.running():
        await until(lambda: not stage.waiting)
    assert stage.inbox.counters.invalid == 1
    assert stage.book.done == ["next"]


@pytest.mark.parametrize("update_id", [None, "12", 1.5, True])
async def test_an_update_without_a_usable_id_is_counted(update_id: Any) -> None:
    stage = Stage()
    await stage.inbox.take({**message(1), "update_id": update_id})
    assert stage.inbox.counters.invalid == 1
    assert stage.book.begun == []


async def test_an_update_without_an_id_does_not_make_the_inbox_ask_in_a_circle() -> None:
    stage = Stage()
    stage.wire.fault = lambda: (200, '{"ok": true, "result": [{"message": {}}]}')
    async with stage.running():
        await stage.clock.advance(10)
        assert len(stage.wire.asked) <= 21
        assert stage.inbox.counters.invalid == len(stage.wire.asked)


async def test_an_update_reaches_the_handler_with_its_bot() -> None:
    bots: list[Bot | None] = []

    async def look(_bot: Bot, update: Update) -> None:
        assert update.message is not None
        bots.append(update.message.bot)

    stage = Stage(look)
    await stage.inbox.take(message(1))
    assert bots == [stage.bot]


async def test_the_log_says_words_numbers_and_types_only(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="bot.inbox")
    stage = Stage(limits=with_limits(burst=2))
    stage.book.fails["bad"] = 99
    faults: list[Fault] = [(502, f"<html>{CANARY}"), RuntimeError(CANARY), (200, CANARY)]
    stage.wire.fault = iter(faults).__next__
    for raw in (message(123_456, "bad"), message(123_457, date=CANARY), *(message(123_458 + n) for n in range(4))):
        await stage.inbox.take(raw)
    async with stage.running():
        await stage.clock.advance(2)
        stage.wire.fault = lambda: None
    told = [record.getMessage() for record in caplog.records if record.name == "bot.inbox"]
    assert {line.split()[0] for line in told} == {
        "attempt_failed", "update_passed_over", "update_unreadable", "flood", "inbox_started", "inbox_stopped",
        "telegram_unreachable",
    }  # fmt: skip
    assert "attempt_failed kind=RuntimeError" in told
    assert not any(secret in line for line in told for secret in (CANARY, "canary", "1234", "demo", "html", " 5"))
    assert all(record.exc_info is None for record in caplog.records if record.name == "bot.inbox")


async def test_the_update_is_current_only_while_it_is_handled() -> None:
    ids: list[int] = []

    async def note_current(_bot: Bot, update: Update) -> None:
        incoming = current.get()
        assert incoming is not None and not incoming.settled, text_of(update)
        ids.append(incoming.update_id)

    stage = Stage(note_current)
    await stage.inbox.take(message(8))
    assert ids == [8]
    assert current.get() is None
