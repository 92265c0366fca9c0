"""Statistics of the last thirty finished days: sums a day, none below five, none to be had by subtraction (A11)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from bot.core.clock import Clock
from bot.core.faq.question_stats import SHOWN_FROM, TOPIC, Counted
from bot.core.locales import Locale

DAYS = 30
"""How many days are looked at; today is not among them, for it is not over."""

OUTCOMES = ("delivered", "gone", "failed", "unknown", "expired", "left")
"""The outcomes of a delivery, by the counters of a mailing."""

SUBSCRIBERS, DELIVERIES = "subscribers/", "delivery/"
"""What sums a day are about: with a language, or an outcome, behind it."""

DaySum = tuple[date, str, int]
"""A day, what was counted, how many."""


class DaySums(Protocol):
    """Where sums a day are kept, and what they are counted from."""

    async def summed(self) -> date | None:
        """Return the last day that was summed up."""
        ...

    async def subscribers(self) -> Mapping[str, int]:
        """Return how many subscribers each language has now."""
        ...

    async def outcomes(self, day: date) -> Mapping[str, int]:
        """Return how many deliveries had which outcome, of mailings that ended on the day."""
        ...

    async def last(self, what: str) -> int:
        """Return the newest sum there is, 0 without one."""
        ...

    async def write(self, sums: Iterable[DaySum], last_day: date) -> None:
        """Keep sums and up to which day there are sums, in one transaction."""
        ...

    async def since(self, day: date) -> Sequence[DaySum]:
        """Return the sums of this day and later ones."""
        ...

    async def questions(self, day: date) -> Sequence[DaySum]:
        """Return the sums of questions of this day and later ones, both languages together."""
        ...


@dataclass(frozen=True)
class SumUp:
    """Writes down the days that are over (run by a tick, before what they are counted from is forgotten).

    Deliveries are rounded down to fives: one mailing to everybody, less one language, would tell of the other.
    """

    sums: DaySums
    clock: Clock

    async def __call__(self) -> None:
        """Sum up every day since the last one, at most thirty; doing it twice changes nothing."""
        yesterday = self.clock.now().date() - timedelta(days=1)
        summed = await self.sums.summed()
        if summed is not None and summed >= yesterday:
            return
        first = max(summed or yesterday - timedelta(days=1), yesterday - timedelta(days=DAYS)) + timedelta(days=1)
        found: list[DaySum] = []
        for number in range((yesterday - first).days + 1):
            day = first + timedelta(days=number)
            outcomes = await self.sums.outcomes(day)
            found += [(day, DELIVERIES + what, count - count % SHOWN_FROM) for what, count in outcomes.items()]
        for language, count in (await self.sums.subscribers()).items():
            what = SUBSCRIBERS + language
            found.append((yesterday, what, steady(await self.sums.last(what), count)))
        await self.sums.write([each for each in found if each[2] >= SHOWN_FROM], yesterday)


def steady(before: int, now: int) -> int:
    """Return the number of subscribers to write: as before until five have come or gone.

    Two days side by side would else tell of a single person.
    """
    return now if now < SHOWN_FROM or abs(now - before) >= SHOWN_FROM else before


@dataclass(frozen=True)
class Statistics:
    """What is shown. ``subscribers`` has a number a day and language, None where it is unknown or below five.

    ``questions`` are (found, not found) a day. ``topics`` come most frequent first.
    """

    days: tuple[date, ...]
    subscribers: Mapping[Locale, tuple[int | None, ...]]
    deliveries: Mapping[str, int]
    questions: tuple[tuple[int, int], ...]
    topics: tuple[tuple[str, int], ...]

    @property
    def found(self) -> int:
        """How many questions found an answer.

        The rest beside the topics that are shown would tell of fewer than five questions: it is left out then.
        """
        found, by_topic = sum(found for found, _ in self.questions), sum(count for _, count in self.topics)
        return by_topic if 0 < found - by_topic < SHOWN_FROM else found

    @property
    def not_found(self) -> int:
        """How many questions found none."""
        return sum(none for _, none in self.questions)

    def now(self, language: Locale) -> int | None:
        """Return the newest number of subscribers."""
        return self.subscribers[language][-1]


@dataclass(frozen=True)
class LookBack:
    """Reads the statistics of the last thirty finished days."""

    sums: DaySums
    clock: Clock

    async def __call__(self) -> Statistics:
        """Return them."""
        today = self.clock.now().date()
        days = tuple(today - timedelta(days=DAYS - number) for number in range(DAYS))
        sums = {(day, what): count for day, what, count in await self.sums.since(days[0])}
        asked = {(day, what): count for day, what, count in await self.sums.questions(days[0])}
        by_topic = Counter[str]()
        for (day, what), count in asked.items():
            if what.startswith(TOPIC) and day < today:
                by_topic[what.removeprefix(TOPIC)] += count
        sure, maybe, none = ([asked.get((day, kind), 0) for day in days] for kind in Counted)
        return Statistics(
            days=days,
            subscribers={each: tuple(sums.get((day, SUBSCRIBERS + each)) for day in days) for each in Locale},
            deliveries={what: sum(sums.get((day, DELIVERIES + what), 0) for day in days) for what in OUTCOMES},
            questions=tuple((a + b, c) for a, b, c in zip(sure, maybe, none, strict=True)),
            topics=tuple(by_topic.most_common()),
        )
