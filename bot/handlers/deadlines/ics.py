"""Counted days as a calendar file: whole days (VALUE=DATE), so that no time zone moves them (P20)."""

from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from bot.core.deadlines import Count, Counted
from bot.handlers.ui.screens import Words
from bot.wording.ics import CALENDAR_FIELDS, CalendarFile

ALARMS_BEFORE = (timedelta(days=30), timedelta(days=7))
"""On the day itself the year is over: a reminder must come before."""

EVENT_KEYS = {
    Count.ARRIVAL: ("deadlines-event-year",),
    Count.RECEIPT: ("deadlines-event-asked", "deadlines-event-given"),
}


def day_file(words: Words, counted: Counted, now: datetime, *, discreet: bool) -> CalendarFile:
    """Return the file of the days that are still ahead; a discreet one has neutral titles and a neutral name."""
    calendar = Calendar()
    for name, value in CALENDAR_FIELDS:
        calendar.add(name, value)
    for key, day in zip(EVENT_KEYS[counted.count], counted.days, strict=True):
        if day > now.date():
            calendar.add_component(_event(words, key, day, now, discreet=discreet))
    stem = words.plain("deadlines-file-name-discreet" if discreet else f"deadlines-file-name-{counted.count.value}")
    return CalendarFile(f"{stem}.ics", calendar.to_ical())


def _event(words: Words, key: str, day: date, now: datetime, *, discreet: bool) -> Event:
    summary = words.plain("deadlines-event-discreet" if discreet else key)
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{key} {day.isoformat()}")))
    event.add("dtstamp", now)
    event.add("dtstart", day)
    event.add("summary", summary)
    event.add("transp", "TRANSPARENT")
    if discreet:
        event.add("class", "PRIVATE")
    else:
        event.add("description", words.plain("deadlines-event-description"))
    for before in ALARMS_BEFORE:
        if day - before > now.date():
            event.add_component(_alarm(summary, before))
    return event


def _alarm(summary: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", -before)
    return alarm
