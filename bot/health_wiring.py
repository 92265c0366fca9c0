"""The part of ``wiring.py`` that looks after the bot's health: around everything it does, and inside of it."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from bot.core.clock import Clock
from bot.core.clock_line import ClockLine
from bot.core.events import Event, event
from bot.core.health.alerts import Alerts
from bot.core.health.look import LookAfter
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals
from bot.core.listening import Listen
from bot.core.telegram_time import TelegramTime
from bot.handlers.admin.alert_words import AlertWords
from bot.handlers.admin.alerts import AlertNotices
from bot.handlers.admin.notices import AdminNotices
from bot.health.heartbeat import Heartbeat, asking
from bot.health.supervisor import NotifySocket, Supervisor, fed_every
from bot.settings import BadSettings, Settings
from bot.storage.db.instance_lock import InstanceLock
from bot.storage.disk_space import DiskSpace
from bot.storage.file_watch import FileWatch
from bot.storage.repositories import Repositories

PORT_TAKEN = "METRICS_LISTEN: the port is taken, or the address is not one of this machine"


@asynccontextmanager
async def looked_after(
    settings: Settings,
    vitals: Vitals,
    clock: Clock,
    stop: asyncio.Event,
    environment: Mapping[str, str] = os.environ,
) -> AsyncIterator[None]:
    """Answer for the bot's health while it starts, works and ends.

    Raises BadSettings when the port is taken, AnotherInstance when it is by another bot on the same database.
    """
    vitals.troubles.note(Trouble.STARTING, wrong=True)
    async with AsyncExitStack() as stack:
        if settings.metrics_listen is not None:
            await _serve(settings.metrics_listen, settings, vitals, clock, stack)
        try:
            async with asyncio.TaskGroup() as tasks:
                running = [tasks.create_task(each) for each in _beside(settings, vitals, clock, stop, environment)]
                try:
                    yield
                finally:
                    for task in running:
                        task.cancel()
        except ExceptionGroup as group:
            raise group.exceptions[0] from None


async def _serve(listen: Listen, settings: Settings, vitals: Vitals, clock: Clock, stack: AsyncExitStack) -> None:
    server = import_module("bot.health.server")  # it takes a time that those without an address do not spend
    try:
        await stack.enter_async_context(server.serving(listen, vitals, clock))
    except OSError:
        if settings.database_url is None:  # then another instance is no reason: several wait on one machine
            with InstanceLock(settings.database_path):
                raise BadSettings(PORT_TAKEN) from None
        raise BadSettings(PORT_TAKEN) from None
    if not listen.loopback:
        event(Event.HEALTH_OPEN)


def _beside(
    settings: Settings, vitals: Vitals, clock: Clock, stop: asyncio.Event, environment: Mapping[str, str]
) -> Iterator[Coroutine[Any, Any, None]]:
    """Yield what runs beside the bot."""
    look: Callable[[], None] | None = None
    if address := environment.get("NOTIFY_SOCKET"):
        supervisor = Supervisor(NotifySocket(address), vitals, clock, fed_every(environment))
        look = supervisor.look
        yield supervisor.run()
    if settings.heartbeat_url is not None:
        yield Heartbeat(asking(settings.heartbeat_url.get_secret_value()), vitals, clock).run()
    yield _end_noted(stop, vitals, look)


async def _end_noted(stop: asyncio.Event, vitals: Vitals, look: Callable[[], None] | None) -> None:
    """Say at once that it ends: an end may take less than the time between two looks."""
    await stop.wait()
    vitals.troubles.note(Trouble.ENDING, wrong=True)
    if look is not None:
        look()


@dataclass(frozen=True)
class HealthParts:
    """What looks, and what tells."""

    look: LookAfter
    alerts: AlertNotices


def health_parts(
    settings: Settings,
    repositories: Repositories,
    files: FileWatch,
    clock: Clock,
    vitals: Vitals,
    *,
    notices: AdminNotices,
    telegram_time: TelegramTime,
    clock_line: ClockLine,
    updates: Callable[[], Mapping[str, int]],
    searches: Callable[[], Mapping[str, int]],
) -> HealthParts:
    """Connect them; ``updates`` and ``searches`` are counted by others."""
    vitals.counts.updates, vitals.counts.searches = updates, searches
    backing = repositories.daily_backup
    look = LookAfter(
        vitals=vitals,
        files=files,
        database=repositories.health,
        backing=backing,
        space=DiskSpace(settings.database_path),
        skew=telegram_time.skew,
        doubted=clock_line.doubted,
        clock=clock,
        rate=settings.send_rate,
    )
    words = AlertWords(vitals, files, backing)
    return HealthParts(look, AlertNotices(notices, words, vitals, Alerts(clock), repositories.health, clock))
