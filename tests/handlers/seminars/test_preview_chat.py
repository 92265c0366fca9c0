"""A seminar is previewed before anybody hears of it: announced, corrected, opened quietly or dropped."""

from datetime import timedelta

import pytest

from bot.core.mailings.conversations import Flow
from bot.demo.faults.plan import Fault, FaultKind
from tests.chat import ADMIN, Chatter, Town, town
from tests.handlers.seminars.test_admin_chat import BEFORE_FOLD, FOLD_FORM, FORM, LATER, draft, stored

OTHER = 9_002
UPCOMING = "Пока вы не подтвердите, о семинаре никто не узнает"


async def previewed(place: Town, form: str = FORM) -> Chatter:
    """An admin before the card of a preview."""
    admin = place.admin()
    await admin.sends(form)
    return admin


def copies(admin: Chatter) -> list[str]:
    """What stands above the card: a label, a copy, a label, a copy."""
    return [str(message["text"]) for message in admin.from_bot[-5:-1]]


async def test_m04_nobody_hears_of_a_seminar_before_its_preview_is_confirmed() -> None:
    async with town() as place:
        anna = await place.subscriber()
        john = await place.subscriber("John", "en")
        admin = await previewed(place)
        admin.sees(
            UPCOMING, "Объявление получат 2 человека", "Объявить 2", "Исправить", "Открыть без объявления", "Отмена"
        )
        await place.tick()
        assert await stored(place) == []
        assert (anna.from_bot, john.from_bot) == ([], [])
        await anna.sends("/seminars")
        anna.sees_not("Разрешение на работу")
        await admin.taps("Объявить 2")
        admin.sees("Разрешение на работу", "Перенести")
        assert len(await stored(place)) == 1
        assert await draft(place) is None
        await place.tick()
        assert (anna.got("Новый семинар"), john.got("A new seminar")) == (1, 1)


async def test_m04_the_copies_are_what_readers_get_each_labelled_by_its_language() -> None:
    async with town() as place:
        anna = await place.subscriber()
        john = await place.subscriber("John", "en")
        admin = await previewed(place)
        label_ru, russian, label_en, english = copies(admin)
        assert ("по-русски" in label_ru, "по-английски" in label_en) == (True, True)
        await admin.taps("Объявить")
        await place.tick()
        assert (russian, english) == (anna.text, john.text)
        copy = admin.from_bot[-4]["reply_markup"]["inline_keyboard"]
        arrived = anna.last["reply_markup"]["inline_keyboard"]
        assert [[b["text"] for b in row] for row in copy] == [[b["text"] for b in row] for row in arrived]


@pytest.mark.parametrize("label", ["Подробнее", "В календарь", "Не напоминать"])
async def test_m04_the_buttons_of_a_copy_say_that_it_is_one(label: str) -> None:
    async with town() as place:
        admin = await previewed(place)
        before = [message["text"] for message in admin.from_bot]
        await admin.taps(label)
        assert "предпросмотр" in admin.toasts[-1]
        assert [message["text"] for message in admin.from_bot] == before
        assert place.query("SELECT count(*) FROM seminar_choice") == [(0,)]


async def test_m04_a_confirmation_counts_once() -> None:
    async with town() as place:
        admin = await previewed(place)
        (announce,) = [
            b for row in admin.last["reply_markup"]["inline_keyboard"] for b in row if "Объявить" in b["text"]
        ]
        await admin.taps("Объявить")
        await admin.taps_data(announce["callback_data"])
        assert len(await stored(place)) == 1
        assert "Ничего не сделано" in admin.toasts[-1]
        admin.sees("Перенести")


async def test_m04_opened_without_telling_it_is_listed_and_only_reminds() -> None:
    async with town() as place:
        anna = await place.subscriber()
        admin = await previewed(place)
        await admin.taps("Открыть без объявления")
        admin.sees("Открыт без объявления", "Перенести")
        await place.tick()
        assert anna.from_bot == []
        await anna.sends("/seminars")
        anna.sees("Разрешение на работу")
        await place.later(days=10.5)
        assert (anna.got("Новый семинар"), anna.got("Напоминание о семинаре")) == (0, 1)


async def test_m04_an_audience_that_moved_is_asked_about_with_the_new_count() -> None:
    async with town() as place:
        admin = await previewed(place)
        admin.sees("Объявить 0", "Объявлять сейчас некому")
        for number in range(11):
            await place.subscriber(str(number))
        await admin.taps("Объявить 0")
        assert await stored(place) == []
        assert "Не отправлено" in admin.toasts[-1]
        admin.sees("стало 11 вместо 0", "Объявить 11")
        await admin.taps("English")
        admin.sees("Announce 11", "Publish without telling", "Edit")
        await place.subscriber("one more")
        await admin.taps("Announce 11")
        assert len(await stored(place)) == 1


