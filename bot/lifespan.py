"""The composition root: everything is opened and closed here, in order; ``wiring.py`` connects, ``app.py`` runs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.types import User

from bot.app import App
from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.health.troubles import Trouble, Troubles
from bot.core.health.vitals import Vitals, vitals_by
from bot.core.retry_after import bounded
from bot.core.telegram_time import TelegramTime, TellsDates
from bot.core.videos.feed import ReadFeed
from bot.delivery.dated_session import DatedSession
from bot.delivery.proxied_session import ProxiedSession
from bot.handlers.inbox import TokenRejected
from bot.handlers.inbox.alone import nobody_else_polls
from bot.locked_mode import serve_readers, wait_for_key
from bot.settings import BadSettings, KeyMissing, Settings, read_key
from bot.standby.turn import Machine, leading
from bot.storage.backups.age import AgeEncryptor, BadRecipient
from bot.storage.backups.backup import Backups, BackupsBeside
from bot.storage.backups.shelf import named
from bot.storage.db.database import Database
from bot.storage.db.errors import WrongKey
from bot.storage.db.instance_lock import InstanceLock
from bot.storage.db.sqlite import open_database
from bot.storage.seen_updates import BotIdentity
from bot.telegram_types import build_telegram_types
from bot.wiring import build

GET_ME_TIMEOUT_SECONDS = 15
"""Seconds one attempt may take."""

FIRST_RETRY_SECONDS, MAX_RETRY_SECONDS = 1.0, 60.0
"""Seconds between attempts to reach Telegram at the start."""

DNS_CACHE_SECONDS = 30
"""Seconds an address of Telegram's is believed; aiogram's hour would be an hour of silence when it changes (T13)."""


class Stopped(Exception):
    """Told to stop before the bot was up."""


@asynccontextmanager
async def opened(
    settings: Settings,
    clock: Clock,
    stop: asyncio.Event,
    session: BaseSession | None = None,
    *,
    new: bool = False,
    feed: ReadFeed | None = None,
    vitals: Vitals | None = None,
    lost: asyncio.Event | None = None,
    again: bool = False,
) -> AsyncIterator[App]:
    """Build the whole bot over an opened database, alone on it, and close it again.

    Without a database a new one is made; beside backups only if ``new``. ``feed`` stands in the place of the channel's.
    ``lost`` is set when the database is another instance's from now on; ``again``: this one has had it before.

    Raises BadSettings, BackupsBeside, AnotherInstance, StorageError, TokenRejected, Stopped. Waits for Telegram as long
    as it takes.
    """
    settings.require_run()
    vitals = vitals or vitals_by(clock)
    build_telegram_types()
    lost = lost or asyncio.Event()
    async with (
        _alone_on(settings, clock, stop, session, new=new, vitals=vitals, lost=lost, again=again) as database,
        _session_closed(_bot(settings, session)) as bot,
    ):
        telegram_time = TelegramTime(clock)
        if isinstance(bot.session, TellsDates):
            bot.session.on_date = telegram_time.heard  # the first answer says whether this clock is right
        me = await meet(bot, stop, vitals.troubles)
        await _keep_apart(BotIdentity(database), me)
        yield build(settings, clock, database, bot, me, telegram_time=telegram_time, feed=feed, vitals=vitals)


@asynccontextmanager
async def _alone_on(
    settings: Settings,
    clock: Clock,
    stop: asyncio.Event,
    session: BaseSession | None,
    *,
    new: bool,
    vitals: Vitals,
    lost: asyncio.Event,
    again: bool,
) -> AsyncIterator[Database]:
    """Yield the opened database, and close it behind; nobody else works on it meanwhile."""
    if settings.database_url is not None:
        readers = partial(_serve_readers, settings, clock, session, vitals) if again else None
        machine = Machine(settings.key_of_veil(), backups_of(settings), new=new)
        async with leading(settings, machine, clock, stop, lost, vitals, readers) as led:
            if led is None:
                raise Stopped
            yield led
        return
    key, backups = _key(settings), backups_of(settings)
    with InstanceLock(settings.database_path):
        if not new:
            _refuse_beside_backups(settings, backups)
        # Its threads must not outlive a failure.
        database = await _open(settings, key, backups, clock, stop, session, vitals)
        try:
            yield database
        finally:
            await database.close()


@asynccontextmanager
async def _session_closed(bot: Bot) -> AsyncIterator[Bot]:
    try:
        yield bot
    finally:
        await bot.session.close()


async def _keep_apart(identity: BotIdentity, me: User) -> None:
    """Let a database have one bot only."""
    if not await identity.fits(me.id):
        raise BadSettings("BOT_TOKEN is another bot's than the database: nothing was sent, nobody removed")
    await identity.called(me.username or "")


def _refuse_beside_backups(settings: Settings, backups: Backups | None) -> None:
    """Raise BackupsBeside when there is no database, but there are backups of one."""
    if not settings.database_path.exists() and backups is not None and named(backups.folder):
        raise BackupsBeside


def _key(settings: Settings) -> str | None:
    """Return the database's key; None when there is to be none, or when it is away and there is a file to open."""
    try:
        return read_key(settings.database_key_file) if settings.database_key_file else None
    except KeyMissing:
        if not settings.database_path.is_file():
            raise  # a first start: better to say so at once than to wait for a key to a file that is not there
        return None


