"""When each part last made progress, by the monotonic clock: what stands still can be told from what is idle."""

from collections.abc import Iterator
from enum import StrEnum

from bot.core.clock import Clock


class Part(StrEnum):
    """The parts that must not stand still."""

    INBOX = "inbox"
    """A poll that came back, also with an error; in webhook mode a look at what Telegram says of the webhook."""
    SENDER = "sender"
    """A look into the outbox."""
    SCHEDULER = "scheduler"
    """A tick that came to its end."""


STALE_SECONDS = {Part.INBOX: 60.0, Part.SENDER: 30.0, Part.SCHEDULER: 45.0}
"""Seconds without a beat after which a part stands still. A poll takes 45 s, a transaction waits for 2 s."""


class Pulse:
    """The last beats of every part. A part whose work is done by several is as old as the oldest of them."""

    def __init__(self, clock: Clock) -> None:
        """Every part has beaten just now, and none is expected to beat again."""
        self._clock = clock
        self._since = clock.monotonic()
        self._expected: tuple[Part, ...] = ()
        self._beats: dict[Part, dict[str, float]] = {part: {} for part in Part}
        self._well: dict[Part, dict[str, float]] = {part: {} for part in Part}

    def expect(self, *parts: Part) -> None:
        """Say which parts work from now on, and that they begin just now; the others may stand still."""
        self._expected, self._since = parts, self._clock.monotonic()
        self._beats, self._well = {part: {} for part in Part}, {part: {} for part in Part}

    def beat(self, part: Part, of: str = "", *, rests: float = 0.0, well: bool = True) -> None:
        """Say that a part has made progress.

        ``of``: which of several that do its work. ``rests``: seconds it may wait now on purpose. ``well``: whether
        what it did has succeeded.
        """
        beats, at = self._beats[part], self._clock.monotonic() + rests
        beats[of] = max(at, beats.get(of, at))
        if well or of not in self._well[part]:
            self._well[part][of] = at

    def age(self, part: Part) -> float:
        """Return how many seconds ago it did."""
        return max(0.0, self._clock.monotonic() - min(self._beats[part].values(), default=self._since))

    @property
    def whole(self) -> bool:
        """Whether every part is expected to work."""
        return set(self._expected) == set(Part)

    def stale(self) -> Iterator[Part]:
        """Yield the parts that are expected to work and stand still."""
        return (part for part in self._expected if self.age(part) > STALE_SECONDS[part])

    def fruitless(self) -> Iterator[Part]:
        """Yield the parts that are at work, and one of whose works has failed all the time: no restart helps there."""
        now = self._clock.monotonic()
        oldest = {part: min(self._well[part].values(), default=now) for part in self._expected}
        return (part for part, at in oldest.items() if now - at > STALE_SECONDS[part])