async def test_m04_a_late_tap_draws_the_card_anew() -> None:
    async with town() as place:
        admin = await previewed(place)
        place.clock.forward(minutes=6)
        await admin.taps("Объявить")
        assert await stored(place) == []
        admin.sees("Нажатие не выполнено", "Объявить 0")
        await admin.taps("Объявить")
        assert len(await stored(place)) == 1


async def test_m04_a_seminar_whose_time_has_come_meanwhile_is_not_entered() -> None:
    async with town() as place:
        begins = (place.clock.now() + timedelta(minutes=3)).strftime("%Y-%m-%d %H:%M")
        admin = await previewed(place, f"/seminar {begins} UTC | Тема | Topic")
        place.clock.forward(minutes=4)
        await admin.taps("Объявить")
        assert await stored(place) == []
        admin.sees("Это время уже прошло", "Исправить")
        admin.sees_not("Объявить", "Открыть без объявления")


@pytest.mark.parametrize(
    ("field", "typed", "shown"),
    [
        ("Время", "06.12.2026 7pm", "6 декабря, 19:00 Нью-Йорк"),
        ("🇷🇺 Название", "Рабочее разрешение", "Рабочее разрешение"),
        ("🇬🇧 Название", "Work authorization", "Work authorization"),
        ("Ссылка", "https://youtu.be/xyz", "youtu.be/xyz"),
        ("Ссылка", "-", "Ссылки пока нет"),
        ("Длительность", "2h", "2 ч"),
        ("Длительность", "100", "1 ч 40 мин"),
        ("Длительность", "2 часа", "2 ч"),
        ("Кто ведёт", "Jane Doe", "Ведёт: Jane Doe"),
        ("Ссылка", "youtu.be/xyz", "youtu.be/xyz"),
        ("Язык", "ru", "Язык: русский"),
    ],
)
async def test_m04_one_part_is_corrected_and_previewed_anew(field: str, typed: str, shown: str) -> None:
    async with town() as place:
        admin = await previewed(place)
        await admin.taps("Исправить")
        admin.sees("Что исправить?", "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу |")
        await admin.taps(field)
        await admin.sends(typed)
        admin.sees(shown, "Объявить 0")
        assert any(shown.split(",", maxsplit=1)[0] in copy for copy in copies(admin))
        await admin.taps("Объявить")
        admin.sees(shown, "Перенести")
        assert len(await stored(place)) == 1


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("Время", "2025-12-05 19:00", "уже прошло"),
        ("Время", "2027-03-14 02:30", "часы переводят вперёд"),
        ("Ссылка", "ftp://x", "Ссылка не подходит"),
        ("Длительность", "4", "Длительность не подходит"),
        ("Ссылка", "два слова", "Ссылка не подходит"),
        ("Язык", "uk", "Язык пишется так"),
        ("🇷🇺 Название", "я" * 121, "Название слишком длинное"),
    ],
)
async def test_m04_a_part_that_cannot_be_used_is_asked_for_again(field: str, typed: str, said: str) -> None:
    async with town() as place:
        admin = await previewed(place)
        await admin.taps("Исправить")
        await admin.taps(field)
        await admin.sends(typed)
        admin.sees(said, "Сейчас:")
        await admin.taps("English")
        admin.sees("Now:")
        await admin.taps("Back")
        await admin.taps("Back")
        admin.sees("Announce 0", "Work permits")


async def test_m04_a_new_line_and_a_part_sent_unasked_enter_nothing() -> None:
    async with town() as place:
        admin = await previewed(place)
        await admin.sends("Рабочее разрешение")
        admin.sees("Что исправить?")
        await admin.sends("2026-12-07 19:00 | Суд | Court")
        admin.sees("Суд", "Объявить 0")
        await admin.sends("2026-12-07 19:00 | Суд")
        admin.sees("Нет названия на английском")
        assert await stored(place) == []


async def test_m04_the_buttons_of_a_corrected_preview_are_stale() -> None:
    async with town() as place:
        admin = await previewed(place)
        old = admin.last["message_id"]
        await admin.sends("/seminar 2026-12-07 19:00 | Суд | Court")
        for label in ("Объявить", "Открыть без объявления", "Исправить", "Отмена"):
            await admin.taps(label, old)
            assert "Ничего не сделано" in admin.toasts[-1]
        assert await stored(place) == []
        assert (await draft(place)).flow is Flow.SEMINAR


