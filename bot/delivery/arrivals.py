"""Which messages Telegram may have counted in the last second, as far as their answers tell.

Telegram counts a message when it arrives, between its departure and its answer. When the loop, the machine or the line
stops for a moment, what left before arrives together with what leaves after. So a message keeps its place while it is
under way, and for a second after it can have arrived at the latest: the moment of its answer, less the shortest round
trip seen lately. With a steady round trip that is the moment of its departure; only round trips that differ cost.

Why that is enough: take any second of Telegram's, and the message in it that left last. When it left, every other
message in it was still under way, or had been answered for less than a second minus two ways: its answer's way back and
the last one's way there. Together these are no shorter than the shortest round trip, so the other was counted.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice, takewhile

from bot.core.clock import Clock

WINDOW_SECONDS = 1.005
"""Telegram's second, and a little: the two shortest ways may not have been seen on one round trip yet."""

REMEMBERED_SECONDS = 10.0
"""Seconds for which the shortest round trip is remembered, at most twice as many: the line may become longer."""

HUNG_SECONDS, OVERTAKEN_SECONDS = 3.0, 0.5
"""Seconds after which a call keeps no place before its end, because calls that hang must stall nobody (R6): since it
left, or between it and one that left later and has its answer, so that it is not the line that has stopped."""


@dataclass(eq=False)
class Call:
    """A call that left at monotonic ``left``; ``answered`` by Telegram, so that its time is that of a round trip.

    ``messages``: how many it sends, an album's several.
    """

    left: float
    answered: bool = False
    messages: int = 1


@dataclass
class Arrivals:
    """Counts the messages that may have arrived in the last second."""

    clock: Clock
    _under_way: dict[Call, None] = field(default_factory=dict)
    _ends: deque[float] = field(default_factory=deque)
    _shortest: float = 0.0
    _shortest_before: float = 0.0
    _since: float = float("-inf")
    _last_answered: float = float("-inf")

    @contextmanager
    def call(self, messages: int = 1) -> Iterator[Call]:
        """Count a call of so many messages as under way until the end of the block, however that comes."""
        call = Call(self.clock.monotonic(), messages=messages)
        self._under_way[call] = None
        try:
            yield call
        finally:
            now = self.clock.monotonic()
            if call.answered or call in self._under_way:
                self._ends.extend([now] * call.messages)
            self._under_way.pop(call, None)
            if call.answered:
                self._last_answered = max(self._last_answered, call.left)
                self._learn(now, now - call.left)

    def count(self, now: float) -> int:
        """Return how many may have arrived in the second before ``now`` or may still arrive."""
        hung = max(now - HUNG_SECONDS, self._last_answered - OVERTAKEN_SECONDS)
        for call in list(takewhile(lambda call: call.left <= hung, self._under_way)):
            del self._under_way[call]
        while self._ends and self._ends[0] <= now - self._kept:
            self._ends.popleft()
        return sum(call.messages for call in self._under_way) + len(self._ends)

    def until_fewer(self, now: float) -> float:
        """Return in how many seconds there may be one fewer, if there is any."""
        ended = self._ends[0] if self._ends else now
        hangs = [call.left + HUNG_SECONDS for call in islice(self._under_way, 1)]
        return min([ended + self._kept, *hangs]) - now

    @property
    def _kept(self) -> float:
        """Seconds after its end for which a call keeps its place."""
        return max(0.0, WINDOW_SECONDS - min(self._shortest, self._shortest_before))

    def _learn(self, now: float, seconds: float) -> None:
        if now - self._since > REMEMBERED_SECONDS:
            recent = now - self._since <= 2 * REMEMBERED_SECONDS
            self._shortest_before = self._shortest if recent else seconds
            self._shortest, self._since = seconds, now
        self._shortest = min(self._shortest, seconds)
