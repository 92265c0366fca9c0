"""A reviewer has read a text, or compared a fact with its source: said, kept, shown at once, taken back (P5, A12)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock
from bot.core.faq.facts import Age, Fact, FactStamp
from bot.core.faq.library import Library
from bot.core.faq.topics import Standing, TextStamp, Topic, Tree
from bot.core.locales import Locale

SOON = timedelta(days=7)
"""What turns within this time is told of, and is due soon."""

WEEKLY_FACTS = 10
"""How many facts the weekly list names: a month's work is an hour."""


class Care(StrEnum):
    """What an answer needs from a reviewer today, in either language."""

    UNCHECKED = "unchecked"
    STALE = "stale"
    SOON = "soon"
    FRESH = "fresh"


class Reviewed(StrEnum):
    """What became of a stamp."""

    DONE = "done"
    CHANGED = "changed"
    LOST = "lost"


@dataclass(frozen=True)
class Told:
    """Up to which day was told what turns, and on which day the due facts were named last."""

    turns: date
    facts: date


class Reviews(Protocol):
    """Where stamps are kept."""

    async def texts(self) -> Sequence[TextStamp]:
        """Return every stamp of a text."""
        ...

    async def facts(self) -> Sequence[FactStamp]:
        """Return every stamp of a fact."""
        ...

    async def put_text(self, stamp: TextStamp) -> None:
        """Keep a stamp in place of the text's earlier one."""
        ...

    async def put_fact(self, stamp: FactStamp) -> None:
        """Keep a stamp in place of the fact's earlier one."""
        ...

    async def drop_text(self, topic: str, locale: Locale) -> None:
        """Forget the stamp of a text."""
        ...

    async def drop_fact(self, fact: str) -> None:
        """Forget the stamp of a fact."""
        ...


def care(tree: Tree, topic: Topic) -> Care:
    """Return what an answer needs."""
    states = [tree.state(topic, locale) for locale in Locale]
    if any(state.age is not Age.CURRENT for state in states):
        return Care.STALE
    if any(state.standing is not Standing.CHECKED for state in states):
        return Care.UNCHECKED
    moving = tree.facts.moving(topic.fact_ids)
    return Care.SOON if any(tree.facts.due(fact) - tree.day < SOON for fact in moving) else Care.FRESH


def by_care(tree: Tree) -> dict[Care, tuple[Topic, ...]]:
    """Return the written answers by what they need."""
    written = [topic for group in tree.groups for topic in tree.written(group)]
    return {kind: tuple(topic for topic in written if care(tree, topic) is kind) for kind in Care}


def users(tree: Tree, fact: Fact) -> tuple[Topic, ...]:
    """Return the written answers that use a fact."""
    return tuple(topic for topic in tree.topics if topic.written and fact.id in topic.fact_ids)


def due_facts(tree: Tree, within: timedelta = SOON) -> list[Fact]:
    """Return the used moving facts whose days end before so much time has passed, the most harmful first."""
    facts = [fact for fact in tree.facts.by_id.values() if fact.moving and users(tree, fact)]
    due = [fact for fact in facts if tree.facts.due(fact) < tree.day + within]
    return sorted(due, key=lambda fact: (fact.harm, tree.facts.due(fact), fact.id))


def turns(tree: Tree, topic: Topic) -> Iterator[date]:
    """Yield the days on which something in an answer turns: those after a recheck, those on which something shuts."""
    for fact in tree.facts.moving(topic.fact_ids):
        yield tree.facts.due(fact) + timedelta(days=1)
        if tree.shuts(topic):
            yield tree.facts.shuts(fact) + timedelta(days=1)


def turning(tree: Tree, told: date = date.min) -> list[tuple[date, Topic]]:
    """Return the answers in which something turns soon, from tomorrow on, with the first such day after ``told``."""
    first, last = max(tree.day, told), tree.day + SOON
    found = []
    for topic in (topic for group in tree.groups for topic in tree.written(group)):
        days = [day for day in turns(tree, topic) if first < day <= last]
        if days:
            found.append((min(days), topic))
    return sorted(found, key=lambda each: each[0])


@dataclass(frozen=True)
class ReviewAnswer:
    """«Проверено мной сегодня»: counts for the text the reviewer had before the eyes, and for no later one."""

    library: Library
    reviews: Reviews
    clock: Clock

    async def __call__(self, topic_id: str, locale: Locale, reviewer: str, seen: str) -> Reviewed:
        """Keep the stamp, unless the answer reads otherwise now or is gone."""
        topic = self.library.tree.find(topic_id)
        if topic is None:
            return Reviewed.LOST
        if self.library.print_of(topic, locale) != seen:
            return Reviewed.CHANGED
        stamp = TextStamp(topic.id, locale, self.clock.now().date(), reviewer, seen)
        await self.reviews.put_text(stamp)
        self.library.stamp(texts=[stamp])
        return Reviewed.DONE

    async def take_back(self, topic_id: str, locale: Locale) -> Reviewed:
        """Forget the stamp."""
        topic = self.library.tree.find(topic_id)
        if topic is None:
            return Reviewed.LOST
        await self.reviews.drop_text(topic.id, locale)
        self.library.take_back_text(topic, locale)
        return Reviewed.DONE


@dataclass(frozen=True)
class ReviewFact:
    """«Сверено мной сегодня»: renews the day of a fact wherever it is used."""

    library: Library
    reviews: Reviews
    clock: Clock

    async def __call__(self, fact_id: str, reviewer: str, seen: str) -> Reviewed:
        """Keep the stamp, unless the fact says something else now or is gone."""
        fact = self.library.tree.facts.by_id.get(fact_id)
        if fact is None:
            return Reviewed.LOST
        if fact.print != seen:
            return Reviewed.CHANGED
        stamp = FactStamp(fact.id, self.clock.now().date(), reviewer, seen)
        await self.reviews.put_fact(stamp)
        self.library.stamp(facts=[stamp])
        return Reviewed.DONE

    async def take_back(self, fact_id: str) -> Reviewed:
        """Forget the stamp."""
        fact = self.library.tree.facts.by_id.get(fact_id)
        if fact is None:
            return Reviewed.LOST
        await self.reviews.drop_fact(fact.id)
        self.library.take_back_fact(fact)
        return Reviewed.DONE
