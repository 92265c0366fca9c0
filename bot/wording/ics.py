"""A seminar as a calendar file; Google, Apple and Outlook update the event when a newer file comes (P9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from bot.core.seminars.seminars import Seminar, SeminarState
from bot.wording.wording import Wording

ALARM_BEFORE = timedelta(hours=1)
FETCHED_EVERY = timedelta(hours=6)
"""How often a calendar that is followed asks for the newest state (RFC 7986)."""

CALENDAR_FIELDS = (
    ("prodid", "-//calendar//1.0//EN"),
    ("version", "2.0"),
    ("calscale", "GREGORIAN"),
)
"""RFC 5545 requires ``prodid``, the name of the program; this one does not name the bot.

RFC 5546 wants an ORGANIZER too, an address that calendars offer to answer. There is none that would be true, and one
that names a person or the bot must not stand in a reader's calendar (docs/requirements.md, P9).
"""


@dataclass(frozen=True)
class CalendarFile:
    """A file to be sent: its name, its bytes (CRLF, lines folded at 75 octets), and whether it takes an event away."""

    name: str
    data: bytes
    cancels: bool = False


def calendar_file(words: Wording, seminar: Seminar, bot: int, now: datetime, *, discreet: bool) -> CalendarFile:
    """Return the file; a discreet one neither names nor links the seminar or the bot."""
    calendar = _empty()
    cancels = seminar.state is SeminarState.CANCELLED
    calendar.add("method", "CANCEL" if cancels else "PUBLISH")
    calendar.add_component(_event(words, seminar, bot, now, discreet=discreet))
    stem = words.plain("seminars-calendar-file-discreet" if discreet else "seminars-calendar-file")
    return CalendarFile(f"{stem}.ics", calendar.to_ical(), cancels)


def calendar_of(words: Wording, seminars: Iterable[Seminar], bot: int, *, discreet: bool) -> bytes:
    """Return all of them as a calendar that is followed by its address; a cancelled one is said to be.

    Nothing in it tells when it was made: each event is stamped with its last change.
    """
    calendar = _empty()
    calendar.add("method", "PUBLISH")
    name = words.plain("seminars-calendar-name-discreet" if discreet else "seminars-calendar-name")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", FETCHED_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for seminar in seminars:
        calendar.add_component(_event(words, seminar, bot, seminar.revised, discreet=discreet))
    return bytes(calendar.to_ical())


def _empty() -> Calendar:
    calendar = Calendar()
    for name, value in CALENDAR_FIELDS:
        calendar.add(name, value)
    return calendar


def _event(words: Wording, seminar: Seminar, bot: int, now: datetime, *, discreet: bool) -> Event:
    cancelled = seminar.state is SeminarState.CANCELLED
    event = Event()
    event.add("uid", _uid(seminar.id, bot, discreet=discreet))
    event.add("sequence", seminar.sequence)
    event.add("dtstamp", now)
    event.add("dtstart", seminar.start)
    event.add("dtend", seminar.end)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    if discreet:
        key = "seminars-calendar-cancelled-discreet" if cancelled else "seminars-calendar-summary-discreet"
        event.add("summary", words.plain(key))
        event.add("class", "PRIVATE")
    else:
        _describe(event, words, seminar)
    if not cancelled:
        event.add_component(_alarm(words, seminar, discreet=discreet))
    return event


def _describe(event: Event, words: Wording, seminar: Seminar) -> None:
    link = seminar.plan.link
    speaker = seminar.plan.speaker
    named = words.plain("seminars-calendar-description-named", name=speaker) if speaker else None
    description = named or words.plain("seminars-calendar-description")
    title = seminar.title(words.locale)
    cancelled = seminar.state is SeminarState.CANCELLED  # not every calendar shows the status
    event.add("summary", words.plain("seminars-calendar-cancelled", title=title) if cancelled else title)
    event.add("description", f"{description}\n{link}" if link else description)
    if link:
        event.add("url", link)
        event.add("location", link)


def _alarm(words: Wording, seminar: Seminar, *, discreet: bool) -> Alarm:
    alarm = Alarm()
    title = seminar.title(words.locale)
    open_words = words.plain("seminars-calendar-alarm", title=title)
    alarm.add("action", "DISPLAY")
    alarm.add("description", words.plain("seminars-calendar-alarm-discreet") if discreet else open_words)
    alarm.add("trigger", -ALARM_BEFORE)
    return alarm


def _uid(seminar: int, bot: int, *, discreet: bool) -> str:
    """The same for every state of a seminar, so that a calendar corrects the event and makes no second one.

    A bot's name may change; its id stays.
    """
    plain = f"seminar-{seminar}@{bot}"
    return str(uuid5(NAMESPACE_URL, plain)) if discreet else plain
