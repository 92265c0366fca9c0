"""One instance of several: it waits for its turn, works while the turn is its own, and steps back (O9)."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from aiohttp import web

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals
from bot.handlers.inbox.webhook import later
from bot.handlers.inbox.webhook_port import listening
from bot.settings import NO_DRIVER, BadSettings, Settings
from bot.storage.backups.backup import Backups
from bot.storage.db.database import Database

LAST_WORDS_SECONDS = 1.0
"""Seconds what is under way has after the lead was lost; none of it can be written down any more."""

REFUSING_SECONDS = 1.0
"""Seconds a standby's open requests have to get their answer when its turn comes."""


class Runs(Protocol):
    """The running bot."""

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop."""
        ...


ServeReaders = Callable[[asyncio.Event], Coroutine[Any, Any, None]]
"""Answers what needs no database, until the event is set."""

AGAIN_SECONDS = 30.0
"""Seconds before it is tried again to answer readers, after another instance was heard."""

LOOK_SECONDS = 0.2
"""Seconds between looks whether the server is back, or another instance has taken over."""


@dataclass(frozen=True)
class Machine:
    """What this machine has of its own: the database's key, and where its backups go, if there are to be any.

    ``new``: begin with nobody where there is no database, though there are backups of one.
    """

    key: str
    backups: Backups | None = None
    new: bool = False


@asynccontextmanager
async def leading(
    settings: Settings,
    machine: Machine,
    clock: Clock,
    stop: asyncio.Event,
    lost: asyncio.Event,
    vitals: Vitals,
    serve_readers: ServeReaders | None,
) -> AsyncIterator[Database | None]:
    """Wait until this instance is the one that works, and yield the database; None when told to stop before.

    Meanwhile a webhook's requests are refused, to come again. While the server is away, who has led last answers
    readers: ``serve_readers`` is there for it alone. ``lost`` is set when the turn has ended. Raises StorageError,
    BackupsBeside, PortTaken.
    """
    try:
        engine: Any = import_module("bot.storage.db.postgres.leadership")  # its driver is not in every installation
    except ModuleNotFoundError:
        raise BadSettings(f"DATABASE_URL {NO_DRIVER}") from None
    leadership = engine.over(
        settings.require_server(), machine.key, settings.bot_id, clock, machine.backups, new=machine.new
    )
    event(Event.STANDBY)
    vitals.troubles.note(Trouble.STANDBY, wrong=True)
    try:
        database = await _turn(leadership, settings, clock, stop, lost, vitals, serve_readers)
    finally:
        vitals.troubles.note(Trouble.STANDBY, wrong=False)
    if database is None:
        yield None
    else:
        event(Event.LEADING)
        try:
            async with engine.held(database, lost):
                yield database
        finally:
            if lost.is_set():
                event(Event.LEAD_LOST)


async def _turn(
    leadership: Any,
    settings: Settings,
    clock: Clock,
    stop: asyncio.Event,
    lost: asyncio.Event,
    vitals: Vitals,
    serve_readers: ServeReaders | None,
) -> Any:
    """Wait for the turn; return the database, or None."""
    ended = asyncio.Event()
    try:
        async with asyncio.TaskGroup() as tasks:
            waiting = tasks.create_task(leadership.lead(stop, lost))
            waiting.add_done_callback(lambda _: ended.set())
            tasks.create_task(_say_whether_away(leadership.away, vitals, ended))
            if settings.webhook_url:  # a proxy cannot tell two that answer from one: it would bring readers to both
                tasks.create_task(_refuse_until(settings, clock, ended))
            elif serve_readers is not None:
                tasks.create_task(_serve_while_away(leadership.away, serve_readers, vitals, ended))
    except ExceptionGroup as group:
        raise group.exceptions[0] from None
    return waiting.result()


async def _say_whether_away(away: asyncio.Event, vitals: Vitals, ended: asyncio.Event) -> None:
    """Let /health tell a standby without a server from one whose turn it is not."""
    while not ended.is_set():
        vitals.troubles.note(Trouble.DATABASE, wrong=away.is_set())
        with suppress(TimeoutError):
            await asyncio.wait_for(ended.wait(), LOOK_SECONDS)
    vitals.troubles.note(Trouble.DATABASE, wrong=False)


async def _serve_while_away(
    away: asyncio.Event, serve_readers: ServeReaders, vitals: Vitals, ended: asyncio.Event
) -> None:
    """Answer readers while the server is away, unless another instance asks for updates: it has a server, then."""
    while not ended.is_set():
        vitals.troubles.note(Trouble.CONFLICT, wrong=False)
        await _first(away, ended)
        if ended.is_set():
            return
        back = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            serving = tasks.create_task(serve_readers(back))
            while not serving.done() and away.is_set() and not ended.is_set():
                if Trouble.CONFLICT in vitals.troubles:
                    break
                with suppress(TimeoutError):
                    await asyncio.wait_for(ended.wait(), LOOK_SECONDS)
            back.set()
        with suppress(TimeoutError):
            await asyncio.wait_for(ended.wait(), AGAIN_SECONDS)


async def _first(*events: asyncio.Event) -> None:
    async with asyncio.TaskGroup() as tasks:
        waiting = [tasks.create_task(each.wait()) for each in events]
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for each in waiting:
            each.cancel()


async def _refuse_until(settings: Settings, clock: Clock, ended: asyncio.Event) -> None:
    async with listening(settings.webhook_listen, _refuse, clock, REFUSING_SECONDS):
        await ended.wait()


async def run_until_lost(app: Runs, stop: asyncio.Event, lost: asyncio.Event) -> None:
    """Work until told to stop, or until the turn is lost: then what is still under way is cut off.

    What fails because the turn is lost is no failure of this instance's: it waits for the next one.
    """
    ending = asyncio.Event()
    try:
        async with asyncio.TaskGroup() as tasks:
            running = tasks.create_task(app.run(ending))
            waiting = [tasks.create_task(each.wait()) for each in (stop, lost)]
            await asyncio.wait([running, *waiting], return_when=asyncio.FIRST_COMPLETED)
            ending.set()
            await asyncio.wait([running, waiting[1]], return_when=asyncio.FIRST_COMPLETED)
            if lost.is_set():
                await asyncio.wait([running], timeout=LAST_WORDS_SECONDS)
                running.cancel()
            for each in waiting:
                each.cancel()
    except ExceptionGroup as group:
        if not lost.is_set():
            raise group.exceptions[0] from None


async def _refuse(_request: web.BaseRequest) -> web.Response:
    return later()
