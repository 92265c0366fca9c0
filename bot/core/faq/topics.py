"""The FAQ tree as records: what is the same in every language, and how fresh it is."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from bot.core.locales import Locale

WITHHOLD_AFTER = timedelta(days=30)
"""How long past its recheck date a high-risk answer is still shown (P5)."""


class Risk(StrEnum):
    """What being wrong costs the reader."""

    LOW = "low"
    HIGH = "high"


class Review(StrEnum):
    """What a lawyer's look at an answer is worth today (P5)."""

    UNCHECKED = "unchecked"
    FRESH = "fresh"
    STALE = "stale"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Source:
    """Where an answer comes from."""

    title: str
    url: str


@dataclass(frozen=True)
class Change:
    """What a new version of an answer says otherwise, in every language, and since when."""

    day: date
    words: Mapping[str, str]


@dataclass(frozen=True)
class Topic:
    """One answer's record. ``recheck`` is in days; ``written`` is None while nobody has written it."""

    id: str
    group: str
    related: tuple[str, ...]
    risk: Risk
    recheck: int
    written: date | None = None
    reviewed: date | None = None
    reviewer: str | None = None
    sources: tuple[Source, ...] = ()
    changes: tuple[Change, ...] = ()
    facts: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()

    def review(self, today: date) -> Review:
        """Return what the reader must be told of this answer's age on that day."""
        last = self.reviewed or self.written or today
        due = last + timedelta(days=self.recheck) if self.reviewed else last
        if self.risk is Risk.HIGH and today > due + WITHHOLD_AFTER:
            return Review.WITHHELD
        if self.reviewed is None:
            return Review.UNCHECKED
        return Review.STALE if today > due else Review.FRESH


@dataclass(frozen=True)
class Tree:
    """All topics in the order they are shown, in their groups."""

    groups: tuple[str, ...]
    topics: tuple[Topic, ...]

    def written(self, group: str) -> tuple[Topic, ...]:
        """Return the topics of a group that can be read."""
        return tuple(topic for topic in self.topics if topic.group == group and topic.written)

    def open_groups(self) -> tuple[str, ...]:
        """Return the groups that have something to read."""
        return tuple(group for group in self.groups if self.written(group))

    def find(self, topic_id: str) -> Topic | None:
        """Return a written topic by its id, or None."""
        return next((topic for topic in self.topics if topic.id == topic_id and topic.written), None)

    def related(self, topic: Topic) -> tuple[Topic, ...]:
        """Return the written topics an answer points to."""
        found = (self.find(topic_id) for topic_id in topic.related)
        return tuple(other for other in found if other)


def read_tree(text: str) -> Tree:
    """Read ``topics.toml``; a record that is not of the documented form raises KeyError or ValueError."""
    data = tomllib.loads(text)
    groups = tuple(str(group["id"]) for group in data["group"])
    return Tree(groups, tuple(_topic(record) for record in data["topic"]))


def _topic(record: dict[str, Any]) -> Topic:
    facts = record.get("facts", {})
    return Topic(
        id=record["id"],
        group=record["group"],
        related=tuple(record["related"]),
        risk=Risk(record["risk"]),
        recheck=int(record["recheck"]),
        written=record.get("written"),
        reviewed=record.get("reviewed"),
        reviewer=record.get("reviewer"),
        sources=tuple(Source(source["title"], source["url"]) for source in record.get("sources", ())),
        changes=tuple(_change(change) for change in record.get("changes", ())),
        facts=tuple((name, tuple(tuple(ids) for ids in lists)) for name, lists in facts.items()),
    )


def _change(record: dict[str, Any]) -> Change:
    day = record["date"]
    if not isinstance(day, date):
        raise TypeError("the date of a change is no date")
    return Change(day, {locale.value: str(record[locale.value]) for locale in Locale})
