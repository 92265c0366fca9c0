"""Deleting the older of two same reminders: last of all, a batch at a time, never a message somebody has tapped."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.mailings.same_reminders import BATCH_ROWS, DeleteOlder, OlderReminder, SamePair
from bot.core.subscribers.message_log import RecentMessages
from tests.clock import ManualClock

OVER = SamePair(1, 2, over=True)
UNDER_WAY = SamePair(1, 2, over=False)


def reminder(person: int) -> OlderReminder:
    """What somebody was sent."""
    return OlderReminder(1, person, 1_000 + person, (person,))


@dataclass
class Kept:
    """core.mailings.same_reminders.SameReminders in memory: one pair, these people."""

    pair: SamePair = OVER
    people: set[int] = field(default_factory=set)
    waiting: bool = False
    asked: int = 0

    async def busy(self, now: datetime) -> bool:
        return self.waiting

    async def pairs(self, since: datetime) -> Sequence[SamePair]:
        return [self.pair]

    async def older(self, pair: SamePair, after: int, limit: int) -> Sequence[OlderReminder]:
        self.asked += 1
        return [reminder(person) for person in sorted(self.people) if person > after][:limit]

    async def forget(self, reminders: Sequence[OlderReminder]) -> None:
        self.people -= {each.person for each in reminders}


@dataclass
class Telegram:
    """Takes deletions, or asks for a pause."""

    pause: float = 0.0
    deleted: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)

    async def __call__(self, chat: int, messages: Sequence[int]) -> float:
        if not self.pause:
            self.deleted.append((chat, tuple(messages)))
        return self.pause


@dataclass
class Turns:
    """So many spare turns."""

    left: int = 10_000

    def take_spare(self) -> AbstractContextManager[object] | None:
        self.left -= 1
        return nullcontext() if self.left >= 0 else None


@dataclass
class Scene:
    """The use case and everything beside it."""

    kept: Kept
    telegram: Telegram = field(default_factory=Telegram)
    turns: Turns = field(default_factory=Turns)
    clock: ManualClock = field(default_factory=ManualClock)

    def __post_init__(self) -> None:
        self.recent = RecentMessages(self.clock)
        self.act = DeleteOlder(self.kept, self.recent, self.turns, self.telegram, self.clock)


async def test_a_batch_is_deleted_at_a_time_and_a_pair_that_is_through_is_not_looked_at_again() -> None:
    scene = Scene(Kept(people=set(range(1, BATCH_ROWS + 3))))
    await scene.act()
    assert len(scene.telegram.deleted) == BATCH_ROWS
    for _ in range(5):
        await scene.act()
    assert scene.kept.people == set()
    assert len(scene.telegram.deleted) == BATCH_ROWS + 2
    asked = scene.kept.asked
    await scene.act()
    assert scene.kept.asked == asked


async def test_while_the_newer_is_under_way_it_is_looked_again() -> None:
    scene = Scene(Kept(UNDER_WAY, {5}))
    for _ in range(3):
        await scene.act()
    scene.kept.people.add(3)
    await scene.act()
    await scene.act()
    assert scene.telegram.deleted == [(1_005, (5,)), (1_003, (3,))]


async def test_nothing_is_deleted_while_something_waits_to_be_sent() -> None:
    scene = Scene(Kept(people={1}, waiting=True))
    await scene.act()
    assert scene.telegram.deleted == []
    scene.kept.waiting = False
    await scene.act()
    assert len(scene.telegram.deleted) == 1


async def test_a_message_in_which_somebody_tapped_stays() -> None:
    scene = Scene(Kept(people={1, 2}))
    scene.recent.learn(1_001, 1, scene.clock.now())
    for _ in range(3):
        await scene.act()
    assert scene.telegram.deleted == [(1_002, (2,))]
    assert scene.kept.people == {1}


async def test_without_a_spare_turn_it_waits_for_another_tick() -> None:
    scene = Scene(Kept(people={1, 2}), turns=Turns(left=1))
    began = scene.clock.monotonic()
    await scene.act()
    assert scene.telegram.deleted == [(1_001, (1,))]
    assert scene.clock.monotonic() - began < 4
    scene.turns.left = 5
    await scene.act()
    assert scene.kept.people == set()


async def test_a_refusal_for_now_is_heeded() -> None:
    scene = Scene(Kept(people={1, 2}), Telegram(pause=30))
    await scene.act()
    scene.telegram.pause = 0
    await scene.act()
    assert (scene.telegram.deleted, scene.kept.people) == ([], {1, 2})
    scene.clock.forward(seconds=31)
    await scene.act()
    assert scene.kept.people == set()
