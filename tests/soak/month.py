"""Days of ordinary work on virtual time, and what the process and its file hold at the end of each.

The loops of inbox and sender run as they are. Ticks beat at a tenth of their rate while something goes on, and every
ten minutes at night: what they do is the same, and a month takes minutes.
"""

import asyncio
import gc
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyrage
import sqlcipher3

from bot.app import App
from bot.core.locales import Locale
from bot.core.seminars.form import parse_plan
from bot.delivery import sender
from bot.demo.chats.group import Group
from bot.demo.chats.person import Person
from bot.demo.doors.in_process import InProcessSession
from bot.demo.telegram import Telegram
from bot.lifespan import opened
from bot.scheduler.ticks import Tick, attempt
from tests import built_once
from tests.chaos.scene import FIRST, MEMORY, Scene, pretended, subscribe
from tests.chaos.test_inbox_crowd import resident
from tests.chaos.virtual import VirtualClock, true
from tests.chat import ADMIN, TOKEN, Fixed
from tests.group_chat import LAWYERS, lawyers_group

QUIET_SECONDS, BUSY_SHARE = 600.0, 10.0
"""How often ticks beat at night, and how many times slower than in earnest by day; rare ones beat as they are."""

MAILINGS_A_DAY = 6
"""What each subscriber gets: an announcement, three reminders, the request to rate, a broadcast."""

QUESTIONS_A_DAY, CHURN_A_DAY = 3, 10
VISITORS_A_DAY = int(os.environ.get("SOAK_VISITORS") or 40)
VISITING_SECONDS = 800.0
"""In which a day's visitors come, one after the other."""

LAWYER = 7001


@dataclass(frozen=True)
class Evening:
    """What there is at the end of a day. Sizes are bytes.

    ``live``: what the rows take when they are written anew; ``fullest``: the same when there were most that day.
    """

    day: int
    deliveries: int
    resident: int
    descriptors: int
    tasks: int
    rows: int
    file: int
    live: int
    fullest: int
    log: int


@dataclass
class Pulse:
    """Whether something goes on: ticks and the sender look more often then."""

    busy: bool = False

    def seconds(self, usual: float) -> float:
        """Return how long a tick waits."""
        return max(usual, min(usual * BUSY_SHARE, QUIET_SECONDS) if self.busy else QUIET_SECONDS)

    def turn(self, *, busy: bool) -> None:
        """Begin a day, or a night."""
        self.busy = busy
        sender.OUTBOX_POLL_SECONDS = 1.0 if busy else 60.0


@dataclass
class Month:
    """The bot, its people and what was measured."""

    scene: Scene
    group: Group
    pulse: Pulse
    path: Path
    evenings: list[Evening] = field(default_factory=list)
    newcomers: int = 800_000

    @property
    def app(self) -> App:
        """The running bot."""
        return self.scene.app

    async def day(self, number: int) -> Evening:
        """Let a day pass: a seminar with its reminders, a broadcast, questions, visitors, people who come and go."""
        self.pulse.turn(busy=True)
        await self._seminar(number)
        await self._churn()
        for one in range(QUESTIONS_A_DAY):
            await self._question(number * QUESTIONS_A_DAY + one)
        await asyncio.sleep(1_800)
        await self._broadcast(number)
        await asyncio.sleep(600)
        fullest = self._live()
        await asyncio.sleep(4_800)
        self.pulse.turn(busy=False)
        await asyncio.sleep(86_400 - asyncio.get_running_loop().time() % 86_400)
        evening = self._look(number, fullest)
        self.evenings.append(evening)
        self._forget()
        return evening

    async def _seminar(self, number: int) -> None:
        begins = self.app.clock.now() + timedelta(minutes=70)
        line = f"{begins:%Y-%m-%d %H:%M} UTC | Тема {number} | Topic {number} | https://youtu.be/abc{number} | 30m"
        (plan,) = parse_plan(line, self.app.clock.now())
        await self.app.dispatcher["enter_seminar"](plan)

    async def _broadcast(self, number: int) -> None:
        count = await self.scene.subscribed()
        await self.scene.broadcast(count, f"Новость {number}")

    async def _churn(self) -> None:
        """As many come as go; half of who goes deletes everything."""
        chats = self.scene.chats
        for way in range(CHURN_A_DAY):
            self.newcomers += 1
            person = self._person(self.newcomers)
            await self.app.dispatcher["subscribe"](person.id, Locale.RU, discreet=False)
            chats.append(person.id)
            leaving = self._person(chats.pop(0))
            leaving.sends("/stop") if way % 2 else leaving.taps(1, "era:ru:0")
        for _ in range(VISITORS_A_DAY):
            self.newcomers += 1
            self._person(self.newcomers).sends("/faq")
            await asyncio.sleep(VISITING_SECONDS / VISITORS_A_DAY)

    async def _question(self, number: int) -> None:
        """Ask the lawyers, and answer."""
        asker = self._person(self.scene.chats[number % len(self.scene.chats)])
        asker.sends("/ask")
        await self.scene.sees(asker, "Задать вопрос")
        asker.press("Задать вопрос")
        await asyncio.sleep(5)
        asker.sends(f"Вопрос {number}")
        await self.scene.sees(asker, "Отправить")
        asker.press("Отправить")
        await true(lambda: any(each.get("text") == f"Вопрос {number}" for each in self.group.messages), every=5)
        copy = next(each for each in self.group.messages if each.get("text") == f"Вопрос {number}")
        lawyer = self.scene.telegram.person(LAWYER, "Вера")
        lawyer.sends(f"Ответ {number}", group=self.group, reply_to=copy["message_id"])
        await self.scene.sees(asker, f"Ответ {number}")

    def _person(self, chat: int) -> Person:
        person = self.scene.telegram.person(chat, "x")
        person.started = True
        return person

    def _live(self) -> int:
        """Return what the rows take when they are written anew."""
        with (
            closing(sqlcipher3.connect(str(self.path), isolation_level=None)) as connection,
            tempfile.TemporaryDirectory(dir=MEMORY) as folder,
        ):
            connection.execute("VACUUM INTO ?", (f"{folder}/live.db",))
            return Path(f"{folder}/live.db").stat().st_size

    def _look(self, number: int, fullest: int) -> Evening:
        gc.collect()
        with closing(sqlcipher3.connect(str(self.path), isolation_level=None)) as connection:
            tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            rows = sum(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)  # noqa: S608 -- names of the schema
        log = self.path.with_name(self.path.name + "-wal")
        delivered = sum(e.accepted and e.method.startswith("send") for e in self.scene.telegram.ledger.entries)
        return Evening(
            day=number,
            deliveries=delivered + (self.evenings[-1].deliveries if self.evenings else 0),
            resident=resident(),
            descriptors=sum(1 for _ in Path("/proc/self/fd").iterdir()),
            tasks=len(asyncio.all_tasks()),
            rows=rows,
            file=self.path.stat().st_size,
            live=(live := self._live()),
            fullest=max(live, fullest),
            log=log.stat().st_size if log.exists() else 0,
        )

    def _forget(self) -> None:
        """Let the pretended Telegram remember nothing, and nobody who will not come again: what grows is the bot's."""
        telegram = self.scene.telegram
        telegram.forget_paces()
        staying = {*self.scene.chats, ADMIN, LAWYER, LAWYERS}
        for gone in telegram.world.chats.keys() - staying:
            del telegram.world.chats[gone]
        telegram.ledger.entries.clear()
        for chat in telegram.world.chats.values():
            chat.log.clear()


