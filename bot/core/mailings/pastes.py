"""Tells the rest of a paste from an answer: Telegram's apps cut what is longer than a message into several (B03)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.content import MESSAGE_UNITS

NEARLY_FULL_UNITS = 3_000
"""An app cuts at a blank or a paragraph, so that a piece may be a good deal shorter than a message."""

TOGETHER = timedelta(seconds=3)
"""Pieces are sent at once; a person needs longer to paste the next text."""


@dataclass
class Pastes:
    """When each admin last sent a piece that may go on; in memory, a moment for each listed admin."""

    _pieces: dict[int, datetime] = field(default_factory=dict)

    def goes_on(self, admin: int, sent: datetime, units: int) -> bool:
        """Return whether a text of so many UTF-16 units, by Telegram's time of it, is the rest of the one before."""
        before = self._pieces.pop(admin, None)
        rest = before is not None and timedelta(0) <= sent - before <= TOGETHER
        if rest or NEARLY_FULL_UNITS <= units <= MESSAGE_UNITS:
            self._pieces[admin] = sent
        return rest
