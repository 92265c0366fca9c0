"""What the parts say of themselves: it outlives them, from before the database is open to the end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.clock import Clock
from bot.core.health.counts import Counts
from bot.core.health.pulse import Pulse
from bot.core.health.troubles import Troubles
from bot.core.mailings.mailings import Lane


@dataclass(frozen=True)
class Due:
    """What is due in a lane and not sent: how many messages, of how many in all; since when the oldest is due."""

    messages: int
    audience: int
    seconds: float


@dataclass
class Measures:
    """What was measured at the last look; None or nothing as long as there was none."""

    due: Mapping[Lane, Due] = field(default_factory=dict)
    backup_made: datetime | None = None
    """When the newest backup that was read back was written."""
    disk_free: int | None = None
    """Bytes, where the database lies."""
    clock_ahead: float | None = None
    """Seconds, against Telegram's."""


@dataclass(frozen=True)
class Vitals:
    """Everything there is to know."""

    pulse: Pulse
    troubles: Troubles
    counts: Counts = field(default_factory=Counts)
    measures: Measures = field(default_factory=Measures)


def vitals_by(clock: Clock) -> Vitals:
    """Return the vitals of a program that has just begun."""
    return Vitals(Pulse(clock), Troubles(clock))
