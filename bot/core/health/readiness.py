"""Whether the bot lives and is ready, and why not: what /health, the heartbeat and the watchdog go by (O5)."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.health.pulse import Part
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Vitals

STANDS_STILL = {
    Part.INBOX: Trouble.POLLER,
    Part.SENDER: Trouble.SENDER,
    Part.SCHEDULER: Trouble.SCHEDULER,
}
"""What it is called when a part stands still."""

NAMED_ONLY = frozenset({Trouble.KEY, Trouble.BACKLOG, Trouble.CLOCK, Trouble.DISK, Trouble.BACKUP})
"""People are served all the same: somebody has to act, and a restart would change nothing."""


@dataclass(frozen=True)
class State:
    """``live``: a restart would not help. ``ready``: people are served. ``reasons``: everything that is wrong."""

    live: bool
    ready: bool
    reasons: tuple[Trouble, ...]


def state_of(vitals: Vitals) -> State:
    """Return the state of this moment, its reasons in the order of the closed list."""
    still = [STANDS_STILL[part] for part in vitals.pulse.stale()]
    wrong = {*still, *(each.trouble for each in vitals.troubles)}
    return State(not still, wrong <= NAMED_ONLY, in_order(wrong))


def in_order(troubles: Iterable[Trouble]) -> tuple[Trouble, ...]:
    """Return them in the order of the closed list."""
    return tuple(sorted(troubles, key=list(Trouble).index))


def works(vitals: Vitals) -> bool:
    """Return whether inbox, sender and ticks are at work, and nothing keeps people from being served."""
    return vitals.pulse.whole and state_of(vitals).ready
