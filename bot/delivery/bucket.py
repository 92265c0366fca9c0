"""A token bucket: what may be saved up, and how fast it comes back."""

from dataclasses import dataclass


@dataclass
class Bucket:
    """A token bucket: ``level`` tokens at monotonic ``at``."""

    level: float
    at: float

    def fill(self, now: float, rate: float, size: float) -> float:
        """Add what has flowed in and return the level."""
        self.level = min(size, self.level + (now - self.at) * rate)
        self.at = now
        return self.level


def less(level: float, messages: int) -> float:
    """Return what is left of a bucket after so many; a debt stays, but never grows beyond one act's messages."""
    return max(min(level, -float(messages)), level - messages)
