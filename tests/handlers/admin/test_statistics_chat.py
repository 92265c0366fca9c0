"""A11 as chats: the numbers of finished days, none below five, with the picture or without it."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.chart_process import NotDrawn
from bot.core.chart_sheet import ChartSheet
from bot.core.faq.search import Certainty, Found
from bot.core.locales import Locale
from tests.chat import Chatter, Town, town

FOUND = Found(Certainty.ANSWER, (("first-steps", 1.0),))
NONE = Found(Certainty.NONE, ())


async def ready(t: Town, russian: int = 7, english: int = 0) -> Chatter:
    """An admin, subscribers, a broadcast to them, and questions; a day later."""
    for number in range(russian):
        await t.subscriber(f"R{number}")
    for number in range(english):
        await t.subscriber(f"E{number}", "en")
    admin = t.admin()
    await admin.sends("/start")
    await admin.sends("/broadcast")
    await admin.sends("Текст")
    await admin.taps("Одно для всех")
    await admin.taps("Отправить")
    await t.tick()
    for found, times in ((FOUND, 9), (NONE, 6)):
        for _ in range(times):
            t.app.questions.question_stats.count(found, Locale.RU)
    await t.tick()
    await t.later(days=1)
    return admin


def size_of(message: dict[str, Any]) -> tuple[int, int, int]:
    """Return width, height and bytes of a message's picture; it is a PNG."""
    photo = message["photo"][-1]
    return photo["width"], photo["height"], photo["file_size"]


async def test_numbers_and_a_picture_of_1080_pixels_below_60_kb() -> None:
    async with town() as t:
        admin = await ready(t, 7, 6)
        await admin.sends("/stats")
        admin.sees("30 дней по 24 ноября", "По-русски: 7", "По-английски: 6", "Доставлено: 10")
        admin.sees("Вопросы боту: 15, ответа не нашлось на 40 %", "Первые шаги: 9")
        width, height, size = size_of(admin.last)
        assert (width, height > 600, size <= 60_000) == (1080, True, True)


async def test_the_desk_leads_there_in_both_languages_and_back() -> None:
    async with town() as t:
        admin = await ready(t)
        await admin.sends("/admin")
        await admin.taps("Статистика")
        admin.sees("По-русски: 7")
        await admin.taps("English")
        admin.sees("In Russian: 7", "Delivered: 5", "no answer found for 40 %")
        await admin.taps("Back")
        admin.sees("Desk", "📊 Statistics")


async def test_below_five_nothing_is_shown_or_kept() -> None:
    async with town() as t:
        admin = await ready(t, 7, 4)
        assert {what for (what,) in t.query("SELECT what FROM day_sum")} == {"subscribers/ru", "delivery/delivered"}
        await admin.sends("/stats")
        admin.sees("По-русски: 7", "По-английски: меньше пяти", "Доставлено: 10")
        admin.sees_not("Недоступны")


async def test_nothing_at_all_is_said_so() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/stats")
        admin.sees("По-русски: меньше пяти", "Пока нет чисел.", "Вопросы боту: пока нет чисел")


async def test_one_who_comes_or_goes_is_not_seen_in_two_days() -> None:
    async with town() as t:
        admin = await ready(t, 7)
        for coming, shown in ((1, 7), (3, 7), (1, 12)):
            for number in range(coming):
                await t.subscriber(f"N{number}")
            await t.later(days=1)
            await admin.sends("/stats")
            admin.sees(f"По-русски: {shown}")


async def test_without_the_extra_the_numbers_go_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.chart_process.PACKAGES", ("no_such_package",))
    async with town() as t:
        admin = await ready(t)
        await admin.sends("/stats")
        admin.sees("По-русски: 7")
        assert "photo" not in admin.last


async def test_a_picture_that_cannot_be_drawn_keeps_no_number_back() -> None:
    async with town() as t:
        admin = await ready(t)

        async def broken(_: object) -> bytes:
            raise NotDrawn

        t.app.dispatcher["statistics_desk"].draw = broken
        await admin.sends("/stats")
        admin.sees("По-русски: 7")
        assert "photo" not in admin.last


async def test_the_same_numbers_are_drawn_once() -> None:
    async with town() as t:
        admin = await ready(t)
        desk = t.app.dispatcher["statistics_desk"]
        drawn, draw = [0], desk.draw

        async def counted(sheet: ChartSheet) -> bytes:
            drawn[0] += 1
            return bytes(await draw(sheet))

        desk.draw = counted
        for _ in range(3):
            await admin.sends("/stats")
        assert drawn == [1]


async def test_nobody_else_is_shown_any() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await anna.sends("/stats")
        anna.sees("Такой команды у бота нет")
        await anna.taps_data("sts:ru:0")
        assert "photo" not in anna.last


async def test_days_the_bot_was_stopped_are_summed_later_and_a_year_later_they_are_gone() -> None:
    async with town() as t:
        await ready(t)
        t.clock.forward(days=3)
        await t.tick()
        summed = t.query("SELECT value FROM meta WHERE name = 'sums'")
        assert date.fromisoformat(summed[0][0]) == t.clock.now().date() - timedelta(days=1)
        t.clock.forward(days=400)
        await t.tick()
        await t.later(hours=21)
        await t.later(hours=21)
        days = [date.fromisoformat(day) for (day,) in t.query("SELECT day FROM day_sum")]
        assert min(days) >= t.clock.now().date() - timedelta(days=367)
