"""Regular work, started by APScheduler and looked after by a monotonic watchdog.

APScheduler sleeps until a wall-clock moment: when the clock steps back its ticks stop until the clock has caught up
again. The watchdog notices on the monotonic clock and starts the metronome anew (R3).
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from typing import Any, Protocol

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.core.clock import Clock
from bot.core.events import Event, event

STALLED_AFTER_SECONDS = 4.0
"""Seconds (monotonic) without the fastest tick after which the metronome is started anew."""


class TickName(StrEnum):
    """Every tick, by the word that the log says when it fails."""

    QUEUE_DUE = "queue_due"
    UNDO = "undo"
    COUNT_DOWN = "count_down"
    BEGIN_SCHEDULED = "begin_scheduled"
    VOID_APPROVALS = "void_approvals"
    FILL = "fill"
    RESERVE = "reserve"
    RELOAD = "reload"
    CARDS = "cards"
    SCHEDULE_NOTICES = "schedule_notices"
    CORRECT_LINKS = "correct_links"
    AMENDMENT_CARDS = "amendment_cards"
    BROADCAST_NOTICES = "broadcast_notices"
    ALBUMS = "albums"
    PAID_END_NOTICES = "paid_end_notices"
    EXPIRE = "expire"
    REMOVE_GONE = "remove_gone"
    GONE_NOTICES = "gone_notices"
    TELL_CHANGES = "tell_changes"
    INACTIVITY = "inactivity"
    QUESTION_STATS = "question_stats"
    RATINGS = "ratings"
    HELD_ANSWERS = "held_answers"
    LAWYERS_MENU = "lawyers_menu"
    TAKEN_QUESTIONS = "taken_questions"
    WAITING_QUESTIONS = "waiting_questions"
    BACKUP = "backup"
    REVIEW_NOTICES = "review_notices"
    DAY_SUMS = "day_sums"
    JOURNAL_HEAD = "journal_head"
    HEALTH = "health"
    ALERTS = "alerts"
    FEED = "feed"
    VIDEO_NOTICES = "video_notices"
    LAWYERS_GROUP = "lawyers_group"
    EXPIRE_TICKETS = "expire_tickets"
    FORGET_MESSAGES = "forget_messages"
    SAME_REMINDERS = "same_reminders"
    SITE = "site"
    FORGET = "forget"
    GIVE_BACK_PAGES = "give_back_pages"
    WIPE = "wipe"


VITAL = frozenset({TickName.QUEUE_DUE, TickName.FILL})
"""Ticks of every second that must not stand still: without them no reminder is queued. Others may take minutes."""


@dataclass(frozen=True)
class Tick:
    """Work to be done every so many seconds; an exception is logged and the next tick tries again."""

    name: TickName
    seconds: float
    work: Callable[[], Awaitable[Any]]


async def attempt(tick: Tick) -> bool:
    """Do a tick's work; what fails is logged, said, and tried again by the next one (T43)."""
    try:
        await tick.work()
    except Exception as error:
        event(Event.TICK_FAILED, tick=tick.name, kind=error)
        return False
    return True


class Ended(Protocol):
    """Is told of every vital tick that came to its end."""

    def __call__(self, name: TickName, *, well: bool) -> object:
        """Take its name, and whether it has done its work."""
        ...


class Metronome:
    """Runs the ticks until closed."""

    def __init__(self, ticks: Sequence[Tick], clock: Clock, ended: Ended | None = None) -> None:
        """Take the ticks; nothing runs before ``run``. ``ended`` is told of every vital one that came to its end."""
        self._ticks = ticks
        self._clock = clock
        self._ended = ended
        self._last_beat = clock.monotonic()
        self._working = 0
        self._resting = asyncio.Event()
        self._resting.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Beat until told to stop; return when the work under way has ended."""
        scheduler = self._started()
        try:
            while not stop.is_set():
                await self._clock.sleep(1)
                if self._clock.monotonic() - self._last_beat > STALLED_AFTER_SECONDS:
                    event(Event.METRONOME_RESTARTED)
                    self._set_anew(scheduler)
        finally:
            scheduler.pause()
            await asyncio.sleep(0)  # what was handed out this moment begins, and is waited for
            await self._resting.wait()  # shutdown() would cancel what is under way
            scheduler.shutdown(wait=False)

    async def beat(self, tick: Tick) -> None:
        """Do one tick's work; the next one finds what this one could not do."""
        self._last_beat = self._clock.monotonic()
        self._working += 1
        self._resting.clear()
        try:
            well = await attempt(tick)
            if self._ended is not None and tick.name in VITAL:
                self._ended(tick.name, well=well)
        finally:
            self._working -= 1
            if not self._working:
                self._resting.set()

    def _set_anew(self, scheduler: AsyncIOScheduler) -> None:
        self._last_beat = self._clock.monotonic()
        for tick in self._ticks:
            scheduler.reschedule_job(tick.name, trigger="interval", seconds=tick.seconds)

    def _started(self) -> AsyncIOScheduler:
        self._last_beat = self._clock.monotonic()
        scheduler = AsyncIOScheduler(
            jobstores={"default": MemoryJobStore()},
            executors={"default": AsyncIOExecutor()},
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
            timezone=UTC,
        )
        for tick in self._ticks:
            scheduler.add_job(self.beat, "interval", args=[tick], seconds=tick.seconds, id=tick.name)
        scheduler.start()
        return scheduler