@pytest.mark.parametrize("how", ["Отмена", "/cancel"])
async def test_m04_a_dropped_draft_is_told_to_nobody(how: str) -> None:
    async with town() as place:
        anna = await place.subscriber()
        admin = await previewed(place)
        await (admin.sends(how) if how.startswith("/") else admin.taps(how))
        admin.sees("Черновик семинара удалён")
        assert await draft(place) is None
        await place.tick()
        assert (await stored(place), anna.from_bot) == ([], [])


async def test_m04_a_time_that_happens_twice_is_previewed_at_the_picked_moment() -> None:
    async with town(start=BEFORE_FOLD) as place:
        admin = await previewed(place, FOLD_FORM)
        await admin.taps("Позже")
        assert await stored(place) == []
        await admin.taps("Объявить")
        (seminar,) = await stored(place)
        assert seminar.start == LATER


async def test_m04_a_correction_that_waited_too_long_changes_nothing() -> None:
    async with town() as place:
        admin = await previewed(place)
        await admin.taps("Исправить")
        await admin.taps("Длительность")
        admin.person.sends("2h")
        place.clock.forward(minutes=6)
        await place.settle()
        admin.sees("Пришлите длительность")
        (row,) = place.query("SELECT step FROM draft")
        assert ",90," in row[0]


@pytest.mark.parametrize(("call", "which"), [(2, "русское"), (4, "английское")])
async def test_m04_what_telegram_refuses_is_refused_in_the_preview(call: int, which: str) -> None:
    async with town() as place:
        refusal = "Bad Request: <BUTTON_URL_INVALID>"
        fault = Fault(FaultKind.ERROR, methods={"sendMessage"}, calls=(call,), status=400, description=refusal)
        place.telegram.faults.add(fault)
        admin = await previewed(place)
        admin.sees(f"не принимает {which} сообщение", "<BUTTON_URL_INVALID>", "Исправить", "Отмена")
        admin.sees_not("Объявить", "Открыть без объявления")
        await admin.taps("Исправить")
        await admin.taps("Ссылка")
        await admin.sends("https://youtu.be/xyz")
        admin.sees("Объявить 0")


async def test_m04_two_admins_with_the_same_plan_announce_it_once() -> None:
    async with town(admin_ids="9001,9002") as place:
        anna = await place.subscriber()
        first, second = place.admin(), place.person("Второй", number=9002)
        await first.sends(FORM)
        await second.sends(FORM)
        await first.taps("Объявить")
        await second.taps("Объявить")
        second.sees("Перенести")
        await place.tick()
        assert (len(await stored(place)), anna.got("Новый семинар")) == (1, 1)


async def test_m04_nobody_elses_taps_do_anything() -> None:
    async with town() as place:
        admin = await previewed(place)
        anna = place.person()
        await anna.sends("/seminars")
        for row in admin.last["reply_markup"]["inline_keyboard"]:
            for button in row:
                await anna.taps_data(button["callback_data"])
        anna.sees_not("Объявить", "Перенести")
        assert await stored(place) == []


async def test_m04_one_seminar_typed_in_two_zones_is_announced_once() -> None:
    other = FORM.replace("2026-12-05 19:00 America/New_York", "2026-12-06 03:00 Europe/Moscow")
    assert other != FORM
    async with town(admin_ids=f"{ADMIN},{OTHER}") as t:
        anna, admin, colleague = await t.subscriber(), t.admin(), t.person("Коллега", number=OTHER)
        await admin.sends(FORM)
        await colleague.sends(other)
        await admin.taps("Объявить 1")
        await colleague.taps("Объявить 1")
        assert "уже открыл другой администратор" in colleague.toasts[-1]
        await t.tick()
        assert len(t.query("SELECT id FROM seminar")) == 1
        assert anna.got("Новый семинар") == 1


async def test_m04_whoever_is_late_is_not_told_that_an_announcement_goes_out() -> None:
    async with town(admin_ids=f"{ADMIN},{OTHER}") as t:
        anna, admin, colleague = await t.subscriber(), t.admin(), t.person("Коллега", number=OTHER)
        await admin.sends(FORM)
        await colleague.sends(FORM)
        await admin.taps("Открыть без объявления")
        await colleague.taps("Объявить 1")
        assert "уже открыл другой администратор" in colleague.toasts[-1]
        await t.tick()
        assert anna.got("Новый семинар") == 0
