"""Asking the channel's feed, seldom and for as long as it fails (S7).

The feed fails for days. Then nothing changes: what is known stays known, and the next list that can be read goes on
from there. When it was asked is written down before it is asked, so that a program that is restarted again and again
asks no more often.
"""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.mailings.outbox import Wake
from bot.core.videos.videos import FeedEntry, FeedState, Push, Videos, VideoState, VideoText, video_ids

ASK_EVERY = timedelta(minutes=15)
"""The feed is never asked more often."""

ASK_AT_LEAST_EVERY = timedelta(hours=2)
"""The longest wait after failures."""


class Trouble(StrEnum):
    """Why a feed could not be read."""

    STATUS = "status"
    NETWORK = "network"
    SILENCE = "silence"
    LARGE = "large"
    MARKUP = "markup"
    EMPTY = "empty"


ReadFeed = Callable[[], Awaitable[tuple[FeedEntry, ...] | Trouble]]
"""Asks the feed once, bounded in size and time; a list is never empty."""


def wait_after(failures: int) -> timedelta:
    """Return how long to wait after so many failures in a row: 15 minutes, doubled up to two hours."""
    return min(ASK_EVERY * (1 << min(failures, 10)), ASK_AT_LEAST_EVERY)


def rest(state: FeedState, now: datetime) -> timedelta:
    """Return how long to wait when the program starts; a clock that was set back makes it no longer than usual."""
    whole = wait_after(state.failures)
    if state.asked is None:
        return timedelta(0)
    return min(max(state.asked + whole - now, timedelta(0)), whole)


@dataclass(frozen=True)
class Channel:
    """What is watched; without an address nothing is.

    ``shorts`` count as videos; ``autopush``: new videos go out by themselves, in the name of ``admin``.
    """

    address: str = ""
    shorts: bool = False
    autopush: bool = False
    admin: int | None = None


@dataclass
class WatchFeed:
    """Run by a tick: asks when it is time, and keeps what is new."""

    channel: Channel
    read: ReadFeed
    videos: Videos
    text: VideoText
    clock: Clock
    wake: Wake
    _due: float | None = field(default=None, init=False)
    """Monotonic seconds of the next time, None before the first look."""

    async def __call__(self) -> None:
        """Ask if it is time."""
        if not self.channel.address:
            return
        state = await self.videos.feed(self.channel.address)
        if self._due is None:
            self._put_off(rest(state, self.clock.now()))
        if self._due is None or self.clock.monotonic() < self._due:
            return
        await self.videos.asked(self.channel.address, self.clock.now())
        self._put_off(wait_after(0))
        found = await self.read()
        if isinstance(found, Trouble):
            failures = await self.videos.failed(self.channel.address, self.clock.now())
            event(Event.FEED_UNREAD, reason=found, failures=failures)
            self._put_off(wait_after(failures))
        else:
            await self._take(state, found)

    async def _take(self, state: FeedState, found: Sequence[FeedEntry]) -> None:
        mark = state.mark or min(entry.published for entry in found)
        taken = video_ids(await self.videos.seminar_links())
        fates = [(entry, self._fate(entry, state.mark, taken)) for entry in oldest_first(found)]
        push = Push(self.text, self.channel.admin)
        new = await self.videos.take(self.channel.address, mark, fates, push)
        if new:
            event(Event.VIDEOS_FOUND, count=new)
            self.wake()

    def _fate(self, entry: FeedEntry, mark: datetime | None, taken: Collection[str]) -> VideoState:
        """Return what becomes of a video that is not known yet.

        The list is short: once a video is deleted, an older one comes back at its end. Only the mark tells that one
        from a new one.
        """
        if mark is None or entry.published < mark or entry.id in taken:
            return VideoState.KNOWN
        if entry.short and not self.channel.shorts:
            return VideoState.KNOWN
        return VideoState.PUSHED if self.channel.autopush else VideoState.OFFERED

    def _put_off(self, wait: timedelta) -> None:
        self._due = self.clock.monotonic() + wait.total_seconds()


def oldest_first(entries: Sequence[FeedEntry]) -> list[FeedEntry]:
    """Return the entries in the order they were published in."""
    return sorted(entries, key=lambda entry: entry.published)
