"""The deadline helper as a chat: buttons, typed days, a file of whole days, nothing kept (P20)."""

from datetime import date

import pytest
from icalendar import Calendar

from tests.chat import Chatter, Town, town
from tests.handlers.deadlines.readers import at_the_helper


def file_of(t: Town, chatter: Chatter) -> tuple[str, str]:
    """The name and text of the newest file."""
    document = chatter.last["document"]
    return document["file_name"], t.telegram.world.files.get(document["file_id"]).upload.content.decode()


async def test_the_year_is_counted_by_buttons() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/start")
        await anna.taps("Ещё")
        await anna.taps("Посчитать срок")
        await anna.taps("Приезд в США")
        await anna.taps("2026")
        await anna.taps("март")
        await anna.taps("5")
        anna.sees("Год исполняется 5 марта 2027 года", "а не совет", "Годичный срок подачи")
        anna.sees_not("tg-time")
        await anna.taps("English")
        anna.sees("The year is up on 5 March 2027")
        assert not any(entity["type"] == "date_time" for entity in anna.last["entities"])
        assert await t.app.repositories.personal_data.of(anna.id) == {}


@pytest.mark.parametrize("typed", ["5 марта 2026", "05.03.2026", "2026-03-05", "March 5, 2026", "5 мар 2026 г."])
async def test_a_typed_day_is_deleted_and_asked_about(typed: str) -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends(typed)
        assert [message for message in anna.person.messages if not message["from"]["is_bot"]] == []
        anna.sees("5 марта 2026 года: что это за день?")
        await anna.taps("Заявление получено")
        anna.sees("150 дней проходит 2 августа 2026 года", "180 дней проходит 1 сентября 2026 года", "могли остановить")


async def test_a_day_that_has_not_come_is_no_day() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("2030-01-01")
        anna.sees("ещё не наступил")
        anna.sees_not("что это за день")
        await anna.taps_data(f"dlc:ru:0:arrival:{date(2030, 1, 1).toordinal()}")
        assert any("больше не действует" in toast for toast in anna.toasts)


@pytest.mark.parametrize(("discreet", "name"), [(False, "deadline-150-180-days.ics"), (True, "reminder.ics")])
async def test_the_file_holds_whole_days(discreet: bool, name: str) -> None:
    async with town() as t:
        anna = await t.subscriber(language="en")
        if discreet:
            await anna.sends("/settings")
            await anna.taps("Discreet")
        await anna.sends("2026-09-05")
        await anna.taps("Application received")
        await anna.taps("Calendar")
        anna.sees("30 and 7 days before")
        found, text = file_of(t, anna)
        assert found == name
        assert text.count("DTSTART;VALUE=DATE:") == 2
        assert "DTSTART;VALUE=DATE:20270202" in text
        assert (text.count("TRIGGER:-P30D"), text.count("TRIGGER:-P7D")) == (2, 2)
        assert ("I-765" in text) is not discreet
        assert len(Calendar.from_ical(text).walk("VEVENT")) == 2


async def test_m07_the_file_holds_what_is_ahead_and_reminds_in_time() -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Заявление получено")
        await anna.sends("10.06.2026")
        anna.sees(
            "150 дней проходит 7 ноября 2026 года", "150 дней уже прошло", "180 дней проходит 7 декабря 2026 года"
        )
        anna.sees_not("180 дней уже прошло")
        await anna.taps("В календарь")
        name, text = file_of(t, anna)
        assert name == "srok-150-180-dnej.ics"
        assert [event.decoded("dtstart") for event in Calendar.from_ical(text).walk("VEVENT")] == [date(2026, 12, 7)]
        assert (text.count("TRIGGER:-P30D"), text.count("TRIGGER:-P7D")) == (0, 1)


@pytest.mark.parametrize(("language", "months"), [("ru", ("март", "март 2022 года")), ("en", ("Mar", "March 2022"))])
async def test_m07_what_is_chosen_so_far_is_shown_and_back_takes_one_step(
    language: str, months: tuple[str, str]
) -> None:
    label, chosen = months
    async with town() as t:
        anna = await at_the_helper(t, {"ru": "Приезд", "en": "Arrival"}[language], "2022", language=language)
        anna.sees("2022")
        await anna.taps(label)
        anna.sees(chosen)
        await anna.taps({"ru": "Назад", "en": "Back"}[language])
        anna.sees(label, "2022")
        anna.sees_not(chosen)


async def test_m07_older_years_are_reached_by_buttons() -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд", "Раньше")
        anna.sees("2017", "2009")
        await anna.taps("Раньше")
        await anna.taps("Раньше")
        anna.sees("1996")
        anna.sees_not("1995", "Раньше")
        await anna.taps("Назад")
        anna.sees("2008")


async def test_m07_a_date_that_is_over_says_so_and_has_no_calendar_file() -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        await anna.sends("28.02.2024")
        anna.sees(
            "Год исполняется 28 февраля 2025 года", "Этот день уже прошёл", "два исключения", "Годичный срок подачи"
        )
        anna.sees_not("В календарь", "мало времени")
        await anna.taps("Годичный срок подачи")
        anna.sees("Исключения есть")
        await anna.sends("28.02.2026")
        anna.sees_not("уже прошёл", "мало времени")
        anna.sees("В календарь")


@pytest.mark.parametrize(("arrival", "said"), [("24.11.2025", "мало времени"), ("23.11.2025", "Этот день уже прошёл")])
async def test_m07_the_last_day_is_not_over_yet(arrival: str, said: str) -> None:
    """By UTC it is the 24th of November; in America it may still be the evening of the 23rd."""
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        await anna.sends(arrival)
        anna.sees(said)
        assert not ("мало времени" in anna.text and "уже прошёл" in anna.text)


async def test_m07_a_file_asked_for_too_late_is_the_screen_that_says_so() -> None:
    async with town() as t:
        anna = await at_the_helper(t, "Приезд")
        await anna.sends("01.12.2025")
        anna.sees("мало времени", "В календарь")
        await t.later(days=10)
        await anna.taps("В календарь")
        anna.sees("Этот день уже прошёл")
        assert not any("document" in message for message in anna.from_bot)
