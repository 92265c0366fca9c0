"""The bot was down, or fast asleep, over the moment something was due (T37, T44): once, in time, or not at all."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.demo.ledger import Entry
from bot.demo.telegram import Telegram
from tests.chaos import figures
from tests.chaos.scene import FIRST, Scene, at_work, pretended, scene, subscribe
from tests.chaos.virtual import START, VirtualClock, on_virtual_time, suspend, true
from tests.sizes import trials

PEOPLE = 40
CHATS = range(FIRST, FIRST + PEOPLE)
TITLE = "Право на работу"
LADDER = "24h,1h,10m,0m"
MINUTE = 60
AFTER = trials(119, 95) * MINUTE
"""Seconds after its beginning for which it is watched; it lasts 90 minutes, and half an hour later it is rated."""


class Outage:
    """Minutes after the start: when the seminar begins, when the bot goes and comes, what each is told after that."""

    def __init__(self, name: str, begins: int, goes: int, comes: int, at_once: int, later: int) -> None:
        self.name = name
        self.begins = START + timedelta(minutes=begins)
        self.goes = START + timedelta(minutes=goes)
        self.comes = START + timedelta(minutes=comes)
        self.at_once = at_once
        self.later = later


OUTAGES = (
    Outage("5 min", begins=70, goes=8, comes=13, at_once=1, later=2),
    Outage("2 h", begins=135, goes=10, comes=130, at_once=1, later=1),
    Outage("2 h, back after the beginning", begins=125, goes=10, comes=130, at_once=1, later=0),
    Outage("3 days", begins=29 * 60, goes=10, comes=10 + 72 * 60, at_once=0, later=0),
)


def told(telegram: Telegram) -> list[Entry]:
    """What the people were sent about the seminar."""
    return [e for e in telegram.ledger.messages(TITLE) if e.chat_id in CHATS]


async def pass_until(moment: datetime) -> None:
    """Let time pass, everybody at work."""
    await asyncio.sleep((moment - VirtualClock().now()).total_seconds())


async def enter(s: Scene, begins: datetime) -> None:
    """The admin enters a seminar, and everybody is told of it."""
    await s.announces(f"/seminar {begins:%Y-%m-%d %H:%M} UTC | {TITLE} | Work permits | https://youtu.be/abc | 90m")
    await true(lambda: len(told(s.telegram)) == PEOPLE, 300)


def a_person(entries: list[Entry]) -> set[int]:
    """How many of these messages each of the people got."""
    return {sum(entry.chat_id == chat for entry in entries) for chat in CHATS}


@pytest.mark.parametrize(
    "outage",
    [pytest.param(each, id=each.name, marks=[] if each is OUTAGES[1] else pytest.mark.long) for each in OUTAGES],
)
@on_virtual_time
async def test_t37_down_over_the_moment(tmp_path: Path, outage: Outage) -> None:
    clock, path = VirtualClock(), tmp_path / "bot.db"
    telegram = pretended(clock)
    await subscribe(path, PEOPLE, clock)
    for chat in CHATS:
        telegram.person(chat, "x").started = True
    async with at_work(path, telegram, clock, {"reminder_offsets": LADDER}) as (app, database):
        await enter(Scene(app, telegram, database, list(CHATS)), outage.begins)
        await pass_until(outage.goes)
    before = len(told(telegram))
    suspend((outage.comes - clock.now()).total_seconds())
    async with at_work(path, telegram, clock, {"reminder_offsets": LADDER}):
        await asyncio.sleep(MINUTE)
        at_once = told(telegram)[before:]
        await pass_until(max(outage.begins + timedelta(seconds=AFTER), clock.now()))
        later = told(telegram)[before + len(at_once) :]
    assert a_person(at_once) == {outage.at_once}
    assert a_person(later) == {outage.later}
    assert all(entry.at < (outage.begins + timedelta(minutes=90)).timestamp() for entry in at_once + later)
    figures.note("T37", f"{outage.name}: lost 0, stale 0, {outage.at_once} message a person at once")


@on_virtual_time
async def test_t44_the_beat_of_the_moment_is_missed() -> None:
    begins = START + timedelta(minutes=70)
    async with scene(PEOPLE, reminder_offsets=LADDER) as s:
        await enter(s, begins)
        await pass_until(begins - timedelta(hours=1, seconds=2))
        before = len(told(s.telegram))
        assert before == PEOPLE
        suspend(5)
        await asyncio.sleep(30)
        after = told(s.telegram)[before:]
        assert a_person(after) == {1}
        assert max(entry.at for entry in after) <= (begins - timedelta(hours=1)).timestamp() + 30
        figures.note("T44", "asleep for 5 s over the moment: lost 0, doubled 0, sent with the next beat")
