"""Counted days as a calendar file: whole days (VALUE=DATE), so that no time zone moves them (P20)."""

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from bot.core.deadlines import Count, Counted
from bot.handlers.seminars.ics import CALENDAR_FIELDS, CalendarFile
from bot.handlers.ui.screens import Words

EVENT_KEYS = {
    Count.ARRIVAL: ("deadlines-event-year",),
    Count.RECEIPT: ("deadlines-event-asked", "deadlines-event-given"),
}


def day_file(words: Words, counted: Counted, now: datetime, *, discreet: bool) -> CalendarFile:
    """Return the file; a discreet one has neutral titles and a neutral name."""
    calendar = Calendar()
    for name, value in CALENDAR_FIELDS:
        calendar.add(name, value)
    for key, day in zip(EVENT_KEYS[counted.count], counted.days, strict=True):
        event = Event()
        event.add("uid", str(uuid5(NAMESPACE_URL, f"{key} {day.isoformat()}")))
        event.add("dtstamp", now)
        event.add("dtstart", day)
        event.add("summary", words.plain("deadlines-event-discreet" if discreet else key))
        event.add("transp", "TRANSPARENT")
        if discreet:
            event.add("class", "PRIVATE")
        else:
            event.add("description", words.plain("deadlines-event-description"))
        calendar.add_component(event)
    stem = words.plain("deadlines-file-name-discreet" if discreet else "deadlines-file-name")
    return CalendarFile(f"{stem}.ics", calendar.to_ical())
