"""Seminars as people meet them: the whole bot over the pretended Telegram."""

import pytest

from bot.core.locales import Locale
from tests.chat import Chatter, Town, town

FORM = "/seminar 2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m"
SECOND = "/seminar 2026-12-12 19:00 America/New_York | Интервью <b>&</b> | Interview <b>&</b> | 1h"
DAYS_TO_START = 11.5
LANGUAGES = {
    "ru": ("Разрешение на работу", "Напомнить", "Не напоминать", "В календарь", "Назад", "English"),
    "en": ("Work permits", "Remind me", "Don't remind me", "Calendar", "Back", "Русский"),
}


async def planned(place: Town, *forms: str) -> Chatter:
    """An admin who has entered seminars."""
    admin = place.admin()
    for form in forms or (FORM,):
        await admin.announces(form)
    return admin


async def rows_about(place: Town, chat: int) -> int:
    """How many choices of a chat are stored."""
    return len(await place.app.repositories.seminars.choices(chat))


@pytest.mark.parametrize(("language", "label"), [("ru", "Подписаться"), ("en", "Subscribe")])
async def test_with_nothing_planned_there_is_a_way_to_subscribe(language: str, label: str) -> None:
    async with town(official_links="https://www.youtube.com/@jurisq") as place:
        anna = place.person("Анна", language)
        await anna.sends("/seminars")
        anna.sees(label, "youtube.com/@jurisq", "JurisQ Legal Network")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_single_seminar_is_there_at_once_in_both_languages(language: str) -> None:
    title, remind, _, calendar, _, other = LANGUAGES[language]
    async with town() as place:
        await planned(place)
        anna = place.person("Анна", language)
        await anna.sends("/seminars")
        anna.sees(title, remind, calendar, "YouTube", "youtu.be/abc")
        kinds = [entity["type"] for entity in anna.last["entities"]]
        assert kinds.count("date_time") == 2
        await anna.taps(other)
        anna.sees(LANGUAGES["en" if language == "ru" else "ru"][0])
        assert len(anna.from_bot) == 1


async def test_several_seminars_are_a_list_that_leads_to_cards_and_back() -> None:
    async with town() as place:
        await planned(place, SECOND, FORM)
        anna = place.person()
        await anna.sends("/seminars")
        anna.sees("Разрешение на работу", "Интервью <b>&</b>", "Разрешение на работу · Нью-Йорк 5 дек. · Москва 6 дек.")
        await anna.taps("Интервью")
        anna.sees("Интервью <b>&</b>", "Длительность: 1 ч", "Ссылки пока нет")
        anna.sees_not("Разрешение", "YouTube")
        await anna.taps("English")
        anna.sees("Interview <b>&</b>", "Length: 1 h")
        await anna.taps("Back")
        anna.sees("Work permits", "Interview")
        assert len(anna.from_bot) == 1


@pytest.mark.parametrize(
    ("zones", "label"),
    [
        ("America/New_York,Europe/Moscow", "Интервью <b>&</b> · Нью-Йорк 12 дек. · Москва 13 дек."),
        ("Europe/Moscow", "Интервью <b>&</b> · Москва 13 дек."),
        (
            "Europe/Moscow,America/New_York,Asia/Tbilisi",
            "Интервью <b>&</b> · Москва, Тбилиси 13 дек. · Нью-Йорк 12 дек.",
        ),
    ],
)
async def test_m09_the_day_on_a_button_is_the_day_of_its_text_and_has_its_zone(zones: str, label: str) -> None:
    async with town(display_zones=zones) as place:
        admin = await planned(place, SECOND, FORM)
        anna = place.person()
        await anna.sends("/seminars")
        assert label in anna.labels
        for part in label.split(" · ")[1:]:
            cities, day, _ = part.rsplit(" ", 2)
            assert all(f" {day} декабря, " in said for said in anna.text.split("🗓")[2].split(" · ") if cities in said)
        await admin.sends("/seminar")
        assert label in admin.labels


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_reader_agrees_to_one_reminder_gets_it_and_can_end_it(language: str) -> None:
    title, remind, dont, _, back, _ = LANGUAGES[language]
    async with town() as place:
        await planned(place)
        anna = place.person("Анна", language)
        await anna.sends("/seminars")
        await anna.taps(remind)
        anna.sees("48", title)
        assert await rows_about(place, anna.id) == 0
        await anna.taps(back)
        await anna.taps(remind)
        await anna.taps(remind)
        anna.sees(dont)
        assert await rows_about(place, anna.id) == 1
        await place.later(days=DAYS_TO_START - 1)
        assert anna.got(title) == 1
        await anna.taps({"ru": "Открыть", "en": "Open"}[language])
        await anna.taps(dont)
        anna.sees(title, remind)
        assert await rows_about(place, anna.id) == 0
        sent = len(anna.from_bot)
        await place.later(days=1)
        assert len(anna.from_bot) == sent


