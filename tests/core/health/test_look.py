"""What is looked after: the files, a write, the disk, the backups, the clock, what is due."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.core.health.look import ROOM_BYTES, LookAfter
from bot.core.health.pulse import Part
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Due, Vitals, vitals_by
from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Later, Sent
from tests.clock import ManualClock


@dataclass
class World:
    """Everything that is looked at, as the test sets it."""

    moved: bool = False
    key_gone: bool = False
    failing: bool = False
    made: datetime | None = None
    unmounted: bool = False
    room: int = ROOM_BYTES * 2
    size: int = 1000
    away: bool = False
    ahead: float | None = None
    jumped: bool = False
    broken: Exception | None = None
    waiting: dict[Lane, Due] = field(default_factory=dict)
    written: int = 0

    async def __call__(self) -> None:
        """Look at the files."""

    async def newest(self) -> datetime | None:
        """Return the newest backup."""
        if self.unmounted:
            raise OSError
        return self.made

    def free(self) -> int:
        """Return the free bytes."""
        if self.away:
            raise FileNotFoundError
        return self.room

    def taken(self) -> int:
        """Return the database's."""
        return self.size

    async def write(self) -> None:
        """Write."""
        if self.broken:
            raise self.broken
        self.written += 1

    async def due(self, now: datetime) -> Mapping[Lane, Due]:
        """Return what is due."""
        return self.waiting

    async def behind(self, now: datetime) -> Mapping[Lane, Due]:
        """Return the same: nobody's chat fails by itself."""
        return self.waiting

    async def doubted(self) -> bool:
        """Return whether the clock jumped."""
        return self.jumped


class Scene:
    """A look, and its world."""

    def __init__(self) -> None:
        """Begin with everything in order."""
        self.clock, self.world = ManualClock(), World()
        self.vitals: Vitals = vitals_by(self.clock)
        self.look = LookAfter(
            vitals=self.vitals,
            files=self.world,
            database=self.world,
            backing=self.world,
            space=self.world,
            skew=lambda: self.world.ahead,
            doubted=self.world.doubted,
            clock=self.clock,
            rate=30,
        )

    async def later(self, seconds: float = 0) -> set[Trouble]:
        """Look every ten seconds for so long, the parts at work; return what is wrong then."""
        for _ in range(max(1, round(seconds / 10))):
            self.clock.forward(seconds=10 if seconds else 0)
            for part in Part:
                self.vitals.pulse.beat(part)
            await self.look()
        return {each.trouble for each in self.vitals.troubles}


@pytest.fixture
def scene() -> Scene:
    """Everything in order."""
    return Scene()


async def test_nothing_is_wrong(scene: Scene) -> None:
    assert await scene.later(3600) == set()
    assert scene.vitals.measures.disk_free == ROOM_BYTES * 2
    assert 59 <= scene.world.written <= 61, "a write a minute"


async def test_key_clock_and_disk(scene: Scene) -> None:
    scene.world.key_gone, scene.world.ahead, scene.world.room = True, -61.0, ROOM_BYTES - 1
    assert await scene.later() == {Trouble.KEY, Trouble.CLOCK, Trouble.DISK}
    assert scene.vitals.measures.clock_ahead == -61
    scene.world.key_gone, scene.world.ahead, scene.world.room = False, 60.0, ROOM_BYTES
    assert await scene.later() == set()
    scene.world.size = ROOM_BYTES + 1
    assert await scene.later() == {Trouble.DISK}, "a migration writes the file a second time"
    scene.world.away = True
    assert await scene.later() == {Trouble.DISK}
    assert scene.vitals.measures.disk_free is None


async def test_the_database_was_moved_or_cannot_be_written(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    scene.world.moved = scene.world.failing = True
    assert await scene.later(60) == {Trouble.DATABASE}, "and the rest is not asked for"
    assert scene.world.written == 0
    scene.world.failing = False
    scene.world.moved = False
    assert await scene.later() == set(), "a write shows that it works again"
    scene.world.broken = OSError()
    assert await scene.later(50) == set()
    assert await scene.later(20) == {Trouble.DATABASE}
    assert await scene.later(60) == {Trouble.DATABASE}
    assert caplog.text.count("database_not_written kind=OSError") == 1
    scene.world.broken = TimeoutError()
    assert await scene.later(60) == {Trouble.DATABASE}
    scene.world.broken = None
    assert await scene.later() == set()
    scene.world.broken = TimeoutError()
    assert await scene.later(300) == set(), "another writer was faster"


async def test_backups_that_fail_or_are_too_old(scene: Scene) -> None:
    scene.world.failing = True
    assert await scene.later() == {Trouble.BACKUP}
    scene.world.failing, scene.world.made = False, scene.clock.now()
    assert await scene.later(600) == set()
    assert scene.vitals.measures.backup_made == scene.world.made
    scene.clock.forward(hours=37)
    assert await scene.later() == {Trouble.BACKUP}
    scene.world.made = scene.clock.now() - timedelta(minutes=1)
    assert await scene.later(600) == set()


async def test_a_disk_of_the_backups_that_fails_hides_nothing_else(scene: Scene) -> None:
    scene.world.unmounted = True
    scene.world.waiting = {Lane.REMINDER: Due(1, 1, 10_000.0)}
    assert await scene.later() == {Trouble.BACKUP, Trouble.BACKLOG}
    scene.world.unmounted, scene.world.waiting = False, {}
    assert await scene.later(600) == set()


async def test_a_clock_that_jumped_says_nothing_of_ages(scene: Scene) -> None:
    scene.world.made = scene.clock.now()
    assert await scene.later() == set()
    scene.clock.set(scene.clock.now() + timedelta(days=10))
    scene.world.jumped = True
    scene.world.waiting = {Lane.REMINDER: Due(1, 1, 864_000)}
    assert await scene.later(3600) == set()


async def test_a_late_reminder_is_a_backlog_and_a_long_broadcast_is_not(scene: Scene) -> None:
    scene.world.waiting = {Lane.REMINDER: Due(10, 9000, 899), Lane.BROADCAST: Due(90_000, 100_000, 3600)}
    for _ in range(100):
        scene.vitals.counts.delivered(Sent())
        assert await scene.later(10) == set(), "its audience takes ten minutes and more"
    scene.world.waiting[Lane.REMINDER] = Due(10, 9000, 901)
    assert await scene.later() == {Trouble.BACKLOG}
    del scene.world.waiting[Lane.REMINDER]
    assert await scene.later() == set()


async def test_nothing_of_what_is_due_gets_through(scene: Scene) -> None:
    scene.world.waiting = {Lane.BROADCAST: Due(90, 100, 10)}
    for _ in range(60):
        scene.vitals.counts.delivered(Later(1))
        assert await scene.later(10) == set()
    assert await scene.later(10) == {Trouble.BACKLOG}
    scene.vitals.counts.delivered(Sent())
    assert await scene.later(10) == set()
    scene.world.waiting.clear()
    assert await scene.later(7200) == set()


async def test_parts_that_stand_still(scene: Scene) -> None:
    scene.vitals.pulse.expect(*Part)
    scene.clock.forward(seconds=61)
    await scene.look()
    assert {each.trouble for each in scene.vitals.troubles} == {Trouble.POLLER, Trouble.SENDER, Trouble.SCHEDULER}
    assert await scene.later(10) == set()
