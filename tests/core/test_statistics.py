"""A11: no sum below five is written, and none can be had by subtracting what is shown from what is shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

import pytest

from bot.core.faq.question_stats import SHOWN_FROM
from bot.core.statistics import DAYS, DaySum, LookBack, SumUp, steady
from tests.clock import ManualClock
from tests.sizes import dice, trials


@dataclass
class MemorySums:
    """core.statistics.DaySums."""

    people: dict[str, int] = field(default_factory=dict)
    ended: dict[str, int] = field(default_factory=dict)
    asked: list[DaySum] = field(default_factory=list)
    rows: dict[tuple[date, str], int] = field(default_factory=dict)
    until: date | None = None

    async def summed(self) -> date | None:
        return self.until

    async def subscribers(self) -> Mapping[str, int]:
        return self.people

    async def outcomes(self, day: date) -> Mapping[str, int]:
        return self.ended

    async def last(self, what: str) -> int:
        days = [day for day, kind in self.rows if kind == what]
        return self.rows[max(days), what] if days else 0

    async def write(self, sums: Iterable[DaySum], last_day: date) -> None:
        self.rows.update({(day, what): count for day, what, count in sums})
        self.until = last_day

    async def since(self, day: date) -> Sequence[DaySum]:
        return [(when, what, count) for (when, what), count in self.rows.items() if when >= day]

    async def questions(self, day: date) -> Sequence[DaySum]:
        return [each for each in self.asked if each[0] >= day]


@pytest.mark.parametrize(
    ("before", "now", "written"), [(0, 5, 5), (7, 9, 7), (7, 12, 12), (12, 8, 12), (12, 7, 7), (7, 4, 4), (0, 4, 4)]
)
def test_a_number_stays_until_five_have_come_or_gone(before: int, now: int, written: int) -> None:
    assert steady(before, now) == written


async def test_two_days_of_subscribers_never_differ_by_fewer_than_five() -> None:
    chance, clock, sums = dice("subscribers"), ManualClock(), MemorySums({"ru": 40})
    sum_up, shown = SumUp(sums, clock), []
    for _ in range(trials(3_000, 200)):
        sums.people["ru"] = max(0, sums.people["ru"] + chance.randrange(-4, 5))
        clock.forward(days=1)
        await sum_up()
        shown.append(sums.rows.get((clock.now().date() - timedelta(days=1), "subscribers/ru")))
    known = [each for each in shown if each is not None]
    assert min(known) >= SHOWN_FROM
    gaps = {abs(one - other) for one, other in pairwise(known)}
    assert gaps.isdisjoint(range(1, SHOWN_FROM))


async def test_deliveries_are_rounded_so_that_no_language_is_left_over() -> None:
    clock, sums = ManualClock(), MemorySums({"ru": 7, "en": 4}, {"delivered": 11, "gone": 4, "failed": 5})
    await SumUp(sums, clock)()
    assert {what: count for (_, what), count in sums.rows.items()} == {
        "subscribers/ru": 7,
        "delivery/delivered": 10,
        "delivery/failed": 5,
    }


async def test_a_day_is_summed_once_and_a_long_stop_costs_thirty_days_at_most() -> None:
    clock, sums = ManualClock(), MemorySums(ended={"delivered": 5})
    for _ in range(3):
        await SumUp(sums, clock)()
    assert len(sums.rows) == 1
    clock.forward(days=100)
    await SumUp(sums, clock)()
    assert len(sums.rows) == 1 + DAYS


async def test_the_rest_beside_the_topics_is_not_told_when_it_is_below_five() -> None:
    clock, sums = ManualClock(), MemorySums()
    day = clock.now().date() - timedelta(days=2)
    sums.asked = [(day, "answer", 12), (day, "none", 6), (day, "topic/fees", 9)]
    found = await LookBack(sums, clock)()
    assert (found.found, found.not_found, found.topics) == (9, 6, (("fees", 9),))
    sums.asked[0] = (day, "answer", 14)
    assert (await LookBack(sums, clock)()).found == 14


async def test_today_is_not_over_and_is_not_shown() -> None:
    clock, sums = ManualClock(), MemorySums()
    today = clock.now().date()
    sums.asked = [(today, "answer", 12), (today, "topic/fees", 9)]
    found = await LookBack(sums, clock)()
    assert (found.found, found.topics, found.days[-1]) == (0, (), today - timedelta(days=1))