@pytest.mark.parametrize(
    ("language", "neutral", "opening", "hide", "told"),
    [
        ("ru", "Напоминание о встрече", "Открыть", "Скрыть", "незаметно"),
        ("en", "Meeting reminder", "Open", "Hide", "discreetly"),
    ],
)
async def test_one_reminder_without_a_subscription_is_discreet_and_says_so_before(
    language: str, neutral: str, opening: str, hide: str, told: str
) -> None:
    title, remind, _, calendar, *_ = LANGUAGES[language]
    async with town() as place:
        await planned(place)
        anna = place.person("Анна", language)
        await anna.sends("/seminars")
        await anna.taps(remind)
        anna.sees(told, neutral)
        await anna.taps(remind)
        card = anna.last["message_id"]
        await place.later(days=DAYS_TO_START - 1)
        assert (anna.text, anna.labels) == (neutral, [opening])
        await anna.taps(opening)
        anna.sees(title)
        await anna.taps(hide)
        assert anna.text == neutral
        await anna.taps(calendar, card)
        assert anna.last["document"]["file_name"] in ("vstrecha.ics", "meeting.ics")
        await anna.sends("/settings")
        anna.sees(told)
        anna.sees_not("настраивать пока нечего", "nothing to set")


async def test_without_a_subscription_one_of_several_neutral_reminders_stands() -> None:
    async with town(reminder_offsets="10m,2m,0") as place:
        await planned(place)
        anna = place.person()
        await anna.sends("/seminars")
        await anna.taps("Напомнить")
        await anna.taps("Напомнить")
        await place.later(days=DAYS_TO_START, minutes=-10)
        for minutes in (8, 2):
            await place.later(minutes=minutes)
            await place.later(seconds=6)
        assert anna.got("Напоминание о встрече") == 1
        await anna.taps("Открыть")
        anna.sees("Разрешение на работу", "Скрыть")


async def test_a_subscriber_who_wants_one_more_is_reminded_as_the_switch_says() -> None:
    async with town() as place:
        await planned(place)
        anna = await place.subscriber()
        await place.app.repositories.seminars.choose(1, anna.id, Locale.RU, wanted=True)
        await place.later(days=DAYS_TO_START - 1)
        anna.sees("Разрешение на работу")


async def test_a_repeated_tap_changes_nothing() -> None:
    async with town() as place:
        await planned(place)
        anna = place.person()
        await anna.sends("/seminars")
        await anna.taps("Напомнить")
        agreed = next(
            button["callback_data"]
            for row in anna.last["reply_markup"]["inline_keyboard"]
            for button in row
            if "Напомнить" in button["text"]
        )
        for _ in range(3):
            await anna.taps_data(agreed)
        assert await rows_about(place, anna.id) == 1
        anna.sees("Не напоминать")
        assert len(anna.from_bot) == 1


async def test_an_old_button_of_somebody_who_left_asks_before_it_stores() -> None:
    async with town() as place:
        await planned(place)
        anna = await place.subscriber()
        await anna.sends("/seminars")
        await anna.taps("Не напоминать")
        await place.app.dispatcher["leave"](anna.id)
        await anna.taps("🔔 Напомнить")
        anna.sees("Что для этого сохранится")
        assert await rows_about(place, anna.id) == 0


