"""Sums of questions: added up a day, of both languages together, and none below five can be written."""

from datetime import date, timedelta

import pytest

from bot.core.locales import Locale
from tests.storage.conftest import Store

DAY = date(2026, 11, 24)


async def test_sums_are_added_up(store: Store) -> None:
    tallies = store.rows.question_stats
    await tallies.add(DAY, {("answer", Locale.RU): 5, ("topic/fees", Locale.RU): 5})
    await tallies.add(DAY, {("answer", Locale.RU): 7, ("answer", Locale.EN): 6})
    await tallies.add(DAY + timedelta(days=1), {("none", Locale.EN): 9})
    assert await tallies.since(DAY) == {"answer": 18, "topic/fees": 5, "none": 9}
    assert await tallies.since(DAY + timedelta(days=1)) == {"none": 9}
    assert await store.count("tally") == 4


async def test_a_sum_below_five_cannot_be_written(store: Store) -> None:
    with pytest.raises(Exception, match=r"CHECK|check constraint"):
        await store.rows.question_stats.add(DAY, {("answer", Locale.RU): 4})
    assert await store.count("tally") == 0


async def test_sums_live_a_year(store: Store) -> None:
    await store.rows.question_stats.add(store.now.date(), {("answer", Locale.RU): 5})
    store.clock.forward(days=365)
    await store.rows.retention.forget(store.now)
    assert await store.count("tally") == 1
    store.clock.forward(days=1)
    await store.rows.retention.forget(store.now)
    assert await store.count("tally") == 0
