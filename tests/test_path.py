"""Reminders through the whole bot on a clock set by hand: what each person was told, by Telegram's ledger (S3, S4).

The seminar is on 5 December at 19:00 in New York, midnight in UTC; the test begins on 24 November at noon.
"""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Choice
from tests.chat import ADMIN, Chatter, Town, town

FORM = "/seminar 2026-12-05 19:00 America/New_York | Работа | Work | https://youtu.be/abc | 90m"
START = datetime(2026, 12, 6, 0, 0, tzinfo=UTC)
DAY, HOUR, TEN, LIVE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=10), timedelta()
RATING = -timedelta(minutes=90 + 30)
LEADS = {
    "new": ("Новый семинар", "A new seminar"),
    "early": ("Напоминание о семинаре", "Seminar reminder"),
    "soon": ("Скоро семинар", "The seminar is soon"),
    "live": ("Семинар в эфире", "The seminar is live"),
    "rating": ("Как прошёл семинар", "How was the seminar"),
    "moved": ("Семинар перенесён", "The seminar was moved"),
    "cancelled": ("Семинар отменён", "The seminar is cancelled"),
    "meeting": ("стреч", "eeting"),
}
WHOLE = ["new", "early", "early", "soon", "live"]
CHANGES = ("Перенести", "2026-12-06 19:00 America/New_York")


def told(t: Town, who: Chatter) -> list[str]:
    """What a person was sent by itself, in order, by the first line of each message."""
    texts = [text for text in t.telegram.ledger.texts(who.id) if "Подписка" not in text]
    firsts = [text.split("\n")[0] for text in texts]
    return [kind for first in firsts for kind, leads in LEADS.items() if any(lead in first for lead in leads)]


async def entered(t: Town) -> Chatter:
    """Let the admin enter the seminar; everybody there is is told of it."""
    admin = t.admin()
    await admin.announces(FORM)
    await t.tick()
    return admin


async def until(t: Town, moment: datetime, *starts: datetime) -> None:
    """Let the time pass up to a moment, with the regular work done just before, at and after every step's."""
    around = (timedelta(seconds=-1), timedelta(), timedelta(minutes=1))
    dues = [start - before for start in starts or (START, START + DAY) for before in (DAY, HOUR, TEN, LIVE)]
    for stop in sorted({moment, *(due + by for due in dues for by in around)}):
        if t.clock.now() < stop <= moment:
            await t.later(seconds=(stop - t.clock.now()).total_seconds())


async def change(admin: Chatter, *steps: str) -> None:
    """Tap buttons of the seminar's card; a step that looks like a moment is written. An old card wants a second tap."""
    for step in steps:
        if step[0].isdigit():
            await admin.sends(step)
            await admin.taps("Перенести ·")
        else:
            await admin.taps(step)
            if "не выполнено" in str(admin.person.messages[-1].get("text")):
                await admin.taps(step)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_the_ladder_arrives_once_at_its_moments(language: str) -> None:
    async with town() as t:
        who = await t.subscriber(language=language)
        await entered(t)
        await until(t, START + timedelta(hours=2))
        assert told(t, who) == [*WHOLE, "rating"]
        entries = t.telegram.ledger.accepted("sendMessage", who.id)
        dues = [(START - before).timestamp() for before in (DAY, HOUR, TEN, LIVE, RATING)]
        assert all(0 <= entry.at - due <= 1 for entry, due in zip(entries[1:], dues, strict=True))
        title = {"ru": "Работа", "en": "Work"}[language]
        assert all(title in str(entry.params["text"]) for entry in entries)


@pytest.mark.parametrize("down", [timedelta(minutes=5), timedelta(hours=2), timedelta(days=3)])
@pytest.mark.parametrize("before", [DAY, HOUR, TEN, LIVE])
async def test_a_downtime_over_a_moment_collapses_into_what_is_useful(down: timedelta, before: timedelta) -> None:
    async with town() as t:
        anna = await t.subscriber()
        await entered(t)
        await until(t, START - before - timedelta(minutes=1))
        known = told(t, anna)
        t.clock.forward(seconds=down.total_seconds())
        await t.app.prepare()
        await t.app.sender.drain()
        missed = told(t, anna)[len(known) :]
        left = START - t.clock.now()
        useful = [
            (DAY, HOUR, "early"),
            (HOUR, TEN, "early"),
            (TEN, LIVE, "soon"),
            (LIVE, timedelta(minutes=-90), "live"),
        ]
        assert missed == [kind for first, last, kind in useful if last < left <= first]
        await until(t, START + HOUR)
        later = [kind for first, _, kind in useful if left > first]
        assert told(t, anna) == [*known, *missed, *later]


