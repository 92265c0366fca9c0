"""Whole runs for Stars against the pretended Telegram, on virtual time: fast, nobody slowed, nobody left out."""

import asyncio
import itertools
from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.ledger import Entry
from bot.demo.limits import Limits
from tests.chaos.scene import Scene, at_work, pretended, scene, subscribe
from tests.chaos.virtual import VirtualClock, on_virtual_time, true
from tests.chat import ADMIN

LATE = Limits(latency=(0.01, 0.02), after=(0.01, 0.02))
NOTICE = "Рассылка идёт дальше бесплатно"
FREE_RATE = 30


@pytest.fixture(autouse=True)
def any_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offer the faster way to a few dozen people too; what it must save is tried in test_misleading_chat.py."""
    monkeypatch.setattr("bot.handlers.broadcasts.screens.WORTH_STARS", timedelta(0))


def flagged(entry: Entry) -> bool:
    """Whether a call asked to be paid for."""
    return entry.params.get("allow_paid_broadcast") == "true"


def most_in_a_second(entries: list[Entry]) -> int:
    """The most of them in any second."""
    times = sorted(entry.at for entry in entries)
    return max(sum(at <= other < at + 1 for other in times[first:]) for first, at in enumerate(times))


def rate(entries: list[Entry]) -> float:
    """Messages a second from the first to the last of them."""
    times = [entry.at for entry in entries]
    return (len(times) - 1) / (max(times) - min(times))


async def pays(s: Scene, text: str = "Новость для всех") -> None:
    """Let the admin write, preview and pay for a broadcast to everybody."""
    s.admin.sends("/broadcast")
    await s.sees(s.admin, "Отмена")
    s.admin.sends(text)
    await s.sees(s.admin, "Одно для всех")
    s.admin.press("Одно для всех")
    await s.sees(s.admin, "Быстро за")
    s.admin.press("Быстро за")


def notices(s: Scene) -> int:
    """How often the admin was told that paying has ended."""
    return sum(NOTICE in str(message.get("text")) for message in s.admin.messages)


async def told_once(s: Scene) -> None:
    """Wait until the admin has been told that paying has ended."""
    await true(lambda: notices(s) == 1, within=30)


async def edited(s: Scene, chat: int, times: int) -> None:
    """Wait until a chat's screens have been redrawn so often."""
    await true(lambda: len(s.telegram.ledger.accepted("editMessageText", chat)) >= times, every=0.01)


async def all_told(s: Scene, people: int) -> None:
    """Wait for the end of a run, and see that everybody has it once."""
    await true(lambda: any("Рассылка закончена" in str(m.get("text")) for m in s.admin.messages), within=600)
    assert (s.lost(), s.doubled(), len(s.accepted())) == ([], {}, people)
    row = await s.database.row("SELECT total, delivered, failed, unknown, twice FROM mailing WHERE kind = 'broadcast'")
    assert row == (people, people, 0, 0, 0)


@pytest.mark.long
@on_virtual_time
async def test_a_paid_run_is_fast_and_keeps_the_limit() -> None:
    people = 700
    async with scene(people, limits=LATE, paid_broadcast_rate=1000) as s:
        s.telegram.world.stars.tenths = people
        await pays(s)
        await all_told(s, people)
        sent = s.accepted()
        assert all(map(flagged, sent))
        assert s.telegram.world.stars.spent == people
        assert rate(sent) > 20 * FREE_RATE
        assert s.refused_429() == []
        assert notices(s) == 0


@pytest.mark.long
@on_virtual_time
async def test_replies_and_reminders_keep_their_time_beside_it() -> None:
    people, paid_rate = 300, 60
    async with scene(people, limits=LATE, paid_broadcast_rate=paid_rate, reminder_offsets="1h") as s:
        s.telegram.world.stars.tenths = people
        reader = s.telegram.person(101, "x", "ru")
        reader.sends("/start")
        await s.sees(reader, "Вопросы и ответы")
        await pays(s)
        await true(lambda: len(s.accepted()) > 10, every=0.05)
        await s.announces("/seminar 2026-12-05 19:00 UTC | Тема | Topic | https://youtu.be/abc | 90m")
        took = []
        for label in itertools.islice(itertools.cycle(("Вопросы и ответы", "Меню")), 6):
            tapped = s.now()
            reader.press(label)
            await edited(s, reader.id, len(s.telegram.ledger.accepted("editMessageText", reader.id)) + 1)
            took.append(s.now() - tapped)
            await asyncio.sleep(0.4)
        assert len(s.accepted()) < people
        assert max(took) < 1
        announced = [entry for entry in s.accepted("Новый семинар") if entry.chat_id != ADMIN]
        assert rate(announced) > 0.8 * FREE_RATE
        assert not any(map(flagged, announced))
        await all_told(s, people)
        assert rate(s.accepted()) > 0.9 * paid_rate
        assert s.refused_429() == []


@on_virtual_time
async def test_where_all_are_counted_together_the_paid_ones_give_way() -> None:
    """Telegram does not say whether the others keep their thirty a second beside a paid run."""
    people = 500
    together = Limits(latency=(0.01, 0.02), after=(0.01, 0.02), paid_counts=True)
    async with scene(people, limits=together, paid_broadcast_rate=100) as s:
        s.telegram.world.stars.tenths = people
        readers = [s.telegram.person(number, "x", "ru") for number in range(101, 105)]
        for reader in readers:
            reader.sends("/start")
            await s.sees(reader, "Вопросы и ответы")
        await pays(s)
        await true(lambda: len(s.accepted()) > 60, every=0.05)
        for reader in readers:
            reader.press("Вопросы и ответы")
        await true(lambda: all(s.telegram.ledger.accepted("editMessageText", r.id) for r in readers), within=4)
        assert len(s.accepted()) < people
        await all_told(s, people)
        assert s.app.pace.rate == FREE_RATE
        assert all(map(flagged, s.accepted()))