async def test_the_question_is_drawn_again_in_the_other_language_and_stores_nothing() -> None:
    async with town() as place:
        await planned(place)
        anna = place.person()
        await anna.sends("/seminars")
        await anna.taps("Напомнить")
        await anna.taps("English")
        anna.sees("What is stored for it", "Work permits")
        assert await rows_about(place, anna.id) == 0


async def test_a_subscriber_switches_one_seminar_off_and_on_again() -> None:
    async with town() as place:
        await planned(place)
        anna = await place.subscriber()
        await anna.sends("/seminars")
        await anna.taps("Не напоминать")
        assert anna.toasts[-1] == "Не будем напоминать об этом семинаре"
        await place.later(days=DAYS_TO_START - 1)
        assert anna.got("Напоминание о семинаре") == 0
        await anna.taps("🔔 Напомнить")
        anna.sees("Не напоминать")
        assert anna.toasts[-1] == "Напомним о семинаре"
        await place.later(hours=23)
        assert anna.got("Напоминание о семинаре") == 1


async def test_a_cancelled_seminar_says_so_behind_its_old_buttons() -> None:
    async with town() as place:
        admin = await planned(place)
        anna = place.person()
        await anna.sends("/seminars")
        old = anna.last["message_id"]
        await admin.taps("Отменить семинар")
        await admin.taps("Отменить семинар ·")
        await anna.taps("Напомнить", old)
        await anna.taps_data("rmd:ru:0:1:1:1", old)
        anna.sees("Семинар отменён")
        anna.sees_not("Напомнить", "В календарь")
        assert await rows_about(place, anna.id) == 0
        await anna.taps("Назад")
        anna.sees("Подписаться")


async def test_a_seminar_that_is_over_says_so_and_is_forgotten_later() -> None:
    async with town() as place:
        await planned(place)
        anna = place.person()
        await anna.sends("/seminars")
        old = anna.last["message_id"]
        await anna.taps_data("sem:ru:0:1", old)
        await place.later(days=DAYS_TO_START, hours=2)
        await anna.taps_data("rmd:ru:0:1:1:1", old)
        anna.sees("Семинар уже прошёл")
        assert await rows_about(place, anna.id) == 0


@pytest.mark.parametrize(
    "data",
    [
        "sem:ru:0:404",
        "sem:ru:0:-1",
        f"sem:ru:0:{10**30}",
        "cst:ru:0:404",
        "rmd:ru:0:404:1:1",
        f"rmd:ru:0:{2**63}:1:1",
        "ics:ru:0:404",
        "opm:ru:0:404",
        "opb:ru:0:404",
        "ics:ru:0:x",
    ],
)
async def test_forged_buttons_get_a_friendly_screen(data: str) -> None:
    async with town() as place:
        await planned(place)
        anna = place.person()
        await anna.sends("/seminars")
        await anna.taps_data(data)
        assert len(anna.toasts) == 1
        anna.sees("больше не хранится" if data.startswith("opb") else "Семинары")
        assert await rows_about(place, anna.id) == 0


async def test_reading_leaves_no_row() -> None:
    async with town() as place:
        await planned(place, FORM, SECOND)
        anna = place.person()
        await anna.sends("/seminars")
        await anna.taps("Разрешение")
        await anna.taps("В календарь")
        await anna.taps("Напомнить")
        await anna.taps("English")
        assert await place.app.dispatcher["subscribers"].get(anna.id) is None
        assert await rows_about(place, anna.id) == 0


async def test_a_deep_link_opens_the_card() -> None:
    async with town() as place:
        await planned(place)
        anna = place.person("Ann", "en")
        await anna.sends("/start seminar_1")
        anna.sees("Work permits", "Remind me")
        await anna.taps("Back")
        anna.sees("Seminars")
