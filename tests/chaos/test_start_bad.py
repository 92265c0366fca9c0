"""A start that cannot succeed ends soon, with its code and one line; twenty of them leave nothing (T59, T60)."""

import asyncio
import time
from pathlib import Path

import pytest

from tests.chaos import figures
from tests.process import child
from tests.process.stage import CONTEXT, Stage, stage
from tests.test_settings import BAD, CANARIES

SOON = 5
TIMES = 10
GARBAGE = b"no database at all" * 1_000

pytestmark = pytest.mark.process


async def ends(play: Stage, environment: dict[str, str] | None = None) -> tuple[int, float]:
    """Start a process that will not get far; return its exit code and how long it took."""
    settings = play.environment if environment is None else environment
    process = CONTEXT.Process(target=child.run, args=(settings, play.log, 0), daemon=True)
    before = time.monotonic()
    process.start()
    await asyncio.to_thread(process.join, 30)
    assert process.exitcode is not None
    return process.exitcode, time.monotonic() - before


def bytes_in(folder: Path) -> dict[str, int]:
    """What lies in a folder, the log aside; the lock holds the number of a process, which may be short or long."""
    found = [file for file in folder.iterdir() if file.suffix != ".log"]
    return {file.name: 0 if file.suffix == ".lock" else file.stat().st_size for file in found}


async def test_t59_bad_settings_end_the_process_and_are_not_printed(tmp_path: Path) -> None:
    """Every one of them is tried in tests/test_settings.py; here each begins a true process."""
    async with stage(tmp_path) as play:
        await ends(play, {})  # the first one also waits for the server they are forked from
        play.log.unlink()
        longest = 0.0
        for environment, words in BAD:
            code, took = await ends(play, dict(environment))
            longest = max(longest, took)
            assert code == 78
            assert words in play.log.read_text(encoding="utf-8").splitlines()[-1]
        found = play.log.read_text(encoding="utf-8")
        assert [canary for canary in CANARIES if canary in found] == []
        assert len(found.splitlines()) == len(BAD) >= 20
        assert longest <= SOON
        assert play.telegram.ledger.entries == []
    figures.note("T59", f"{len(BAD)} of them: code 78 within {SOON} s, secrets echoed 0")


async def test_t60_a_crash_loop_leaves_nothing(tmp_path: Path) -> None:
    """The pauses between are the supervisor's; the bot's part is to end by itself and to leave no trace."""
    async with stage(tmp_path) as play:
        await ends(play, {})
        play.path.write_bytes(GARBAGE)
        codes = [await ends(play) for _ in range(TIMES)]
        assert {code for code, _ in codes} == {74}
        assert play.path.read_bytes() == GARBAGE
        play.path.unlink()
        play.environment["BOT_TOKEN"] = "43:WRONG"
        codes.append(await ends(play))
        after_one = bytes_in(tmp_path)
        codes += [await ends(play) for _ in range(TIMES - 1)]
        assert {code for code, _ in codes[TIMES:]} == {77}
        assert bytes_in(tmp_path) == after_one
        assert len(play.telegram.ledger.entries) <= TIMES
        assert max(took for _, took in codes) <= SOON
        assert "WRONG" not in play.log.read_text(encoding="utf-8")
    figures.note("T60", f"{len(codes)} starts: each ends by itself within {SOON} s, nothing grows")
