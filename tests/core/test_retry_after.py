"""H12, T108: ``retry_after`` is believed within bounds by everything that waits for Telegram."""

import asyncio
from typing import Any

import pytest
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import GetMe, SendMessage

from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Slower
from bot.core.retry_after import MAX_WAIT_SECONDS, MIN_WAIT_SECONDS, bounded
from bot.delivery.courier import verdict_of
from bot.delivery.pace import HOLD_MARGIN_SECONDS, Pace
from bot.delivery.pace_middleware import PacedRequests
from bot.handlers.inbox.backoff import Backoff
from tests.chaos.figures import note
from tests.clock import ManualClock

TEN_YEARS = 315_360_000
SHARPEST = [-10, -TEN_YEARS, 0, 1, 30, 3_600, 3_601, TEN_YEARS]


def refusal(seconds: int) -> TelegramRetryAfter:
    return TelegramRetryAfter(GetMe(), "Too Many Requests", seconds)


@pytest.mark.parametrize("seconds", SHARPEST)
def test_h12_every_reader_of_retry_after_waits_within_the_bounds(seconds: int) -> None:
    told = bounded(seconds)
    assert MIN_WAIT_SECONDS <= told <= MAX_WAIT_SECONDS
    assert told == seconds or not MIN_WAIT_SECONDS <= seconds <= MAX_WAIT_SECONDS
    assert verdict_of(refusal(seconds)) == Slower(told)
    assert told <= Backoff().after(refusal(seconds)) <= told + 2


@pytest.mark.parametrize("seconds", SHARPEST)
async def test_h12_two_chats_that_say_ten_years_hold_everybody_for_an_hour(seconds: int) -> None:
    clock = ManualClock()
    pace = Pace(30, clock)
    requests: Any = PacedRequests(pace)

    async def refuses(*_: object) -> None:
        raise refusal(seconds)

    for chat in (1, 2):
        async with asyncio.timeout(5):
            with pytest.raises(TelegramRetryAfter):
                await requests(refuses, None, SendMessage(chat_id=chat, text="x"))
    before = clock.monotonic()
    await pace.turn(Lane.REPLY, 3)
    assert clock.monotonic() - before <= bounded(seconds) + 2 * HOLD_MARGIN_SECONDS + 1
    note("T108", f"waits stay within {MIN_WAIT_SECONDS:.0f} and {MAX_WAIT_SECONDS:,.0f} s")
