"""A channel's feed that does what a test says, and remembers when it was asked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.videos.feed import Trouble
from bot.core.videos.videos import FEED, FeedEntry

CHANNEL = "UC0123456789abcdefghijkl"
ADDRESS = FEED + CHANNEL
LISTED = 15
"""How many videos YouTube's feed names."""


def name(number: int) -> str:
    """Return a video's id that is easy to tell from others."""
    return f"video{number:06d}"


@dataclass
class PretendedFeed:
    """Answers with the newest videos, or with what is wrong."""

    now: Callable[[], datetime]
    entries: list[FeedEntry] = field(default_factory=list)
    trouble: Trouble | None = None
    asked: list[datetime] = field(default_factory=list)

    def publish(self, number: int, title: str = "", *, at: datetime | None = None, short: bool = False) -> str:
        """Put a video on the channel; return its id."""
        self.entries.append(FeedEntry(name(number), title or f"Видео {number}", at or self.now(), short))
        return name(number)

    async def __call__(self) -> tuple[FeedEntry, ...] | Trouble:
        """Answer once."""
        self.asked.append(self.now())
        newest = sorted(self.entries, key=lambda entry: entry.published, reverse=True)[:LISTED]
        return self.trouble or tuple(newest) or Trouble.EMPTY
