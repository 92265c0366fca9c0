"""A question in a person's own words, and the topics it may be about (P6)."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

SEMINARS, WHATS_NEW = "seminars", "whats-new"
OTHER_PROGRAMMES, OTHER_COUNTRIES, OFF_TOPIC = "other-programmes", "other-countries", "off-topic"
REFUSED = (OTHER_PROGRAMMES, OTHER_COUNTRIES, OFF_TOPIC)
"""Pseudo-topics: they compete like any other, and what they win is refused."""


class Certainty(StrEnum):
    """How sure the search is."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    NONE = "none"


@dataclass(frozen=True)
class Found:
    """Topics, best first, never empty and without pseudo-topics; ``instead`` is the pseudo-topic that came nearest."""

    certainty: Certainty
    topics: tuple[tuple[str, float], ...]
    instead: str = OFF_TOPIC


class Search(Protocol):
    """What finds topics."""

    def __call__(self, question: str) -> Found:
        """Return what the question may be about; the question is kept nowhere."""
        ...


PATIENCE = 7.0
"""Seconds a person waits for the search, which takes a few milliseconds once it is loaded."""


@dataclass(frozen=True)
class LazySearch:
    """A search that is loaded with the first question, on a thread of its own: the loop goes on meanwhile."""

    load: Callable[[], Search]
    patience: float = PATIENCE
    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "search"))

    async def __call__(self, question: str) -> Found | None:
        """Return what was found, or None when it is not loaded in time; the next question finds it loaded."""
        try:
            async with asyncio.timeout(self.patience):
                return await asyncio.get_running_loop().run_in_executor(self._thread, self._find, question)
        except TimeoutError:
            return None

    def _find(self, question: str) -> Found:
        return self.load()(question)
