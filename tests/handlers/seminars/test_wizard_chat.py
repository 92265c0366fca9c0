"""A seminar entered step by step, typed or tapped, back and out, through restarts, by two admins at once (A9, R15)."""

from datetime import UTC, datetime
from pathlib import Path

from bot.core.clock import epoch
from bot.core.seminars.wizard import QUESTIONS
from tests.chat import ADMIN, Chatter, Town, town
from tests.handlers.broadcasts.restarts import server

SECOND = 9002
BEGIN = "➕ Новый семинар по шагам"
SEVEN_IN_NEW_YORK = datetime(2026, 12, 6, 0, 0, tzinfo=UTC)
ROW = "SELECT title_ru, title_en, speaker, talk, start, zone, minutes, link FROM seminar"


def second_admin(t: Town) -> Chatter:
    """The other admin."""
    other = t.person("Вторая", number=SECOND)
    other.person.started = True
    return other


async def to_the_day(admin: Chatter) -> None:
    """The first four answers."""
    await admin.sends("/seminar")
    await admin.taps(BEGIN)
    admin.sees("· 1 из 9", "название на русском", "Назад", "Отмена")
    await admin.sends("Работа")
    admin.sees("· 2 из 9", "Назад", "Отмена")
    await admin.sends("Work")
    await admin.taps("Яков Спектор")
    await admin.taps("Русский и английский")
    admin.sees("· 5 из 9", "ноябрь 2026", "пн")


async def test_every_step_tapped_ends_in_the_preview_and_is_announced() -> None:
    async with town() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        await to_the_day(admin)
        await admin.taps("»")
        await admin.taps("5")
        admin.sees("· 6 из 9", "суббота 5 декабря 2026")
        await admin.taps("19:00")
        await admin.taps("19:30")
        admin.sees("· 7 из 9", "America/New_York", "Europe/Moscow")
        await admin.taps("America/New_York")
        await admin.taps("120 мин")
        assert t.query("SELECT count(*) FROM seminar") == [(0,)]
        await admin.taps("Без ссылки")
        admin.sees("Семинар ещё не открыт", "Объявить 1", "Исправить", "Открыть без объявления", "Отмена")
        assert not anna.got("Работа")
        await admin.taps("Объявить 1")
        await t.tick()
        assert anna.got("Работа") == 1
        start = epoch(SEVEN_IN_NEW_YORK) + 1800
        assert t.query(ROW) == [("Работа", "Work", None, "ru+en", start, "America/New_York", 120, None)]


async def test_every_step_typed_with_a_speaker_of_ones_own() -> None:
    async with town() as t:
        anna, admin = await t.subscriber("Анна"), t.admin()
        await admin.sends("/seminar")
        await admin.taps(BEGIN)
        for text in ("Работа", "Work", "Jane <Doe>", "en", "05.12", "7pm", "Europe/Moscow", "1h15m", "youtu.be/abc"):
            await admin.sends(text)
        admin.sees("Ведёт: Jane <Doe>", "Объявить 1")
        await admin.taps("Объявить 1")
        await t.tick()
        assert anna.got("Ведёт: Jane <Doe>") == 1
        start = epoch(datetime(2026, 12, 5, 16, tzinfo=UTC))
        assert t.query(ROW) == [
            ("Работа", "Work", "Jane <Doe>", "en", start, "Europe/Moscow", 75, "https://youtu.be/abc")
        ]


async def test_back_shows_what_was_answered_and_keeps_it() -> None:
    async with town() as t:
        admin = t.admin()
        await to_the_day(admin)
        for number in (4, 3, 2, 1):
            await admin.taps("Назад")
            admin.sees(f"· {number} из 9", "Оставить как есть")
        admin.sees("Сейчас: Работа")
        await admin.sends("Убежище")
        admin.sees("· 2 из 9", "Сейчас: Work")
        for number in (3, 4, 5):
            await admin.taps("Оставить как есть")
            admin.sees(f"· {number} из 9")
        await admin.taps("Назад")
        await admin.taps("🌐 English")
        admin.sees("· 4 of 9", "Leave it as it is")


