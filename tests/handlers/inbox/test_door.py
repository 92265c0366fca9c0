"""The inbox over real sockets: a message in, an answer out, an open question cut short by the stop."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from aiohttp.test_utils import TestServer

from bot.core.clock import SystemClock
from bot.demo.doors.http import bot_api
from bot.demo.telegram import Telegram
from bot.handlers.inbox import Poller, SettleBeforeAnswer
from tests.handlers.inbox.stage import Seen
from tests.handlers.inbox.virtual_clock import really_until


@pytest.fixture
async def telegram() -> Telegram:
    return Telegram(now=lambda: SystemClock().now().timestamp())


@pytest.fixture
async def server(telegram: Telegram) -> AsyncIterator[TestServer]:
    server = TestServer(bot_api(telegram))
    await server.start_server()
    yield server
    await server.close()


@pytest.fixture
async def bot(server: TestServer) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(str(server.make_url(""))))
    session.middleware.register(SettleBeforeAnswer())
    bot = Bot("42:demo", session=session)
    yield bot
    await session.close()


def echo() -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def answer(message: Message) -> None:
        await message.answer(f"heard {message.text}")

    return dispatcher


async def test_messages_are_answered_in_order_and_a_stop_cuts_the_open_question(telegram: Telegram, bot: Bot) -> None:
    inbox = Poller(bot, echo().feed_update, Seen(), SystemClock())
    stop = asyncio.Event()
    anna = telegram.person(7, "Anna")
    async with asyncio.TaskGroup() as group:
        task = group.create_task(inbox.run(stop))
        for number in range(5):
            anna.sends(str(number))
        await really_until(lambda: len(telegram.ledger.texts(7)) == 5 and not len(telegram.world.updates))
        await inbox.idle()
        assert not task.done()
        stop.set()
    assert telegram.ledger.texts(7) == [f"heard {number}" for number in range(5)]
    assert inbox.counters.handled == 5


async def test_a_server_that_is_not_there_yet_is_waited_for(telegram: Telegram, bot: Bot, server: TestServer) -> None:
    port = server.port
    await server.close()
    inbox = Poller(bot, echo().feed_update, Seen(), SystemClock())
    stop = asyncio.Event()
    telegram.person(7, "Anna").sends("patience")
    async with asyncio.TaskGroup() as group:
        group.create_task(inbox.run(stop))
        await asyncio.sleep(0.1)
        assert inbox.counters.handled == 0
        late = TestServer(bot_api(telegram), port=port)
        await late.start_server()
        await really_until(lambda: telegram.ledger.texts(7))
        stop.set()
    await late.close()
    assert telegram.ledger.texts(7) == ["heard patience"]
