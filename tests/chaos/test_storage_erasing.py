"""People leave a large file while others write: one round later nothing is left, and nobody works longer (T106)."""

import asyncio
from pathlib import Path

import pytest

from bot.core.clock import SystemClock
from bot.storage.db.sqlite import open_database
from bot.storage.subscribers import SubscriberRepository
from tests.bench.erasing import FIRST, LEAVING, Others, fill, remaining
from tests.chaos import figures
from tests.sizes import trials
from tests.storage.mailings.test_outbox_steps import Steps

SMALL, LARGE = 2_000, trials(1_000_000, 20_000)


async def leaving(people: int, folder: Path, steps: Steps) -> tuple[int, int]:
    """Let some of them leave beside writers; return SQLite's steps, and how many ids one round has left."""
    clock, path = SystemClock(), folder / f"{people}.db"
    database = await open_database(path, None, clock)
    await fill(database, people)
    others = Others(database)
    steps.reset()
    writing = asyncio.ensure_future(others.write())
    rows = SubscriberRepository(database, clock)
    gone = [FIRST + people * number // LEAVING for number in range(LEAVING)]
    for chat in gone:
        assert await rows.erase(chat)
        await asyncio.sleep(0)
    await database.wipe_round()
    others.stop = True
    await writing
    taken = steps.reset()
    left = await asyncio.to_thread(remaining, path, gone)
    await database.close()
    return taken, left


async def test_t106_h07_an_erase_costs_no_more_in_a_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = Steps()
    monkeypatch.setattr("bot.storage.db.sqlite.connect", steps.connect)
    small, left_in_small = await leaving(SMALL, tmp_path, steps)
    large, left_in_large = await leaving(LARGE, tmp_path, steps)
    assert left_in_small == left_in_large == 0
    assert large <= 1.5 * small
    told = f"{LEAVING} of {LARGE:,} people erased beside writers, one round: ids left 0"
    figures.note("T106", f"{told}; SQLite's steps {large / small:.2f} of those at {SMALL:,}")
