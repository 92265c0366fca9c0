"""How many questions ended how, in sums a day: neither who asked nor what was typed (A11)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.clock import Clock
from bot.core.faq.search import Certainty, Found
from bot.core.locales import Locale

SHOWN_FROM = 5
"""A sum below this is kept in memory only, and waits for more: no row may tell of a single question."""

SHOWN_FOR = timedelta(days=30)
TOPIC = "topic/"


class Counted(StrEnum):
    """What became of a question."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    NONE = "none"


Cells = Mapping[tuple[str, Locale], int]
"""(what, language) → how many."""


class QuestionStatsStore(Protocol):
    """Where sums are kept."""

    async def add(self, day: date, cells: Cells) -> None:
        """Add to the sums of a day, in one transaction."""
        ...

    async def since(self, day: date) -> Mapping[str, int]:
        """Return the sums of this day and later ones, of both languages together."""
        ...


@dataclass
class QuestionStats:
    """Counts in memory; a tick writes down what has become enough. A crash or a stop loses what waits, no more."""

    store: QuestionStatsStore
    clock: Clock
    _waiting: Counter[tuple[str, Locale]] = field(default_factory=Counter)
    _since_start: Counter[Counted] = field(default_factory=Counter)

    def count(self, found: Found, language: Locale) -> None:
        """Count a question by its outcome, and by the topic that came nearest."""
        self._since_start[Counted(found.certainty.value)] += 1
        self._waiting.update((what, language) for what in _kinds(found))

    def totals(self) -> Mapping[str, int]:
        """Return how many questions ended how since the start, for /metrics."""
        return {word.value: self._since_start[word] for word in Counted}

    async def __call__(self) -> None:
        """Write down the sums that are large enough, under today's date."""
        ripe = {cell: times for cell, times in self._waiting.items() if times >= SHOWN_FROM}
        if ripe:
            await self.store.add(self.clock.now().date(), ripe)
            self._waiting = +(self._waiting - Counter(ripe))

    async def lately(self) -> Mapping[str, int]:
        """Return the sums of the last thirty days."""
        return await self.store.since(self.clock.now().date() - SHOWN_FOR)


def _kinds(found: Found) -> Iterator[str]:
    yield Counted(found.certainty.value)
    if found.certainty is not Certainty.NONE:
        yield TOPIC + found.topics[0][0]
