"""A lawyer has compared an answer with the live pages: said, kept, shown at once (P5, A12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock
from bot.core.faq.library import Library, Stamp
from bot.core.faq.topics import Review, Topic, Tree

SOON = timedelta(days=7)
"""An answer whose next check falls into this time is due soon."""


class Care(StrEnum):
    """What an answer needs from a lawyer today."""

    UNCHECKED = "unchecked"
    STALE = "stale"
    SOON = "soon"
    FRESH = "fresh"


class Reviewed(StrEnum):
    """What became of a stamp."""

    DONE = "done"
    CHANGED = "changed"
    LOST = "lost"


class Reviews(Protocol):
    """Where stamps are kept."""

    async def all(self) -> Sequence[Stamp]:
        """Return every stamp."""
        ...

    async def put(self, stamp: Stamp) -> None:
        """Keep a stamp in place of the topic's earlier one."""
        ...


def care(topic: Topic, today: date) -> Care:
    """Return what an answer needs."""
    if topic.reviewed is None:
        return Care.UNCHECKED
    if topic.review(today) is not Review.FRESH:
        return Care.STALE
    due = topic.reviewed + timedelta(days=topic.recheck)
    return Care.SOON if due - today <= SOON else Care.FRESH


def by_care(tree: Tree, today: date) -> dict[Care, tuple[Topic, ...]]:
    """Return the written answers by what they need."""
    written = [topic for group in tree.groups for topic in tree.written(group)]
    return {kind: tuple(topic for topic in written if care(topic, today) is kind) for kind in Care}


@dataclass(frozen=True)
class ReviewAnswer:
    """«Проверено мной сегодня»: counts for the texts the lawyer had before the eyes, and for no later ones."""

    library: Library
    reviews: Reviews
    clock: Clock

    async def __call__(self, topic_id: str, reviewer: str, seen: str) -> Reviewed:
        """Keep the stamp, unless the answer reads otherwise now or is gone."""
        topic = self.library.tree.find(topic_id)
        if topic is None:
            return Reviewed.LOST
        if self.library.print_of(topic) != seen:
            return Reviewed.CHANGED
        stamp = Stamp(topic.id, self.clock.now().date(), reviewer, seen)
        await self.reviews.put(stamp)
        self.library.stamp(stamp)
        return Reviewed.DONE
