"""How often one chat may ask and correct, so that nobody fills the lawyers' group alone (R16). Memory only (R13)."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field

from bot.core.clock import Clock

NEW_A_DAY = 10
"""New questions of one chat within a day, closed ones too."""

EDITS_AN_HOUR = 20
"""Edits of one chat that are passed on within an hour; each costs a message's place in the group's pace."""

DAY_SECONDS, HOUR_SECONDS = 86_400.0, 3_600.0

REMEMBERED_CHATS = 5_000


@dataclass
class Often:
    """Counts what a chat did lately, up to ``most`` times in so many seconds."""

    clock: Clock
    most: int
    seconds: float
    _moments: OrderedDict[int, deque[float]] = field(default_factory=OrderedDict)

    def spent(self, chat: int) -> bool:
        """Return whether the chat has done it as often as it may."""
        moments = self._moments.get(chat, deque())
        return len(moments) == self.most and self.clock.monotonic() - moments[0] < self.seconds

    def count(self, chat: int) -> None:
        """Count one more; of too many chats the one that did nothing for the longest is forgotten."""
        moments = self._moments.pop(chat, None) or deque(maxlen=self.most)
        moments.append(self.clock.monotonic())
        self._moments[chat] = moments
        if len(self._moments) > REMEMBERED_CHATS:
            self._moments.popitem(last=False)


@dataclass(frozen=True)
class AskLimits:
    """What one chat may do."""

    new: Often
    edits: Often


def ask_limits(clock: Clock) -> AskLimits:
    """Return them, with nothing counted yet."""
    return AskLimits(Often(clock, NEW_A_DAY, DAY_SECONDS), Often(clock, EDITS_AN_HOUR, HOUR_SECONDS))
