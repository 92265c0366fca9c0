"""A broadcast scheduled with buttons: day, hour, minute, the reading shown back, and only then queued (A5, R15)."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.core.clock import epoch
from tests.chat import Chatter, town
from tests.handlers.broadcasts.restarts import server, until
from tests.handlers.broadcasts.test_schedule_chat import SEVEN_IN_NEW_YORK, moments, preview

LATER = "🕓 Отправить позже"
DRAFT = [("draft",)]
STATE = "SELECT state FROM mailing"


async def to_hours_of_5_december(admin: Chatter) -> None:
    """From the preview to the hours of a day of the next month."""
    await admin.taps(LATER)
    admin.sees("Когда отправить?", "Выберите день", "ноябрь 2026", "пн")
    await admin.taps("»")
    admin.sees("декабрь 2026")
    await admin.taps("5")
    admin.sees("суббота 5 декабря 2026", "Нью-Йорк", "19:00")


async def test_day_hour_and_minute_are_tapped_and_the_reading_is_shown_before_it_is_queued() -> None:
    async with town() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        await preview(admin)
        await to_hours_of_5_december(admin)
        await admin.taps("19:00")
        await admin.taps("19:00")
        admin.sees("Отправить в это время?", "Пока ничего не назначено", "Запланировать")
        assert moments(admin)[0] == epoch(SEVEN_IN_NEW_YORK)
        assert t.query(STATE) == DRAFT
        await admin.taps("🕓 Запланировать")
        admin.sees("Рассылка отложена", "Кому: 1")
        assert t.query("SELECT state, not_before FROM mailing") == [("scheduled", epoch(SEVEN_IN_NEW_YORK))]
        until(t, SEVEN_IN_NEW_YORK)
        await t.tick()
        assert anna.got("Привет всем") == 1


async def test_the_hour_of_a_tapped_day_may_be_typed() -> None:
    for typed, minute in (("19:37", 37), ("7pm", 0), ("19", 0), ("в 19.05", 5)):
        async with town() as t:
            await t.subscriber("Анна")
            admin = t.admin()
            await preview(admin)
            await to_hours_of_5_december(admin)
            await admin.sends(typed)
            admin.sees("Рассылка отложена")
            assert t.query("SELECT not_before FROM mailing") == [(epoch(SEVEN_IN_NEW_YORK) + minute * 60,)]


async def test_another_day_another_month_and_the_other_language() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        admin = t.admin()
        await preview(admin)
        await to_hours_of_5_december(admin)
        await admin.taps("📅 Другой день")
        admin.sees("декабрь 2026")
        await admin.taps("декабрь 2026")
        await admin.taps("март 2027")
        await admin.taps("🌐 English")
        admin.sees("March 2027", "Mo", "When is it to be sent?")
        await admin.taps("14")
        admin.sees("Sunday 14 March 2027")
        await admin.taps("02:00")
        await admin.taps("02:30")
        admin.sees("2027-03-14 02:30")  # the night of 14 March has no such time in New York
        assert t.query(STATE) == DRAFT
        await admin.taps("03:00")
        await admin.taps("🕓 Another hour")
        admin.sees("At which hour?")


async def test_an_hour_that_comes_twice_is_asked_about() -> None:
    async with town(start=datetime(2026, 10, 30, 12, tzinfo=UTC)) as t:
        await t.subscriber("Анна")
        admin = t.admin()
        await preview(admin)
        await admin.taps(LATER)
        await admin.taps("»")
        for label in ("1", "01:00", "01:30"):
            await admin.taps(label)
        admin.sees("дважды", "1. Раньше")
        await admin.taps("1. Раньше")
        assert t.query("SELECT not_before FROM mailing") == [(epoch(datetime(2026, 11, 1, 5, 30, tzinfo=UTC)),)]


async def test_what_waits_already_is_moved_by_buttons_under_the_same_number() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        admin = t.admin()
        await preview(admin)
        await admin.sends("завтра 19:00")
        await admin.taps("🕓 Изменить время")
        admin.sees("остаётся прежнее", "ноябрь 2026")
        await admin.taps("»")
        await admin.taps("5")
        await admin.sends("19:00")
        admin.sees("Рассылка отложена")
        assert t.query("SELECT id, state, not_before FROM mailing") == [(1, "scheduled", epoch(SEVEN_IN_NEW_YORK))]
        assert t.query("SELECT flow FROM draft") == []


async def test_days_that_passed_and_buttons_that_are_old_or_forged_do_nothing() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        admin, other = t.admin(), t.person("Чужой")
        await preview(admin)
        await admin.taps(LATER)
        before = t.query("SELECT * FROM draft")
        await admin.taps("–")
        assert admin.toasts[-1] == ""
        yesterday = datetime(2026, 11, 23, tzinfo=UTC).toordinal() * 1440
        for view in ("h", "t", "c", "m", "y"):
            for at in (0, 1, yesterday, 2**40 - 1):
                await admin.taps_data(f"bcy:ru:0:1:{view}:{at}")
                t.clock.forward(seconds=2)
        assert t.query("SELECT person, flow, step, object FROM draft") == [row[:4] for row in before]
        assert t.query(STATE) == DRAFT
        await other.sends("/start")
        await other.taps_data("bcy:ru:0:1:h:1065432960")
        assert t.query(STATE) == DRAFT
        await admin.sends("/cancel")
        await admin.taps_data("bcy:ru:0:1:m:0")
        assert "уже отправлена, изменена или удалена" in admin.toasts[-1]


async def test_a_late_tap_keeps_no_day_and_shows_the_calendar_anew() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        admin = t.admin()
        await preview(admin)
        await to_hours_of_5_december(admin)
        await admin.taps("19:00")
        await admin.taps("19:30")
        order = admin.last["message_id"]
        await t.later(minutes=10)
        await admin.taps("🕓 Запланировать", order)
        admin.sees("суббота 5 декабря 2026", "К предпросмотру")
        assert t.query(STATE) == DRAFT


async def test_a_restart_between_the_day_and_the_hour_forgets_neither(tmp_path: Path) -> None:
    on = server(tmp_path)
    async with on.process() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        await preview(admin)
        await to_hours_of_5_december(admin)
    async with on.process(anna, admin) as t:
        await admin.sends("19:00")
        admin.sees("Рассылка отложена")
        assert t.query("SELECT not_before FROM mailing") == [(epoch(SEVEN_IN_NEW_YORK),)]
        until(t, SEVEN_IN_NEW_YORK + timedelta(seconds=1))
        await t.tick()
        assert anna.got("Привет всем") == 1
