"""The power goes at a random moment: what had been told to a person stands in what is on the disk (T56).

The bot's process is held still while its files are copied, so a copy is what a dead machine would leave; the tail
of its log is then torn as well.
"""

import asyncio
import operator
import shutil
import signal
import time
from functools import partial
from pathlib import Path
from random import Random

import pytest

from bot.core.clock import SystemClock
from bot.core.locales import Locale
from bot.demo.chats.person import Person
from bot.demo.limits import Limits
from bot.handlers.subscribers.subscription import TakeSubscription
from bot.storage.db.sqlite import open_database
from tests.chaos.figures import note
from tests.people import CHATS
from tests.process.stage import Stage, stage
from tests.sizes import dice, trials
from tests.waiting import until

POINTS = trials(500, 25)
TAKE = TakeSubscription(lang=Locale.RU, discreet=False).pack()
FAST = Limits(model="off")

pytestmark = pytest.mark.process


class Crowd:
    """People who subscribe and leave all the time; what they have been told is what must hold."""

    def __init__(self, play: Stage) -> None:
        self.play = play
        self.people: dict[int, Person] = {}
        self.stopping = False

    async def arrives(self) -> None:
        """Somebody new comes and subscribes every few milliseconds."""
        number = 20_000
        while not self.stopping:
            number += 1
            person = self.people[number] = self.play.telegram.person(number, "x")
            person.sends("/start")
            await asyncio.sleep(0.01)
            await until(partial(operator.contains, person.log, 2), 30)
            person.taps(2, TAKE)

    def told(self) -> set[int]:
        """Who has been told to be subscribed, by what Telegram has accepted."""
        edits = self.play.telegram.ledger.accepted("editMessageText")
        return {int(entry.chat_id or 0) for entry in edits if "Вы подписаны" in entry.text}


def still(process: int) -> bool:
    """Whether no thread of a process runs any more."""
    threads = Path(f"/proc/{process}/task").glob("*/stat")
    return all(thread.read_text(encoding="ascii").rpartition(")")[2].split()[0] == "T" for thread in threads)


def cut(play: Stage, folder: Path) -> None:
    """Copy the files as they are at one moment."""
    folder.mkdir()
    play.signal(signal.SIGSTOP)
    try:
        while not still(play.process.pid):
            time.sleep(0.0005)
        for suffix in ("", "-wal"):
            file = Path(f"{play.path}{suffix}")
            if file.exists():
                shutil.copy(file, folder / f"bot.db{suffix}")
    finally:
        play.signal(signal.SIGCONT)


async def kept(folder: Path) -> tuple[set[int], int]:
    """Who has a row in a copy, and how many updates it knows."""
    database = await open_database(folder / "bot.db", None, SystemClock())
    try:
        rows = {chat for (chat,) in await database.rows(CHATS)}
        return rows, len(await database.rows("SELECT 1 FROM seen"))
    finally:
        await database.close()


def tear(folder: Path, chance: Random) -> None:
    """Leave a page that was being written when the power went."""
    with (folder / "bot.db-wal").open("ab") as file:
        file.write(chance.randbytes(chance.randint(1, 9_000)))


async def test_t56_the_power_goes_at_random_moments(tmp_path: Path) -> None:
    chance = dice("T56")
    lost, halves, told_in_all = set[int](), 0, 0
    async with stage(tmp_path, FAST, SEND_RATE="1000") as play:
        await play.start()
        crowd = Crowd(play)
        coming = asyncio.ensure_future(crowd.arrives())
        await until(lambda: len(crowd.told()) > 20, 30)
        for point in range(POINTS):
            await asyncio.sleep(chance.random() * 0.1)
            copy = tmp_path / f"copy{point}"
            told = crowd.told()
            cut(play, copy)
            tear(copy, chance)
            rows, seen = await kept(copy)
            lost |= told - rows
            halves += len(rows) != seen
            told_in_all = len(told)
        crowd.stopping = True
        await coming
        assert await play.stop() == 0
    print(f"\npoints={POINTS} told={told_in_all} lost={len(lost)} halves={halves}")
    assert told_in_all > POINTS
    assert lost == set()
    assert halves == 0
    note("T56", f"at {POINTS} points: acknowledged and lost 0, half-transactions 0")
