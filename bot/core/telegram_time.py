"""Telegram's time, as its own answers show it, and the silences in which nothing was heard of it (R15).

The age of an order is measured by this time, because the clock of this machine may be off by minutes or days. A Date
header, or the date of a message, was written before it came: so each of them says what time it is in Telegram at least.
The latest one wins, and the monotonic counter carries it on.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Protocol, runtime_checkable

from bot.core.clock import Clock

FRESH = timedelta(minutes=5)
"""How old an order may be."""

SILENCE_SECONDS = 60.0
"""After so long without an answer to getUpdates, or with a webhook Telegram could not reach, a tap may have waited."""

TOLERATED_SKEW_SECONDS = 60.0
"""A clock of this machine that is off by more is told of."""

WINDOW_SECONDS = 1800.0
"""How long a shown time counts while new ones come: counters drift, and a wrong header must not count for ever."""

BELIEVED = timedelta(days=1)
"""How far the date of a message may be ahead of all that is known; Telegram sends no date of the future."""

NEVER = float("-inf")


@runtime_checkable
class TellsDates(Protocol):
    """A session that tells the Date header of each answer as it comes."""

    on_date: Callable[[datetime], None]


class TelegramTime:
    """What the answers of Telegram say about the time; a few numbers, nothing a person."""

    def __init__(self, clock: Clock) -> None:
        """Take this machine's clock: it counts between two answers, and it is all there is before the first one."""
        self._clock = clock
        self._ahead = self._ahead_before = NEVER
        self._window_began = NEVER
        self._dated = False
        self._heard_at = NEVER
        self._heard_date = NEVER
        self._listening_since = NEVER

    def heard(self, date: datetime) -> None:
        """Take the Date header of an answer."""
        self._dated = True
        self._take(date)

    def shown(self, date: datetime) -> None:
        """Take the date of a message, unless no clock here or there can be so far behind."""
        if date - max(self.now(), self._clock.now()) <= BELIEVED:
            self._take(date)

    def _take(self, date: datetime) -> None:
        at = self._clock.monotonic()
        ahead = date.timestamp() - at
        if at - self._window_began > WINDOW_SECONDS:
            self._ahead_before, self._ahead, self._window_began = self._ahead, ahead, at
        else:
            self._ahead = max(self._ahead, ahead)

    def now(self) -> datetime:
        """Return the time in Telegram; without any Date header this machine's, if no message is newer."""
        return datetime.fromtimestamp(self._seconds(), UTC)

    def fresh(self, moment: datetime) -> bool:
        """Return whether what happened in Telegram at this moment is young enough to be an order."""
        return self.now() - moment <= FRESH

    def skew(self) -> float | None:
        """Return by how many seconds this machine's clock is ahead of Telegram's; None while no header has told."""
        return self._clock.now().timestamp() - self._seconds() if self._dated else None

    def asks(self) -> None:
        """Say that updates are wanted: before the first time there is no silence."""
        if self._heard_at == NEVER:
            self._heard_at, self._heard_date = self._clock.monotonic(), self._seconds()

    def listened(self) -> None:
        """Say that Telegram has answered getUpdates, or that updates arrive at the webhook.

        A machine that slept does not notice it on its own counter: so the time in Telegram is compared too.
        """
        at, date = self._clock.monotonic(), self._seconds()
        if max(at - self._heard_at, date - self._heard_date) > SILENCE_SECONDS:
            self._listening_since = at
        self._heard_at, self._heard_date = at, date

    @property
    def listening_since(self) -> float:
        """The end of the last silence in monotonic seconds."""
        return self._listening_since

    def _seconds(self) -> float:
        at = self._clock.monotonic()
        told = at + max(self._ahead, self._ahead_before)
        return told if self._dated else max(told, self._clock.now().timestamp())


def parse_date_header(header: str) -> datetime | None:
    """Return the moment a Date header tells, None for anything else."""
    try:
        date = parsedate_to_datetime(header)
        return date.replace(tzinfo=date.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
