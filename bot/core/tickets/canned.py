"""Answers that lawyers send by ``/c name``: the answers of the FAQ, and a few about how things go here (A10).

Those of the second kind make no legal statement. They are dated and checked as answers are: ``locales/canned.toml``
says when each was written, who has read it, and after how many days it is to be read again.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bot.core.faq.facts import Age
from bot.core.faq.topics import Standing, State

MAX_RECHECK_DAYS = 366


class CannedName(StrEnum):
    """The answers about how things go here; the value is what is typed, and ends the key of its text."""

    NEEDS_DETAILS = "needs-details"
    IN_PERSON = "talk-to-a-lawyer-in-person"
    AT_THE_SEMINAR = "asked-at-the-seminar"
    NOT_OUR_FIELD = "not-our-field"


@dataclass(frozen=True)
class CannedRecord:
    """An answer's dates. ``reviewer`` is a public name, empty while nobody has read it."""

    name: CannedName
    written: date
    recheck_days: int
    reviewed: date | None = None
    reviewer: str = ""

    def state(self, day: date) -> State:
        """Return what its status line says on a day."""
        told = self.reviewed or self.written
        if (day - told).days > self.recheck_days:
            return State(Standing.PAST if self.reviewed else Standing.DRAFT_PAST, told, Age.PAST)
        if self.reviewed:
            return State(Standing.CHECKED, told, Age.CURRENT, self.reviewer)
        return State(Standing.DRAFT, told, Age.CURRENT)


def read_canned(text: str) -> tuple[CannedRecord, ...]:
    """Read ``canned.toml``; what is not of the documented form raises KeyError, TypeError or ValueError."""
    return tuple(_record(each) for each in tomllib.loads(text)["canned"])


def canned_faults(records: tuple[CannedRecord, ...], today: date) -> Iterator[str]:
    """Yield what is wrong with the records."""
    names = [record.name for record in records]
    yield from (f"canned.toml: {name} has no record" for name in CannedName if name not in names)
    yield from (f"canned.toml: {name} stands twice" for name in CannedName if names.count(name) > 1)
    for record in records:
        if bool(record.reviewed) != bool(record.reviewer):
            yield f"canned.toml: {record.name}: reviewed and reviewer come together"
        if not 0 < record.recheck_days <= MAX_RECHECK_DAYS:
            yield f"canned.toml: {record.name}: recheck_days must be from 1 to {MAX_RECHECK_DAYS}"
        if max(record.written, record.reviewed or record.written) > today:
            yield f"canned.toml: {record.name}: a date is in the future"


def _record(record: dict[str, Any]) -> CannedRecord:
    reviewed = record.get("reviewed")
    if not isinstance(record["written"], date) or not isinstance(reviewed, date | None):
        raise TypeError("a date of canned.toml is no date")
    return CannedRecord(
        name=CannedName(record["name"]),
        written=record["written"],
        recheck_days=int(record["recheck_days"]),
        reviewed=reviewed,
        reviewer=str(record.get("reviewer", "")),
    )
