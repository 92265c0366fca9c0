"""The HTTP session tells the Date header of every answer, refusals included (R15)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count

import pytest
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramBadRequest
from aiohttp import web

from bot.core.telegram_time import TellsDates
from bot.delivery.dated_session import DatedSession
from bot.demo.doors.http import bot_api
from bot.demo.doors.in_process import InProcessSession
from bot.demo.faults.plan import Fault, FaultKind
from bot.demo.telegram import Telegram
from tests.clock import ManualClock

TOKEN = "42:TEST"
MOMENTS = [datetime(2026, 11, 24, 12, 0, second, tzinfo=UTC) for second in range(3)]


@asynccontextmanager
async def served(telegram: Telegram) -> AsyncIterator[tuple[Bot, list[datetime]]]:
    """A bot over HTTP, and the dates it is told."""
    runner = web.AppRunner(bot_api(telegram), shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    told: list[datetime] = []
    session = DatedSession(api=TelegramAPIServer.from_base(f"http://127.0.0.1:{runner.addresses[0][1]}"))
    session.on_date = told.append
    bot = Bot(TOKEN, session)
    yield bot, told
    await bot.session.close()
    await runner.cleanup()


async def test_each_date_is_told_once_also_of_a_refusal() -> None:
    clock = ManualClock(MOMENTS[0])
    telegram = Telegram(token=TOKEN, now=lambda: clock.now().timestamp())
    async with served(telegram) as (bot, told):
        for _ in range(3):
            await bot.get_me()
        assert told == MOMENTS[:1]
        clock.set(MOMENTS[1])
        with pytest.raises(TelegramBadRequest):
            await bot.send_message(99, "x")
        telegram.faults.add(Fault(FaultKind.HTML, methods=("getMe",)))
        clock.set(MOMENTS[2])
        with pytest.raises(ClientDecodeError):
            await bot.get_me()
        assert told == MOMENTS


async def test_without_anybody_who_asks_nothing_happens() -> None:
    async with served(Telegram(token=TOKEN, now=lambda: 0)) as (bot, told):
        bot.session = DatedSession(api=bot.session.api)
        assert (await bot.get_me()).id == 42
        assert told == []


async def test_the_session_in_process_tells_too() -> None:
    seconds = count(int(MOMENTS[0].timestamp()))
    session = InProcessSession(Telegram(token=TOKEN, now=lambda: float(next(seconds))))
    told: list[datetime] = []
    assert isinstance(session, TellsDates)
    session.on_date = told.append
    await Bot(TOKEN, session).get_me()
    assert len(told) == 1
