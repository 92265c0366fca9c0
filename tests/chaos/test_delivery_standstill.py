"""Everything paused in the middle of a run, the bot killed and started again: still paused; then nothing lost (A13)."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from bot.demo.limits import Limits
from tests.chaos import figures
from tests.chaos.test_delivery_cancel import AFTERWARDS, PEOPLE, RATE, at_the_half, sends
from tests.process.stage import Stage, stage
from tests.waiting import until

pytestmark = pytest.mark.process


def stopped(play: Stage) -> bool:
    """Whether the admin has been told that everything stands still: then it is durable (R7)."""
    return any("Отправки остановлены" in str(message.get("text")) for message in play.admin.messages)


async def test_a13_paused_killed_and_let_go_on(tmp_path: Path) -> None:
    limits = Limits(per_second=RATE, latency=(0.005, 0.02), after=(0.005, 0.02))
    async with stage(tmp_path, limits, SEND_RATE=str(RATE)) as play:
        await at_the_half(play)
        play.admin.sends("/pause")
        await until(lambda: stopped(play))
        paused = play.telegram.world.now()
        flying = play.telegram.ledger.in_flight_at(paused)
        await asyncio.sleep(1.0)
        after = [entry for entry in sends(play) if entry.at > paused]
        await play.kill()
        killed = play.telegram.world.now()
        await play.start()
        await asyncio.sleep(AFTERWARDS)
        assert [entry for entry in sends(play) if entry.at > paused + 1.0] == []
        assert len(after) <= flying
        assert len(sends(play)) < PEOPLE
        await play.asks(play.admin, "/admin", "Продолжить")
        play.admin.press("Продолжить")
        await until(lambda: len({entry.chat_id for entry in sends(play)}) == PEOPLE, within=60)
        again = sum(times > 1 for times in Counter(entry.chat_id for entry in sends(play)).values())
        assert again <= play.telegram.ledger.in_flight_at(killed)
        found = f"sent after the pause {len(after)}, after the restart 0, lost 0, doubled {again}"
        figures.note("A13", f"{found}, of {PEOPLE} at {RATE}/s")
