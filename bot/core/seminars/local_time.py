"""Local times a person types, and the moments they mean."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.core.seminars.zones import place

MOST_DAYS_AHEAD = 3 * 366
"""Telegram refuses a message with a moment further ahead (Bot API, "Date-time entity formatting")."""


class TimeProblem(StrEnum):
    """Why a local time is no moment."""

    FORM = "form"
    ZONE = "zone"
    GAP = "gap"
    PAST = "past"
    FAR = "far"


class BadTime(ValueError):
    """A local time that cannot be used; ``fault`` says why, ``text`` what was written."""

    def __init__(self, fault: TimeProblem, text: str) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.text = text


def find_zone(name: str) -> ZoneInfo:
    """Return the zone of ``Area/City`` or ``UTC``; raises BadTime(ZONE) for everything else."""
    zone = place(name)
    if zone is None:
        raise BadTime(TimeProblem.ZONE, name)
    return zone


def moments(local: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Return the UTC moments a naive local time can mean: one, two in a DST fold (earlier first), none in a gap."""
    found = []
    for fold in (0, 1):
        moment = local.replace(tzinfo=zone, fold=fold).astimezone(UTC)
        if moment.astimezone(zone).replace(tzinfo=None) == local and moment not in found:
            found.append(moment)
    return tuple(sorted(found))


def coming_moments(local: datetime, zone: ZoneInfo, now: datetime, years: int) -> tuple[datetime, ...]:
    """Return the moments still to come within so many years; raises BadTime (GAP, PAST, FAR)."""
    text = local.isoformat(" ", "minutes")
    if local.year > now.year + years:
        raise BadTime(TimeProblem.FAR, text)
    if local.year < now.year - 1:
        raise BadTime(TimeProblem.PAST, text)
    meant = moments(local, zone)
    if not meant:
        raise BadTime(TimeProblem.GAP, text)
    coming = tuple(moment for moment in meant if moment > now)
    if not coming:
        raise BadTime(TimeProblem.PAST, text)
    if coming[-1] - now > timedelta(days=MOST_DAYS_AHEAD):
        raise BadTime(TimeProblem.FAR, text)
    return coming
