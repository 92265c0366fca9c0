"""The whole bot at work on virtual time: inbox, sender and ticks beside each other, over a Telegram that fails."""

import asyncio
import re
import tempfile
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from bot.app import App
from bot.core.health.pulse import Part
from bot.demo.chats.person import Person, buttons
from bot.demo.doors.in_process import InProcessSession
from bot.demo.faults.plan import Faults
from bot.demo.ledger import Entry
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.lifespan import opened
from bot.scheduler.ticks import VITAL, Tick, attempt
from bot.storage.db.database import Database
from bot.storage.db.sqlite import open_database
from tests import built_once
from tests.chaos.virtual import VirtualClock, true
from tests.chat import ADMIN, TOKEN, Fixed
from tests.empty_database import lay_empty_database
from tests.people import subscribe as enter

TEXT = "Новость для всех"
FIRST = 10_001
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 -- a folder of its own is made in it
"""Where files are fastest: a run of an hour commits thousands of times."""

QUICK = Limits(latency=(0.01, 0.02), after=(0.01, 0.02))
LINES = ("Доставлено", "Недоступны", "Ошибки", "Неизвестно", "Просрочено", "Отписались", "Всего", "Возможно дважды")
"""What a report tells; all but the last two add up to the total."""


class Scene:
    """The bot, its Telegram, its clock, and the people."""

    def __init__(self, app: App, telegram: Telegram, database: Database, chats: list[int]) -> None:
        """Use ``scene()``."""
        self.app = app
        self.telegram = telegram
        self.database = database
        self.chats = chats
        self.admin = telegram.person(ADMIN, "Админ", "ru")
        self._older = 0

    @property
    def faults(self) -> Faults:
        """The plan of what fails."""
        return self.telegram.faults

    def now(self) -> float:
        """The stand-in's seconds."""
        return self.telegram.world.now()

    def person(self, chat: int) -> Person:
        """One of the people."""
        return self.telegram.person(chat, "x")

    async def sees(self, person: Person, text: str, within: float = 7_200) -> None:
        """Wait until the newest message says so, or has such a button."""
        await true(lambda: bool(person.messages) and text in _shown(person), within)

    async def broadcast(self, count: int | None = None, text: str = TEXT) -> None:
        """Let the admin write, preview and confirm a broadcast to everybody."""
        self._older = len(self.admin.messages)
        self.admin.sends("/broadcast")
        await self.sees(self.admin, "Отмена")
        self.admin.sends(text)
        await self.sees(self.admin, "Одно для всех")
        self.admin.press("Одно для всех")
        await self.sees(self.admin, f"Отправить {len(self.chats) if count is None else count}")
        self.admin.press("Отправить")
        await self.sees(self.admin, "Пауза")

    async def announces(self, line: str) -> None:
        """Let the admin enter a seminar and confirm its preview."""
        self.admin.sends(line)
        await self.sees(self.admin, "Объявить")
        self.admin.press("Объявить")
        await self.sees(self.admin, "Перенести")

    def _reported(self) -> str:
        """Return the newest final report; an alert may stand below it."""
        texts = [str(message.get("text")) for message in self.admin.messages[self._older :]]
        return next((text for text in reversed(texts) if "Всего" in text), "")

    async def report(self, within: float = 7_200) -> dict[str, int]:
        """Wait for the final report and return its numbers; they add up."""
        await true(lambda: self._reported() != "", within)
        text = self._reported()
        found = {line: int(number) for line, number in re.findall(r"^([^\n:]+): (\d+)", text, re.MULTILINE)}
        assert sum(found[line] for line in LINES[:6]) == found["Всего"]
        return {line: found[line] for line in LINES}

    def sends(self, text: str = TEXT) -> list[Entry]:
        """Every call that tried to give the text to one of the people, the admin's previews left out."""
        calls = self.telegram.ledger.entries
        return [e for e in calls if e.method == "sendMessage" and e.chat_id != ADMIN and text in e.text]

    def accepted(self, text: str = TEXT) -> list[Entry]:
        """Those of them Telegram took."""
        return [entry for entry in self.sends(text) if entry.accepted]

    def lost(self, chats: Iterable[int] | None = None, text: str = TEXT) -> list[int]:
        """Who should have got it and did not."""
        return self.telegram.ledger.missing(self.chats if chats is None else chats, text)

    def doubled(self, text: str = TEXT) -> dict[int, int]:
        """Who got it more than once, the admin aside."""
        return {chat: more for chat, more in self.telegram.ledger.doubled(text).items() if chat != ADMIN}

    def refused_429(self) -> list[Entry]:
        """Calls refused for their speed."""
        return [entry for entry in self.telegram.ledger.entries if entry.status == 429]

    async def value(self, sql: str) -> Any:
        """Read one number from the committed state."""
        row = await self.database.row(sql)
        return row[0] if row else None

    async def subscribed(self) -> int:
        """How many subscribers there are."""
        return sum((await self.app.repositories.subscribers.count()).values())


