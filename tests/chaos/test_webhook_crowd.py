"""One flood through a webhook: Telegram keeps a chat's order and holds few updates, so it must not hang (T76)."""

import asyncio
from pathlib import Path

import pytest

from bot.demo.limits import Limits
from tests.chaos.figures import note
from tests.chaos.hooked import living_hooked
from tests.chaos.test_inbox_crowd import p95, wait_of
from tests.sizes import FULL
from tests.waiting import until

SECONDS = 10 if FULL else 4
FLOOD_A_SECOND, HONEST_A_SECOND = 100, 20


@pytest.mark.long
async def test_t76_a_flood_of_one_through_the_webhook(tmp_path: Path) -> None:
    async with living_hooked(tmp_path / "bot.db", limits=Limits()) as (world, deliverer):
        flooder = world.person()
        async with asyncio.TaskGroup() as group:
            waits = []
            for step in range(SECONDS * FLOOD_A_SECOND):
                flooder.sends(f"flood {step}")
                if step % (FLOOD_A_SECOND // HONEST_A_SECOND) == 0:
                    waits.append(group.create_task(wait_of(world, world.person(), "/faq")))
                await asyncio.sleep(1 / FLOOD_A_SECOND)
        await until(lambda: not len(world.telegram.world.updates))
        slow = p95([task.result() for task in waits])
        assert slow <= 1
        assert len(world.telegram.ledger.texts(flooder.id)) <= 20 + 2 * SECONDS
        assert [e for e in world.telegram.ledger.entries if e.status == 429] == []
        assert set(deliverer.delivered.statuses) == {200}
    print(f"\np95={slow:.3f}")
    note("T76", f"{SECONDS * FLOOD_A_SECOND:,} of one in {SECONDS} s by webhook: p95 of the others at most 1 s")


async def test_t76_a_flood_that_waited_is_over_at_once(tmp_path: Path) -> None:
    """A thousand updates stand before everybody else's: they are answered 200 one after the other, without a pause."""
    async with living_hooked(tmp_path / "bot.db", limits=Limits()) as (world, _):
        flooder, honest = world.person(), world.person()
        for step in range(1_000 if FULL else 300):
            flooder.sends(f"flood {step}")
        waited = await wait_of(world, honest, "/faq")
        assert waited <= 10
        print(f"\nwaited={waited:.3f}")
        told = world.telegram.ledger.texts(flooder.id)
        assert sum("Слишком много" in text or "слишком много" in text for text in told) <= 2
