"""After a day offline: each who waited gets one answer, what only stops is obeyed, and who comes now waits little."""

import asyncio
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from bot.core.locales import Locale
from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram
from bot.handlers.subscribers.privacy import EraseEverything
from bot.handlers.subscribers.subscription import GiveUpSubscription
from tests.chaos.figures import note
from tests.chaos.scene import FIRST, MEMORY, at_work, pretended, subscribe
from tests.chaos.test_inbox_crowd import p95
from tests.chaos.virtual import VirtualClock, on_virtual_time, suspend, true
from tests.sizes import dice, trials

WAITING = trials(5_000, 250)
PEOPLE = WAITING // 5
DAY = 23 * 3600
"""Telegram keeps an update for a day."""

NEW_EVERY_SECONDS = 0.5
READING = ("/start", "/faq", "/help", "/seminars", "когда семинар?", "помощь")
TAPS = ("go:ru:0:faq", "go:ru:0:menu", "top:ru:0:first-steps", "go:ru:0:privacy")
LEAVING = GiveUpSubscription(lang=Locale.RU).pack()
ERASING = EraseEverything(lang=Locale.RU).pack()


@dataclass
class Crowd:
    """Who did what while the bot was down."""

    readers: list[Person] = field(default_factory=list)
    leaving: list[Person] = field(default_factory=list)
    asked: set[int] = field(default_factory=set)


def one_asks(person: Person, chance: Random) -> None:
    """Tap an old button, or write."""
    if chance.random() < 0.5:
        person.taps(person.messages[-1]["message_id"] if person.messages else 1, chance.choice(TAPS))
    else:
        person.sends(chance.choice(READING))


def the_day(telegram: Telegram, chats: list[int], chance: Random) -> Crowd:
    """Let everybody ask again and again; one in twenty leaves, by a command or a tap."""
    crowd = Crowd()
    people = [telegram.person(chat, "x") for chat in chats]
    for at, person in enumerate(people):
        (crowd.leaving if at % 20 == 7 else crowd.readers).append(person)
    comes: list[Person | None] = [*crowd.leaving, *[None] * (WAITING - len(crowd.leaving))]
    chance.shuffle(comes)
    for way, leaving in enumerate(comes):
        suspend(DAY / WAITING)
        if leaving:
            leave(leaving, way)
        else:
            reader = chance.choice(crowd.readers)
            one_asks(reader, chance)
            crowd.asked.add(reader.id)
    suspend(400)  # the last one too has waited
    return crowd


def leave(person: Person, way: int) -> None:
    """Say so once."""
    if way % 3 == 0:
        person.sends("/stop")
    else:
        person.taps(1, LEAVING if way % 3 == 1 else ERASING)


async def newcomers(telegram: Telegram, over: asyncio.Event) -> list[float]:
    """Let somebody new write all the time; return how long each waited."""
    loop, waits, numbers = asyncio.get_running_loop(), [], iter(range(900_001, 990_000))

    async def comes() -> None:
        person, before = telegram.person(next(numbers), "x"), loop.time()
        person.sends("/start")
        await true(lambda: len(person.messages) > 1, every=0.02)
        waits.append(loop.time() - before)

    async with asyncio.TaskGroup() as tasks:
        while not over.is_set():
            tasks.create_task(comes())
            await asyncio.sleep(NEW_EVERY_SECONDS)
    return waits


def answers(telegram: Telegram, since: int) -> Counter[int | None]:
    """Count what was shown to each chat since a place in the ledger: messages, and screens drawn in their place."""
    entries = telegram.ledger.entries[since:]
    shown = [e for e in entries if e.accepted and e.method in ("sendMessage", "editMessageText")]
    return Counter(entry.chat_id for entry in shown)


@pytest.mark.long
@on_virtual_time
async def test_t120_a_day_offline_one_answer_each_and_the_new_ones_first() -> None:
    clock, chance = VirtualClock(), dice("a day offline")
    telegram = pretended(clock)
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder) / "bot.db"
        await subscribe(path, PEOPLE, clock)
        chats = list(range(FIRST, FIRST + PEOPLE))
        for chat in chats:
            telegram.person(chat, "x").started = True
        async with at_work(path, telegram, clock, {}) as (_, database):
            assert await database.row("SELECT count(*) FROM subscriber") == (PEOPLE,)
        crowd = the_day(telegram, chats, chance)
        since, begun, over = len(telegram.ledger.entries), asyncio.get_running_loop().time(), asyncio.Event()
        async with at_work(path, telegram, clock, {}) as (app, database):
            coming = asyncio.ensure_future(newcomers(telegram, over))
            readers = {person.id for person in crowd.readers}
            asked = readers & crowd.asked
            await true(lambda: answers(telegram, since).keys() >= asked, 600)
            await true(lambda: app.inbox.memory.updates == 0, 600, 0.01)
            took = asyncio.get_running_loop().time() - begun
            over.set()
            waits = await coming
            counted = answers(telegram, since)
            assert {chat: counted[chat] for chat in readers if counted[chat] > 1} == {}
            left = await database.row("SELECT count(*) FROM subscriber")
            assert left == (PEOPLE - len(crowd.leaving),)
        assert [e for e in telegram.ledger.entries if e.status == 429] == []
    assert p95(waits) <= 2
    note(
        "T120",
        f"{WAITING:,} updates of {PEOPLE:,} people: one answer each within {took:.0f} s, "
        f"{len(crowd.leaving)} left; {len(waits)} new ones meanwhile: p95 {p95(waits):.1f} s, 429 0",
    )
