"""Events of a calendar file as seminars: each a plan with its UID and SEQUENCE, or refused by name (A9).

Of a local time that happens twice RFC 5545 means the first; one that does not exist is refused, and so is a zone that
no table maps surely.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.seminars.calendar_lines import Component, Property, read_components
from bot.core.seminars.form import FIELD_MARK, MAX_MINUTES, MIN_MINUTES, TITLE_SIGNS, FormError, read_link
from bot.core.seminars.local_time import find_zone, moments
from bot.core.seminars.one_line import one_line
from bot.core.seminars.seminars import Plan, When
from bot.core.seminars.windows_zones import WINDOWS_ZONES
from bot.core.seminars.zones import place

USUAL_LENGTH = timedelta(minutes=90)
MOST_SEQUENCE = 2**31

_MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(Z?)", re.ASCII)
_DURATION = re.compile(
    r"\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?", re.ASCII
)
_LINK = re.compile(r"https?://[^\s<>\"']+")
REPEATING = ("RRULE", "RDATE", "EXRULE", "EXDATE", "RECURRENCE-ID")


class Refusal(StrEnum):
    """Why an event cannot be a seminar."""

    UID = "it has no UID"
    ALL_DAY = "it is all day long: a seminar begins at an hour"
    REPEATS = "it repeats: enter each seminar by itself"
    TIME = "its beginning or its end cannot be read"
    NO_ZONE = "its time has no zone"
    ZONE = "its time zone is not known"
    GAP = "its time does not exist: the clocks are put forward then"
    LENGTH = "it must take from 5 minutes to 12 hours"
    TITLE = "it has no title, or one of more than 120 signs"


class EventError(ValueError):
    """An event that is refused; ``text`` is what stands there."""

    def __init__(self, refusal: Refusal, text: str = "") -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.text = one_line(text)[:TITLE_SIGNS]


@dataclass(frozen=True)
class CalendarEvent:
    """An event that can be a seminar. ``uid`` is the hash of its UID, which may name a person's address."""

    uid: str
    sequence: int
    plan: Plan
    cancelled: bool


@dataclass(frozen=True)
class Refused:
    """An event that cannot: which of the file, from 1, its title as far as it has one, and why."""

    number: int
    title: str
    error: EventError


def read_events(data: bytes) -> tuple[Sequence[CalendarEvent], Sequence[Refused]]:
    """Return the events of a file, of several with one UID the newest, and those refused; raises NoCalendar."""
    components = read_components(data)
    zones = _zones([each for each in components if each.name == "VTIMEZONE"])
    events: dict[str, CalendarEvent] = {}
    refused: list[Refused] = []
    for number, component in enumerate((each for each in components if each.name == "VEVENT"), 1):
        try:
            event = _event(component, zones)
        except EventError as error:
            refused.append(Refused(number, one_line(component.text("SUMMARY"))[:TITLE_SIGNS], error))
            continue
        if event.uid not in events or events[event.uid].sequence <= event.sequence:
            events[event.uid] = event
    return tuple(events.values()), refused


def _zones(defined: Sequence[Component]) -> Mapping[str, str]:
    """Return the places that the file itself says its zones mean."""
    named = {each.text("TZID"): each.text("X-LIC-LOCATION") for each in defined}
    return {name: location for name, location in named.items() if location}


def _event(component: Component, zones: Mapping[str, str]) -> CalendarEvent:
    uid = component.text("UID")
    if not uid:
        raise EventError(Refusal.UID)
    if any(name in component.properties for name in REPEATING):
        raise EventError(Refusal.REPEATS)
    when = _when(component, zones)
    russian, english = _titles(component)
    plan = Plan(when, russian, english, _link(component), _minutes(component, when, zones))
    cancelled = component.text("STATUS").upper() == "CANCELLED"
    return CalendarEvent(hashlib.sha256(uid.encode()).hexdigest(), _sequence(component), plan, cancelled)


def _sequence(component: Component) -> int:
    written = component.text("SEQUENCE")
    return min(int(written), MOST_SEQUENCE) if re.fullmatch(r"[0-9]{1,10}", written) else 0


def _titles(component: Component) -> tuple[str, str]:
    """Return both titles: ``Russian | English`` in one, or the same for both, to be corrected in the preview."""
    russian, _, english = (one_line(part) for part in component.text("SUMMARY").partition(FIELD_MARK))
    titles = (russian, english or russian)
    if not russian or FIELD_MARK in english or max(map(len, titles)) > TITLE_SIGNS:
        raise EventError(Refusal.TITLE)
    return titles


def _link(component: Component) -> str | None:
    """Return the first link that can stand behind a button, from the event's own place of it on."""
    for name in ("URL", "X-GOOGLE-CONFERENCE", "LOCATION", "DESCRIPTION"):
        for found in _LINK.findall(component.text(name)):
            try:
                return read_link(found.rstrip(".,;)"))
            except FormError:
                continue
    return None


def _when(component: Component, zones: Mapping[str, str]) -> When:
    written = component.properties.get("DTSTART")
    if written is None:
        raise EventError(Refusal.TIME)
    local, zone = _local(written, zones)
    found = moments(local, find_zone(zone))
    if not found:
        raise EventError(Refusal.GAP, local.isoformat(" ", "minutes"))
    return When(found[0], local.isoformat("T", "minutes"), zone)


def _local(written: Property, zones: Mapping[str, str]) -> tuple[datetime, str]:
    """Return a local time to the minute and the place of its zone."""
    value = written.value.strip()
    if written.parameters.get("VALUE", "").upper() == "DATE" or re.fullmatch(r"[0-9]{8}", value):
        raise EventError(Refusal.ALL_DAY)
    found = _MOMENT.fullmatch(value)
    if found is None:
        raise EventError(Refusal.TIME, value)
    year, month, day, hour, minute = (int(part) for part in found.groups()[:5])
    try:
        local = datetime(year, month, day, hour, minute)  # noqa: DTZ001 -- local, as written
    except ValueError as error:
        raise EventError(Refusal.TIME, value) from error
    return local, "UTC" if found[7] else _place(written.parameters.get("TZID", ""), zones)


def _place(name: str, zones: Mapping[str, str]) -> str:
    if not name:
        raise EventError(Refusal.NO_ZONE)
    for known in (name, zones.get(name, ""), WINDOWS_ZONES.get(name, "")):
        if known and place(known) is not None:
            return known
    raise EventError(Refusal.ZONE, name)


def _minutes(component: Component, when: When, zones: Mapping[str, str]) -> int:
    end, duration = component.properties.get("DTEND"), component.text("DURATION")
    if end is not None:
        local, zone = _local(end, zones)
        found = moments(local, find_zone(zone))
        length = found[-1] - when.start if found else timedelta(0)
    else:
        length = _duration(duration) if duration else USUAL_LENGTH
    minutes = int(length / timedelta(minutes=1))
    if not MIN_MINUTES <= minutes <= MAX_MINUTES:
        raise EventError(Refusal.LENGTH)
    return minutes


def _duration(written: str) -> timedelta:
    found = _DURATION.fullmatch(written)
    if found is None:
        raise EventError(Refusal.TIME, written)
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
