"""What Telegram really allows this bot, learned from its refusals.

The limit in the settings is a promise nobody gave in writing. When messages are refused for their speed the allowance
falls to what had been accepted; after a while it is tried whether more is allowed again, at most once a minute, and one
refused try costs one refusal.
"""

from dataclasses import dataclass

LESS = 0.9
"""At least this much slower after a refusal."""

MORE = 1.1
"""How much more is tried at a time."""

GROW_EVERY = 15.0
"""Seconds between steps up while nothing is refused: a saved-up burst hides a step of a tenth for ten seconds."""

REST = 90.0
"""Seconds after a refusal before more is tried."""

TRYING = 15.0
"""Seconds for which a refusal after a step up is that step's fault."""


AT_MOST = 0.7
"""However bad it looks, not slower than this share of the rate at once."""

SOON = 60.0
"""Seconds after a refusal for which what was accepted since then tells the limit."""


@dataclass
class Allowance:
    """Messages a second: ``configured`` at most, ``rate`` as learned. Times are monotonic seconds."""

    configured: float
    rate: float
    _good: float = 0.0
    _next_step: float = 0.0
    _tried_at: float = float("-inf")
    _refused_at: float = float("-inf")
    _accepted: int = 0

    def sent(self) -> None:
        """Count a message."""
        self._accepted += 1

    def taken_back(self) -> None:
        """Count a message that was refused."""
        self._accepted -= 1

    def grow(self, now: float) -> None:
        """Try a little more when it is time."""
        if self.rate < self.configured and now >= self._next_step:
            self._good = self.rate
            self.rate = min(self.configured, self.rate * MORE)
            self._tried_at = now
            self._next_step = now + GROW_EVERY

    def refused(self, now: float, in_last_second: int) -> None:
        """Take a refusal in: back to what was good before a try, else to what was accepted.

        ``in_last_second`` messages were accepted in the last second: the limit, if Telegram counts by the second. If
        it lets a burst be saved up, two refusals near each other tell more: both times nothing was left, so what was
        accepted between them is the limit.
        """
        if self.trying(now):
            self.rate = self._good
        else:
            self.rate = max(1.0, min(LESS * self.rate, in_last_second, self._between(now)))
        self._tried_at = float("-inf")
        self._next_step = now + REST
        self._refused_at, self._accepted = now, 0

    def _between(self, now: float) -> float:
        """Return the rate at which messages were accepted since the last refusal, if that tells anything."""
        if now - self._refused_at > SOON:
            return self.rate
        return max(AT_MOST * self.rate, self._accepted / max(now - self._refused_at, 1))

    def trying(self, now: float) -> bool:
        """Return whether the rate was raised only just now."""
        return now - self._tried_at <= TRYING
