"""The moment something is due: a loop that is blocked, a tick that raises, ten thousand at once (T39, T43-T45)."""

import asyncio
import time
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.clock import SystemClock
from bot.demo.limits import Limits
from bot.storage.mailings.outbox import OutboxRepository
from bot.storage.mailings.queueing import Recipients
from tests.chaos.figures import note
from tests.chaos.test_inbox_world import World, living
from tests.sizes import FULL, trials
from tests.waiting import until

BLOCKED = 5.0
MANY = trials(10_000, 1_000)
RATE = 1_000 if FULL else 400
LEADS = ("Новый семинар", "Напоминание", "Скоро семинар", "Семинар в эфире")


def told(world: World, chat: int, lead: str) -> int:
    """How often a person was sent such a message by itself."""
    return world.telegram.ledger.per_chat(lead)[chat]


async def entered(world: World, seconds: float) -> None:
    """The admin enters a seminar that begins after so many seconds, to the minute at the latest."""
    admin = world.telegram.person(9001, "Админ")
    moment = (SystemClock().now() + timedelta(seconds=seconds)).strftime("%Y-%m-%d %H:%M UTC")
    await world.asks(admin, f"/seminar {moment} | Работа | Work | https://youtu.be/abc | 90m", "Объявить")
    await world.taps(admin, "Объявить", "Перенести")


def to_the_minute(ahead: float) -> tuple[float, int]:
    """How far away the first full minute after ``ahead`` seconds is, and the step that is due in ``ahead`` seconds."""
    now = SystemClock().now().timestamp()
    start = (int(now + ahead + 60) // 60 + 1) * 60
    return start - now, int(start - now - ahead)


async def test_t39_a_loop_that_is_blocked_over_the_moment(tmp_path: Path) -> None:
    away, step = to_the_minute(4)
    due = SystemClock().now() + timedelta(seconds=away - step)
    async with living(tmp_path / "bot.db", reminder_offsets=(step,)) as world:
        anna = world.person()
        await world.subscribes(anna)
        await entered(world, away)
        await until(lambda: told(world, anna.id, "Новый семинар") == 1)
        await asyncio.sleep((due - SystemClock().now()).total_seconds() - 1)
        assert sum(told(world, anna.id, lead) for lead in LEADS) == 1
        time.sleep(BLOCKED)  # noqa: ASYNC251 -- this is the fault
        assert SystemClock().now() > due
        await until(lambda: sum(told(world, anna.id, lead) for lead in LEADS) == 2, 15)
        await asyncio.sleep(1.5)
        assert sum(told(world, anna.id, lead) for lead in LEADS) == 2
        assert not world.task.done()
    note("T39", "lost 0, doubled 0")


async def test_t43_ticks_that_raise_miss_one_beat_at_most(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every piece of regular work fails three times in a row, and then does what it has to."""
    failures: dict[str, int] = {}

    def fails_thrice(kind: type, name: str) -> None:
        real = getattr(kind, name)

        async def failing(*arguments: object) -> object:
            failures[name] = failures.get(name, 0) + 1
            if failures[name] <= 3:
                raise MemoryError
            return await real(*arguments)

        monkeypatch.setattr(kind, name, failing)

    fails_thrice(Recipients, "fill")
    fails_thrice(OutboxRepository, "expire")
    away, step = to_the_minute(5)
    async with living(tmp_path / "bot.db", reminder_offsets=(step,)) as world:
        anna = world.person()
        await world.subscribes(anna)
        await entered(world, away)
        await until(lambda: told(world, anna.id, "Новый семинар") == 1)
        await until(lambda: sum(told(world, anna.id, lead) for lead in LEADS) == 2, 12)
        assert failures["fill"] > 3
        assert not world.task.done()
    note("T43", "three failures in a row: reminders wrong or lost 0, the work goes on")


async def test_t45_thousands_due_in_one_second(tmp_path: Path) -> None:
    """The news of a seminar is due for everybody at once."""
    limits = Limits(per_second=RATE)
    async with living(tmp_path / "bot.db", limits=limits, send_rate=RATE) as world:
        chats = await world.subscribers(MANY)
        await entered(world, 90_000)
        await until(lambda: world.telegram.ledger.missing(chats, LEADS[0]) == [], 180 if FULL else 30)
        await asyncio.sleep(1.5)
        told_again = world.telegram.ledger.doubled(LEADS[0])
        assert {chat: number for chat, number in told_again.items() if chat in chats} == {}
        assert [entry for entry in world.telegram.ledger.entries if entry.status == 429] == []
    note("T45", f"{MANY} at {RATE}/s: lost 0, doubled 0, refused for speed 0")
