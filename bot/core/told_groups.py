"""Which groups have just been told that the bot answers in private only: once a while, not once a command (P16)."""

from collections import OrderedDict
from dataclasses import dataclass, field

from bot.core.clock import Clock

TOLD_FOR_SECONDS = 60.0
"""How long the sentence above is enough."""

MAX_GROUPS = 1_000
"""How many groups are remembered, in memory only; the one told longest ago is forgotten first."""


@dataclass
class ToldGroups:
    """Numbers of groups, each with the moment it was told."""

    clock: Clock
    size: int = MAX_GROUPS
    _told: OrderedDict[int, float] = field(default_factory=OrderedDict)

    def first(self, group: int) -> bool:
        """Return whether the group is to be told now, and remember that it is."""
        now = self.clock.monotonic()
        if now < self._told.get(group, now - TOLD_FOR_SECONDS) + TOLD_FOR_SECONDS:
            return False
        self._told[group] = now
        self._told.move_to_end(group)
        if len(self._told) > self.size:
            self._told.popitem(last=False)
        return True

    def __len__(self) -> int:
        """How many groups are remembered."""
        return len(self._told)
