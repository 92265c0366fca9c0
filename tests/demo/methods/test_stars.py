"""Paid messages: what they cost, how many a second may be sent, and what happens without Stars."""

from typing import Any

import pytest
from aiogram import Bot

from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Gate, Limits
from bot.demo.telegram import Telegram
from tests.demo.conftest import Clock

PAID = {"allow_paid_broadcast": "true"}


@pytest.fixture
def rich(clock: Clock) -> Telegram:
    telegram = Telegram(now=clock, limits=Limits(per_second=2, paid_per_second=5))
    telegram.world.stars.tenths = 100
    for chat in range(1, 20):
        telegram.person(chat, "x").started = True
    telegram.person(20, "x").blocks()
    return telegram


async def say(telegram: Telegram, chat: int, **more: Any) -> tuple[int, str]:
    """Send a message; return how it was answered."""
    reply = await telegram.call("sendMessage", {"chat_id": chat, "text": "x", **more})
    return reply.status, str(reply.body.get("description", ""))


async def test_a_paid_message_costs_a_tenth_and_a_refused_one_nothing(rich: Telegram) -> None:
    assert [(await say(rich, chat, **PAID))[0] for chat in (1, 2, 20, 3)] == [200, 200, 403, 200]
    assert (await say(rich, 4))[0] == 200
    assert (rich.world.stars.tenths, rich.world.stars.spent) == (97, 3)
    balance = await Bot(rich.token, session=InProcessSession(rich)).get_my_star_balance()
    assert (balance.amount, balance.nanostar_amount) == (9, 700_000_000)


async def test_only_paid_messages_go_faster(rich: Telegram) -> None:
    assert [(await say(rich, chat, **PAID))[0] for chat in range(1, 7)] == [200] * 5 + [429]
    assert [(await say(rich, chat))[0] for chat in range(7, 10)] == [200, 200, 429]
    assert rich.world.stars.spent == 5


@pytest.mark.parametrize("model", ["window", "bucket", "penalty"])
def test_the_limits_take_nothing_of_each_other(model: Any) -> None:
    tried = Gate(Limits(per_second=3, paid_per_second=1000, model=model), 0.0)
    assert [tried.admit(chat, 0.0, paid=True) for chat in range(1000)] == [None] * 1000
    assert tried.admit(1001, 0.0, paid=True) is not None
    assert [tried.admit(2000 + chat, 0.0) is None for chat in range(4)] == [True] * 3 + [False]


def test_or_the_others_wait_for_what_is_paid_for() -> None:
    tried = Gate(Limits(per_second=3, paid_per_second=10, paid_counts=True), 0.0)
    assert [tried.admit(chat, 0.0, paid=True) for chat in range(10)] == [None] * 10
    assert tried.admit(11, 0.5) == 1
    assert tried.admit(11, 1.0) is None


async def test_without_stars_a_paid_message_is_refused(rich: Telegram) -> None:
    rich.world.stars.tenths = 1
    assert (await say(rich, 1, **PAID))[0] == 200
    assert await say(rich, 2, **PAID) == (400, "Bad Request: BALANCE_TOO_LOW")
    assert (await say(rich, 2))[0] == 200
    assert await say(rich, 3, allow_paid_broadcast="false") == (200, "")


async def test_or_it_is_one_like_any_other(rich: Telegram) -> None:
    rich.world.stars.tenths, rich.world.stars.refusal = 0, ""
    assert [(await say(rich, chat, **PAID))[0] for chat in range(1, 4)] == [200, 200, 429]
    assert rich.world.stars.spent == 0
