"""Telegram in trouble, seen by the whole bot: few questions, none too early, and soon back (T08-T11)."""

import asyncio
from pathlib import Path

import pytest

from bot.demo.faults.plan import Fault, FaultKind
from bot.handlers.inbox import TokenRejected
from tests.chaos.figures import note
from tests.chaos.test_inbox_world import World, living, pretended
from tests.handlers.inbox.virtual_clock import VirtualClock, really_until
from tests.sizes import sample

HOUR = 3600.0
BACK_WITHIN = 65.0


async def answered_after(world: World, clock: VirtualClock, seconds: float) -> bool:
    """Whether somebody who writes now is answered when so many seconds have passed."""
    anna = world.person()
    anna.sends("/start")
    await clock.advance(seconds)
    await really_until(lambda: world.shows(anna, "Вопросы и ответы"))
    return True


@pytest.mark.parametrize(
    "kind", sample([FaultKind.HTML, FaultKind.RESET, FaultKind.TRUNCATED, FaultKind.GARBAGE], 2, "bad answers")
)
async def test_t08_an_hour_of_bad_answers(tmp_path: Path, kind: FaultKind) -> None:
    clock = VirtualClock()
    telegram = pretended(clock)
    async with living(tmp_path / "bot.db", clock, telegram) as world:
        assert await answered_after(world, clock, 5)
        telegram.release()
        telegram.faults.add(Fault(kind, status=502))
        before = len(world.asked())
        await clock.advance(HOUR)
        questions = len(world.asked()) - before
        assert 50 <= questions <= 150
        telegram.faults.clear()
        assert await answered_after(world, clock, BACK_WITHIN)
    note("T08", f"at most 150 questions in the hour, answered within {BACK_WITHIN:.0f} s")


async def test_t09_told_to_wait_nothing_is_asked_early(tmp_path: Path) -> None:
    clock = VirtualClock()
    telegram = pretended(clock)
    async with living(tmp_path / "bot.db", clock, telegram) as world:
        assert await answered_after(world, clock, 5)
        telegram.release()
        await clock.advance(1)
        fault = Fault(FaultKind.ERROR, methods=("getUpdates",), status=429, retry_after=40, calls=(1, 2, 3))
        telegram.faults.add(fault)
        telegram.release()
        await clock.advance(200)
        refused = [e.arrived for e in telegram.ledger.entries if e.method == "getUpdates" and e.status == 429]
        assert len(refused) == 3
        early = [at for at in world.asked() for no in refused if no < at < no + 40]
        assert early == []
        assert await answered_after(world, clock, 5)
    note("T09", "early calls 0")


async def test_t10_a_token_that_is_taken_away_ends_it(tmp_path: Path) -> None:
    clock = VirtualClock()
    telegram = pretended(clock)
    async with living(tmp_path / "bot.db", clock, telegram) as world:
        assert await answered_after(world, clock, 5)
        people = [world.person() for _ in range(3)]
        telegram.faults.add(Fault(FaultKind.ERROR, status=401))
        before = len(telegram.ledger.entries)
        people[0].sends("/start")
        await really_until(world.task.done)
        after = [e for e in telegram.ledger.entries[before:] if e.status == 401]
        assert 1 <= len(after) <= 3
        with pytest.raises(TokenRejected):
            world.task.result()
    note("T10", f"{len(after)} calls, then the end")


async def test_t11_another_poller_for_five_minutes(tmp_path: Path) -> None:
    clock = VirtualClock()
    telegram = pretended(clock)
    async with living(tmp_path / "bot.db", clock, telegram) as world:
        assert await answered_after(world, clock, 5)
        start = clock.at
        telegram.faults.add(
            Fault(
                FaultKind.ERROR,
                methods=("getUpdates",),
                status=409,
                description="Conflict: terminated by other getUpdates request",
                until=start + 300,
            )
        )
        telegram.release()
        await clock.advance(300)
        assert not world.task.done()
        assert len([at for at in world.asked() if at > start]) <= 20
        assert await answered_after(world, clock, 31)
    note("T11", "answered within 31 s of its end")


async def test_t11_two_hosts_by_mistake_answer_and_nobody_dies(tmp_path: Path) -> None:
    """Two databases, one token: both are told of it, and whoever writes is answered."""
    clock = VirtualClock()
    telegram = pretended(clock)
    async with living(tmp_path / "one.db", clock, telegram) as one, living(tmp_path / "two.db", clock, telegram) as two:
        assert await answered_after(one, clock, 5)
        for _ in range(20):
            await asyncio.sleep(0.05)  # threads of both read the database on the machine's own time
            await clock.advance(15)
        assert await answered_after(one, clock, 90)
        conflicts = [e for e in telegram.ledger.entries if e.status == 409]
        assert conflicts
        assert len(conflicts) <= 120
        assert not one.task.done() and not two.task.done()
    await asyncio.sleep(0)
