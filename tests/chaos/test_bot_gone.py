"""O10: Telegram takes the bot away; its site stands, a reserve bot begins with an empty file, and readers bring a link.

The part of the runbook that has this name (docs/operations.md). No id moves from one database to the other: the reserve
bot knows whoever comes from then on, and nobody before.
"""

import asyncio
import tempfile
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.core.locales import Locale
from bot.core.subscribers.carried import Carried
from bot.core.subscribers.subscribers import Choice
from bot.demo.chats.person import Person
from bot.demo.faults.plan import Fault, FaultKind
from bot.demo.telegram import Telegram
from bot.handlers.inbox import TokenRejected
from bot.storage.db.sqlite import open_database
from tests.chaos.figures import note
from tests.chaos.scene import MEMORY, QUICK, Scene, at_work, pretended
from tests.chaos.virtual import VirtualClock, on_virtual_time, true
from tests.empty_database import lay_empty_database
from tests.people import subscribe
from tests.privacy.traces import FIRST, found
from tests.sizes import FULL, dice, trials

pytestmark = pytest.mark.long

PEOPLE = trials(10_000, 100)
RESERVE, RESERVE_TOKEN = "seminar_second_bot", "43:SECOND"
USUAL_SHARE = 0.7
TAKE = {Locale.RU: "Подписаться", Locale.EN: "Subscribe"}
CAME = """
SELECT chat, language, reminders, recordings, news, silent, discreet FROM subscriber JOIN person ON number = person
"""

COMING_SECONDS = 1_800 if FULL else 240
"""Within so long after the organisers have said it on their pages everybody opens the link."""

READING_SECONDS = 20
SEMINAR_AFTER = timedelta(hours=1, minutes=3, seconds=COMING_SECONDS)
"""The step of an hour is due three minutes after the last has come."""


def chosen(chance: Random) -> Iterator[Carried]:
    """Yield what people had chosen: most of them the usual, with reminders; others anything."""
    while True:
        usual = chance.random() < USUAL_SHARE
        on = frozenset(each for each in Choice if chance.random() < 0.5)
        yield Carried(Locale.RU) if usual else Carried(chance.choice(list(Locale)), on)


@dataclass
class Arrivals:
    """People who open their links one after another, read, and tap; looked after once a second."""

    coming: deque[tuple[float, Person, Carried]]
    waiting: list[tuple[Person, Carried]] = field(default_factory=list)
    reading: deque[tuple[float, Person, Carried]] = field(default_factory=deque)

    async def all_tap(self) -> None:
        """End when the last one has tapped."""
        loop = asyncio.get_running_loop()
        while self.coming or self.waiting or self.reading:
            self._look(loop.time())
            await asyncio.sleep(1)

    def _look(self, now: float) -> None:
        while self.coming and self.coming[0][0] <= now:
            _, person, link = self.coming.popleft()
            person.starts(link.payload())
            self.waiting.append((person, link))
        answered = [(person, link) for person, link in self.waiting if len(person.messages) > 1]
        self.waiting = [(person, link) for person, link in self.waiting if len(person.messages) == 1]
        self.reading.extend((now + READING_SECONDS, person, link) for person, link in answered)
        while self.reading and self.reading[0][0] <= now:
            _, person, link = self.reading.popleft()
            person.press(TAKE[link.language])


async def taken_away(folder: Path, clock: VirtualClock, chats: list[int]) -> None:
    """Let a bot with these subscribers work until Telegram does not know its token any more."""
    telegram = pretended(clock)
    database = await open_database(await lay_empty_database(folder / "bot.db"), None, clock)
    async with database.writing() as tx:
        await subscribe(tx, chats)
    await database.close()
    more = {"successor": f"@{RESERVE}", "site_dir": folder / "site"}
    with pytest.raises(BaseExceptionGroup) as ended:
        async with at_work(folder / "bot.db", telegram, clock, more):
            await true((folder / "site" / "ru" / "verify.html").exists)
            telegram.faults.add(Fault(FaultKind.ERROR, status=401, description="Unauthorized"))
            telegram.release()
            await asyncio.sleep(3_600)
    assert ended.group_contains(TokenRejected)


