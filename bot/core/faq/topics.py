"""The FAQ tree as records: what is the same in every language, and how old it is on a day."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from importlib.resources.abc import Traversable
from typing import Any

from bot.core.faq.facts import Age, Facts, read_facts
from bot.core.locales import Locale


class Risk(StrEnum):
    """What being wrong costs the reader."""

    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True)
class Source:
    """Where an answer comes from: the address, and a plain word in every language on what is behind it."""

    id: str
    url: str
    labels: Mapping[str, str]


class Standing(StrEnum):
    """What the status line of an answer says."""

    DRAFT = "draft"
    DRAFT_CONFIRMED = "draft-confirmed"
    DRAFT_PAST = "draft-past"
    CHECKED = "checked"
    PAST = "past"


class Ending(StrEnum):
    """How an item ends that is not compared with the official text yet."""

    AS_IF = "as-if"
    ASK = "ask"
    NONE = "none"


@dataclass(frozen=True)
class State:
    """The state of an answer on a day: ``day`` is what its status line names, ``reviewer`` who checked the text."""

    standing: Standing
    day: date
    age: Age
    reviewer: str = ""


@dataclass(frozen=True)
class TextStamp:
    """A reviewer has read an answer whole in a language: the day, the public name, the print of what was read."""

    topic: str
    locale: Locale
    day: date
    reviewer: str
    seen: str


@dataclass(frozen=True)
class Change:
    """What a new version of an answer says otherwise, in every language, and since when."""

    day: date
    words: Mapping[str, str]


@dataclass(frozen=True)
class Topic:
    """One answer's record; ``written`` is None while nobody has written it.

    ``facts``: for every part of the answer, the ids of the facts that each of its lines, paragraphs or items rests on.
    ``copied``: names of forms and numbers in its words that a person has to carry elsewhere.
    """

    id: str
    group: str
    related: tuple[str, ...]
    risk: Risk
    written: date | None = None
    sources: tuple[Source, ...] = ()
    changes: tuple[Change, ...] = ()
    facts: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    copied: tuple[str, ...] = ()

    @property
    def fact_ids(self) -> frozenset[str]:
        """Return every fact the answer rests on."""
        return frozenset(name for units in self.facts.values() for ids in units for name in ids)


@dataclass(frozen=True)
class Tree:
    """All topics in the order they are shown, in their groups, as they are on a ``day``.

    ``protective`` and ``closing`` are facts not compared with the official text yet (P4): acting as if the first were
    so takes nothing from the reader, the second say that a way is closed.
    """

    groups: tuple[str, ...]
    topics: tuple[Topic, ...]
    facts: Facts
    protective: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    stamps: Mapping[tuple[str, Locale], TextStamp] = field(default_factory=dict)
    day: date = date.min

    def written(self, group: str) -> tuple[Topic, ...]:
        """Return the topics of a group that can be read."""
        return tuple(topic for topic in self.topics if topic.group == group and topic.written)

    def open_groups(self) -> tuple[str, ...]:
        """Return the groups that have something to read."""
        return tuple(group for group in self.groups if self.written(group))

    def find(self, topic_id: str) -> Topic | None:
        """Return a written topic by its id, or None."""
        return next((topic for topic in self.topics if topic.id == topic_id and topic.written), None)

    def age(self, topic: Topic, ids: Iterable[str]) -> Age:
        """Return how old facts make what rests on them in an answer; only in high-risk ones anything is shut.

        A day before the release is that of a clock that is wrong: nothing is younger than it was at the release.
        """
        age = self.facts.age(ids, max(self.day, self.facts.published))
        return Age.PAST if age is Age.SHUT and not self.shuts(topic) else age

    def age_of(self, topic_id: str) -> Age:
        """Return how old a whole answer is; one that is not written is as young as can be."""
        topic = self.find(topic_id)
        return self.age(topic, topic.fact_ids) if topic else Age.CURRENT

    def shuts(self, topic: Topic) -> bool:
        """Return whether what is long past its recheck opens only behind a button in an answer."""
        return topic.risk is Risk.HIGH

    def ages(self, topic: Topic, part: str) -> tuple[Age, ...]:
        """Return the age of every line, paragraph or item of a part."""
        return tuple(self.age(topic, ids) for ids in topic.facts.get(part, ()))

    def ending(self, ids: Iterable[str]) -> Ending:
        """Return what an item ends with that is not compared with the official text yet."""
        named = frozenset(ids)
        if named & self.protective:
            return Ending.AS_IF
        return Ending.ASK if named & self.closing else Ending.NONE

    def state(self, topic: Topic, locale: Locale) -> State:
        """Return what the status line of an answer says in a language on that day."""
        ids = topic.fact_ids
        oldest, age = self.facts.oldest(ids), self.age(topic, ids)
        stamp = self.stamps.get((topic.id, locale))
        if age is not Age.CURRENT:
            return State(Standing.PAST if stamp else Standing.DRAFT_PAST, oldest, age)
        if stamp:
            day = min(stamp.day, oldest) if self.facts.moving(ids) else stamp.day
            return State(Standing.CHECKED, day, age, stamp.reviewer)
        confirmed = self.facts.confirmed(ids)
        return State(Standing.DRAFT_CONFIRMED if confirmed else Standing.DRAFT, oldest, age)

    def changes(self) -> list[tuple[Topic, Change]]:
        """Return the changes of all answers that can be read, newest first."""
        found = [(topic, change) for topic in self.topics if topic.written for change in topic.changes]
        return sorted(found, key=lambda each: each[1].day, reverse=True)

    def related(self, topic: Topic) -> tuple[Topic, ...]:
        """Return the written topics an answer points to."""
        found = (self.find(topic_id) for topic_id in topic.related)
        return tuple(other for other in found if other)


def read_tree(text: str, facts: Facts) -> Tree:
    """Read ``topics.toml``; what is not of the documented form raises KeyError, TypeError or ValueError."""
    data = tomllib.loads(text)
    sources = {name: _source(name, record) for name, record in data.get("source", {}).items()}
    return Tree(
        groups=tuple(str(group["id"]) for group in data["group"]),
        topics=tuple(_topic(record, sources) for record in data["topic"]),
        facts=facts,
        protective=frozenset(data.get("protective", ())),
        closing=frozenset(data.get("closing", ())),
        day=facts.published,
    )


def shipped_tree(locales: Traversable) -> Tree:
    """Read the records of the package from its folder of locales."""
    facts = read_facts((locales / "facts.toml").read_text(encoding="utf-8"))
    return read_tree((locales / "topics.toml").read_text(encoding="utf-8"), facts)


def _topic(record: dict[str, Any], sources: Mapping[str, Source]) -> Topic:
    facts = record.get("facts", {})
    return Topic(
        id=record["id"],
        group=record["group"],
        related=tuple(record["related"]),
        risk=Risk(record["risk"]),
        written=record.get("written"),
        sources=tuple(sources[name] for name in record.get("sources", ())),
        changes=tuple(_change(change) for change in record.get("changes", ())),
        facts={name: tuple(tuple(ids) for ids in lists) for name, lists in facts.items()},
        copied=tuple(map(str, record.get("copied", ()))),
    )


def _source(name: str, record: dict[str, Any]) -> Source:
    return Source(name, str(record["url"]), {locale.value: str(record[locale.value]) for locale in Locale})


def _change(record: dict[str, Any]) -> Change:
    day = record["date"]
    if not isinstance(day, date):
        raise TypeError("the date of a change is no date")
    return Change(day, {locale.value: str(record[locale.value]) for locale in Locale})
