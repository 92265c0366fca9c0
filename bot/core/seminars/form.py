"""The one-line form an admin enters a seminar with, and what exactly is wrong when it cannot be read (A9).

``2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m``: the fields
after the second title may be left out, stand in any order, and are recognised by their form.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

from bot.core.seminars.local_time import BadTime, TimeProblem, coming_moments, find_zone
from bot.core.seminars.one_line import one_line
from bot.core.seminars.seminars import Plan, TalkLanguage, When
from bot.core.seminars.zones import place, places_meant

FIELD_MARK = "|"
"""What stands between the parts of a form."""

TITLE_SIGNS = 120
LINK_SIGNS = 500
MIN_MINUTES = 5
MAX_MINUTES = 12 * 60
YEARS_AHEAD = 3
MINUTES_AN_HOUR = 60
TITLES_END = 3
WHEN_WORDS = 3

_ISO_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DOTTED_DATE = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})")
_NEAR_DAYS = {"сегодня": 0, "today": 0, "завтра": 1, "tomorrow": 1, "послезавтра": 2}
_HOUR = re.compile(r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))? ?(?:(?P<half>[ap])\.?m\.?)?", re.IGNORECASE)
_WHEN = re.compile(
    r"(?P<date>[^\s,]+),? (?:(?:в|at) )?"
    r"(?P<hour>[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m\.?|[0-9]{2}[:.][0-9]{2})(?=[\s,]|$),?(?P<zone>.*)",
    re.IGNORECASE,
)
NOON = 12
_LENGTH = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})m)?", re.ASCII | re.IGNORECASE)
_SPEAKER = re.compile(r"(?:speaker|ведущий|ведёт|ведет|спикер):\s*(?P<name>.+)", re.IGNORECASE)
_LIKE_LENGTH = re.compile(r"\d[\d.,]*\s*\w*(?:\s*\d+\s*\w*)?")
_LIKE_LINK = re.compile(r"\w[\w+.-]*://|www\.|[\w-]+(?:\.[\w-]+)+(?:/|$)")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


class Part(StrEnum):
    """The part of a form that cannot be used."""

    FORM = "form"
    TIME = "time"
    ZONE = "zone"
    GAP = "gap"
    PAST = "past"
    FAR = "far"
    TITLE_RU = "title-ru"
    TITLE_EN = "title-en"
    TITLE_LONG = "title-long"
    LINK = "link"
    LENGTH = "length"
    TWICE = "twice"
    FIELD = "field"
    TALK = "talk"
    SPEAKER = "speaker"


class FormError(ValueError):
    """A form that cannot be read: ``part`` says where, ``text`` what stands there, ``hints`` what may be meant."""

    def __init__(self, part: Part, text: str = "", *hints: str) -> None:
        super().__init__(part.value)
        self.part = part
        self.text = text
        self.hints = hints

    @property
    def hint(self) -> str | None:
        """What is meant most likely."""
        return self.hints[0] if self.hints else None


Meant = TypeVar("Meant")


def understood(
    parse: Callable[[str, datetime], tuple[Meant, ...]], text: str, now: datetime
) -> tuple[Meant, ...] | FormError:
    """Return what a text means, or what is wrong with it, as a value."""
    try:
        return parse(text, now)
    except FormError as found:
        return found


_TIME_PARTS = {
    TimeProblem.FORM: Part.TIME,
    TimeProblem.ZONE: Part.ZONE,
    TimeProblem.GAP: Part.GAP,
    TimeProblem.PAST: Part.PAST,
    TimeProblem.FAR: Part.FAR,
}


def parse_plan(text: str, now: datetime, home: str = "") -> tuple[Plan, ...]:
    """Return the seminar of a form: one plan, or two when its local time happens twice (the earlier first).

    ``home`` is the zone of a time without one; without it a zone must be written. Raises FormError.
    """
    fields = fields_of(text)
    if len(fields) == 1 and not _starts_with_a_date(fields[0]):
        raise FormError(Part.FORM, fields[0])
    whens = parse_when(fields[0], now, home)
    title_ru, title_en = checked_titles(*[*fields[1:TITLES_END], "", ""][:2])
    plan = _filled(Plan(whens[0], title_ru, title_en), [field for field in fields[TITLES_END:] if field])
    return tuple(replace(plan, when=when) for when in whens)


def parse_when(text: str, now: datetime, home: str = "") -> tuple[When, ...]:
    """Return what ``2026-12-06 19:00 America/New_York`` means: one moment, or two in a DST fold. Raises FormError."""
    date, hour, written = split_when(text)
    written, name = f"{date} {hour}", written or home
    try:
        day, at = day_written(date), hour_written(hour)
        zone = place(name)
        if not isinstance(day, datetime):
            day = datetime.combine(now.astimezone(zone).date(), time()) + day
    except (ValueError, OverflowError) as error:
        raise FormError(Part.TIME, written) from error
    local = day.replace(hour=at.hour, minute=at.minute)
    try:
        starts = coming_moments(local, find_zone(name), now, YEARS_AHEAD)
    except BadTime as bad:
        hints = places_meant(name, local) if bad.fault is TimeProblem.ZONE else ()
        raise FormError(_TIME_PARTS[bad.fault], bad.text, *hints) from bad
    return tuple(When(start, local.isoformat("T", "minutes"), name) for start in starts)


def split_when(text: str) -> tuple[str, str, str]:
    """Return the date, the hour and the zone of a typed time as written; raises FormError when they are not there."""
    line = one_line(text)
    found = _WHEN.fullmatch(line)
    if not found:
        raise FormError(Part.TIME, " ".join(line.split(" ")[: WHEN_WORDS - 1]))
    return found["date"], found["hour"], found["zone"].strip(" ,")


def fields_of(text: str) -> list[str]:
    """Return the parts of a form."""
    return [one_line(field) for field in text.split(FIELD_MARK)]


def form_of(plan: Plan) -> str:
    """Return the form that means this plan, every field written out."""
    talk, length = plan.talk.value, f"{plan.minutes}m"
    link = [plan.link] if plan.link else []
    speaker = [f"speaker: {plan.speaker}"] if plan.speaker else []
    return " | ".join([time_of(plan.when), plan.title_ru, plan.title_en, *link, length, talk, *speaker])


def time_of(when: When) -> str:
    """Return the local time and zone as they are typed."""
    return f"{when.local.replace('T', ' ')} {when.zone}"


def example_time(now: datetime) -> str:
    """Return the local part of a form's example: an evening a week from now."""
    return f"{(now + timedelta(days=7)).date().isoformat()} 19:00"


