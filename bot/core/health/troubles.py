"""What is wrong at this moment, in words of a closed list: /health says them, and the admins are told of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.core.clock import Clock


class Trouble(StrEnum):
    """Everything that can be wrong, by the word /health says."""

    STARTING = "starting"
    """Not up yet, or waiting for Telegram at the start."""
    ENDING = "ending"
    """Told to stop."""
    STANDBY = "standby"
    """Another instance works; this one waits for its turn."""
    LOCKED = "locked"
    """The database's key is not there: readers are served, everything else waits."""
    TELEGRAM = "telegram"
    """Telegram does not answer."""
    POLLER = "poller"
    """No update was asked for in time."""
    CONFLICT = "conflict"
    """Somebody else asks for updates with this bot's token."""
    WEBHOOK = "webhook"
    """Telegram cannot deliver updates to the webhook."""
    SENDER = "sender"
    """The sender stands still."""
    SCHEDULER = "scheduler"
    """The ticks stand still."""
    DATABASE = "database"
    """The database's file was moved, or it cannot be written to."""
    KEY = "key"
    """The key's file is gone: the next start would be locked."""
    BACKLOG = "backlog"
    """What is due is not sent in its time."""
    CLOCK = "clock"
    """This machine's clock is more than a minute off."""
    DISK = "disk"
    """The disk is nearly full."""
    BACKUP = "backup"
    """Backups fail, or the newest is too old."""


@dataclass(frozen=True)
class Since:
    """A trouble, and for how many seconds it has lasted."""

    trouble: Trouble
    seconds: float


class Troubles:
    """The troubles of this moment. Whoever notices one says so, and says when it is over."""

    def __init__(self, clock: Clock) -> None:
        """Begin without any."""
        self._clock = clock
        self._since: dict[Trouble, float] = {}

    def note(self, trouble: Trouble, *, wrong: bool) -> None:
        """Say that something is wrong, or that it is right."""
        if wrong:
            self._since.setdefault(trouble, self._clock.monotonic())
        else:
            self._since.pop(trouble, None)

    def __contains__(self, trouble: Trouble) -> bool:
        """Return whether it is wrong now."""
        return trouble in self._since

    def __iter__(self) -> Iterator[Since]:
        """Yield what is wrong, the longest first."""
        now = self._clock.monotonic()
        for trouble, since in sorted(self._since.items(), key=lambda each: each[1]):
            yield Since(trouble, now - since)
