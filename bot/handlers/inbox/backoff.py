"""How long to wait when Telegram does not answer as it should, and what ends the waiting for good."""

import secrets
from collections.abc import Callable

from aiogram.exceptions import TelegramConflictError, TelegramRetryAfter, TelegramUnauthorizedError

from bot.core.events import Event, event
from bot.core.retry_after import bounded

FIRST, LONGEST = 0.5, 60.0
FIRST_CONFLICT, LONGEST_CONFLICT = 1.0, 30.0
AND_A_BIT = 1.0
JITTER = 0.25
_WEBHOOK = "webhook is active"


class TokenRejected(Exception):
    """Telegram does not know this token (401): waiting will not help."""


def webhook_left_over(error: Exception) -> bool:
    """Return whether Telegram refuses because a webhook of an earlier set-up is still there."""
    return isinstance(error, TelegramConflictError) and _WEBHOOK in error.message


class Backoff:
    """Doubling waits in seconds, one row for conflicts and one for everything else; a success starts both anew."""

    def __init__(self, chance: Callable[[], float] | None = None) -> None:
        """``chance`` gives numbers from 0 to 1 that keep many bots from asking in step."""
        self._chance = chance or secrets.SystemRandom().random
        self.reset()

    def reset(self) -> None:
        """Telegram answered."""
        self._next = FIRST
        self._next_conflict = FIRST_CONFLICT

    def after(self, error: Exception) -> float:
        """Return how long to wait after this failure; TokenRejected when waiting is pointless."""
        if isinstance(error, TelegramUnauthorizedError):
            event(Event.TOKEN_REJECTED)
            raise TokenRejected from None
        if isinstance(error, TelegramRetryAfter):
            return self._told(bounded(error.retry_after))
        if isinstance(error, TelegramConflictError):
            return self._conflict()
        return self._unreachable(error)

    def _told(self, seconds: float) -> float:
        event(Event.TOLD_TO_WAIT, seconds=seconds)
        return seconds + AND_A_BIT

    def _conflict(self) -> float:
        seconds, self._next_conflict = self._next_conflict, min(self._next_conflict * 2, LONGEST_CONFLICT)
        event(Event.OTHER_POLLER, seconds=seconds)
        return seconds

    def _unreachable(self, error: Exception) -> float:
        seconds = self._next * (1 - JITTER * self._chance())
        self._next = min(self._next * 2, LONGEST)
        event(Event.TELEGRAM_UNREACHABLE, kind=error, seconds=seconds)
        return seconds
