"""How long nothing came, by whichever clock says more: the monotonic one stands still while a machine sleeps."""

from datetime import datetime

from bot.core.clock import Clock


class Silence:
    """Time since the last update."""

    def __init__(self, clock: Clock, longest: float) -> None:
        """Call it too long after ``longest`` seconds."""
        self._clock = clock
        self._longest = longest
        self._since: tuple[datetime, float] = (clock.now(), clock.monotonic())

    def broken(self) -> None:
        """Something came."""
        self._since = (self._clock.now(), self._clock.monotonic())

    def too_long(self) -> bool:
        """Return whether it has lasted too long."""
        wall, steady = self._since
        lasted = max((self._clock.now() - wall).total_seconds(), self._clock.monotonic() - steady)
        return lasted > self._longest
