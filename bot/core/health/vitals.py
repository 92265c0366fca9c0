"""The pulse and the troubles together: they outlive the parts, from before the database is open to the end."""

from dataclasses import dataclass

from bot.core.clock import Clock
from bot.core.health.pulse import Pulse
from bot.core.health.troubles import Troubles


@dataclass(frozen=True)
class Vitals:
    """What the parts say of themselves."""

    pulse: Pulse
    troubles: Troubles


def vitals_by(clock: Clock) -> Vitals:
    """Return the vitals of a program that has just begun."""
    return Vitals(Pulse(clock), Troubles(clock))