async def _open(
    settings: Settings,
    key: str | None,
    backups: Backups | None,
    clock: Clock,
    stop: asyncio.Event,
    session: BaseSession | None,
    vitals: Vitals,
) -> Database:
    """Open the database; without a key that fits, serve readers until it comes (locked mode)."""
    if key is not None or settings.database_key_file is None:
        with suppress(WrongKey):
            return await open_database(settings.database_path, key, clock, backups)
    bot = _bot(settings, session)
    try:
        database = await wait_for_key(settings, clock, bot, _meet_if_not, stop, backups, vitals)
    finally:
        await bot.session.close()
    if database is None:
        raise Stopped
    return database


def backups_of(settings: Settings) -> Backups | None:
    """Return where backups go, if there are to be any; raises BadSettings."""
    if settings.backup_dir is None:
        return None
    try:
        return Backups(settings.backup_dir, AgeEncryptor(settings.backup_recipients))
    except BadRecipient as fault:
        raise BadSettings(str(fault)) from None


def _bot(settings: Settings, session: BaseSession | None) -> Bot:
    properties = DefaultBotProperties(parse_mode=ParseMode.HTML)
    return Bot(settings.require_run(), session or session_of(settings), default=properties)


def session_of(settings: Settings) -> DatedSession:
    """Return aiogram's session, with a connection for every message that may be under way, all through the proxy."""
    connections = max(100, int(settings.send_rate), settings.paid_broadcast_rate)
    api, proxy = TelegramAPIServer.from_base(settings.telegram_api_url), settings.telegram_proxy
    session = (
        ProxiedSession(proxy.get_secret_value(), api=api, limit=connections)
        if proxy
        else DatedSession(api=api, limit=connections)
    )
    session._connector_init["ttl_dns_cache"] = DNS_CACHE_SECONDS  # noqa: SLF001 -- aiogram has no parameter for it
    return session


async def _serve_readers(
    settings: Settings, clock: Clock, session: BaseSession | None, vitals: Vitals, ended: asyncio.Event
) -> None:
    async with _session_closed(_bot(settings, session)) as bot:
        if await nobody_else_polls(bot, clock, ended):
            await serve_readers(settings, clock, bot, _meet_if_not, ended, vitals)


async def _meet_if_not(bot: Bot, ended: asyncio.Event, troubles: Troubles) -> User | None:
    try:
        return await meet(bot, ended, troubles)
    except Stopped:
        return None


async def meet(bot: Bot, stop: asyncio.Event, troubles: Troubles) -> User:
    """Ask Telegram who the bot is, for as long as it takes; /health says for what the start waits."""
    wait = FIRST_RETRY_SECONDS
    while not stop.is_set():
        try:
            async with asyncio.timeout(GET_ME_TIMEOUT_SECONDS):
                me = await bot.me()  # aiogram remembers it: filters ask for the name, and must not call for it
            troubles.note(Trouble.TELEGRAM, wrong=False)
            return me
        except TelegramUnauthorizedError as refusal:
            raise TokenRejected from refusal
        except Exception as error:
            pause = max(wait, bounded(error.retry_after) + 1 if isinstance(error, TelegramRetryAfter) else 0)
            event(Event.TELEGRAM_AWAY, kind=error, seconds=pause)
            troubles.note(Trouble.TELEGRAM, wrong=True)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
        wait = min(MAX_RETRY_SECONDS, wait * 2)
    raise Stopped