def _shown(person: Person) -> str:
    newest = person.messages[-1]
    return "\n".join([str(newest.get("text", "")), *(button["text"] for button in buttons(newest))])


@asynccontextmanager
async def scene(
    people: int, *, faults: Faults | None = None, limits: Limits = QUICK, **more: Any
) -> AsyncIterator[Scene]:
    """Open a bot with so many subscribers and let it work until the end of the block."""
    clock = VirtualClock()
    telegram = pretended(clock, limits, faults)
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder) / "bot.db"
        await subscribe(path, people, clock)
        chats = list(range(FIRST, FIRST + people))
        for chat in chats:
            telegram.person(chat, "x").started = True
        async with at_work(path, telegram, clock, more) as (app, database):
            yield Scene(app, telegram, database, chats)


def pretended(clock: VirtualClock, limits: Limits = QUICK, faults: Faults | None = None) -> Telegram:
    """A Telegram on virtual time."""
    return Telegram(token=TOKEN, now=lambda: clock.now().timestamp(), sleep=clock.sleep, limits=limits, faults=faults)


async def subscribe(path: Path, people: int, clock: VirtualClock) -> None:
    """Write subscribers into a file no bot works on."""
    database = await open_database(await lay_empty_database(path), None, clock)
    if people:
        async with database.writing() as tx:
            await enter(tx, range(FIRST, FIRST + people))
    await database.close()


@asynccontextmanager
async def at_work(
    path: Path, telegram: Telegram, clock: VirtualClock, more: dict[str, Any]
) -> AsyncIterator[tuple[App, Database]]:
    """Run the bot over a file until the end of the block; what it left there the next one finds."""
    built_once.install()
    values = {
        "bot_token": TOKEN,
        "admin_ids": str(ADMIN),
        "database_path": path,
        "database_unencrypted": True,
        "send_undo": 0,
    }
    stop = asyncio.Event()
    async with opened(Fixed(**{**values, **more}), clock, stop, InProcessSession(telegram)) as app:
        reading = await open_database(path, None, clock)
        try:
            async with asyncio.TaskGroup() as tasks:
                await app.prepare()
                app.vitals.pulse.expect(*Part)
                tasks.create_task(app.inbox.run(stop))
                tasks.create_task(app.sender.run(stop))
                for tick in app.ticks():
                    tasks.create_task(beat(app, tick, stop))
                try:
                    yield app, reading
                finally:
                    stop.set()
                    telegram.release()
        finally:
            await reading.close()


async def beat(app: App, tick: Tick, stop: asyncio.Event) -> None:
    """The metronome's work on virtual time: APScheduler asks the machine's own clock, which does not move here."""
    while not stop.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), tick.seconds)
            return
        well = await attempt(tick)
        if tick.name in VITAL:
            app.ticked(tick.name, well=well)
