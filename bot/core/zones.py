"""Local times a person types, and the moments they mean."""

from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class TimeFault(StrEnum):
    """Why a local time is no moment."""

    FORM = "form"
    ZONE = "zone"
    GAP = "gap"
    PAST = "past"


class BadTime(ValueError):
    """A local time that cannot be used; ``fault`` says why, ``text`` what was written."""

    def __init__(self, fault: TimeFault, text: str) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.text = text


def find_zone(name: str) -> ZoneInfo:
    """Return the IANA zone, or raise BadTime(ZONE)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadTime(TimeFault.ZONE, name) from error


def moments(local: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Return the UTC moments a naive local time can mean: one, two in a DST fold (earlier first), none in a gap."""
    found = []
    for fold in (0, 1):
        moment = local.replace(tzinfo=zone, fold=fold).astimezone(UTC)
        if moment.astimezone(zone).replace(tzinfo=None) == local and moment not in found:
            found.append(moment)
    return tuple(sorted(found))
