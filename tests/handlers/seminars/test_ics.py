"""The calendar file, read back as a calendar would read it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Alarm, Calendar, Event

from bot.core.locales import Locale
from bot.core.seminars.seminars import Seminar, SeminarState
from bot.wording.ics import CalendarFile, calendar_file
from tests.core.seminars.seminar_memory import NOW, seminar
from tests.handlers.drawn import words

BOT = 42
LOCALES = list(Locale)
LONG = "Разрешение на работу, его продление; замена и «что дальше» \\ \n часть вторая " * 2


def made(locale: Locale = Locale.RU, *, discreet: bool = False, **fields: Any) -> CalendarFile:
    """The file of a seminar."""
    return calendar_file(words(locale), seminar(**fields), BOT, NOW, discreet=discreet)


def event_of(file: CalendarFile) -> Event:
    """The only event in a file."""
    (event,) = Calendar.from_ical(file.data).walk("VEVENT")
    assert isinstance(event, Event)
    return event


def alarms_of(event: Event) -> list[Alarm]:
    """The alarms of an event."""
    return [alarm for alarm in event.walk("VALARM") if isinstance(alarm, Alarm)]


def long_titled() -> Seminar:
    """A seminar whose title needs folding and escaping."""
    return seminar(plan=replace(seminar().plan, title_ru=LONG, title_en=LONG))


@pytest.mark.parametrize("locale", LOCALES)
def test_it_is_a_published_calendar_with_the_event_in_utc(locale: Locale) -> None:
    file = made(locale)
    calendar = Calendar.from_ical(file.data)
    assert (calendar["method"], calendar["version"]) == ("PUBLISH", "2.0")
    event = event_of(file)
    assert event.decoded("dtstart") == seminar().start
    assert event.decoded("dtend") == seminar().end
    assert event.decoded("dtstamp") == NOW
    assert b"DTSTART:20261205T120000Z\r\n" in file.data
    assert b"DTEND:20261205T133000Z\r\n" in file.data
    assert (event["url"], event["status"]) == ("https://youtu.be/abc", "CONFIRMED")
    assert event["summary"] == seminar().title(locale)
    assert "https://youtu.be/abc" in str(event["description"])


def test_an_hour_before_it_rings() -> None:
    (alarm,) = alarms_of(event_of(made()))
    assert alarm.decoded("trigger") == timedelta(hours=-1)
    assert alarm["action"] == "DISPLAY"
    assert seminar().title(Locale.RU) in str(alarm["description"])


def test_a_moved_seminar_is_the_same_event_with_a_higher_sequence() -> None:
    first, moved = event_of(made()), event_of(made(revision=1, sequence=1))
    assert first["uid"] == moved["uid"] == f"seminar-1@{BOT}"
    assert (first["sequence"], moved["sequence"]) == (0, 1)


def test_other_seminars_are_other_events() -> None:
    assert event_of(made(id=1))["uid"] != event_of(made(id=2))["uid"]
    assert event_of(made(id=1, discreet=True))["uid"] != event_of(made(id=2, discreet=True))["uid"]


@pytest.mark.parametrize("discreet", [False, True])
def test_a_cancelled_seminar_is_cancelled_and_does_not_ring(discreet: bool) -> None:
    event = event_of(made(discreet=discreet, state=SeminarState.CANCELLED, sequence=2))
    assert event["status"] == "CANCELLED"
    assert alarms_of(event) == []


@pytest.mark.parametrize("discreet", [False, True])
def test_b16_a_cancelled_seminars_file_cancels_the_event_that_was_saved(discreet: bool) -> None:
    saved = event_of(made(discreet=discreet, sequence=1))
    file = made(discreet=discreet, state=SeminarState.CANCELLED, sequence=2)
    calendar, event = Calendar.from_ical(file.data), event_of(file)
    assert (calendar["method"], event["status"], file.cancels) == ("CANCEL", "CANCELLED", True)
    assert (event["uid"], saved["sequence"], event["sequence"]) == (saved["uid"], 1, 2)
    assert not made(discreet=discreet).cancels


@pytest.mark.parametrize("state", list(SeminarState))
def test_b16_no_file_names_an_organizer(state: SeminarState) -> None:
    assert "organizer" not in event_of(made(state=state))


def test_without_a_link_there_is_none() -> None:
    event = event_of(made(plan=replace(seminar().plan, link=None)))
    assert "url" not in event
    assert "location" not in event
    assert "http" not in str(event["description"])


def test_another_speaker_is_named() -> None:
    file = made(Locale.EN, plan=replace(seminar().plan, speaker="Jane Doe"))
    assert "Speaker: Jane Doe." in str(event_of(file)["description"])


@pytest.mark.parametrize("locale", LOCALES)
def test_lines_are_folded_at_75_octets_and_end_with_crlf(locale: Locale) -> None:
    file = calendar_file(words(locale), long_titled(), BOT, NOW, discreet=False)
    lines = file.data.split(b"\r\n")
    assert file.data.endswith(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]
    assert event_of(file)["summary"] == LONG


@pytest.mark.parametrize("locale", LOCALES)
def test_a_discreet_file_tells_nothing(locale: Locale) -> None:
    file = made(locale, discreet=True, plan=replace(seminar().plan, title_ru="Убежище", title_en="Asylum"))
    text = file.data.replace(b"\r\n ", b"").decode().lower()
    for word in (
        "убежищ",
        "asylum",
        "семинар",
        "seminar",
        "юрист",
        "адвокат",
        "attorney",
        "jurisq",
        "seminar_test_bot",
        f"@{BOT}",
        "http",
        "bot",
    ):
        assert word not in text
        assert word not in file.name
    event = event_of(file)
    assert event["summary"] == {Locale.RU: "Встреча", Locale.EN: "Meeting"}[locale]
    assert len(alarms_of(event)) == 1


@pytest.mark.parametrize("discreet", [False, True])
@pytest.mark.parametrize("locale", LOCALES)
def test_the_file_name_is_plain_and_hostile_titles_stay_out_of_it(locale: Locale, discreet: bool) -> None:
    file = calendar_file(words(locale), long_titled(), BOT, NOW, discreet=discreet)
    assert file.name.isascii()
    assert file.name.removesuffix(".ics").isalpha()


def test_the_discreet_event_stays_the_same_when_the_seminar_moves() -> None:
    first = made(discreet=True)
    moved = made(discreet=True, revision=1, sequence=1)
    assert event_of(first)["uid"] == event_of(moved)["uid"]
