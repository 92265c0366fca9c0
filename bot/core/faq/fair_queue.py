"""Costly work for many people, one piece at a time: who has cost little goes first, and the queue is short (R16).

Without it some fifteen people who send nonsense make everybody else wait, each within the limits of one person.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from bot.core.clock import Clock

MAX_WAITING = 10
"""Pieces of work that may wait: together they take less than the three seconds somebody may have to wait (P6)."""

HALF_LIFE_SECONDS = 60.0
"""After this time half of what somebody has cost is forgotten."""

MAX_REMEMBERED_PEOPLE = 1_000

Result = TypeVar("Result")


@dataclass
class Cost:
    """What a person's work has taken, in seconds, as of monotonic ``at``."""

    seconds: float
    at: float

    def now(self, moment: float) -> float:
        """Return what of it still counts."""
        return float(self.seconds * 0.5 ** ((moment - self.at) / HALF_LIFE_SECONDS))


@dataclass(eq=False)
class Waiting:
    """Somebody whose turn has not come: ``granted`` tells True for the turn, False for "busy"."""

    person: int
    cost: float
    granted: "asyncio.Future[bool]"


@dataclass
class FairQueue:
    """Lets one piece of work run at a time. Not for several event loops."""

    clock: Clock
    _busy: bool = False
    _waiting: list[Waiting] = field(default_factory=list)
    _costs: OrderedDict[int, Cost] = field(default_factory=OrderedDict)

    async def __call__(self, person: int, work: Callable[[], Awaitable[Result]]) -> Result | None:
        """Return what the work returns, or None at once when too many wait. Who waits already is not queued twice."""
        if self._busy and not await self._turn(person):
            return None
        self._busy = True
        began = self.clock.monotonic()
        try:
            return await work()
        finally:
            self._charge(person, began)
            self._pass_on()

    def __len__(self) -> int:
        """Return of how many people the cost is remembered."""
        return len(self._costs)

    async def _turn(self, person: int) -> bool:
        self._forget_who_gave_up()
        cost = self._cost(person)
        if any(other.person == person for other in self._waiting) or not self._makes_way(cost):
            return False
        mine = Waiting(person, cost, asyncio.get_running_loop().create_future())
        self._waiting.append(mine)
        try:
            return await mine.granted
        except asyncio.CancelledError:
            if not mine.granted.cancelled() and mine.granted.result():
                self._pass_on()  # the turn had come: the next one takes it
            raise

    def _makes_way(self, cost: float) -> bool:
        """Return whether there is room; a dearer one who waits is sent away for it."""
        if len(self._waiting) < MAX_WAITING:
            return True
        dearest = max(self._waiting, key=lambda each: each.cost)
        if dearest.cost <= cost:
            return False
        self._waiting.remove(dearest)
        dearest.granted.set_result(False)
        return True

    def _forget_who_gave_up(self) -> None:
        self._waiting = [each for each in self._waiting if not each.granted.cancelled()]

    def _pass_on(self) -> None:
        self._forget_who_gave_up()
        self._busy = bool(self._waiting)
        if self._waiting:
            cheapest = min(self._waiting, key=lambda each: each.cost)  # of equals the one that came first
            self._waiting.remove(cheapest)
            cheapest.granted.set_result(True)

    def _cost(self, person: int) -> float:
        known = self._costs.get(person)
        return known.now(self.clock.monotonic()) if known else 0.0

    def _charge(self, person: int, began: float) -> None:
        now = self.clock.monotonic()
        self._costs[person] = Cost(self._cost(person) + now - began, now)
        self._costs.move_to_end(person)
        if len(self._costs) > MAX_REMEMBERED_PEOPLE:
            self._costs.popitem(last=False)
