"""Locked mode: the bot without its database answers readers until the key comes, then gives way to the whole bot."""

import asyncio
from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.types import User

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.health.pulse import Part
from bot.core.health.troubles import Trouble, Troubles
from bot.core.health.vitals import Vitals
from bot.handlers.locked_mode import locked_routers
from bot.settings import BadSettings, Settings, read_key
from bot.storage.backups.backup import Backups
from bot.storage.db.database import Database
from bot.storage.db.locked import LockedDatabase, NothingSeen
from bot.storage.maintenance.unlock import KeyWaiter
from bot.wiring import build

Meet = Callable[[Bot, asyncio.Event, Troubles], Awaitable[User | None]]
"""Asks Telegram who the bot is; None when told to end before it answered."""


async def wait_for_key(
    settings: Settings,
    clock: Clock,
    bot: Bot,
    meet: Meet,
    stop: asyncio.Event,
    backups: Backups | None,
    vitals: Vitals,
) -> Database | None:
    """Serve readers and return the database when its key has come, or None when told to stop.

    Raises StorageError for a right key and an unusable file, and what the inbox raises.
    """
    event(Event.LOCKED)
    vitals.troubles.note(Trouble.LOCKED, wrong=True)
    waiter = KeyWaiter(settings.database_path, lambda: _look(settings), clock, backups)
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(serve_readers(settings, clock, bot, meet, waiter.ended, vitals))
            tasks.create_task(waiter.wait())
            tasks.create_task(_end_with(stop, waiter.ended))
    except ExceptionGroup as group:
        await close(waiter.database)
        raise group.exceptions[0] from None
    finally:
        vitals.troubles.note(Trouble.LOCKED, wrong=False)
    if waiter.failure:
        raise waiter.failure
    event(Event.UNLOCKED if waiter.database else Event.STOPPED_LOCKED)
    return waiter.database


async def serve_readers(
    settings: Settings, clock: Clock, bot: Bot, meet: Meet, ended: asyncio.Event, vitals: Vitals
) -> None:
    """Answer what needs no database, until ``ended``; everything else is told to try later."""
    me = await meet(bot, ended, vitals.troubles)
    if me is not None:
        locked, seen = LockedDatabase(clock), NothingSeen()
        app = build(settings, clock, locked, bot, me, routers=locked_routers(), seen=seen, vitals=vitals)
        vitals.pulse.expect(Part.INBOX)
        vitals.troubles.note(Trouble.STARTING, wrong=False)
        try:
            await app.inbox.run(ended)
        finally:
            vitals.pulse.expect()
            vitals.troubles.note(Trouble.STARTING, wrong=True)


async def _end_with(stop: asyncio.Event, ended: asyncio.Event) -> None:
    waiting = [asyncio.ensure_future(event.wait()) for event in (stop, ended)]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in waiting:
            one.cancel()
    ended.set()


async def close(database: Database | None) -> None:
    """Close what has been opened, if it has."""
    if database is not None:
        await database.close()


def _look(settings: Settings) -> str | None:
    """Return the key if its file is there and whole; half of one is being written just now."""
    try:
        return read_key(settings.database_key_file) if settings.database_key_file else None
    except BadSettings:
        return None
