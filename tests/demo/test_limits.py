"""The three models of Telegram's limits, on a clock that the test moves."""

from typing import Any, Literal

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.types import BotCommand
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Gate, Limits
from bot.demo.telegram import Telegram
from tests.demo.conftest import Clock

Model = Literal["bucket", "window", "penalty", "off"]


def gate(model: Model, rate: float = 5, **more: Any) -> Gate:
    return Gate(Limits(per_second=rate, model=model, **more), 0.0)


def burst(gate: Gate, count: int, at: float, first_chat: int = 0) -> list[int | None]:
    return [gate.admit(first_chat + number, at) for number in range(count)]


@pytest.mark.parametrize("model", ["bucket", "window", "penalty"])
def test_the_rate_fits_and_one_more_does_not(model: Model) -> None:
    *passed, refused = burst(gate(model), 6, at=0.0)
    assert passed == [None] * 5
    assert refused is not None
    assert refused >= 1


def test_off_lets_everything_pass() -> None:
    assert burst(gate("off"), 1000, at=0.0) == [None] * 1000


def test_window_opens_when_the_first_is_a_second_old() -> None:
    tried = gate("window")
    burst(tried, 5, at=0.0)
    assert tried.admit(9, 0.99) == 1
    assert tried.admit(9, 1.0) is None


def test_window_never_passes_more_than_the_rate_in_a_second() -> None:
    tried = gate("window")
    burst(tried, 3, at=0.0)
    burst(tried, 2, at=0.9)
    assert [tried.admit(chat, 1.0) for chat in range(4)] == [None, None, None, 1]
    assert tried.admit(9, 1.89) == 1
    assert tried.admit(9, 1.9) is None


def test_bucket_refills_evenly() -> None:
    tried = gate("bucket")
    burst(tried, 5, at=0.0)
    assert tried.admit(9, 0.1) == 1
    assert tried.admit(9, 0.2) is None
    assert tried.admit(9, 0.3) == 1


def test_penalty_refuses_for_three_seconds_after_a_refusal() -> None:
    tried = gate("penalty")
    assert burst(tried, 6, at=0.0)[-1] == 3
    assert tried.admit(9, 1.5) == 2
    assert tried.admit(9, 2.99) == 1
    assert tried.admit(9, 3.0) is None


@pytest.mark.parametrize("model", ["bucket", "window", "penalty"])
def test_one_chat_gets_a_burst_and_then_one_a_second(model: Model) -> None:
    tried = gate(model, rate=1000, per_chat_burst=20)
    assert [tried.admit(1, 0.0) for _ in range(21)] == [None] * 20 + [1]
    assert tried.admit(2, 0.0) is None
    assert tried.admit(1, 0.5) == 1
    assert tried.admit(1, 1.0) is None


def test_a_slow_chat_is_told_the_whole_wait() -> None:
    tried = gate("window", per_chat_per_second=0.1, per_chat_burst=1)
    assert tried.admit(1, 0.0) is None
    assert tried.admit(1, 0.0) == 10


def test_a_refused_chat_costs_the_others_nothing() -> None:
    tried = gate("window", rate=2, per_chat_burst=1)
    assert [tried.admit(1, 0.0) for _ in range(5)] == [None, 1, 1, 1, 1]
    assert tried.admit(2, 0.0) is None


def test_a_clock_that_steps_back_gives_no_tokens() -> None:
    tried = gate("bucket")
    burst(tried, 5, at=10.0)
    assert tried.admit(9, 5.0) == 1


@given(st.lists(st.floats(0, 0.4), max_size=60), st.sampled_from(["window", "penalty"]))
def test_no_second_ever_holds_more_than_the_rate(steps: list[float], model: Model) -> None:
    tried, at, passed = gate(model, per_chat_burst=1000), 0.0, []
    for step in steps:
        at += step
        if tried.admit(1, at) is None:
            passed.append(at)
    assert all(sum(begin <= other < begin + 1 for other in passed) <= 5 for begin in passed)


@pytest.fixture
def limited(clock: Clock) -> Telegram:
    return Telegram(now=clock, limits=Limits(per_second=2))


async def test_the_answer_is_telegrams(limited: Telegram) -> None:
    limited.person(7, "A").sends("/start")
    for _ in range(2):
        assert (await limited.call("sendMessage", {"chat_id": 7, "text": "x"})).status == 200
    reply = await limited.call("sendMessage", {"chat_id": 7, "text": "x"})
    assert reply.status == 429
    assert reply.body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }


async def test_aiogram_understands_it(limited: Telegram) -> None:
    limited.person(7, "A").sends("/start")
    bot = Bot(limited.token, session=InProcessSession(limited))
    await bot.send_message(7, "x")
    await bot.edit_message_text("y", chat_id=7, message_id=2)
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.copy_message(7, 7, 2)
    assert caught.value.retry_after == 1


async def test_what_does_not_count(limited: Telegram) -> None:
    anna = limited.person(7, "A")
    anna.sends("/start")
    bot = Bot(limited.token, session=InProcessSession(limited))
    for _ in range(4):
        await bot.send_chat_action(7, "typing")
        await bot.get_me()
        await bot.set_my_commands([BotCommand(command="a", description="b")])
        await bot.answer_callback_query(anna.taps(1, "x"))
        await bot.delete_message(7, anna.sends("x")["message_id"])
    assert limited.ledger.refused() == []
    await bot.send_message(7, "x")


async def test_malformed_calls_cost_nothing(limited: Telegram) -> None:
    limited.person(7, "A").sends("/start")
    for _ in range(9):
        assert (await limited.call("sendMessage", {"text": "x"})).status == 400
    assert (await limited.call("sendMessage", {"chat_id": 7, "text": "x"})).status == 200


def test_a_group_takes_twenty_messages_a_minute() -> None:
    tried = gate("window", rate=1000)
    assert [tried.admit(-5, 3.0 * number) for number in range(20)] == [None] * 20
    assert tried.admit(-5, 57.5) == 3
    assert (tried.admit(-6, 57.5), tried.admit(5, 57.5)) == (None, None)
    assert tried.admit(-5, 60.0) is None
    assert tried.admit(-5, 60.0, messages=10) == 30
    tried.forget()
    assert tried.admit(-5, 60.0, messages=10) is None
    freed = gate("window", rate=1000, per_group_per_minute=0)
    assert [freed.admit(-5, 2.0 * number) for number in range(30)] == [None] * 30