async def test_cancel_and_back_from_the_first_step_tell_nobody() -> None:
    async with town() as t:
        admin = t.admin()
        await to_the_day(admin)
        await admin.taps("Отмена")
        admin.sees("удалён", "никто не узнал")
        assert t.query("SELECT count(*) FROM draft") == [(0,)]
        await admin.sends("/seminar")
        await admin.taps(BEGIN)
        await admin.taps("Назад")
        admin.sees("Семинары: управление")
        await admin.sends("/cancel")
        admin.sees("удалён")


async def test_what_cannot_be_used_is_named_and_asked_again() -> None:
    async with town() as t:
        admin = t.admin()
        await to_the_day(admin)
        await admin.sends("31.02")
        admin.sees("Не получилось прочитать", "· 5 из 9")
        await admin.sends("2027-03-14")
        await admin.sends("02:30")
        await admin.sends("EST")
        admin.sees("· 7 из 9", "Сокращения", "America/New_York")
        await admin.taps("America/New_York")
        admin.sees("· 6 из 9", "Такого времени не будет")
        await admin.taps("03:00")
        await admin.taps("03:00")
        await admin.taps("Оставить как есть")
        admin.sees("· 8 из 9")
        await admin.taps("Назад")
        admin.sees("· 7 из 9", "Сейчас: America/New_York")
        assert t.query("SELECT count(*) FROM seminar") == [(0,)]


async def test_a_time_in_the_fold_is_asked_about_before_the_preview() -> None:
    async with town(start=datetime(2026, 10, 20, 12, tzinfo=UTC)) as t:
        admin = t.admin()
        await admin.sends("/seminar")
        await admin.taps(BEGIN)
        for text in ("Работа", "Work", "Jane Doe", "ru", "01.11 01:30 America/New_York", "90", "-"):
            await admin.sends(text)
        admin.sees("наступит дважды", "speaker: Jane Doe")
        await admin.taps("Позже")
        admin.sees("Семинар ещё не открыт", "Ведёт: Jane Doe")
        await admin.taps("Объявить 0")
        assert t.query("SELECT start, speaker FROM seminar") == [
            (epoch(datetime(2026, 11, 1, 6, 30, tzinfo=UTC)), "Jane Doe")
        ]


async def test_a_line_of_the_form_is_taken_in_the_middle_of_the_wizard() -> None:
    async with town() as t:
        admin = t.admin()
        await to_the_day(admin)
        await admin.sends("2026-12-05 19:00 | Право | Law | ведёт: Jane Doe")
        admin.sees("Семинар ещё не открыт", "Право", "Jane Doe")


async def test_it_goes_on_after_a_restart_at_every_step(tmp_path: Path) -> None:
    place = server(tmp_path)
    answers = ("Работа", "Work", "-", "ru", "05.12", "19:00", "America/New_York", "90", "-")
    async with place.process() as t:
        admin = t.admin()
        await admin.sends("/seminar")
        await admin.taps(BEGIN)
    for number, text in enumerate(answers, 1):
        async with place.process(admin) as t:
            await admin.sends(text)
            admin.sees(f"· {number + 1} из 9" if number < len(QUESTIONS) else "Семинар ещё не открыт")
    async with place.process(admin) as t:
        await admin.taps("Объявить 0")
        admin.sees("Семинар ещё не открыт")  # a tap on a card of another process is no order: it is drawn anew
        await admin.taps("Объявить 0")
        assert t.query("SELECT start FROM seminar") == [(epoch(SEVEN_IN_NEW_YORK),)]


