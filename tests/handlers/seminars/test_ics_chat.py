"""The calendar file as it arrives in a chat."""

import pytest
from icalendar import Calendar, Component

from bot.core.subscribers.subscribers import Choice
from tests.chat import Chatter, Town, town
from tests.handlers.seminars.test_seminars_chat import LANGUAGES, planned

NOTICE = {
    "ru": ("В календарь", "Убрать из календаря", "там он останется и напомнит о себе"),
    "en": ("Calendar", "Remove from calendar", "it stays there and will still ring"),
}
"""Save, remove, and what the notice says of a calendar."""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_calendar_file_arrives_and_follows_a_move(language: str) -> None:
    title, _, _, calendar, _, _ = LANGUAGES[language]
    async with town() as place:
        admin = await planned(place)
        anna = place.person("Анна", language)
        await anna.sends("/seminars")
        await anna.taps(calendar)
        first = event_in(place, anna)
        assert (first["summary"], int(str(first["sequence"]))) == (title, 0)
        await admin.taps("Перенести")
        await admin.sends("2026-12-06 19:00 America/New_York")
        await admin.taps("Перенести ·")
        await anna.taps(calendar)
        moved = event_in(place, anna)
        assert (moved["uid"], int(str(moved["sequence"]))) == (first["uid"], 1)


async def test_a_discreet_subscribers_file_says_nothing() -> None:
    async with town() as place:
        await planned(place)
        anna = await place.subscriber()
        await place.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
        await anna.sends("/seminars")
        await anna.taps("В календарь")
        assert anna.last["document"]["file_name"] == "vstrecha.ics"
        assert event_in(place, anna)["summary"] == "Встреча"
        assert "еминар" not in anna.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_b16_the_notice_of_a_cancellation_offers_the_file_that_takes_the_event_away(language: str) -> None:
    save, remove, stays = NOTICE[language]
    async with town() as place:
        admin = await planned(place)
        anna = await place.subscriber("Анна", language)
        await place.tick()
        await anna.taps(save)
        saved = event_in(place, anna)
        await admin.taps("Отменить семинар")
        await admin.taps("Отменить семинар ·")
        anna.sees(stays, remove)
        await anna.taps(remove)
        file = place.telegram.world.files.get(anna.last["document"]["file_id"])
        gone = event_in(place, anna)
        assert b"METHOD:CANCEL" in file.upload.content
        assert (gone["uid"], saved["sequence"], gone["sequence"]) == (saved["uid"], 0, 1)
        anna.sees("удалите её сами" if language == "ru" else "delete it yourself")


async def test_b16_a_discreet_reader_finds_that_file_behind_the_notice() -> None:
    async with town() as place:
        admin = await planned(place)
        anna = await place.subscriber()
        await place.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
        await place.tick()
        await admin.taps("Отменить семинар")
        await admin.taps("Отменить семинар ·")
        assert anna.text == "Встреча отменена"
        await anna.taps("Открыть")
        anna.sees("Семинар отменён", "Убрать из календаря")
        await anna.taps("Убрать из календаря")
        assert event_in(place, anna)["status"] == "CANCELLED"
        assert anna.last["document"]["file_name"] == "vstrecha.ics"
        assert "еминар" not in anna.text


def event_in(place: Town, who: Chatter) -> Component:
    """The event of the file somebody has just got."""
    stored = place.telegram.world.files.get(who.last["document"]["file_id"])
    (event,) = Calendar.from_ical(stored.upload.content).walk("VEVENT")
    return event
