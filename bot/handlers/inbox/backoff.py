"""How long to wait after a failed poll, and which failure ends the program."""

import secrets
from collections.abc import Callable

from aiogram.exceptions import TelegramConflictError, TelegramRetryAfter, TelegramUnauthorizedError

from bot.core.events import Event, event
from bot.core.retry_after import bounded

FIRST_WAIT_SECONDS, MAX_WAIT_SECONDS = 0.5, 60.0
FIRST_CONFLICT_WAIT_SECONDS, MAX_CONFLICT_WAIT_SECONDS = 1.0, 30.0
EXTRA_WAIT_SECONDS = 1.0
JITTER_SHARE = 0.25
_WEBHOOK_PHRASE = "webhook is active"


class TokenRejected(Exception):
    """Telegram does not know this token (401)."""


def webhook_left_over(error: Exception) -> bool:
    """Return whether Telegram refuses because a webhook of an earlier set-up is still there."""
    return isinstance(error, TelegramConflictError) and _WEBHOOK_PHRASE in error.message


class Backoff:
    """Doubling waits in seconds, separately for conflicts and for other failures; a success resets both."""

    def __init__(self, chance: Callable[[], float] | None = None) -> None:
        """``chance`` gives numbers from 0 to 1 so that many bots do not poll at the same moment."""
        self._chance = chance or secrets.SystemRandom().random
        self.reset()

    def reset(self) -> None:
        """Telegram answered."""
        self._next = FIRST_WAIT_SECONDS
        self._next_conflict = FIRST_CONFLICT_WAIT_SECONDS

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
        return seconds + EXTRA_WAIT_SECONDS

    def _conflict(self) -> float:
        seconds, self._next_conflict = self._next_conflict, min(self._next_conflict * 2, MAX_CONFLICT_WAIT_SECONDS)
        event(Event.OTHER_POLLER, seconds=seconds)
        return seconds

    def _unreachable(self, error: Exception) -> float:
        seconds = self._next * (1 - JITTER_SHARE * self._chance())
        self._next = min(self._next * 2, MAX_WAIT_SECONDS)
        event(Event.TELEGRAM_UNREACHABLE, kind=error, seconds=seconds)
        return seconds