async def test_old_late_and_forged_buttons_answer_nothing() -> None:
    async with town() as t:
        admin, other = t.admin(), t.person("Чужой")
        await to_the_day(admin)
        talk = admin.last["message_id"]
        await t.later(minutes=10)
        before = t.query("SELECT step FROM draft")
        await admin.taps("24", talk)
        admin.sees("· 5 из 9", "ноябрь 2026")
        assert t.query("SELECT step FROM draft") == before
        (row,) = [data for data in buttons_of(admin) if data.startswith("swc:ru:0:") and ":h:" in data][:1]
        await admin.sends("завтра")
        await admin.taps_data(row)
        assert "Ничего не сделано" in admin.toasts[-1]
        after = t.query("SELECT step FROM draft")
        for forged in (
            "swa:ru:0:000000000000:ru",
            "swb:ru:0:x",
            "swx:ru:0:x",
            "swc:ru:0:x:c:1",
            "swn:ru:1",
            "sws:ru:0:x",
        ):
            await admin.taps_data(forged)
        mark = row.split(":")[3]
        for view, at in (("c", 0), ("h", 2**40 - 1), ("t", 3), ("y", 9), ("m", 2**39)):
            await admin.taps_data(f"swc:ru:0:{mark}:{view}:{at}")
        assert t.query("SELECT step FROM draft") == after
        await other.sends("/start")
        for data in buttons_of(admin):
            await other.taps_data(data)
        assert t.query("SELECT step FROM draft") == after


async def test_a_forged_moment_in_the_right_place_is_asked_again() -> None:
    async with town() as t:
        admin = t.admin()
        await to_the_day(admin)
        mark = next(data for data in buttons_of(admin) if data.startswith("swc:")).split(":")[3]
        for data in (f"swc:ru:0:{mark}:c:1", f"swc:ru:0:{mark}:t:99999999999", f"swc:ru:0:{mark}:h:7"):
            await admin.taps_data(data)
            admin.sees("· 5 из 9")
        await admin.taps("Назад")
        mark = next(data for data in buttons_of(admin) if data.startswith("swa:")).split(":")[3]
        await admin.taps_data(f"swc:ru:0:{mark}:c:1065434000")
        assert "Ничего не сделано" in admin.toasts[-1]
        admin.sees("· 4 из 9")


async def test_the_months_of_a_year_and_another_day_after_the_hour() -> None:
    async with town() as t:
        admin = t.admin()
        await to_the_day(admin)
        await admin.taps("ноябрь 2026")
        admin.sees("· 5 из 9", "октябрь 2027")
        await admin.taps("март 2027")
        await admin.taps("17")
        await admin.taps("19:00")
        await admin.taps("Другой час")
        await admin.taps("Другой день")
        admin.sees("март 2027")
        await admin.taps("18")
        admin.sees("четверг 18 марта 2027")


async def test_a_late_tap_begins_nothing_and_answers_nothing() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/seminar")
        await t.later(minutes=10)
        await admin.taps(BEGIN)
        admin.sees("Семинары: управление")
        assert t.query("SELECT count(*) FROM draft") == [(0,)]
        await admin.taps(BEGIN)
        await admin.sends("Работа")
        await admin.sends("Work")
        before = t.query("SELECT step FROM draft")
        await t.later(minutes=10)
        await admin.taps("Яков Спектор")
        admin.sees("· 3 из 9")
        assert t.query("SELECT step FROM draft") == before


async def test_two_admins_enter_seminars_side_by_side() -> None:
    async with town(admin_ids=f"{ADMIN},{SECOND}") as t:
        admin, other = t.admin(), second_admin(t)
        await to_the_day(admin)
        await to_the_day(other)
        for who, day in ((admin, "05.12"), (other, "06.12")):
            for text in (day, "19:00", "America/New_York", "90", "-"):
                await who.sends(text)
        await admin.taps("Объявить 0")
        await other.taps("Объявить 0")
        assert t.query("SELECT count(*) FROM seminar") == [(2,)]


async def test_what_comes_after_an_hour_or_is_forwarded_is_told() -> None:
    async with town() as t:
        admin = t.admin()
        await to_the_day(admin)
        await admin.sends("завтра", forward_origin={"type": "hidden_user", "sender_user_name": "X", "date": 0})
        admin.sees("Пересланное сообщение", "· 5 из 9")
        t.clock.forward(minutes=61)
        await admin.sends("завтра")
        admin.sees("ждал час и удалён")


def buttons_of(chatter: Chatter) -> list[str]:
    """The data of the buttons under the newest message."""
    rows = chatter.last.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]
