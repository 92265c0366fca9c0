"""Which messages of the bot this process has drawn for those who give orders: a tap on any other is no order (R15).

A tap has no date. But Telegram sends the tapped message with it, as it was then: when that is a drawing this process
made after the last silence, then the tap is younger than the silence, and not older than the drawing.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from bot.core.clock import Clock
from bot.core.telegram_time import TelegramTime
from bot.core.tickets.group import LawyersGroup

MOST_CARDS = 1_000
"""How many messages are remembered in all; a forgotten one is drawn anew at the first tap."""

TOLD_ONCE_SECONDS = 30.0
"""Several taps on one card that waited together come within so long: the first redraws it and says why."""

Card = tuple[int, int]
"""A chat and a message in it."""

Value = TypeVar("Value")


@dataclass
class DrawnCards:
    """Remembers the chats of admins and reviewers and the lawyers' group, in memory alone: a restart forgets all."""

    telegram_time: TelegramTime
    clock: Clock
    chats: frozenset[int]
    most: int = MOST_CARDS
    lawyers: LawyersGroup = field(default_factory=LawyersGroup)
    _drawn: OrderedDict[Card, tuple[float, datetime]] = field(default_factory=OrderedDict)
    _told: OrderedDict[Card, float] = field(default_factory=OrderedDict)

    def draw(self, chat: int, message: int, version: datetime) -> None:
        """Remember a drawing; ``version`` is the date Telegram gave it. The first one after a silence counts."""
        if chat not in self.chats and chat != self.lawyers.chat:
            return
        card = (chat, message)
        since, _ = self._drawn.get(card, (float("-inf"), version))
        if card not in self._drawn or since < self.telegram_time.listening_since:
            _put(self._drawn, card, (self.clock.monotonic(), version), self.most)

    def ordered(self, chat: int, message: int, version: datetime) -> bool:
        """Return whether a tap on this version of a message is an order."""
        drawn = self._drawn.get((chat, message))
        if drawn is None or drawn[0] < self.telegram_time.listening_since:
            return False
        return version >= drawn[1] and self.telegram_time.fresh(version)

    def redraw(self, chat: int, message: int) -> bool:
        """Return whether a card is to be drawn anew for a late tap: once for all taps that waited together."""
        card, at = (chat, message), self.clock.monotonic()
        told = self._told.get(card, float("-inf"))
        if at - told < TOLD_ONCE_SECONDS and told >= self.telegram_time.listening_since:
            return False
        _put(self._told, card, at, self.most)
        return True


def _put(kept: OrderedDict[Card, Value], card: Card, value: Value, most: int) -> None:
    kept[card] = value
    kept.move_to_end(card)
    if len(kept) > most:
        kept.popitem(last=False)
