"""The composition root: everything is opened and closed here, in order; ``wiring.py`` connects, ``running.py`` runs."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.types import User

from bot.core.clock import Clock
from bot.handlers.inbox import TokenRejected
from bot.running import App
from bot.settings import BadSettings, Settings, read_key
from bot.storage.database import open_database
from bot.storage.instance import InstanceLock
from bot.storage.seen import BotIdentity
from bot.wiring import build

log = logging.getLogger("bot.app")

MEETING = 15
"""Seconds one attempt may take."""

FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0
"""Seconds between attempts to reach Telegram at the start."""

NAME_HOLDS = 30
"""Seconds an address of Telegram's is believed; aiogram's hour would be an hour of silence when it changes (T13)."""


class Stopped(Exception):
    """Told to stop before the bot was up."""


@asynccontextmanager
async def opened(
    settings: Settings, clock: Clock, stop: asyncio.Event, session: BaseSession | None = None
) -> AsyncIterator[App]:
    """Build the whole bot over an opened database, alone on it, and close it again.

    Raises BadSettings, AnotherInstance, StorageError, TokenRejected, Stopped. Waits for Telegram as long as it takes.
    """
    token = settings.require_run()
    key = read_key(settings.database_key_file) if settings.database_key_file else None
    with InstanceLock(settings.database_path):
        bot = Bot(token, session or _session(settings), default=DefaultBotProperties(parse_mode=ParseMode.HTML))
        database = await open_database(settings.database_path, key, clock)  # its threads must not outlive a failure
        try:
            me = await _meet(bot, stop)
            if not await BotIdentity(database).fits(me.id):
                raise BadSettings("BOT_TOKEN is another bot's than the database: nothing was sent, nobody removed")
            yield build(settings, clock, database, bot, me)
        finally:
            try:
                await bot.session.close()
            finally:
                await database.close()


def _session(settings: Settings) -> AiohttpSession:
    connections = max(100, int(settings.send_rate))
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_api_url), limit=connections)
    session._connector_init["ttl_dns_cache"] = NAME_HOLDS  # aiogram has no parameter for it
    return session


async def _meet(bot: Bot, stop: asyncio.Event) -> User:
    wait = FIRST_WAIT
    while not stop.is_set():
        try:
            async with asyncio.timeout(MEETING):
                return await bot.me()  # aiogram remembers it: filters ask for the name, and must not call for it
        except TelegramUnauthorizedError as refusal:
            raise TokenRejected from refusal
        except Exception as error:
            pause = max(wait, error.retry_after + 1 if isinstance(error, TelegramRetryAfter) else 0)
            log.warning("telegram_away kind=%s wait=%d", type(error).__name__, pause)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
        wait = min(LONGEST_WAIT, wait * 2)
    raise Stopped
