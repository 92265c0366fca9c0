"""A stand-in for Telegram with a clock that a test moves, and a bot that reaches it over HTTP or in process."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp.test_utils import TestServer

from bot.demo.chats.person import Person
from bot.demo.doors.http import bot_api
from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram

START_SECONDS = 1_700_000_000.0
HTML = DefaultBotProperties(parse_mode="HTML")


async def until(condition: Callable[[], bool]) -> None:
    """Let other tasks run until the condition holds. Fails after 2,000 turns of a millisecond."""
    for _ in range(2000):
        if condition():
            return
        await asyncio.sleep(0.001)
    raise AssertionError("waited in vain")


class Clock:
    """A clock in seconds that only `advance` moves; a sleeper wakes when its time is reached."""

    def __init__(self) -> None:
        self.at = START_SECONDS
        self._sleepers: list[tuple[float, asyncio.Event]] = []

    def __call__(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        event = asyncio.Event()
        self._sleepers.append((self.at + seconds, event))
        await event.wait()

    def advance(self, seconds: float) -> None:
        self.at += seconds
        for until, event in self._sleepers:
            if until <= self.at:
                event.set()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    return Telegram(now=clock, sleep=clock.sleep, limits=Limits(model="off"))


@pytest.fixture
def anna(telegram: Telegram) -> Person:
    """A person who pressed Start, so that the bot may write to her."""
    person = telegram.person(7, "Анна")
    person.sends("/start")
    return person


@pytest.fixture
async def in_process(telegram: Telegram) -> Bot:
    return Bot(telegram.token, session=InProcessSession(telegram), default=HTML)


@pytest.fixture
async def over_http(telegram: Telegram) -> AsyncIterator[Bot]:
    async with TestServer(bot_api(telegram)) as server:
        api = TelegramAPIServer.from_base(str(server.make_url("")).rstrip("/"))
        session = AiohttpSession(api=api)
        yield Bot(telegram.token, session=session, default=HTML)
        client = await session.create_session()
        await client.close()


@pytest.fixture(params=["in_process", "over_http"])
def bot(request: pytest.FixtureRequest, in_process: Bot, over_http: Bot) -> Bot:
    """The same bot, once over HTTP and once in process."""
    return in_process if request.param == "in_process" else over_http
