"""A part of an announced seminar is changed: previewed, told or silently, by two admins, through restarts (A9, R11)."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.faults.plan import Fault, FaultKind
from tests.chat import ADMIN, Chatter, Town, town
from tests.handlers.broadcasts.restarts import server
from tests.handlers.seminars.test_ics_chat import event_in
from tests.handlers.seminars.test_wizard_chat import SECOND, buttons_of, second_admin

LINE = "/seminar 2026-12-05 19:00 America/New_York | Работа | Work | https://youtu.be/abc | 90m"
VERSION = "SELECT revision, sequence FROM seminar"


async def announced(t: Town) -> Chatter:
    """An admin at the card of a seminar that everybody has been told of."""
    admin = t.admin()
    await admin.announces(LINE)
    await t.tick()
    return admin


async def to_part(admin: Chatter, label: str) -> None:
    """From anywhere to the question for a part."""
    await admin.sends("/seminar")
    await admin.taps("Работа")
    await admin.taps("✏️ Изменить")
    admin.sees("Что изменить", "Время", "Ссылка", "Кто ведёт")
    await admin.taps(label)


@pytest.mark.parametrize(
    ("label", "typed", "shown", "column"),
    [
        ("🇷🇺 Название", "Убежище", "Убежище", "title_ru"),
        ("🇬🇧 Название", "Asylum", "Asylum", "title_en"),
        ("Ссылка", "youtu.be/xyz", "youtu.be/xyz", "link"),
        ("Длительность", "2 часа", "2 ч", "minutes"),
        ("Язык", "en", "английский", "talk"),
        ("Кто ведёт", "Jane Doe", "Ведёт: Jane Doe", "speaker"),
    ],
)
async def test_each_part_is_previewed_and_told_exactly_as_shown(
    label: str, typed: str, shown: str, column: str
) -> None:
    async with town() as t:
        anna, john = await t.subscriber("Анна"), await t.subscriber("John", "en")
        admin = await announced(t)
        await to_part(admin, label)
        admin.sees("ещё не изменён", "Сейчас:", "Назад", "Отмена")
        before = t.query(f"SELECT {column} FROM seminar")  # noqa: S608 -- names above
        await admin.sends(typed)
        russian, english = str(admin.from_bot[-4]["text"]), str(admin.from_bot[-2]["text"])
        admin.sees("Было:", "Станет:", "Сообщение получат 2 человека", "Сообщить · 2", "Изменить без сообщения")
        assert t.query(f"SELECT {column} FROM seminar") == before  # noqa: S608 -- as above
        await admin.taps("Сообщить · 2")
        await t.tick()
        admin.sees("Перенести", "Сообщили 2 людям")
        assert (russian, english) == (anna.text, john.text)
        anna.sees("Семинар изменился", *([] if column == "title_en" else [shown]))
        assert anna.got("Семинар изменился") == 1
        assert t.query(VERSION) == [(0, 1)]
        await t.tick()
        assert anna.got("Семинар изменился") == 1


async def test_silently_nobody_hears_and_reminders_and_the_calendar_follow() -> None:
    async with town() as t:
        anna = await t.subscriber("Анна")
        admin = await announced(t)
        await to_part(admin, "Ссылка")
        await admin.sends("https://youtu.be/xyz")
        await admin.taps("Изменить без сообщения")
        assert "никто не получит" in admin.toasts[-1]
        await t.tick()
        assert anna.got("Семинар изменился") == 0
        await anna.taps("В календарь")
        event = event_in(t, anna)
        assert (event["url"], event["sequence"]) == ("https://youtu.be/xyz", 1)
        t.clock.forward(seconds=(timedelta(days=11, hours=11)).total_seconds())
        await t.tick()
        anna.sees("Скоро семинар" if anna.got("Скоро") else "Напоминание о семинаре")
        assert "https://youtu.be/xyz" in str(anna.last)


async def test_two_admins_the_later_sees_what_changed_and_is_asked_again() -> None:
    async with town(admin_ids=f"{ADMIN},{SECOND}") as t:
        anna = await t.subscriber("Анна")
        admin, other = await announced(t), second_admin(t)
        await to_part(admin, "🇷🇺 Название")
        await admin.sends("Убежище")
        mine = admin.last["message_id"]
        await to_part(other, "Ссылка")
        await other.sends("https://youtu.be/theirs")
        await other.taps("Изменить без сообщения")
        await admin.taps("Сообщить · 1", mine)
        assert "Не изменено" in admin.toasts[-1]
        shown = str(next(m for m in admin.from_bot if m["message_id"] == mine)["text"])
        assert all(part in shown for part in ("другой администратор уже изменил", "youtu.be/abc", "youtu.be/theirs"))
        await t.tick()
        assert anna.got("Семинар изменился") == 0
        await admin.taps("Сообщить · 1", mine)
        await t.tick()
        assert anna.got("Семинар изменился") == 1
        anna.sees("Убежище")
        assert t.query("SELECT title_ru, link, sequence FROM seminar") == [("Убежище", "https://youtu.be/theirs", 2)]


async def test_moved_meanwhile_by_another_it_is_asked_again() -> None:
    async with town(admin_ids=f"{ADMIN},{SECOND}") as t:
        await t.subscriber("Анна")
        admin, other = await announced(t), second_admin(t)
        await to_part(admin, "Длительность")
        await admin.sends("60m")
        mine = admin.last["message_id"]
        await other.sends("/seminar")
        await other.taps("Работа")
        await other.taps("Перенести")
        await other.sends("2026-12-06 19:00")
        await other.taps("Перенести ·")
        await admin.taps("Изменить без сообщения", mine)
        shown = str(next(m for m in admin.from_bot if m["message_id"] == mine)["text"])
        assert "2026-12-06 19:00" in shown
        assert t.query("SELECT minutes, revision FROM seminar") == [(90, 1)]


async def test_talk_speaker_and_link_have_buttons_and_back_and_cancel_change_nothing() -> None:
    async with town() as t:
        admin = await announced(t)
        await to_part(admin, "Язык")
        await admin.taps("Английский")
        admin.sees("Станет: en", "Изменить без сообщения")
        admin.sees_not("Сообщить ·")
        await admin.taps("🌐 English")
        admin.sees("Becomes: en")
        await admin.taps("Русский")
        await admin.taps("Отмена")
        admin.sees("Изменить", "Перенести")
        assert t.query("SELECT count(*) FROM draft") == [(0,)]
        await to_part(admin, "Ссылка")
        await admin.taps("Без ссылки")
        admin.sees("Ссылки пока нет")
        await admin.taps("Исправить")
        await admin.taps("Назад")
        admin.sees("Что изменить")
        await admin.taps("🕒 Время")
        admin.sees("Перенос: Работа")
        assert t.query(VERSION) == [(0, 0)]


async def test_what_cannot_be_used_or_is_the_same_is_asked_again() -> None:
    async with town() as t:
        admin = await announced(t)
        await to_part(admin, "Ссылка")
        await admin.sends("не ссылка")
        admin.sees("Ссылка не подходит", "Сейчас: https://youtu.be/abc")
        await admin.sends("https://youtu.be/abc")
        admin.sees("Сейчас: https://youtu.be/abc")
        forwarded = {"type": "hidden_user", "sender_user_name": "X", "date": 0}
        await admin.sends("https://youtu.be/xyz", forward_origin=forwarded)
        admin.sees("Пересланное сообщение", "Сейчас: https://youtu.be/abc")
        await admin.sends("/cancel")
        admin.sees("Изменение отменено")
        assert t.query(VERSION) == [(0, 0)]


async def test_a_message_that_telegram_refuses_is_told_and_changes_nothing() -> None:
    async with town() as t:
        admin = await announced(t)
        await to_part(admin, "Ссылка")
        refusal = "Bad Request: BUTTON_URL_INVALID"
        t.telegram.faults.add(
            Fault(FaultKind.ERROR, methods={"sendMessage"}, calls=(2,), status=400, description=refusal)
        )
        await admin.sends("https://youtu.be/xyz")
        admin.sees("Telegram не принимает русское сообщение", "BUTTON_URL_INVALID")
        assert t.query(VERSION) == [(0, 0)]


async def test_it_goes_on_after_a_restart_and_is_written_once(tmp_path: Path) -> None:
    place = server(tmp_path)
    async with place.process() as t:
        anna = await t.subscriber("Анна")
        admin = await announced(t)
        await to_part(admin, "Ссылка")
    async with place.process(anna, admin) as t:
        await admin.sends("https://youtu.be/xyz")
        admin.sees("Сообщить · 1")
    async with place.process(anna, admin) as t:
        await admin.taps("Сообщить · 1")  # a card of another process orders nothing: it is drawn anew
        assert t.query(VERSION) == [(0, 0)]
        data = next(data for data in buttons_of(admin) if data.startswith("sec:"))
        await admin.taps("Сообщить · 1")
        await admin.taps_data(data)
        await t.tick()
        assert (t.query(VERSION), anna.got("Семинар изменился")) == ([(0, 1)], 1)
    async with place.process(anna, admin) as t:
        await t.tick()
        assert anna.got("Семинар изменился") == 1


async def test_forged_old_and_foreign_buttons_change_nothing() -> None:
    async with town() as t:
        anna = await t.subscriber("Анна")
        admin = await announced(t)
        await to_part(admin, "Язык")
        await admin.sends("en")
        drawn = buttons_of(admin)
        await anna.sends("/start")
        for data in drawn:
            await anna.taps_data(data)
        await admin.taps("Отмена")
        for data in (*drawn, "sec:ru:0:1:000000000000:1", "seq:ru:0:99:x", "sed:ru:0:99:link", "sed:ru:0:1:when"):
            if not data.startswith("sed:ru:0:1:talk"):
                await admin.taps_data(data)
                t.clock.forward(seconds=2)
        await admin.taps_data("sev:ru:0:1:talk:ru")
        assert t.query(VERSION) == [(0, 0)]
        assert anna.got("Семинар изменился") == 0


async def test_cancelled_by_another_meanwhile_nothing_is_edited() -> None:
    async with town() as t:
        admin = await announced(t)
        await to_part(admin, "Язык")
        asked = admin.last["message_id"]
        await t.app.dispatcher["seminar_changes"].confirm.cancel_seminar(1)
        await admin.sends("en")
        admin.sees("Семинар отменён")
        await admin.taps("Назад", asked)
        assert "Семинар отменён" in str(next(m for m in admin.from_bot if m["message_id"] == asked)["text"])
        assert t.query("SELECT talk FROM seminar") == [("ru+en",)]


async def test_a_late_confirmation_changes_nothing_and_asks_again() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        admin = await announced(t)
        await to_part(admin, "Язык")
        await admin.sends("en")
        await t.later(minutes=10)
        await admin.taps("Сообщить · 1")
        admin.sees("Станет: en", "Сообщить · 1")
        assert t.query(VERSION) == [(0, 0)]
        await admin.taps("Сообщить · 1")
        assert t.query(VERSION) == [(0, 1)]


async def test_an_hour_later_nothing_is_edited_and_it_is_told() -> None:
    async with town() as t:
        admin = await announced(t)
        await to_part(admin, "Язык")
        t.clock.forward(minutes=61)
        await admin.sends("en")
        admin.sees("ждал изменение семинара час")
        assert t.query(VERSION) == [(0, 0)]


async def test_who_is_being_told_right_now_gets_the_edit_behind_it() -> None:
    async with town() as t:
        people = [await t.subscriber(f"П{number}") for number in range(3)]
        admin = t.admin()
        await admin.announces(LINE)
        for tick in t.app.ticks():
            await tick.work()  # queued, and nothing of it sent yet
        await to_part(admin, "Ссылка")
        await admin.sends("https://youtu.be/xyz")
        await admin.taps("Сообщить · 3")
        await t.tick()
        assert [each.got("Семинар изменился") for each in people] == [1, 1, 1]
        assert [each.got("Новый семинар") for each in people] == [1, 1, 1]
