"""The deadline helper as a chat: buttons, typed days, a file of whole days, nothing kept (P20)."""

from datetime import date

import pytest
from icalendar import Calendar

from tests.chat import Chatter, Town, town


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
        anna.sees_not("что это за день")
        await anna.taps_data(f"dlc:ru:0:arrival:{date(2030, 1, 1).toordinal()}")
        assert any("больше не действует" in toast for toast in anna.toasts)


@pytest.mark.parametrize(("discreet", "name"), [(False, "deadline.ics"), (True, "date.ics")])
async def test_the_file_holds_whole_days(discreet: bool, name: str) -> None:
    async with town() as t:
        anna = await t.subscriber(language="en")
        if discreet:
            await anna.sends("/settings")
            await anna.taps("Discreet")
        await anna.sends("2026-03-05")
        await anna.taps("Application received")
        await anna.taps("Calendar")
        found, text = file_of(t, anna)
        assert found == name
        assert text.count("DTSTART;VALUE=DATE:") == 2
        assert "DTSTART;VALUE=DATE:20260802" in text
        assert ("I-765" in text) is not discreet
        assert len(Calendar.from_ical(text).walk("VEVENT")) == 2
