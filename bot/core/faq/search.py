"""A question in a person's own words, and the topics it may be about (P6)."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from bot.core.faq.fair_queue import FairQueue
from bot.core.faq.wishes import Wish

SEMINARS, WHATS_NEW = "seminars", "whats-new"
OTHER_PROGRAMMES, OTHER_COUNTRIES, OFF_TOPIC = "other-programmes", "other-countries", "off-topic"
REFUSED = (OTHER_PROGRAMMES, OTHER_COUNTRIES, OFF_TOPIC)
"""Pseudo-topics: they compete like any other, and what they win is refused."""
WISHED = {f"wish-{wish.value}": wish for wish in Wish if wish not in (Wish.LEAVE, Wish.DELETE, Wish.SEMINARS)}
"""Wishes as pseudo-topics. Leaving and deleting are known by their lists alone (P6); the seminars are a topic."""
OUTSIDE = frozenset((*REFUSED, *WISHED))


class Certainty(StrEnum):
    """How sure the search is."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    NONE = "none"


@dataclass(frozen=True)
class Found:
    """Topics, best first, never empty and without pseudo-topics.

    ``instead`` is the refused pseudo-topic that came nearest, ``wish`` what is wanted of the bot when that is surer
    than every topic.
    """

    certainty: Certainty
    topics: tuple[tuple[str, float], ...]
    instead: str = OFF_TOPIC
    wish: Wish | None = None


class Search(Protocol):
    """What finds topics."""

    def __call__(self, question: str) -> Found:
        """Return what the question may be about; the question is kept nowhere."""
        ...


@dataclass
class LazySearch:
    """A search that is loaded on a thread of its own; nobody waits for that: who waits holds updates back."""

    load: Callable[[], Search]
    queue: FairQueue
    _loads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "loading"))
    _asks: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "search"))
    _loading: Future[Search] | None = None
    _serving: Search | None = None

    def prepare(self) -> Future[Search]:
        """Begin to load it, once; a load that failed is begun anew."""
        if self._loading is None or (self._loading.done() and self._loading.exception()):
            self._loading = self._loads.submit(self._load)
        return self._loading

    def renew(self) -> None:
        """Load it anew, since the texts have changed; the old one answers until then, and is let go at once."""
        if self._loading is not None:  # what was never asked for reads the new texts when it is
            self._loading = self._loads.submit(self._load)

    async def __call__(self, question: str, person: int) -> Found | None:
        """Return what was found; None while it is not loaded or too many wait. ``person`` is whose share it takes."""
        self.prepare()
        serving = self._serving
        if serving is None:
            return None
        return await self.queue(
            person, lambda: asyncio.get_running_loop().run_in_executor(self._asks, serving, question)
        )

    def _load(self) -> Search:
        self._serving = self.load()
        return self._serving