async def test_a_clock_that_steps_back_and_forth_repeats_nothing() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await entered(t)
        for before in (DAY, HOUR, TEN, LIVE):
            for step in (1, -3700, 30, 7200, -7200, -86_400, 1):
                t.clock.set(START - before + timedelta(seconds=step))
                await t.app.bot.get_my_name()  # as a poll does within half a minute: its answer tells the time there
                if step < 2:
                    await t.tick()
            await t.tick()
        await until(t, START + HOUR)
        assert told(t, anna) == WHOLE


@pytest.mark.parametrize("passed", [0, 1, 2, 3])
async def test_a_moved_seminar_is_told_once_and_climbs_a_new_ladder(passed: int) -> None:
    async with town() as t:
        anna, late = await t.subscriber(), t.person("Ольга")
        admin = await entered(t)
        if passed:
            await until(t, START - (DAY, HOUR, TEN)[passed - 1] + timedelta(minutes=2))
        late.person.started = True
        await t.app.dispatcher["subscribe"](late.id, Locale.RU, discreet=False)
        await change(admin, *CHANGES)
        await until(t, START + DAY + HOUR)
        assert told(t, anna) == [*WHOLE[: passed + 1], "moved", *WHOLE[1:]]
        assert told(t, late) == WHOLE  # it is new to her


@pytest.mark.parametrize("passed", [0, 2])
async def test_a_cancelled_seminar_is_told_once_and_silence_follows(passed: int) -> None:
    async with town() as t:
        anna, john = await t.subscriber(), await t.subscriber("John", "en")
        admin = await entered(t)
        await until(t, START - (DAY, DAY, HOUR)[passed] + timedelta(minutes=passed - 1))
        late = await t.subscriber("Ольга")
        before = told(t, anna)
        await change(admin, "Отменить семинар", "Отменить семинар ·")
        await until(t, START + HOUR)
        assert told(t, anna) == told(t, john) == [*before, "cancelled"]
        assert told(t, late) == []


async def test_steps_switched_off_are_not_sent_and_the_others_are() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await entered(t)
        await change(admin, "за 1 ч", "в эфире")
        await until(t, START + HOUR)
        assert told(t, anna) == ["new", "early", "soon"]


async def test_how_loud_each_message_is() -> None:
    async with town() as t:
        loud, quiet = await t.subscriber(), await t.subscriber("Ольга")
        await t.app.dispatcher["choose"](quiet.id, Choice.SILENT, on=True)
        await entered(t)
        await until(t, START + HOUR)
        rings = [
            [not e.params.get("disable_notification") for e in t.telegram.ledger.accepted("sendMessage", who.id)]
            for who in (loud, quiet)
        ]
        assert rings == [[False, False, True, True, True], [False] * 5]


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_discreet_person_is_sent_nothing_that_says_what_it_is_about(language: str) -> None:
    async with town() as t:
        anna = await t.subscriber(language=language)
        await t.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
        admin = await entered(t)
        await until(t, START - DAY + HOUR)
        await change(admin, *CHANGES)
        await until(t, START + DAY + HOUR)
        assert told(t, anna) == ["meeting"] * 7
        for entry in t.telegram.ledger.accepted("sendMessage", anna.id):
            said = str(entry.params)
            assert not any(word in said for word in ("еминар", "eminar", "Работа", "Work", "youtu", "http"))


async def test_who_joins_late_is_sent_only_what_comes_after() -> None:
    async with town() as t:
        await entered(t)
        await until(t, START - HOUR + timedelta(minutes=3))
        olga = await t.subscriber("Ольга")
        await until(t, START + HOUR)
        assert told(t, olga) == ["soon", "live"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("2027-03-14 02:30 America/New_York", "Такого времени не будет"),
        ("2027-11-07 01:30 America/New_York", "Это время наступит дважды"),
    ],
)
async def test_a_local_time_that_is_none_or_two(line: str, shown: str) -> None:
    async with town() as t:
        anna, admin = await t.subscriber(), t.admin()
        await admin.sends(f"/seminar {line} | Работа | Work | 90m")
        admin.sees(shown)
        await t.tick()
        assert told(t, anna) == []
        if "дважды" in shown:
            await admin.taps("Позже")
            await admin.taps("Объявить")
            second = datetime(2027, 11, 7, 6, 30, tzinfo=UTC)
            await until(t, second + HOUR, second)
            assert told(t, anna) == WHOLE
            live = t.telegram.ledger.accepted("sendMessage", anna.id)[-1]
            assert 0 <= live.at - second.timestamp() <= 1
        assert admin.id == ADMIN