@asynccontextmanager
async def reserve_bot(folder: Path, clock: VirtualClock, chats: list[int]) -> AsyncIterator[Scene]:
    """Let another bot work, with an empty file and a token of its own."""
    telegram = Telegram(token=RESERVE_TOKEN, now=lambda: clock.now().timestamp(), sleep=clock.sleep, limits=QUICK)
    await lay_empty_database(folder / "bot.db")
    async with at_work(folder / "bot.db", telegram, clock, {"bot_token": RESERVE_TOKEN}) as (app, database):
        yield Scene(app, telegram, database, chats)


async def all_come(scene: Scene, links: dict[int, Carried], chance: Random) -> None:
    """Let everybody open their link and subscribe; each row is what the link says."""
    begun = asyncio.get_running_loop().time()
    at = sorted(begun + chance.random() * COMING_SECONDS for _ in links)
    people = [(scene.person(chat), links[chat]) for chat in chance.sample(scene.chats, len(links))]
    await Arrivals(deque((moment, *each) for moment, each in zip(at, people, strict=True))).all_tap()
    await true(lambda: scene.app.inbox.memory.updates == 0, 600)
    rows = {row[0]: tuple(row[1:]) for row in await scene.database.rows(CAME)}
    assert rows == {chat: (link.language.value, *map(link.has, Choice)) for chat, link in links.items()}


@on_virtual_time
async def test_o10_a_bot_is_taken_away_and_its_readers_come_over_with_a_link() -> None:
    clock, chance = VirtualClock(), dice("a bot is gone")
    chats = list(range(FIRST, FIRST + PEOPLE))
    links = dict(zip(chats, chosen(chance), strict=False))
    with tempfile.TemporaryDirectory(dir=MEMORY) as old, tempfile.TemporaryDirectory(dir=MEMORY) as new:
        await taken_away(Path(old), clock, chats)
        assert found(chats[:3], Path(old)) == set(chats[:3]), "they are known there"
        page = (Path(old) / "site" / "ru" / "verify.html").read_text(encoding="utf-8")
        assert f"https://t.me/{RESERVE}?start=as_ru_rvn" in page, "the site stands, and says where to go"
        begun = clock.now()
        async with reserve_bot(Path(new), clock, chats) as scene:
            start = begun + SEMINAR_AFTER
            await scene.announces(f"/seminar {start:%Y-%m-%d %H:%M} UTC | Суд | Court | https://youtu.be/abc | 90m")
            moved = found(chats, Path(new))
            assert moved == set()
            await all_come(scene, links, chance)
            over, since = minutes(clock.now() - begun), len(scene.telegram.ledger.entries)
            reminded = [chat for chat, link in links.items() if link.has(Choice.REMINDERS)]
            await true(lambda: len(sent(scene.telegram, since)) >= len(reminded), 3_600, 10)
            await asyncio.sleep(30)
            got = sent(scene.telegram, since)
        assert sorted(chat for _, chat in got) == reminded, "nobody twice, nobody missed, nobody who wants none"
        assert scene.refused_429() == []
    first, last = (minutes(datetime.fromtimestamp(at, UTC) - begun) for at in (min(got)[0], max(got)[0]))
    note(
        "O10",
        f"the token revoked with {PEOPLE:,} subscribers; all open their links to a reserve bot, its file empty, "
        f"within {COMING_SECONDS // 60} min: ids moved {len(moved)}, all subscribed after {over}; "
        f"the reminder due at {minutes(SEMINAR_AFTER) - 60:.0f} min reached {len(reminded):,} people, the first at "
        f"{first} and the last at {last} min: lost 0, doubled 0, 429 0",
    )


def minutes(span: timedelta) -> float:
    """Return a span in minutes."""
    return round(span.total_seconds() / 60, 1)


def sent(telegram: Telegram, since: int) -> list[tuple[float, int]]:
    """Return when and to whom a reminder went: every message but answers."""
    entries = telegram.ledger.entries[since:]
    told = [(e.arrived, e.chat_id or 0) for e in entries if e.accepted and e.method == "sendMessage"]
    return [(at, chat) for at, chat in told if chat >= FIRST]
