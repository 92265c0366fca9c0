"""A broadcast for later: one typed moment, shown back; listed, changed, taken off, begun or asked about (A5)."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.clock import epoch
from tests.chat import ADMIN, Chatter, town
from tests.handlers.broadcasts.restarts import server, until

SECOND = 9002
SEVEN_IN_NEW_YORK = datetime(2026, 12, 6, 0, 0, tzinfo=UTC)
"""5 December 2026, 19:00 in New York."""


async def preview(admin: Chatter, text: str = "Привет всем") -> None:
    """Compose one text for everybody."""
    await admin.sends("/broadcast")
    await admin.sends(text)
    await admin.taps("Одно для всех")


def asked(admin: Chatter, why: str) -> int:
    """The one message that asks, for this reason."""
    (question,) = [message for message in admin.from_bot if why in str(message.get("text"))]
    return int(question["message_id"])


def moments(admin: Chatter) -> list[int]:
    """The moments that the newest message shows as each phone does."""
    return [each["unix_time"] for each in admin.last.get("entities", ()) if each["type"] == "date_time"]


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("завтра 19:00", datetime(2026, 11, 26, 0, 0, tzinfo=UTC)),
        ("05.12 19:00", SEVEN_IN_NEW_YORK),
        ("05.12.2026 7pm", SEVEN_IN_NEW_YORK),
        ("2026-12-05 19:00 America/New_York", SEVEN_IN_NEW_YORK),
        ("2026-12-05 19:00 Europe/Moscow", datetime(2026, 12, 5, 16, 0, tzinfo=UTC)),
    ],
)
async def test_one_typed_moment_schedules_is_shown_back_and_kept(typed: str, at: datetime) -> None:
    async with town() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        await preview(admin)
        await admin.sends(typed)
        admin.sees("Рассылка отложена", "Кому: 1", "Изменить время", "Не отправлять")
        assert moments(admin)[0] == epoch(at)
        await t.later(hours=1)
        assert not anna.got("Привет")
        until(t, at - timedelta(seconds=1))
        await t.tick()
        assert not anna.got("Привет")
        await t.later(seconds=1)
        assert anna.got("Привет всем") == 1
        await t.tick()
        admin.sees("Рассылка закончена", "Доставлено: 1")
        await t.later(hours=1)
        assert anna.got("Привет всем") == 1


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("в четверг вечером", "Не получилось прочитать"),
        ("сегодня 03:00", "уже прошло"),
        ("20.11 19:00", "уже прошло"),
        ("31.02 19:00", "Не получилось прочитать"),
        ("2031-12-05 19:00", "слишком далеко"),
        ("05.12 19:00 EST", "America/New_York"),
        ("2027-03-14 02:30", "не будет"),
    ],
)
async def test_what_cannot_be_read_queues_nothing_and_says_why(typed: str, why: str) -> None:
    async with town() as t:
        await t.subscriber("Анна")
        admin = t.admin()
        await preview(admin)
        await admin.taps("🕓 Отправить позже")
        admin.sees("Когда отправить?", "завтра 19:00")
        await admin.sends(typed)
        admin.sees(why, "ничего не изменилось", "К предпросмотру")
        assert t.query("SELECT state FROM mailing") == [("draft",)]
        await admin.taps("◀️ К предпросмотру")
        admin.sees("Отправить 1")


async def test_a_refused_moment_typed_under_the_preview_does_not_become_its_text() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        admin = t.admin()
        await preview(admin)
        await admin.sends("20.11 19:00")
        admin.sees("уже прошло", "ничего не изменилось")
        assert t.query("SELECT content FROM mailing_text WHERE discreet = 0") == [("Привет всем",)] * 2
        await admin.sends("завтра 19:00 встречаемся в Zoom")
        assert t.query("SELECT state FROM mailing") == [("draft",)]


async def test_of_an_hour_that_comes_twice_two_buttons_ask() -> None:
    async with town(start=datetime(2026, 10, 30, 12, tzinfo=UTC)) as t:
        await t.subscriber("Анна")
        admin = t.admin()
        await preview(admin)
        await admin.sends("01.11 01:30")
        admin.sees("дважды", "1. Раньше", "2. Позже")
        assert t.query("SELECT state FROM mailing") == [("draft",)]
        await admin.taps("2. Позже")
        admin.sees("Рассылка отложена")
        assert t.query("SELECT not_before FROM mailing") == [(epoch(datetime(2026, 11, 1, 6, 30, tzinfo=UTC)),)]


async def test_the_list_leads_to_a_change_that_keeps_the_number() -> None:
    async with town() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        for text, at in (("Позднее", "06.12 19:00"), ("Раннее", "05.12 19:00")):
            await preview(admin, text)
            await admin.sends(at)
        await admin.sends("/admin")
        await admin.taps("🕓 Отложенные рассылки · 2")
        admin.sees("Отложенные рассылки: 2", "Раннее", "Позднее")
        assert admin.text.index("Раннее") < admin.text.index("Позднее")
        await admin.taps("Открыть 1")
        await admin.taps("🕓 Изменить время")
        admin.sees("остаётся прежнее")
        await admin.sends("07.12 19:00")
        admin.sees("Рассылка отложена")
        assert t.query("SELECT id, state FROM mailing ORDER BY not_before") == [(1, "scheduled"), (2, "scheduled")]
        await admin.sends("08.12 19:00")
        assert t.query("SELECT count(*) FROM mailing WHERE not_before > 1796500000") == [(2,)]
        until(t, datetime(2026, 12, 7, 0, 0, tzinfo=UTC))
        await t.tick()
        assert (anna.got("Позднее"), anna.got("Раннее")) == (1, 0)
        until(t, datetime(2026, 12, 8, 0, 0, tzinfo=UTC))
        await t.tick()
        assert (anna.got("Позднее"), anna.got("Раннее")) == (1, 1)


async def test_it_is_taken_off_however_late_the_tap() -> None:
    async with town() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        await preview(admin)
        await admin.sends("завтра 19:00")
        card = admin.last["message_id"]
        await t.later(hours=6)
        await admin.taps("⏹ Не отправлять", card)
        admin.sees("Рассылка снята", "никто не получил")
        await t.later(days=2)
        assert not anna.got("Привет")
        await admin.taps_data("bca:ru:0:1:withdraw", card)
        assert "Ничего не изменилось" in admin.toasts[-1]


async def test_a_late_tap_changes_no_moment() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        admin = t.admin()
        await preview(admin)
        await admin.sends("завтра 19:00")
        t.clock.forward(hours=1)
        await admin.taps("🕓 Изменить время")
        admin.sees("Рассылка отложена")
        admin.sees_not("остаётся прежнее")
        await admin.taps("🕓 Изменить время")
        admin.sees("остаётся прежнее")


@pytest.mark.parametrize("down", [timedelta(hours=1), timedelta(minutes=14)])
async def test_a_restart_in_between_changes_nothing(down: timedelta, tmp_path: Path) -> None:
    place = server(tmp_path)
    async with place.process() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        await preview(admin)
        await admin.sends("05.12 19:00")
        await t.tick()
        cards = admin.got("Рассылка отложена")
        if down < timedelta(hours=1):
            until(t, SEVEN_IN_NEW_YORK)
    t.clock.forward(seconds=down.total_seconds())
    async with place.process(anna, admin) as t:
        if down == timedelta(hours=1):
            assert not anna.got("Привет")
            until(t, SEVEN_IN_NEW_YORK)
            await t.tick()
        assert anna.got("Привет всем") == 1
        await t.tick()
        assert admin.got("Рассылка отложена") == 0
        assert admin.got("Рассылка закончена") == cards == 1


async def test_more_than_fifteen_minutes_down_and_it_asks(tmp_path: Path) -> None:
    place = server(tmp_path)
    async with place.process() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        await preview(admin)
        await admin.sends("05.12 19:00")
        await t.tick()
    until(t, SEVEN_IN_NEW_YORK + timedelta(minutes=15, seconds=1))
    async with place.process(anna, admin) as t:
        assert not anna.got("Привет")
        await admin.taps("🕓 Изменить время", asked(admin, "больше 15 минут назад"))
        await admin.sends("завтра 19:00")
        admin.sees("Рассылка отложена")
        await t.later(hours=23, minutes=45)
        assert anna.got("Привет всем") == 1


async def test_what_its_author_may_no_longer_send_another_admin_sends_or_nobody(tmp_path: Path) -> None:
    place = server(tmp_path)
    async with place.process() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        await preview(admin)
        await admin.sends("05.12 19:00")
        await t.tick()
    until(t, SEVEN_IN_NEW_YORK)
    second = Chatter(t, t.telegram.person(SECOND, "Вторая", "ru"))
    second.person.started = True
    place.admins = str(SECOND)
    async with place.process(anna, admin, second) as t:
        assert not anna.got("Привет")
        await second.taps("👁 Посмотреть и отправить", asked(second, "нет среди администраторов"))
        await second.taps("Отправить 1")
        assert anna.got("Привет всем") == 1


async def test_paused_at_its_moment_it_goes_when_let_go_in_time_and_asks_later() -> None:
    async with town() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        for text in ("Первое", "Второе"):
            await preview(admin, text)
            await admin.sends({"Первое": "05.12 19:00", "Второе": "06.12 19:00"}[text])
        await admin.sends("/pause")
        until(t, SEVEN_IN_NEW_YORK)
        await t.later(minutes=10)
        assert not anna.got("Первое")
        await admin.sends("/admin")
        await admin.taps("▶️ Продолжить")
        await t.tick()
        assert anna.got("Первое") == 1
        await admin.sends("/pause")
        until(t, datetime(2026, 12, 7, 0, 16, tzinfo=UTC))
        await t.tick()
        await admin.sends("/admin")
        await admin.taps("▶️ Продолжить")
        await t.tick()
        assert not anna.got("Второе")
        assert admin.got("больше 15 минут назад") == 1


async def test_many_more_readers_than_when_scheduled_are_asked_about() -> None:
    async with town(admin_ids=f"{ADMIN},{SECOND}") as t:
        anna, admin, second = await t.subscriber("Анна"), t.admin(), t.person("Вторая", number=SECOND)
        second.person.started = True
        await preview(admin)
        await admin.sends("05.12 19:00")
        for _ in range(11):
            await t.subscriber("Ещё")
        until(t, SEVEN_IN_NEW_YORK)
        await t.tick()
        assert not anna.got("Привет")
        for each in (admin, second):
            each.sees("ждёт вашего решения", "заметно больше", "Посмотреть и отправить", "Не отправлять")
        await t.later(minutes=1)
        assert admin.got("ждёт вашего решения") == second.got("ждёт вашего решения") == 1
        await second.taps("👁 Посмотреть и отправить")
        second.sees("Рассылка готова", "Отправить 12")
        assert not anna.got("Привет")
        await second.taps("Отправить 12")
        await t.tick()
        assert anna.got("Привет всем") == 1
        await admin.taps("👁 Посмотреть и отправить")
        assert "Действует последний предпросмотр" in admin.toasts[-1]
        assert anna.got("Привет всем") == 1


async def test_a_question_that_nobody_answers_is_taken_off_after_a_day() -> None:
    async with town() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        await preview(admin)
        await admin.sends("05.12 19:00")
        until(t, SEVEN_IN_NEW_YORK + timedelta(days=3))
        await t.tick()
        await t.later(hours=23)
        assert t.query("SELECT state FROM mailing") == [("asks",)]
        await t.later(hours=1)
        assert t.query("SELECT state, total FROM mailing") == [("cancelled", 0)]
        await t.tick()
        admin.sees("Рассылка снята")
        assert not anna.got("Привет")


async def test_a_stranger_schedules_changes_and_takes_off_nothing() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        admin, eve = t.admin(), t.person("Ева")
        await preview(admin)
        await admin.sends("05.12 19:00")
        await eve.sends("/start")
        for forged in (
            "bca:ru:0:1:withdraw",
            "bca:ru:0:1:change",
            "bca:ru:0:1:review",
            "bcw:ru:0:1:1796500000",
            "bcl:ru:0",
        ):
            await eve.taps_data(forged)
        await eve.sends("завтра 19:00")
        assert t.query("SELECT state, not_before FROM mailing") == [("scheduled", epoch(SEVEN_IN_NEW_YORK))]
        eve.sees_not("Привет всем", "отложен")
