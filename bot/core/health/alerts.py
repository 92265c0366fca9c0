"""Which troubles the admins are told of, and when: few words, at the beginning, once a day, at the end (O5).

A trouble that comes and goes is one: it is told of once it has lasted in all, and over once it has stayed away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.core.clock import Clock
from bot.core.health.troubles import Trouble, Troubles

LASTS_SECONDS: Mapping[Trouble, float] = {
    Trouble.DATABASE: 0,
    Trouble.CLOCK: 0,
    Trouble.SENDER: 60,
    Trouble.SCHEDULER: 60,
    Trouble.KEY: 60,
    Trouble.DISK: 60,
    Trouble.POLLER: 120,
    Trouble.CONFLICT: 120,
    Trouble.WEBHOOK: 120,
    Trouble.BACKLOG: 120,
    Trouble.BACKUP: 3600,
}
"""Troubles the admins are told of, and how long each must have lasted in all. Of Telegram's absence nobody can be told
through Telegram; starting, ending and locked are the operator's own doing."""

AWAY_SECONDS = 300.0
"""Seconds a trouble must have stayed away to be over."""

AGAIN_SECONDS = 24 * 3600.0
"""While it lasts it is told of once a day."""

FOLLOWS = {Trouble.BACKLOG: Trouble.TELEGRAM, Trouble.SCHEDULER: Trouble.DATABASE}
"""What comes of another trouble is not counted as long as that one lasts."""


class Saying(StrEnum):
    """What is to be said of a trouble."""

    WRONG = "wrong"
    """It began, or still lasts a day later."""
    OVER = "over"
    """It was told of, and is over."""
    PASSED = "passed"
    """It began and ended while nobody could be told."""


@dataclass(frozen=True)
class Alert:
    """Something to be said."""

    trouble: Trouble
    saying: Saying


@dataclass
class _Episode:
    """One trouble, from its first look to its end. Seconds are monotonic."""

    seen_at: float
    """When it was last there."""
    here: bool
    lasted: float = 0.0
    """Seconds it has been there in all."""
    told_at: float | None = None


class Alerts:
    """Looks at the troubles from time to time, and knows what is to be said."""

    def __init__(self, clock: Clock) -> None:
        """Know of nothing yet."""
        self._clock = clock
        self._episodes: dict[Trouble, _Episode] = {}
        self._looked_at = clock.monotonic()

    def remember(self, told: Mapping[Trouble, float]) -> None:
        """Take in what was told before this start: each trouble, and how many seconds ago."""
        now = self._clock.monotonic()
        for trouble, ago in told.items():
            self._episodes[trouble] = _Episode(now, here=False, lasted=LASTS_SECONDS[trouble], told_at=now - ago)

    def told(self) -> Mapping[Trouble, float]:
        """Return what the admins know of and was not told to be over: each trouble, and how many seconds ago."""
        now = self._clock.monotonic()
        return {trouble: now - one.told_at for trouble, one in self._episodes.items() if one.told_at is not None}

    def look(self, troubles: Troubles) -> None:
        """Take in what is wrong now."""
        now = self._clock.monotonic()
        caused = {trouble for trouble, cause in FOLLOWS.items() if cause in troubles}
        wrong = {each.trouble: each.seconds for each in troubles if each.trouble in LASTS_SECONDS.keys() - caused}
        since = now - self._looked_at
        for trouble, seconds in wrong.items():
            episode = self._episodes.setdefault(trouble, _Episode(now, here=False))
            episode.lasted += since if episode.here else min(since, seconds)
            episode.here, episode.seen_at = True, now
        for trouble in self._episodes.keys() - wrong.keys():
            self._not_here(self._episodes[trouble], now if trouble in caused else None)
        for trouble in [trouble for trouble in self._episodes if self._was_nothing(trouble, now)]:
            del self._episodes[trouble]
        self._looked_at = now

    def due(self) -> tuple[Alert, ...]:
        """Return what is to be said now, in the order of the closed list."""
        found = {trouble: self._saying(trouble) for trouble in LASTS_SECONDS.keys() & self._episodes.keys()}
        return tuple(Alert(trouble, saying) for trouble in Trouble if (saying := found.get(trouble)) is not None)

    def said(self, alerts: Iterable[Alert]) -> None:
        """Note that the admins were told."""
        for alert in alerts:
            if alert.saying is Saying.WRONG:
                self._episodes[alert.trouble].told_at = self._clock.monotonic()
            else:
                del self._episodes[alert.trouble]

    def _not_here(self, episode: _Episode, caused_at: float | None) -> None:
        """Note that it is not there; of what has another cause it is not known."""
        episode.here = False
        episode.seen_at = episode.seen_at if caused_at is None else caused_at

    def _saying(self, trouble: Trouble) -> Saying | None:
        episode, now = self._episodes[trouble], self._clock.monotonic()
        if self._away(episode, now):
            return Saying.PASSED if episode.told_at is None else Saying.OVER
        if not episode.here or episode.lasted < LASTS_SECONDS[trouble]:
            return None
        again = episode.told_at is None or now - episode.told_at >= AGAIN_SECONDS
        return Saying.WRONG if again else None

    def _was_nothing(self, trouble: Trouble, now: float) -> bool:
        """Return whether it is over, and nobody has to hear of it."""
        episode = self._episodes[trouble]
        small = episode.told_at is None and episode.lasted < LASTS_SECONDS[trouble]
        return small and self._away(episode, now)

    def _away(self, episode: _Episode, now: float) -> bool:
        return not episode.here and now - episode.seen_at >= AWAY_SECONDS
