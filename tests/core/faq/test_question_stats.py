"""Sums of questions: nothing below five is ever handed to the store, and nothing is lost while the bot runs."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from bot.core.faq.question_stats import Cells, QuestionStats
from bot.core.faq.search import Certainty, Found
from bot.core.locales import Locale
from tests.clock import ManualClock

ANSWER = Found(Certainty.ANSWER, (("fees", 1.0), ("family", 0.5)))
NONE = Found(Certainty.NONE, (("fees", 1.0),))


@dataclass
class Store:
    """Sums in memory."""

    kept: Counter[tuple[date, str, Locale]] = field(default_factory=Counter)
    broken: bool = False

    async def add(self, day: date, cells: Cells) -> None:
        """Add."""
        if self.broken:
            raise OSError
        self.kept.update({(day, what, language): times for (what, language), times in cells.items()})

    async def since(self, day: date) -> Mapping[str, int]:
        """Sum up."""
        return Counter(what for (at, what, _), times in self.kept.items() for _ in range(times) if at >= day)


async def test_a_sum_waits_until_it_is_five_of_one_language() -> None:
    store, clock = Store(), ManualClock()
    tallies = QuestionStats(store, clock)
    for language in (Locale.RU, Locale.EN):
        for _ in range(4):
            tallies.count(ANSWER, language)
    await tallies()
    assert store.kept == {}
    clock.forward(days=1)
    tallies.count(ANSWER, Locale.RU)
    tallies.count(NONE, Locale.RU)
    await tallies()
    today = clock.now().date()
    assert store.kept == {(today, "answer", Locale.RU): 5, (today, "topic/fees", Locale.RU): 5}
    await tallies()
    assert sum(store.kept.values()) == 10
    assert await tallies.lately() == {"answer": 5, "topic/fees": 5}
    clock.forward(days=31)
    assert await tallies.lately() == {}


async def test_what_cannot_be_written_waits() -> None:
    store = Store(broken=True)
    tallies = QuestionStats(store, ManualClock())
    for _ in range(7):
        tallies.count(NONE, Locale.EN)
    with pytest.raises(OSError):
        await tallies()
    store.broken = False
    await tallies()
    assert await store.since(date.min + timedelta(days=1)) == {"none": 7}
