"""One question after a seminar, and what people answered: sums without anybody's name (S8).

A tap is counted in memory only, without who tapped. A tick writes what has become five and is not all the same, so
that no row, and no difference of two copies of the file, tells what one person gave.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.clock import Clock
from bot.core.mailings.mailings import MailingKind, NewMailing
from bot.core.mailings.outbox import Wake
from bot.core.seminars.reminders import RATING_STEP, Ladder
from bot.core.seminars.seminars import Renderer, Seminar

ASKED_AFTER = timedelta(minutes=30)
"""How long after a seminar's planned end it is asked about."""

USEFUL_FOR = timedelta(hours=12)
"""How long the question is still sent, whatever held it up."""

LOT = 5
"""How many answers are written at once; fewer are neither written nor shown."""

VALUES = range(1, 6)


def question(seminar: Seminar, now: datetime) -> NewMailing | None:
    """Return the message that asks how a seminar was, if this is the time for it and it is not switched off."""
    due = seminar.end + ASKED_AFTER
    if RATING_STEP in seminar.steps_off or not seminar.changed <= due <= now < due + USEFUL_FOR:
        return None
    return NewMailing(
        MailingKind.RATING,
        due,
        due + USEFUL_FOR,
        seminar=seminar.id,
        revision=seminar.revision,
        quiet=True,
    )


class EndedSeminars(Protocol):
    """Seminars that took place."""

    async def ended(self, after: datetime, until: datetime) -> Sequence[Seminar]:
        """Return the planned ones whose end lies between two moments."""
        ...


@dataclass(frozen=True)
class QueueRatings:
    """Turns the questions that are due into rows; run at every tick, twice changes nothing."""

    seminars: EndedSeminars
    ladder: Ladder
    render: Renderer
    clock: Clock
    wake: Wake

    async def __call__(self) -> int:
        """Return how many were queued."""
        now, queued = self.clock.now(), 0
        for seminar in await self.seminars.ended(now - ASKED_AFTER - USEFUL_FOR, now - ASKED_AFTER):
            queued += await self._queue(seminar, now)
        if queued:
            self.wake()
        return queued

    async def _queue(self, seminar: Seminar, now: datetime) -> bool:
        due = question(seminar, now)
        if due is None or (due.kind, due.step) in await self.ladder.queued(seminar.id, seminar.revision):
            return False
        return await self.ladder.queue(due, self.render(due.kind, seminar, due.step), now)


@dataclass(frozen=True)
class Rated:
    """A seminar with the sums of its answers, by value."""

    seminar: Seminar
    counts: Mapping[int, int]

    @property
    def answers(self) -> int:
        """How many answered."""
        return sum(self.counts.values())

    @property
    def mean(self) -> float:
        """What they gave on average."""
        return sum(value * count for value, count in self.counts.items()) / self.answers


class RatingStore(Protocol):
    """Where sums are kept."""

    async def add(self, lots: Mapping[int, Mapping[int, int]]) -> None:
        """Add sums by seminar and value, in one transaction."""
        ...

    async def rated(self, limit: int) -> Sequence[Rated]:
        """Return the newest seminars that have sums."""
        ...

    async def asked(self, seminar: int, chat: int, message: int) -> bool:
        """Return whether this message asks this chat about the seminar, and the answer is still taken."""
        ...


def whole_lots(waiting: Mapping[int, int]) -> Counter[int]:
    """Return as many lots of five as can be taken, none of which is five times the same."""
    left, taken = Counter(waiting), Counter[int]()
    while left.total() >= LOT and len(+left) > 1:
        (most, count), *others = (+left).most_common()
        lot = Counter({most: min(count, LOT - 1)})
        for value, there in others:
            lot[value] = min(there, LOT - lot.total())
        left, taken = left - lot, taken + lot
    return taken


@dataclass
class Ratings:
    """Counts in memory; a tick writes whole lots. A crash or a stop loses what waits, no more."""

    store: RatingStore
    _waiting: dict[int, Counter[int]] = field(default_factory=dict)

    def count(self, seminar: int, value: int) -> None:
        """Count an answer."""
        self._waiting.setdefault(seminar, Counter())[value] += 1

    def waiting(self, seminar: int) -> int:
        """Return how many answers are not written yet."""
        return self._waiting.get(seminar, Counter[int]()).total()

    async def __call__(self) -> None:
        """Write down what has become enough."""
        lots = {seminar: taken for seminar, waiting in self._waiting.items() if (taken := whole_lots(waiting))}
        if lots:
            await self.store.add(lots)
            for seminar, taken in lots.items():
                self._waiting[seminar] -= taken
