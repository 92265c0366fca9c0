"""Local times a person types, and the moments they mean."""

import difflib
from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

MAX_ZONE_SIGNS = 64
"""No IANA name is longer; anything longer is not looked for."""

MIN_ZONE_LIKENESS = 0.6
"""How much of a name must fit for another to be suggested (difflib's ratio)."""


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
    """Return the IANA zone, or raise BadTime(ZONE)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadTime(TimeProblem.ZONE, name) from error


def nearest_zone(name: str) -> str | None:
    """Return the IANA zone a mistyped name (or a city alone) most likely means, or None. Slow: for mistakes only."""
    wanted = name.strip().lower().replace(" ", "_")
    if not wanted or len(wanted) > MAX_ZONE_SIGNS:
        return None
    zones = sorted(zone for zone in available_timezones() if "/" in zone)
    whole = {zone.lower(): zone for zone in zones}
    cities = {zone.lower().rsplit("/", 1)[-1]: zone for zone in reversed(zones)}
    known = whole | cities
    return next(
        (known[match] for match in difflib.get_close_matches(wanted, known, n=1, cutoff=MIN_ZONE_LIKENESS)), None
    )


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
    return coming
