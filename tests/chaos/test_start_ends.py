"""When the process has to end it does, soon, and leaves nothing behind: no thread, no lock, no secret (T58, R14)."""

import asyncio
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import pytest

from bot import lifespan as app
from bot.core.clock import SystemClock
from bot.delivery.sender import Sender
from bot.demo.doors.in_process import InProcessSession
from bot.handlers.inbox import Poller
from bot.lifespan import opened
from bot.scheduler.ticks import Metronome
from bot.storage.db import sqlite as storage
from bot.storage.db.instance_lock import InstanceLock
from bot.storage.seen_updates import BotIdentity
from tests.chaos.figures import note
from tests.chaos.test_inbox_world import living, pretended, settings
from tests.process import child
from tests.process.stage import CONTEXT, TOKEN, stage
from tests.waiting import until

SOON = 5


class Broken(Exception):
    """What no code expects; it names a secret."""


def breaks(*_: Any, **__: Any) -> Any:
    """Fail."""
    raise Broken(f"canary {TOKEN}")


async def breaks_soon(*_: Any, **__: Any) -> Any:
    """Fail when it is awaited."""
    await asyncio.sleep(0.05)
    breaks()


@pytest.fixture
def nothing_left(tmp_path: Path) -> Iterator[None]:
    """No thread of the database lives on, and the lock is free."""
    before = set(threading.enumerate())
    yield
    for _ in range(50):
        left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
        if not any("_connection_worker" in str(thread) for thread in left):
            break
        time.sleep(0.02)
    assert [thread.name for thread in left if "_connection_worker" in str(thread)] == []
    with InstanceLock(tmp_path / "bot.db"):
        pass


PLACES: list[tuple[object, str, Callable[..., Any]]] = [
    (app, "Bot", breaks),
    (app, "meet", breaks_soon),
    (app, "build", breaks),
    (BotIdentity, "fits", breaks_soon),
    (storage, "migrate", breaks_soon),
]


@pytest.mark.usefixtures("nothing_left")
@pytest.mark.parametrize(("owner", "name", "fault"), PLACES, ids=[name for _, name, _ in PLACES])
async def test_t58_whatever_fails_once_the_database_is_open(
    tmp_path: Path, owner: object, name: str, fault: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, name, fault)
    session = InProcessSession(pretended(SystemClock()))
    with pytest.raises(Broken):
        async with opened(settings(tmp_path / "bot.db"), SystemClock(), asyncio.Event(), session):
            pass
    note("T58", "threads left 0, the lock is free")


@pytest.mark.usefixtures("nothing_left")
async def test_t58_a_start_that_is_cancelled_while_it_opens(tmp_path: Path) -> None:
    session = InProcessSession(pretended(SystemClock()))
    for steps in range(1, 15):

        async def start() -> None:
            async with opened(settings(tmp_path / "bot.db"), SystemClock(), asyncio.Event(), session):
                pass

        task = asyncio.ensure_future(start())
        for _ in range(steps):
            await asyncio.sleep(0.001)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.mark.usefixtures("nothing_left")
@pytest.mark.parametrize("part", [Poller, Sender, Metronome])
async def test_t63_a_dead_part_ends_the_whole(tmp_path: Path, part: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a bot that looks alive is worse than none: the supervisor starts a whole one."""
    monkeypatch.setattr(part, "run", breaks_soon)
    async with living(tmp_path / "bot.db") as world:
        await until(world.task.done, SOON)
        with pytest.raises(Broken):
            world.task.result()
    note("T63", f"the whole ends within {SOON} s")


def dies(environment: Mapping[str, str], log: Path, shift: float) -> None:
    """In a process of its own: the command, whose sender dies."""
    setattr(Sender, "run", breaks_soon)  # noqa: B010 -- an assignment would be a type error
    try:
        child.run(environment, log, shift)
    except Exception:
        sys.excepthook(*cast(Any, sys.exc_info()))  # as the interpreter would, before multiprocessing prints it
        sys.exit(1)


@pytest.mark.process
async def test_t63_the_process_ends_and_says_no_secret(tmp_path: Path) -> None:
    async with stage(tmp_path) as play:
        process = CONTEXT.Process(target=dies, args=(play.environment, play.log, 0), daemon=True)
        process.start()
        await until(lambda: bool(play.telegram.ledger.accepted("getMe")), 30)
        await until(lambda: not process.is_alive(), SOON)
        assert process.exitcode not in (0, None)
        found = play.log.read_text(encoding="utf-8")
        assert "canary" not in found
        assert TOKEN not in found
    note("T63", "secrets in the output 0")
