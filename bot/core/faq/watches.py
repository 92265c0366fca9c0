"""🔔 under an answer: who wants to hear of its next version, and telling them once (S6)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock
from bot.core.content import Contents
from bot.core.faq.library import Library
from bot.core.faq.topics import Change, Topic
from bot.core.locales import Locale
from bot.core.mailings.outbox import Wake

TOLD_FOR = timedelta(days=7)
"""For how long a change is tried to be sent."""


@dataclass(frozen=True)
class Watch:
    """One row: ``told`` is the day of the newest change the chat knows of."""

    topic: str
    chat: int
    language: Locale
    told: date


class Watches(Protocol):
    """Where wishes to be told are kept. Every method that changes something is one transaction."""

    async def of(self, chat: int) -> Sequence[Watch]:
        """Return everything a chat watches."""
        ...

    async def add(self, watch: Watch) -> None:
        """Keep a wish; one that was there stays as it was."""
        ...

    async def drop(self, topic: str, chat: int) -> None:
        """Forget a wish, also on the disk."""
        ...

    async def oldest(self) -> Sequence[tuple[str, date]]:
        """Return the watched topics, each with the earliest day somebody knows of."""
        ...

    async def queue(self, topic: str, change: date, contents: Contents, now: datetime) -> bool:
        """Queue a change to everybody who knows of an earlier one only, and mark them told, in one transaction."""
        ...


class Watching(StrEnum):
    """What became of a tap on 🔔."""

    ASK = "ask"
    ON = "on"
    OFF = "off"
    LOST = "lost"


@dataclass(frozen=True)
class WatchAnswer:
    """🔔 on and off; what will be stored is said before it is, each time."""

    library: Library
    watches: Watches
    clock: Clock

    async def state(self, topic_id: str, chat: int) -> Watching:
        """Return whether the chat is told of changes of this answer."""
        if self.library.tree.find(topic_id) is None:
            return Watching.LOST
        watched = any(watch.topic == topic_id for watch in await self.watches.of(chat))
        return Watching.ON if watched else Watching.ASK

    async def __call__(self, topic_id: str, chat: int, language: Locale, *, on: bool) -> Watching:
        """Keep or forget the wish; who was there already learns of nothing twice."""
        topic = self.library.tree.find(topic_id)
        if topic is None:
            return Watching.LOST
        if not on:
            await self.watches.drop(topic_id, chat)
            return Watching.OFF
        known = max([self.clock.now().date(), *(change.day for change in topic.changes)])
        await self.watches.add(Watch(topic_id, chat, language, known))
        return Watching.ON


@dataclass(frozen=True)
class TellChanges:
    """Run by a tick: a change newer than what somebody knows of becomes a mailing; running it twice changes nothing."""

    library: Library
    watches: Watches
    render: Callable[[Topic, Change], Contents]
    clock: Clock
    wake: Wake

    async def __call__(self) -> int:
        """Return how many changes were queued."""
        queued = 0
        for topic_id, told in await self.watches.oldest():
            topic = self.library.tree.find(topic_id)
            newest = topic.changes[0] if topic and topic.changes else None
            if topic and newest and newest.day > told:
                contents = self.render(topic, newest)
                queued += await self.watches.queue(topic_id, newest.day, contents, self.clock.now())
        if queued:
            self.wake()
        return queued
