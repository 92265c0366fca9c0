"""No call goes around the pace."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import (
    AnswerCallbackQuery,
    CopyMessage,
    EditMessageText,
    GetMe,
    SendChatAction,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)

from bot.core.health.counts import Counts, RefusedCall
from bot.delivery.pace import Pace
from bot.delivery.pace_middleware import PacedRequests, already_paced, costs
from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from tests.clock import ManualClock


@pytest.mark.parametrize(
    ("method", "costly"),
    [
        (SendMessage(chat_id=1, text="x"), True),
        (SendPhoto(chat_id=1, photo="x"), True),
        (CopyMessage(chat_id=1, from_chat_id=1, message_id=1), True),
        (EditMessageText(text="x", chat_id=1, message_id=1), True),
        (SendChatAction(chat_id=1, action="typing"), False),
        (AnswerCallbackQuery(callback_query_id="1"), False),
        (GetMe(), False),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_counts(method: TelegramMethod[Any], costly: bool) -> None:
    assert costs(method) is costly


COUNTS = Counts()


def stage(rate: float, **limits: Any) -> tuple[Telegram, Bot, Pace, ManualClock]:
    """A bot whose session keeps the pace."""
    clock = ManualClock()
    telegram = Telegram(token="42:TEST", now=lambda: clock.now().timestamp(), limits=Limits(**limits))
    bot = Bot("42:TEST", InProcessSession(telegram))
    pace = Pace(rate, clock)
    bot.session.middleware(PacedRequests(pace, COUNTS))
    for chat in range(1, 100):
        telegram.person(chat, "x").started = True
    return telegram, bot, pace, clock


async def test_replies_keep_below_the_limit() -> None:
    telegram, bot, _, _ = stage(30)
    for chat in range(1, 90):
        await bot.send_message(chat, "x")
    assert telegram.ledger.refused() == []


async def test_a_reply_refused_for_its_speed_goes_a_little_later() -> None:
    telegram, bot, _, clock = stage(30, per_second=5)
    before, refused = clock.monotonic(), COUNTS.refusals[RefusedCall.REPLY]
    for chat in range(1, 8):
        await bot.send_message(chat, "x")
    assert len(telegram.ledger.refused()) == 1
    assert len(telegram.ledger.accepted("sendMessage")) == 7
    assert clock.monotonic() - before >= 1
    assert COUNTS.refusals[RefusedCall.REPLY] == refused + 1


async def test_a_mailing_gets_the_message_back_at_once() -> None:
    telegram, bot, _, clock = stage(30, per_second=1)
    already_paced.set(True)
    before = clock.monotonic()
    await bot.send_message(1, "x")
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(2, "x")
    assert clock.monotonic() == before
    assert len(telegram.ledger.entries) == 2


async def test_a_long_hold_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.pace_middleware.MAX_REPLY_WAIT_SECONDS", 0)
    _, bot, pace, _ = stage(30, per_second=1)
    await bot.send_message(1, "x")
    for chat in (2, 3):
        with pytest.raises(TelegramRetryAfter):
            await bot.send_message(chat, "x")
    assert pace.free_slots() == 0
