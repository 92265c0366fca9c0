"""What GET /health says: a JSON object of words from closed lists and of numbers; nothing of anybody."""

from datetime import datetime
from typing import Any

from bot.core.clock import Clock
from bot.core.health.pulse import Part
from bot.core.health.readiness import state_of
from bot.core.health.vitals import Measures, Vitals


def health_of(vitals: Vitals, clock: Clock) -> dict[str, Any]:
    """Return the answer; numbers that are not known are left out."""
    state = state_of(vitals)
    found = {
        "live": state.live,
        "ready": state.ready,
        "reasons": [reason.value for reason in state.reasons],
        "ages": {part.value: round(vitals.pulse.age(part), 1) for part in Part},
        **_measured(vitals.measures, clock.now()),
    }
    return {name: value for name, value in found.items() if value is not None}


def _measured(measures: Measures, now: datetime) -> dict[str, Any]:
    due, made, ahead = measures.due.values(), measures.backup_made, measures.clock_ahead
    return {
        "backlog": sum(each.messages for each in due),
        "oldest_due_seconds": max((round(each.seconds) for each in due), default=0),
        "backup_age_seconds": None if made is None else round((now - made).total_seconds()),
        "clock_ahead_seconds": None if ahead is None else round(ahead, 1),
        "disk_free_bytes": measures.disk_free,
    }
