"""A1 as chats: above the desk the next three things due, red when the time of one has passed by two minutes."""

from datetime import timedelta

import pytest

from bot.core.upcoming import Due, DueKind
from bot.core.videos.feed import Trouble
from tests.chat import Chatter, Town, town

FIRST = "/seminar 2026-12-05 19:00 America/New_York | Работа | Work"
FEED = "https://www.youtube.com/feeds/videos.xml?channel_id=UCaaaaaaaaaaaaaaaaaaaaaa"
SECOND = "/seminar 2026-12-05 19:30 America/New_York | Суд | Court"


async def desk(admin: Chatter) -> list[str]:
    """Open the desk; return the lines of what is due."""
    await admin.sends("/admin")
    _, due, *_ = admin.text.split("\n\n")
    return due.split("\n")[1:]


async def ready(t: Town, *forms: str) -> Chatter:
    """An admin who has entered seminars, and a subscriber who heard of them."""
    await t.subscriber()
    admin = t.admin()
    await admin.sends("/start")
    for form in forms:
        await admin.announces(form)
    await t.tick()
    return admin


async def test_nothing_is_planned() -> None:
    async with town() as t:
        assert await desk(await ready(t)) == ["Ничего не запланировано."]


async def test_the_earliest_three_of_two_seminars_in_both_languages() -> None:
    async with town() as t:
        admin = await ready(t, FIRST, SECOND)
        first, second, third = await desk(admin)
        assert "пт 4 декабря, 19:00 Нью-Йорк · напоминание о семинаре «Работа»" in first
        assert "пт 4 декабря, 19:30 Нью-Йорк · напоминание о семинаре «Суд»" in second
        assert "сб 5 декабря, 18:00 Нью-Йорк · напоминание о семинаре «Работа»" in third
        await admin.taps("English")
        admin.sees("Next", "Fri 4 December, 19:00 New York · reminder of the seminar “Work”")
        admin.sees_not("🔴")


@pytest.mark.parametrize(("seconds", "red"), [(119, False), (121, True)])
async def test_a_reminder_that_is_held_turns_red(seconds: int, red: bool) -> None:
    async with town() as t:
        admin = await ready(t, "/seminar 2026-11-25 20:00 UTC | Работа | Work")
        await admin.sends("/pause")
        begins = timedelta(hours=20) - timedelta(hours=t.clock.now().hour)
        await t.later(seconds=(begins + timedelta(days=0, seconds=seconds)).total_seconds())
        line = (await desk(admin))[0]
        assert ("🔴" in line and "просрочено" in line) == red


async def test_a_reminder_nobody_queued_turns_red_and_one_that_went_is_gone() -> None:
    async with town() as t:
        admin = await ready(t, "/seminar 2026-11-26 12:00 UTC | Работа | Work")
        before = await desk(admin)
        t.clock.forward(hours=24, minutes=3)  # no tick: as if the scheduler stood still
        assert "🔴" in (await desk(admin))[0]
        await t.tick()
        after = await desk(admin)
        assert "🔴" not in "".join(after)
        assert len(after) < len(before) + 1


async def test_a_broadcast_that_waits_is_named() -> None:
    async with town() as t:
        admin = await ready(t)
        await admin.sends("/pause")
        await admin.sends("/broadcast")
        await admin.sends("Текст")
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 1")
        assert "рассылка № 1" in (await desk(admin))[0]
        t.clock.forward(minutes=3)
        assert (await desk(admin))[0].startswith("🔴")


async def test_a_step_that_is_off_is_not_due_and_a_long_title_is_cut() -> None:
    async with town() as t:
        admin = await ready(t, f"/seminar 2026-12-05 19:00 UTC | {'Я' * 80} | {'Z' * 80}")
        lines = await desk(admin)
        assert all("Я" * 59 + "…" in line for line in lines)
        await admin.taps_data("man:ru:0:switch:1:86400:0")
        assert "сб 5 декабря" in (await desk(admin))[0]


async def test_the_channels_feed_is_due_when_it_is_asked_next() -> None:
    async def silent() -> Trouble:
        return Trouble.SILENCE

    async with town(youtube_feed_url=FEED, feed=silent) as t:
        admin = await ready(t)
        assert "07:30 Нью-Йорк · проверка новых видео" in (await desk(admin))[0]
        t.clock.forward(minutes=33)
        assert "🔴" in (await desk(admin))[0]


async def test_another_source_is_asked_too() -> None:
    async with town() as t:
        admin = await ready(t)
        upcoming = t.app.dispatcher["admin_desk"].upcoming

        async def feed(_: object) -> list[Due]:
            return [Due(t.clock.now() + timedelta(minutes=9), DueKind.FEED)]

        object.__setattr__(upcoming.next_due, "sources", (feed,))
        assert "проверка новых видео" in (await desk(admin))[0]
