"""When each part last made progress, by the monotonic clock: what stands still can be told from what is idle."""

from enum import StrEnum

from bot.core.clock import Clock


class Part(StrEnum):
    """The parts that must not stand still."""

    INBOX = "inbox"
    """A poll that came back, also with an error; in webhook mode a look at what Telegram says of the webhook."""
    SENDER = "sender"
    """A look into the outbox."""
    SCHEDULER = "scheduler"
    """A tick."""


class Pulse:
    """The last beat of every part."""

    def __init__(self, clock: Clock) -> None:
        """Every part has beaten just now."""
        self._clock = clock
        self._beats = dict.fromkeys(Part, clock.monotonic())

    def beat(self, part: Part) -> None:
        """Say that a part has made progress."""
        self._beats[part] = self._clock.monotonic()

    def age(self, part: Part) -> float:
        """Return how many seconds ago it did."""
        return self._clock.monotonic() - self._beats[part]
