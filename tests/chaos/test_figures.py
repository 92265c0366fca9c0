"""The table that a run writes, and the clock the runs go by."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path

from tests.chaos import figures
from tests.chaos.virtual import START, VirtualClock, on_virtual_time, suspend
from tests.sizes import run_name


def test_rows_are_put_in_beside_those_of_tests_that_did_not_run(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{figures.BEGIN}\n{figures.END}\nafter\n", encoding="utf-8")
    figures.write(page, {"T16": "lost 0", "F5": "lost 0", "T06": "leaks 0"})
    figures.write(page, {"T16": "lost 0, doubled 3"})
    lines = page.read_text(encoding="utf-8").splitlines()
    assert (lines[0], lines[-1]) == ("before", "after")
    ids = [line.split("|")[1].strip() for line in lines if line.startswith("| ")]
    assert ids == ["id", "---", "T06", "T16", "F5"]
    assert f"| lost 0, doubled 3 | {run_name()} |" in page.read_text(encoding="utf-8")


def test_a_row_says_its_day_its_commit_its_size_and_its_seed() -> None:
    rows = figures.read(figures.DOCUMENT.read_text(encoding="utf-8"))
    assert len(rows) > 40
    told = re.compile(r"\d{4}-\d\d-\d\d, (commit \w+\+?|no commit), SIZE=\w+, SEED=(\d+|not kept)")
    assert [number for number, cells in rows.items() if not told.fullmatch(cells[-1])] == []
    assert told.fullmatch(run_name())


@on_virtual_time
async def test_sleepers_wake_in_order_however_long_they_sleep() -> None:
    clock, woken = VirtualClock(), []

    async def sleeper(seconds: float) -> None:
        await clock.sleep(seconds)
        woken.append((seconds, clock.now() - START))

    async with asyncio.TaskGroup() as tasks:
        for seconds in (3_600.0, 0.5, 60.0):
            tasks.create_task(sleeper(seconds))
    assert woken == [(seconds, timedelta(seconds=seconds)) for seconds in (0.5, 60.0, 3_600.0)]


@on_virtual_time
async def test_time_waits_for_a_thread_and_leaps_when_the_machine_sleeps() -> None:
    loop = asyncio.get_running_loop()
    before = loop.time()
    async with asyncio.timeout(1):
        assert await loop.run_in_executor(None, sum, (1, 2)) == 3
    assert loop.time() == before
    suspend(86_400)
    assert loop.time() == before + 86_400
