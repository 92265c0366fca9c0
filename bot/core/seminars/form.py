"""The one-line form an admin enters a seminar with, and what exactly is wrong when it cannot be read (A9).

``2026-12-05 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m``: the fields
after the second title may be left out, stand in any order, and are recognised by their form.
"""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from bot.core.seminars.local_time import BadTime, TimeProblem, coming_moments, find_zone, nearest_zone
from bot.core.seminars.seminars import Plan, TalkLanguage, When

TITLE_SIGNS = 120
LINK_SIGNS = 500
MIN_MINUTES = 5
MAX_MINUTES = 12 * 60
YEARS_AHEAD = 3
MINUTES_AN_HOUR = 60
TITLES_END = 3
WHEN_WORDS = 3

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_HOUR = re.compile(r"\d{2}:\d{2}", re.ASCII)
_LENGTH = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})m)?", re.ASCII | re.IGNORECASE)
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


class FormError(ValueError):
    """A form that cannot be read: ``part`` says where, ``text`` what stands there, ``hint`` what may be meant."""

    def __init__(self, part: Part, text: str = "", hint: str | None = None) -> None:
        super().__init__(part.value)
        self.part = part
        self.text = text
        self.hint = hint


_TIME_PARTS = {
    TimeProblem.FORM: Part.TIME,
    TimeProblem.ZONE: Part.ZONE,
    TimeProblem.GAP: Part.GAP,
    TimeProblem.PAST: Part.PAST,
    TimeProblem.FAR: Part.FAR,
}


def parse_plan(text: str, now: datetime) -> tuple[Plan, ...]:
    """Return the seminar of a form: one plan, or two when its local time happens twice (the earlier first).

    Raises FormError.
    """
    fields = [_one_line(field) for field in text.split("|")]
    if len(fields) == 1 and not _DATE.match(fields[0]):
        raise FormError(Part.FORM, fields[0])
    whens = parse_when(fields[0], now)
    title_ru, title_en = _titles(fields[1:TITLES_END])
    plan = _filled(Plan(whens[0], title_ru, title_en), [field for field in fields[TITLES_END:] if field])
    return tuple(replace(plan, when=when) for when in whens)


def parse_when(text: str, now: datetime) -> tuple[When, ...]:
    """Return what ``2026-12-06 19:00 America/New_York`` means: one moment, or two in a DST fold. Raises FormError."""
    date, hour, zone_name = [*_one_line(text).split(" ", WHEN_WORDS - 1), "", "", ""][:WHEN_WORDS]
    local = _local(date, hour)
    try:
        zone = find_zone(zone_name)
        starts = coming_moments(local, zone, now, YEARS_AHEAD)
    except BadTime as bad:
        hint = nearest_zone(zone_name) if bad.fault is TimeProblem.ZONE else None
        raise FormError(_TIME_PARTS[bad.fault], bad.text, hint) from bad
    return tuple(When(start, local.isoformat("T", "minutes"), zone_name) for start in starts)


def form_of(plan: Plan) -> str:
    """Return the form that means this plan, every field written out."""
    talk, length = plan.talk.value, f"{plan.minutes}m"
    link = [plan.link] if plan.link else []
    return " | ".join([time_of(plan.when), plan.title_ru, plan.title_en, *link, length, talk])


def time_of(when: When) -> str:
    """Return the local time and zone as they are typed."""
    return f"{when.local.replace('T', ' ')} {when.zone}"


def example_time(now: datetime) -> str:
    """Return the local part of a form's example: an evening a week from now."""
    return f"{(now + timedelta(days=7)).date().isoformat()} 19:00"


def _one_line(text: str) -> str:
    """Line breaks, doubled blanks and invisible signs have no place in a title or a link."""
    return " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())


def _local(date: str, hour: str) -> datetime:
    written = f"{date} {hour}".strip()
    if not _DATE.fullmatch(date) or not _HOUR.fullmatch(hour):
        raise FormError(Part.TIME, written)
    try:
        return datetime.fromisoformat(f"{date}T{hour}")
    except ValueError as error:
        raise FormError(Part.TIME, written) from error


def _titles(fields: list[str]) -> tuple[str, str]:
    russian, english = [*fields, "", ""][:2]
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
    if _LIKE_LENGTH.fullmatch(field):
        return "length", replace(plan, minutes=_minutes(field))
    if _LIKE_LINK.match(field):
        return "link", replace(plan, link=_link(field))
    raise FormError(Part.FIELD, field)


def _minutes(field: str) -> int:
    match = _LENGTH.fullmatch(field)
    hours, minutes = match.groups(default="0") if match else ("0", "0")
    total = int(hours) * MINUTES_AN_HOUR + int(minutes)
    if not MIN_MINUTES <= total <= MAX_MINUTES:
        raise FormError(Part.LENGTH, field)
    return total


def _link(field: str) -> str:
    """One that Telegram refuses behind a button would stop every reminder of the seminar."""
    try:
        parts = urlsplit(field)
        good = parts.scheme in {"http", "https"} and _HOST.fullmatch((parts.netloc or "").lower())
    except ValueError as error:
        raise FormError(Part.LINK, field) from error
    if not good or len(field) > LINK_SIGNS or any(sign in field for sign in " <>\"'"):
        raise FormError(Part.LINK, field)
    return field