def _starts_with_a_date(text: str) -> bool:
    return bool(_ISO_DATE.match(text) or _DOTTED_DATE.match(text) or _WHEN.fullmatch(text))


def day_written(written: str) -> datetime | timedelta:
    """Midnight of a date, or how far from today; raises ValueError."""
    near = _NEAR_DAYS.get(written.casefold())
    if near is not None:
        return timedelta(days=near)
    found = _ISO_DATE.fullmatch(written) or _DOTTED_DATE.fullmatch(written)
    if not found:
        raise ValueError("no date")
    return datetime(int(found["year"]), int(found["month"]), int(found["day"]))  # noqa: DTZ001 -- local, as typed


def hour_written(written: str) -> time:
    """The hour and minute of a typed time; raises ValueError."""
    found = _HOUR.fullmatch(written)
    if found is None or (found["half"] and not 1 <= int(found["hour"]) <= NOON):
        raise ValueError("no hour")
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").lower()
    if half:
        hour = hour % NOON + (NOON if half == "p" else 0)
    return time(hour, minute)


def checked_titles(russian: str, english: str) -> tuple[str, str]:
    """Return both titles; raises FormError when one is missing or too long."""
    if not russian:
        raise FormError(Part.TITLE_RU)
    if not english:
        raise FormError(Part.TITLE_EN)
    for title in (russian, english):
        if len(title) > TITLE_SIGNS:
            raise FormError(Part.TITLE_LONG, title)
    return russian, english


def _filled(plan: Plan, fields: list[str]) -> Plan:
    filled: set[str] = set()
    for field in fields:
        name, plan = _with(plan, field)
        if name in filled:
            raise FormError(Part.TWICE, field)
        filled.add(name)
    return plan


def _with(plan: Plan, field: str) -> tuple[str, Plan]:
    if field.lower() in set(TalkLanguage):
        return "talk", replace(plan, talk=TalkLanguage(field.lower()))
    if found := _SPEAKER.fullmatch(field):
        return "speaker", replace(plan, speaker=read_speaker(found["name"]))
    if _LIKE_LENGTH.fullmatch(field):
        return "length", replace(plan, minutes=read_minutes(field))
    if _LIKE_LINK.match(field):
        return "link", replace(plan, link=read_link(field))
    raise FormError(Part.FIELD, field)


def read_speaker(name: str) -> str:
    """Return who speaks, as typed; raises FormError."""
    if not name or len(name) > TITLE_SIGNS or FIELD_MARK in name:
        raise FormError(Part.SPEAKER, name)
    return name


def read_minutes(field: str) -> int:
    """Return the minutes of ``90m``, ``1h30m``, ``2h``; raises FormError."""
    match = _LENGTH.fullmatch(field)
    hours, minutes = match.groups(default="0") if match else ("0", "0")
    total = int(hours) * MINUTES_AN_HOUR + int(minutes)
    if not MIN_MINUTES <= total <= MAX_MINUTES:
        raise FormError(Part.LENGTH, field)
    return total


def read_link(field: str) -> str:
    """Return a link; raises FormError. One that Telegram refuses behind a button would stop every reminder."""
    try:
        parts = urlsplit(field)
        good = parts.scheme in {"http", "https"} and _HOST.fullmatch((parts.netloc or "").lower())
    except ValueError as error:
        raise FormError(Part.LINK, field) from error
    if not good or len(field) > LINK_SIGNS or any(sign in field for sign in " <>\"'"):
        raise FormError(Part.LINK, field)
    return field
