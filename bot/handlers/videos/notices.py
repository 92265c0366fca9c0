"""Tells the admins of new videos, and of a feed that has failed for a day (S7)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.clock import Clock
from bot.core.videos.videos import FeedState, Video, Videos, VideoState
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.ui.screens import Screen, Words
from bot.handlers.videos.screens import offer_screen, pushed_screen

FIRST_TOLD_AFTER = timedelta(hours=24)
AGAIN_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class VideoNotices:
    """Run by a tick: each video once; of the feed one line after a day, one a week while it lasts, one at its end."""

    notices: AdminNotices
    videos: Videos
    address: str
    clock: Clock
    doubted: Callable[[], Awaitable[bool]]
    """Whether the clock may have jumped: then no span of time is told (R15)."""

    async def __call__(self) -> None:
        """Tell what is new."""
        for video in await self.videos.untold():
            if await self._show(video):
                await self.videos.tell(video.id)
        if self.address and not await self.doubted():
            await self._tell_of_feed(await self.videos.feed(self.address), self.clock.now())

    async def _show(self, video: Video) -> bool:
        listeners = await self.videos.listeners()

        def screen(words: Words) -> Screen:
            pushed = video.state is VideoState.PUSHED
            return pushed_screen(words, video) if pushed else offer_screen(words, video, listeners)

        return await self.notices.show(screen)

    async def _tell_of_feed(self, state: FeedState, now: datetime) -> None:
        if state.failing is None:
            if state.told is not None and await self.notices.tell("videos-feed-back"):
                await self.videos.told(self.address, None)
        elif now - state.failing >= FIRST_TOLD_AFTER and (state.told is None or now - state.told >= AGAIN_AFTER):
            days = (now - state.failing).days
            if await self.notices.tell("videos-feed-failing", days=days):
                await self.videos.told(self.address, now)