@on_virtual_time
async def test_the_stars_run_out_in_the_middle() -> None:
    people, paid = 300, 200
    async with scene(people, limits=LATE, paid_broadcast_rate=1000) as s:
        s.telegram.world.stars.tenths = people
        await pays(s)
        s.telegram.world.stars.tenths = paid
        await all_told(s, people)
        sent = s.accepted()
        free = [entry for entry in sent if not flagged(entry)]
        assert (sum(map(flagged, sent)), s.telegram.world.stars.spent) == (paid, paid)
        assert most_in_a_second(free) <= FREE_RATE
        assert rate(free) > 0.8 * FREE_RATE
        assert s.refused_429() == []
        await asyncio.sleep(30)
        assert notices(s) == 1


@on_virtual_time
async def test_whatever_telegram_calls_it() -> None:
    """In words nobody has seen yet, at once or in the middle: four wait, the fifth is understood, nobody fails."""
    people = 200
    for left in (0, 80):
        async with scene(people, limits=LATE, paid_broadcast_rate=100) as s:
            stars = s.telegram.world.stars
            stars.tenths, stars.refusal = people, "SOMETHING_NEW"
            await pays(s)
            stars.tenths = left
            await all_told(s, people)
            await told_once(s)
            assert stars.spent == left


@on_virtual_time
async def test_where_paying_brings_no_speed_it_ends() -> None:
    """Telegram may refuse in no words at all: the usual limit holds for what says it is paid for, and 429s tell."""
    people = 200
    async with scene(people, limits=LATE, paid_broadcast_rate=1000) as s:
        s.telegram.world.stars.tenths, s.telegram.world.stars.refusal = people, ""
        await pays(s)
        s.telegram.world.stars.tenths = 0
        await all_told(s, people)
        await told_once(s)
        assert s.telegram.world.stars.spent == 0


@pytest.mark.long
@on_virtual_time
async def test_a_lower_limit_is_learned_and_the_others_do_not_learn_it() -> None:
    people = 900
    slower = Limits(paid_per_second=150, latency=(0.01, 0.02), after=(0.01, 0.02))
    async with scene(people, limits=slower, paid_broadcast_rate=1000) as s:
        s.telegram.world.stars.tenths = people
        await pays(s)
        await all_told(s, people)
        assert all(map(flagged, s.accepted()))
        assert rate(s.accepted()) > 2 * FREE_RATE
        assert s.app.pace.rate == FREE_RATE
        assert notices(s) == 0


@on_virtual_time
async def test_the_end_of_paying_outlives_a_kill(tmp_path: Path) -> None:
    """What was free before the process died stays free after it, though there are Stars again; the word comes once."""
    people, clock = 150, VirtualClock()
    telegram, path = pretended(clock, LATE), tmp_path / "bot.db"
    await subscribe(path, people, clock)
    chats = list(range(10_001, 10_001 + people))
    for chat in chats:
        telegram.person(chat, "x").started = True
    telegram.world.stars.tenths = people
    more = {"paid_broadcast_rate": 1000}
    async with at_work(path, telegram, clock, more) as (app, database):
        s = Scene(app, telegram, database, chats)
        await pays(s)
        telegram.world.stars.tenths = 50
        await true(lambda: any(not flagged(entry) for entry in s.accepted()), every=0.05)
    telegram.world.stars.tenths = people
    async with at_work(path, telegram, clock, more) as (app, database):
        s = Scene(app, telegram, database, chats)
        await all_told(s, people)
        await asyncio.sleep(30)
        assert (telegram.world.stars.spent, notices(s)) == (50, 1)


@on_virtual_time
async def test_a_paid_run_goes_on_for_nothing_where_the_setting_is_gone(tmp_path: Path) -> None:
    people, clock = 120, VirtualClock()
    telegram, path = pretended(clock, LATE), tmp_path / "bot.db"
    await subscribe(path, people, clock)
    chats = list(range(10_001, 10_001 + people))
    for chat in chats:
        telegram.person(chat, "x").started = True
    telegram.world.stars.tenths = people
    async with at_work(path, telegram, clock, {"paid_broadcast_rate": 31}) as (app, database):
        s = Scene(app, telegram, database, chats)
        await pays(s)
        await true(lambda: len(s.accepted()) > 20, every=0.05)
    async with at_work(path, telegram, clock, {}) as (app, database):
        s = Scene(app, telegram, database, chats)
        spent = telegram.world.stars.spent
        await all_told(s, people)
        assert 0 < telegram.world.stars.spent == spent < people


@on_virtual_time
async def test_a_pause_stops_it_and_a_cancel_ends_it() -> None:
    people = 2_000
    async with scene(people, limits=LATE, paid_broadcast_rate=100) as s:
        s.telegram.world.stars.tenths = people
        await pays(s)
        await true(lambda: len(s.accepted()) > 50, every=0.05)
        s.admin.sends("/pause")
        await asyncio.sleep(1.5)
        stopped = len(s.accepted())
        await asyncio.sleep(5)
        assert len(s.accepted()) == stopped
        s.admin.press("Отменить")
        await asyncio.sleep(2)
        assert len(s.accepted()) == stopped == s.telegram.world.stars.spent < people
