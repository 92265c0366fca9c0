"""Events of Google, Apple and Outlook exports as seminars; what is no seminar is refused by name (A9)."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.seminars.calendar_events import CalendarEvent, Refusal, read_events
from bot.core.seminars.calendar_lines import DEEPEST, MOST_BYTES, MOST_EVENTS, NoCalendar
from bot.core.seminars.windows_zones import WINDOWS_ZONES
from bot.core.seminars.zones import place
from tests.core.seminars.calendars import APPLE, GOOGLE, OUTLOOK, calendar

SEVEN_IN_NEW_YORK = datetime(2026, 12, 6, 0, 0, tzinfo=UTC)
END = "DTEND;TZID=America/New_York:20261205T203000"


def only(data: bytes) -> CalendarEvent:
    """The only event of a file."""
    (event,), refused = read_events(data)
    assert list(refused) == []
    return event


def refusal(data: bytes) -> tuple[Refusal, str]:
    """Why the only event of a file is refused, and what stands there."""
    events, (refused,) = read_events(data)
    assert events == ()
    return refused.error.refusal, refused.error.text


@pytest.mark.parametrize(
    ("file", "zone", "link", "titles"),
    [
        (GOOGLE, "UTC", "https://meet.google.com/abc-defg-hij", ("Разрешение на работу", "Work permits")),
        (APPLE, "America/New_York", "https://youtu.be/abc", ("Work permits", "Work permits")),
        (OUTLOOK, "America/New_York", "https://zoom.us/j/123456789", ("Work permits", "Work permits")),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_export_of_each_program(file: str, zone: str, link: str, titles: tuple[str, str], line_end: str) -> None:
    event = only(file.replace("\n", line_end).encode())
    plan = event.plan
    assert (plan.when.start, plan.when.zone, plan.minutes, plan.link) == (SEVEN_IN_NEW_YORK, zone, 90, link)
    assert (plan.title_ru, plan.title_en) == titles
    assert (event.cancelled, len(event.uid)) == (False, 64)


def test_a_folded_uid_is_one_and_a_byte_order_mark_is_no_sign() -> None:
    folded = b"\xef\xbb\xbf" + calendar(uid="one@exam\r\n ple.org")
    assert only(folded).uid == only(calendar()).uid


def test_text_is_unescaped() -> None:
    assert only(calendar(summary=r"Труд\, отдых\; и \\ | A\nB")).plan.title_ru == r"Труд, отдых; и \ "[:-1]
    assert only(calendar(summary=r"Труд | A\nB")).plan.title_en == "A B"


def test_cancelled_and_sequence_are_read() -> None:
    event = only(calendar("DTSTART:20261206T000000Z", "DURATION:PT1H30M", "STATUS:CANCELLED", sequence=7))
    assert (event.cancelled, event.sequence, event.plan.minutes) == (True, 7, 90)
    assert only(calendar(sequence=-1)).sequence == 0
    assert only(calendar(sequence=10**9 * 9)).sequence == 2**31


@pytest.mark.parametrize(
    ("duration", "minutes"), [("PT45M", 45), ("PT1H", 60), ("P0DT2H0M0S", 120), ("+PT5400S", 90), ("P0W", None)]
)
def test_lengths(duration: str, minutes: int | None) -> None:
    data = calendar("DTSTART:20261206T000000Z", f"DURATION:{duration}")
    if minutes is None:
        assert refusal(data)[0] is Refusal.LENGTH
    else:
        assert only(data).plan.minutes == minutes
    assert only(calendar("DTSTART:20261206T000000Z")).plan.minutes == 90


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    event = only(calendar("DTSTART;TZID=America/New_York:20271107T013000", "DURATION:PT1H"))
    assert event.plan.when.start == datetime(2027, 11, 7, 5, 30, tzinfo=UTC)


def test_a_zone_that_the_file_itself_maps_to_a_place() -> None:
    zone = "BEGIN:VTIMEZONE\r\nTZID:/citadel/Moscow\r\nX-LIC-LOCATION:Europe/Moscow\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT"
    data = calendar("DTSTART;TZID=/citadel/Moscow:20261205T190000", "DURATION:PT1H")
    assert only(data.replace(b"BEGIN:VEVENT", zone.encode(), 1)).plan.when.zone == "Europe/Moscow"


def test_every_windows_zone_of_the_table_is_a_place() -> None:
    assert all(place(name) is not None for name in WINDOWS_ZONES.values())


@pytest.mark.parametrize(
    ("lines", "why", "text"),
    [
        (("DTSTART;VALUE=DATE:20261205", "DTEND;VALUE=DATE:20261206"), Refusal.ALL_DAY, ""),
        (("DTSTART:20261205",), Refusal.ALL_DAY, ""),
        (("DTSTART:20261206T000000Z", "RRULE:FREQ=WEEKLY"), Refusal.REPEATS, ""),
        (("DTSTART:20261206T000000Z", "RECURRENCE-ID:20261206T000000Z"), Refusal.REPEATS, ""),
        (("DTSTART:20261205T190000", "DTEND:20261205T203000"), Refusal.NO_ZONE, ""),
        (("DTSTART;TZID=Customized Time Zone:20261205T190000",), Refusal.ZONE, "Customized Time Zone"),
        (("DTSTART;TZID=Central Asia Standard Time:20261205T190000",), Refusal.ZONE, "Central Asia Standard Time"),
        (("DTSTART;TZID=EST:20261205T190000",), Refusal.ZONE, "EST"),
        (("DTSTART;TZID=America/New_York:20270314T023000",), Refusal.GAP, "2027-03-14 02:30"),
        (("DTSTART:20261306T000000Z",), Refusal.TIME, "20261306T000000Z"),
        (("DTSTART:tomorrow",), Refusal.TIME, "tomorrow"),
        (("DTEND:20261206T000000Z",), Refusal.TIME, ""),
        (("DTSTART:20261206T000000Z", "DURATION:soon"), Refusal.TIME, "soon"),
        (("DTSTART:20261206T000000Z", "DTEND:20261206T000000Z"), Refusal.LENGTH, ""),
        (("DTSTART:20261206T000000Z", "DTEND:20261207T000000Z"), Refusal.LENGTH, ""),
        (("DTSTART:20261206T000000Z", "DTEND;TZID=America/New_York:20270314T023000"), Refusal.LENGTH, ""),
    ],
)
def test_what_is_no_seminar_is_refused_by_name(lines: tuple[str, ...], why: Refusal, text: str) -> None:
    assert refusal(calendar(*lines)) == (why, text)


@pytest.mark.parametrize(
    ("summary", "uid", "why"),
    [
        ("", "x", Refusal.TITLE),
        ("a | b | c", "x", Refusal.TITLE),
        ("я" * 121, "x", Refusal.TITLE),
        ("Тема", "", Refusal.UID),
    ],
)
def test_an_event_needs_a_title_and_a_uid(summary: str, uid: str, why: Refusal) -> None:
    assert refusal(calendar(summary=summary, uid=uid))[0] is why


def test_links_that_cannot_stand_behind_a_button_are_left_out() -> None:
    when = ("DTSTART:20261206T000000Z", "DURATION:PT1H")
    assert only(calendar(*when, "URL:javascript:alert(1)", "LOCATION:Зал")).plan.link is None
    both = calendar(*when, "LOCATION:https://localhost/", "DESCRIPTION:see (https://youtu.be/abc).")
    assert only(both).plan.link == "https://youtu.be/abc"


def test_of_one_uid_the_newest_is_taken_and_one_bad_event_harms_no_other() -> None:
    old, new = calendar(sequence=1, summary="Старое"), calendar(sequence=2, summary="Новое")
    bad = calendar("DTSTART;VALUE=DATE:20261205", uid="two")
    for data in (old + new + bad, bad + new + old):
        (event,), (refused,) = read_events(data)
        assert (event.plan.title_ru, refused.title) == ("Новое", "Тема | Topic")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "BEGIN:VCALENDAR"),
        (b"x" * (MOST_BYTES + 1), "larger"),
        (b"BEGIN:VCALENDAR\0", "no text"),
        (bytes(range(1, 256)), "UTF-8"),
        (GOOGLE.encode("utf-16"), "no text"),
        (GOOGLE.encode("cp1251"), "UTF-8"),
        (b"<html><body>404</body></html>", "no line"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", "end where"),
        (b"END:VCALENDAR\n", "end where"),
        (b"SUMMARY:x\n", "outside"),
        (b"BEGIN:VCALENDAR\n", "BEGIN:VCALENDAR"),
        (b"BEGIN:VEVENT\nEND:VEVENT\n", "BEGIN:VCALENDAR"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:X\n" * (DEEPEST + 1), "deep"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * (MOST_EVENTS + 1) + b"END:VCALENDAR\n", "events"),
    ],
)
def test_what_is_no_calendar_is_refused_whole(data: bytes, why: str) -> None:
    with pytest.raises(NoCalendar, match=why):
        read_events(data)


@given(st.binary(max_size=400), st.integers(0, 900))
def test_any_damage_is_read_or_refused(noise: bytes, at: int) -> None:
    whole = APPLE.encode()
    try:
        read_events(whole[:at] + noise + whole[at:])
    except NoCalendar as refused:
        assert str(refused)
