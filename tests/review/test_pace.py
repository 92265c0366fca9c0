"""What one person or one odd refusal may not do to everybody's messages."""

import asyncio
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import SetMyDescription, TelegramMethod

from bot.core.clock import SystemClock
from bot.core.health.counts import Counts, RefusedCall
from bot.core.mailings.mailings import Lane
from bot.delivery.chat_paces import CHAT_BURST_MESSAGES
from bot.delivery.pace import Pace
from bot.delivery.pace_middleware import PacedRequests
from bot.handlers.inbox.calls import GetUpdatesRaw
from tests.clock import ManualClock

NO_BOT = cast(Bot, None)


async def test_one_busy_chat_stops_no_mailing() -> None:
    """R2, R3: a reply that waits for its own chat's pace only must not hold every mailing (one tap a second does)."""
    pace = Pace(30, SystemClock())
    for _ in range(int(CHAT_BURST_MESSAGES)):
        await pace.turn(Lane.REPLY, 7)
    waiting = asyncio.ensure_future(pace.turn(Lane.REPLY, 7))
    await asyncio.sleep(0.1)
    room = pace.free_slots()
    waiting.cancel()
    assert room > 0


async def calls_made(clock: ManualClock, pace: Pace, method: TelegramMethod[Any], seconds: int) -> list[float]:
    """Refuse every call with 429; return when they were made."""
    at: list[float] = []

    async def refuse(_: Bot, refused: TelegramMethod[Any]) -> Any:
        at.append(clock.monotonic())
        raise TelegramRetryAfter(method=refused, message="Too Many Requests", retry_after=seconds)

    counts = Counts()
    with pytest.raises(TelegramRetryAfter):
        await PacedRequests(pace, counts)(refuse, NO_BOT, method)
    assert counts.refusals == {RefusedCall.OTHER: len(at)}
    return at


async def test_a_refused_description_holds_nobody() -> None:
    """R2: Telegram limits setMyDescription and its kin by the hour; that is no limit for messages."""
    clock = ManualClock()
    pace = Pace(30, clock)
    pace.refused(7, 1)  # one chat's own, so far
    await calls_made(clock, pace, SetMyDescription(description="x"), 3600)
    clock.forward(seconds=10)
    assert pace.free_slots() > 0


async def test_updates_are_not_asked_for_early() -> None:
    """R6: what is told to wait is not called again before."""
    clock = ManualClock()
    at = await calls_made(clock, Pace(30, clock), GetUpdatesRaw(), 5)
    assert len(at) == 1 or at[1] - at[0] >= 5
