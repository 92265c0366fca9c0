"""What the inbox may write down: words of a closed list, numbers, names of exception types; nothing of people (R10)."""

import logging
from enum import StrEnum

_log = logging.getLogger("bot.inbox")


class Word(StrEnum):
    """Everything that can be said."""

    STARTED = "started"
    STOPPED = "stopped"
    INVALID = "invalid-update"
    FAILED = "handler-failed"
    PASSED_OVER = "update-passed-over"
    FLOOD = "flood"
    LATE = "handler-late"
    UNTOLD = "person-untold"
    UNREACHABLE = "telegram-unreachable"
    CONFLICT = "other-poller"
    TOLD_TO_WAIT = "told-to-wait"
    REJECTED = "token-rejected"
    WEBHOOK_REMOVED = "webhook-removed"
    OFFSET_FORGOTTEN = "offset-forgotten"
    UNCONFIRMED = "last-word-failed"


def note(word: Word, /, **numbers: float) -> None:
    """Write down something ordinary."""
    _log.info("%s%s", word, _told(numbers))


def warn(word: Word, error: BaseException | None = None, /, **numbers: float) -> None:
    """Write down something an operator should see; of the error only its type."""
    kind = f" {type(error).__name__}" if error else ""
    _log.warning("%s%s%s", word, kind, _told(numbers))


def _told(numbers: dict[str, float]) -> str:
    return "".join(f" {name}={value:g}" for name, value in numbers.items())
