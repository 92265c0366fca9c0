"""The facts behind the answers: which of them move, since when each is known, when it is looked at again (P5)."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

SHUT_AFTER = timedelta(days=30)
"""How long past its recheck day a moving fact is still one tap away in a high-risk answer (P5)."""

PRINT_SIGNS = 12
LEAST_HARM = 99
"""The rank of facts that the list of the most harmful leaves out."""


class Age(StrEnum):
    """How old what an answer rests on is, youngest first."""

    CURRENT = "current"
    PAST = "past"
    SHUT = "shut"


@dataclass(frozen=True)
class Fact:
    """One fact. ``recheck`` is in days; ``harm`` its rank by the harm of being wrong, 1 the worst.

    ``ask`` is what a reviewer answers on the live page, ``look`` where that is.

    A durable fact does not age: a statute, a rule that has stood for decades.
    """

    id: str
    moving: bool
    as_of: date
    known: str
    says: str
    recheck: int = 0
    harm: int = LEAST_HARM
    links: tuple[str, ...] = ()
    source: str = ""
    ask: str = ""
    look: str = ""

    @property
    def print(self) -> str:
        """Return the print of the statement: a stamp of another one has no force."""
        return hashlib.sha256(self.says.encode()).hexdigest()[:PRINT_SIGNS]


@dataclass(frozen=True)
class FactStamp:
    """A reviewer has compared a fact with its live source: the day, the public name, and the print of the fact."""

    fact: str
    day: date
    reviewer: str
    seen: str


@dataclass(frozen=True)
class Facts:
    """All facts. ``published`` is the day of the release, ``seen`` the end of what was seen when it was written."""

    published: date
    seen: date
    by_id: Mapping[str, Fact]
    stamps: Mapping[str, FactStamp] = field(default_factory=dict)

    def moving(self, ids: Iterable[str]) -> list[Fact]:
        """Return those of the facts that move."""
        return [fact for fact in map(self.by_id.get, ids) if fact and fact.moving]

    def stamp(self, fact: Fact) -> FactStamp | None:
        """Return the stamp that renews the fact, or None."""
        stamp = self.stamps.get(fact.id)
        return stamp if stamp and stamp.seen == fact.print and stamp.day >= fact.as_of else None

    def known(self, fact: Fact) -> date:
        """Return the day a fact is known as of: its own, or that of its stamp."""
        stamp = self.stamp(fact)
        return stamp.day if stamp else fact.as_of

    def due(self, fact: Fact) -> date:
        """Return the last day on which a moving fact is within its days."""
        return self.known(fact) + timedelta(days=fact.recheck)

    def shuts(self, fact: Fact) -> date:
        """Return the last day on which a moving fact is not shut; counted from the release where that is later."""
        return max(self.known(fact), self.published) + timedelta(days=fact.recheck) + SHUT_AFTER

    def age(self, ids: Iterable[str], day: date) -> Age:
        """Return how old the oldest of the facts is on that day."""
        moving = self.moving(ids)
        if any(day > self.shuts(fact) for fact in moving):
            return Age.SHUT
        return Age.PAST if any(day > self.due(fact) for fact in moving) else Age.CURRENT

    def oldest(self, ids: Iterable[str]) -> date:
        """Return the day of the oldest moving fact; where none moves, the end of what was seen."""
        return min(map(self.known, self.moving(ids)), default=self.seen)

    def confirmed(self, ids: Iterable[str]) -> bool:
        """Return whether something moves and every moving fact has its stamp."""
        moving = self.moving(ids)
        return bool(moving) and all(map(self.stamp, moving))


def read_facts(text: str) -> Facts:
    """Read ``facts.toml``; what is not of the documented form raises KeyError, TypeError or ValueError."""
    data = tomllib.loads(text)
    facts = (_fact(name, record) for name, record in data["fact"].items())
    return Facts(_day(data, "published"), _day(data, "seen"), {fact.id: fact for fact in facts})


def _fact(name: str, record: dict[str, Any]) -> Fact:
    if record["kind"] not in ("durable", "moving"):
        raise ValueError(f"{name} is neither durable nor moving")
    moving = record["kind"] == "moving"
    recheck = int(record["recheck"]) if moving else 0
    if moving and recheck <= 0:
        raise ValueError(f"recheck of {name} is no number of days")
    return Fact(
        id=name,
        moving=moving,
        as_of=_day(record, "as_of"),
        known=str(record["known"]),
        says=str(record["says"]),
        recheck=recheck,
        harm=int(record.get("harm", LEAST_HARM)),
        links=tuple(map(str, record.get("links", ()))),
        **{key: str(record.get(key, "")) for key in ("source", "ask", "look")},
    )


def _day(record: dict[str, Any], key: str) -> date:
    day = record[key]
    if not isinstance(day, date):
        raise TypeError(f"{key} is no date")
    return day
