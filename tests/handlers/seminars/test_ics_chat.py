"""The calendar file as it arrives in a chat."""

import pytest
from icalendar import Calendar, Component

from bot.core.subscribers.subscribers import Choice
from tests.chat import Chatter, Town, town
from tests.handlers.seminars.test_seminars_chat import LANGUAGES, planned


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


def event_in(place: Town, who: Chatter) -> Component:
    """The event of the file somebody has just got."""
    stored = place.telegram.world.files.get(who.last["document"]["file_id"])
    (event,) = Calendar.from_ical(stored.upload.content).walk("VEVENT")
    return event
