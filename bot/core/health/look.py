"""Looks after what no part says of itself: the files, the disk, the backups, the clock, what is due (O5, R15, R18)."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.health.readiness import STANDS_STILL
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Due, Measures, Vitals
from bot.core.mailings.mailings import Lane
from bot.core.telegram_time import TOLERATED_SKEW_SECONDS

WRITTEN_EVERY_SECONDS = 60.0
"""How often it is tried whether the database can be written."""

BACKUP_LOOKED_AT_EVERY_SECONDS = 600.0
"""How often it is asked for the newest backup, which opens the database once more."""

BACKUP_TOO_OLD = timedelta(hours=36)
"""A backup a day: the one of today may still be on its way at noon."""

LATE_SECONDS = 300.0
LATE_TIMES = 2
"""A reminder is late so many seconds after it was due, and twice what its audience takes at the rate: broadcasts and
answers beside it have their share."""

NOTHING_SENT_SECONDS = 600.0
"""Seconds in which nothing of what is due has been settled."""

ROOM_BYTES = 200 * 1024 * 1024
"""Less free space than this, or than the database takes, is little: a migration writes the file a second time."""


class Files(Protocol):
    """storage.file_watch.FileWatch."""

    moved: bool
    key_gone: bool

    async def __call__(self) -> None:
        """Look."""
        ...


class Backing(Protocol):
    """How the daily backup fares."""

    failing: bool

    async def newest(self) -> datetime | None:
        """Return when the newest backup was written; None without one."""
        ...


class Space(Protocol):
    """The disk of the database."""

    def free(self) -> int:
        """Return the free bytes."""
        ...

    def taken(self) -> int:
        """Return the bytes the database takes."""
        ...


class Health(Protocol):
    """What the database says of itself."""

    async def write(self) -> None:
        """Write something; raises what the storage raises, TimeoutError when others write too long."""
        ...

    async def due(self, now: datetime) -> Mapping[Lane, Due]:
        """Return what is due and can be claimed now, by lane; nothing of it while everything stands still."""
        ...

    async def behind(self, now: datetime) -> Mapping[Lane, Due]:
        """Return the same without what waits for single chats that fail by themselves."""
        ...


@dataclass
class LookAfter:
    """Run by a tick."""

    vitals: Vitals
    files: Files
    database: Health
    backing: Backing
    space: Space
    skew: Callable[[], float | None]
    doubted: Callable[[], Awaitable[bool]]
    clock: Clock
    rate: float
    """Messages a second."""
    _written_at: float | None = None
    _backup_seen_at: float | None = None
    _settled: int = 0
    _sent_at: float = field(init=False)
    """Monotonic seconds: when something was settled last, or nothing was due."""

    def __post_init__(self) -> None:
        """Count from now on."""
        self._sent_at = self.clock.monotonic()

    @property
    def measures(self) -> Measures:
        """What the looks have found."""
        return self.vitals.measures

    async def __call__(self) -> None:
        """Look at everything."""
        note = self.vitals.troubles.note
        stale = {*self.vitals.pulse.stale(), *self.vitals.pulse.fruitless()}
        for part, trouble in STANDS_STILL.items():
            note(trouble, wrong=part in stale)
        self._clock_and_disk()
        await self.files()
        note(Trouble.KEY, wrong=self.files.key_gone)
        await self._database()
        if Trouble.DATABASE in self.vitals.troubles:  # what it says of the rest fails too, or is no longer true
            return
        if not await self.doubted():  # a clock that jumped says nothing of ages (R15)
            await self._backups()
            await self._due()

    def _clock_and_disk(self) -> None:
        measures, note = self.measures, self.vitals.troubles.note
        measures.clock_ahead = self.skew()
        note(Trouble.CLOCK, wrong=abs(measures.clock_ahead or 0.0) > TOLERATED_SKEW_SECONDS)
        try:
            measures.disk_free = self.space.free()
            note(Trouble.DISK, wrong=measures.disk_free < max(ROOM_BYTES, self.space.taken()))
        except OSError:
            measures.disk_free = None  # the look at the files says what is wrong

    async def _database(self) -> None:
        """Say that it is wrong when the file was moved or a write fails. To wait for another writer is no failure."""
        note, now = self.vitals.troubles.note, self.clock.monotonic()
        if self.files.moved:
            note(Trouble.DATABASE, wrong=True)
            self._written_at = None
            return
        if self._written_at is not None and now - self._written_at < WRITTEN_EVERY_SECONDS:
            return
        try:
            await self.database.write()
        except TimeoutError:
            return
        except Exception as error:
            if Trouble.DATABASE not in self.vitals.troubles:
                event(Event.DATABASE_NOT_WRITTEN, kind=error)
            note(Trouble.DATABASE, wrong=True)
            return
        self._written_at = now
        note(Trouble.DATABASE, wrong=False)

    async def _backups(self) -> None:
        now = self.clock.monotonic()
        if self._backup_seen_at is None or now - self._backup_seen_at >= BACKUP_LOOKED_AT_EVERY_SECONDS:
            try:
                self.measures.backup_made = await self.backing.newest()
            except OSError:  # their disk cannot be looked at; the rest can
                self.vitals.troubles.note(Trouble.BACKUP, wrong=True)
                return
            self._backup_seen_at = now
        made = self.measures.backup_made
        old = made is not None and self.clock.now() - made > BACKUP_TOO_OLD
        self.vitals.troubles.note(Trouble.BACKUP, wrong=self.backing.failing or old)

    async def _due(self) -> None:
        """Say that there is a backlog when reminders are late, or when nothing of what is due gets through.

        One person's chat that fails, for hours perhaps, is nothing an operator could mend.
        """
        self.measures.due = await self.database.due(self.clock.now())
        due = await self.database.behind(self.clock.now())
        now, settled = self.clock.monotonic(), self.vitals.counts.settled
        if not due or settled != self._settled:
            self._settled, self._sent_at = settled, now
        reminders = due.get(Lane.REMINDER)
        late = reminders is not None and reminders.seconds > LATE_SECONDS + LATE_TIMES * reminders.audience / self.rate
        self.vitals.troubles.note(Trouble.BACKLOG, wrong=late or now - self._sent_at > NOTHING_SENT_SECONDS)