async def beat(tick: Tick, stop: asyncio.Event, pulse: Pulse) -> None:
    """Run a tick again and again."""
    while not stop.is_set():
        try:
            await asyncio.wait_for(stop.wait(), pulse.seconds(tick.seconds))
        except TimeoutError:
            await attempt(tick)


@asynccontextmanager
async def month(people: int) -> AsyncIterator[Month]:
    """Open a bot with so many subscribers, lawyers and daily backups."""
    clock = VirtualClock()
    telegram = pretended(clock)
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder) / "bot.db"
        await subscribe(path, people, clock)
        chats = list(range(FIRST, FIRST + people))
        for chat in chats:
            telegram.person(chat, "x").started = True
        async with at_work(path, telegram, clock) as found:
            yield found(chats)


@asynccontextmanager
async def at_work(path: Path, telegram: Telegram, clock: VirtualClock) -> AsyncIterator[Any]:
    """Run the bot with all its loops until the end of the block."""
    built_once.install()
    group = lawyers_group(telegram)
    group.joins(telegram.person(LAWYER, "Вера").user)
    (path.parent / "backups").mkdir()
    values: dict[str, Any] = {
        "bot_token": TOKEN,
        "admin_ids": str(ADMIN),
        "database_path": path,
        "database_unencrypted": True,
        "send_undo": 0,
        "second_approval_above": 1_000_000,
        "reminder_offsets": (3_600, 600, 0),
        "lawyer_chat_id": LAWYERS,
        "backup_dir": path.parent / "backups",
        "backup_recipients": (str(pyrage.x25519.Identity.generate().to_public()),),
    }
    stop, pulse = asyncio.Event(), Pulse()
    async with opened(Fixed(**values), clock, stop, InProcessSession(telegram)) as app, asyncio.TaskGroup() as tasks:
        await app.prepare()
        for work in (app.inbox.run(stop), app.sender.run(stop), app.own_profile.run(stop)):
            tasks.create_task(work)
        for tick in app.ticks():
            tasks.create_task(beat(tick, stop, pulse))
        try:
            yield lambda chats: Month(Scene(app, telegram, app.repositories.seen._database, chats), group, pulse, path)  # noqa: SLF001 -- for its rows
        finally:
            stop.set()
            telegram.release()
            pulse.turn(busy=True)


def slope(values: list[float]) -> float:
    """Return by how much they grow a day: the straight line that fits them best."""
    count = len(values)
    middle, mean = (count - 1) / 2, sum(values) / count
    return sum((at - middle) * (value - mean) for at, value in enumerate(values)) / (
        sum((at - middle) ** 2 for at in range(count)) or 1
    )
