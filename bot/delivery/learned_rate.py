"""What Telegram really allows this bot, learned from its refusals.

The limit in the settings is a promise nobody gave in writing. When messages are refused for their speed the allowance
falls to what had been accepted; two minutes later it is tried whether more is allowed again, in steps.
"""

from dataclasses import dataclass

REFUSAL_FACTOR = 0.9
"""At least this much slower after a refusal."""

FIRST_GROWTH_FACTOR = 1.1
"""How much more is tried at first; after a step that went well the next one is four times as long."""

GROWTH_STEP_SECONDS = 40.0
"""Seconds between steps up while nothing is refused: a saved-up burst hides a step of a tenth for half of that."""

REST_AFTER_REFUSAL_SECONDS, REST_AFTER_TRIAL_SECONDS = 120.0, 150.0
"""Seconds after a refusal before more is tried: the second after a try, which costs two or three refusals."""

TRIAL_SECONDS = GROWTH_STEP_SECONDS
"""Seconds for which a refusal after a step up is that step's fault."""

MIN_SHARE_OF_RATE = 0.7
"""However bad it looks, not slower than this share of the rate at once."""

EARLY_REFUSAL_SECONDS = 1.3
"""A refusal within so many seconds after a silence: Telegram counts by the second, and the count is the limit."""

COUNTING_SECONDS = 60.0
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
    _counted: int = 0
    _by_the_second: bool = False
    _more: float = FIRST_GROWTH_FACTOR

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
            self.rate = min(self.configured, self.rate * self._more)
            self._more **= 4
            self._tried_at = now
            self._next_step = now + GROWTH_STEP_SECONDS

    def refused(self, now: float, in_last_second: int, since_silence: float) -> None:
        """Take a refusal in: back to what was good before a try, else to what was accepted.

        ``in_last_second`` messages were accepted in the last second. If the refusal comes soon after a silence nothing
        was saved up by it, so that is the limit. If Telegram lets a burst be saved up, two refusals near each other
        tell: both times nothing was left, so what was accepted between them is the limit.
        """
        tried, self._counted, self._more = self.trying(now), 0, FIRST_GROWTH_FACTOR
        if tried:
            self.rate = self._good
        elif self._by_the_second or since_silence <= EARLY_REFUSAL_SECONDS:
            self._by_the_second = in_last_second < self.rate
            self._counted = max(1, in_last_second)
            self.rate = max(
                1.0, MIN_SHARE_OF_RATE * self.rate, self._counted if self._by_the_second else REFUSAL_FACTOR * self.rate
            )
        else:
            self.rate = max(1.0, min(REFUSAL_FACTOR * self.rate, in_last_second, self._between(now, since_silence)))
        self._tried_at = float("-inf")
        self._next_step = now + (REST_AFTER_TRIAL_SECONDS if tried else REST_AFTER_REFUSAL_SECONDS)
        self._refused_at, self._accepted = now, 0

    def refused_too(self) -> None:
        """Take in that a message which was under way at a refusal had been counted as accepted."""
        if self._counted > 1:
            self._counted -= 1
            self.rate = min(self.rate, self._counted)

    def _between(self, now: float, since_silence: float) -> float:
        """Return the rate at which messages were accepted since the last refusal, if that tells anything.

        No more than a second's worth is saved up by the silence after it, however long that was.
        """
        elapsed = now - self._refused_at
        if elapsed > COUNTING_SECONDS:
            return self.rate
        silence = max(0.0, elapsed - since_silence)
        return max(MIN_SHARE_OF_RATE * self.rate, self._accepted / max(1.0, elapsed - max(0.0, silence - 1)))

    def trying(self, now: float) -> bool:
        """Return whether the rate was raised only just now."""
        return now - self._tried_at <= TRIAL_SECONDS
