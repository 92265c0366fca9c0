"""A seminar is moved with the calendar: day, hour and minute lead to the preview a typed time has (A9, R15)."""

from datetime import UTC, datetime
from pathlib import Path

from bot.core.clock import epoch
from tests.chat import Chatter, Town, town
from tests.handlers.broadcasts.restarts import server
from tests.handlers.seminars.test_wizard_chat import buttons_of

LINE = "/seminar 2026-12-05 19:00 America/New_York | Работа | Work | https://youtu.be/abc | 90m"
START = "SELECT start, revision FROM seminar"
OLD = [(epoch(datetime(2026, 12, 6, tzinfo=UTC)), 0)]


async def moving(t: Town) -> Chatter:
    """An admin at the question for a new time."""
    admin = t.admin()
    await admin.announces(LINE)
    await t.tick()
    await admin.taps("Перенести")
    admin.sees("Перенос: Работа", "Выберите день", "ноябрь 2026", "пн")
    return admin


async def test_a_move_is_tapped_previewed_and_told() -> None:
    async with town() as t:
        anna = await t.subscriber("Анна")
        admin = await moving(t)
        await admin.taps("»")
        await admin.taps("12")
        admin.sees("суббота 12 декабря 2026", "Нью-Йорк")
        await admin.taps("18:00")
        await admin.taps("18:30")
        admin.sees("Станет: сб 12 декабря, 18:30 Нью-Йорк", "Перенести · 1")
        assert t.query(START) == OLD
        await admin.taps("Перенести · 1")
        await t.tick()
        assert anna.got("Семинар перенесён") == 1
        assert t.query(START) == [(epoch(datetime(2026, 12, 12, 23, 30, tzinfo=UTC)), 1)]


async def test_an_hour_is_typed_for_the_tapped_day_also_after_a_restart(tmp_path: Path) -> None:
    place = server(tmp_path)
    async with place.process() as t:
        admin = await moving(t)
        await admin.taps("»")
        await admin.taps("12")
    async with place.process(admin) as t:
        await admin.sends("18:45")
        admin.sees("Станет: сб 12 декабря, 18:45 Нью-Йорк")
        await admin.taps("Исправить")
        admin.sees("ноябрь 2026")
        await admin.sends("18:45")
        admin.sees("Не получилось прочитать")
        await admin.sends("13.12.2026 18:45")
        admin.sees("Станет: вс 13 декабря, 18:45 Нью-Йорк")


async def test_a_time_in_the_gap_is_refused_and_one_in_the_fold_asked_about() -> None:
    async with town(start=datetime(2026, 10, 20, 12, tzinfo=UTC)) as t:
        admin = await moving_in_autumn(t)
        await admin.taps("»")
        for label in ("1", "01:00", "01:30"):
            await admin.taps(label)
        admin.sees("наступит дважды")
        await admin.taps("Позже")
        admin.sees("Станет: вс 1 ноября, 01:30 Нью-Йорк")
        await admin.taps("Исправить")
        await admin.taps("октябрь 2026")
        await admin.taps("март 2027")
        for label in ("14", "02:00", "02:30"):
            await admin.taps(label)
        admin.sees("Такого времени не будет")


async def moving_in_autumn(t: Town) -> Chatter:
    """The same in October."""
    admin = t.admin()
    await admin.announces(LINE)
    await admin.taps("Перенести")
    return admin


async def test_old_late_and_forged_buttons_move_nothing() -> None:
    async with town() as t:
        admin, other = await moving(t), t.person("Чужой")
        await admin.taps("–")
        await admin.taps("»")
        await admin.taps("🌐 English")
        admin.sees("December 2026")
        await admin.taps("🌐 Русский")
        await admin.taps("12")
        await admin.taps("18:00")
        minutes = admin.last["message_id"]
        drawn = buttons_of(admin)
        before = t.query("SELECT step FROM draft")
        await other.sends("/start")
        for data in drawn:
            await other.taps_data(data)
        for view in ("h", "t", "c", "m", "y"):
            await admin.taps_data(f"mvc:ru:0:1:{view}:7")
            await admin.taps_data(f"mvc:ru:0:1:{view}:{2**40 - 1}")
            t.clock.forward(seconds=2)
        assert t.query("SELECT step FROM draft") == before
        await t.later(minutes=10)
        await admin.taps_data(next(data for data in drawn if ":c:" in data), minutes)
        admin.sees("Перенос: Работа", "ноябрь 2026")
        assert t.query("SELECT step FROM draft") == before
        await admin.taps("Отмена")
        await admin.taps_data("mvc:ru:0:1:m:0")
        assert "Ничего не сделано" in admin.toasts[-1]
        assert t.query(START) == OLD


async def test_a_late_text_shows_the_hours_of_the_chosen_day_again() -> None:
    async with town() as t:
        admin = await moving(t)
        await admin.taps("»")
        await admin.taps("12")
        admin.person.sends("18:45")
        t.clock.forward(minutes=6)
        await t.settle()
        admin.sees("больше пяти минут", "суббота 12 декабря 2026", "18:00")
