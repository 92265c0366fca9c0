"""What the handlers of a video share: why there is nothing to push, or a draft and its preview."""

from dataclasses import dataclass

from bot.core.videos.pushing import NoPush, PrepareVideo
from bot.core.videos.videos import Video
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.ui.screens import Screen, Words
from bot.handlers.videos.screens import offer_screen


@dataclass(frozen=True)
class VideoDesk:
    """Turns a video into a draft that is previewed and confirmed like every broadcast (A3)."""

    prepare: PrepareVideo
    broadcasts: BroadcastDesk

    async def refusal(self, video: str) -> NoPush | None:
        """Return why there is nothing to push, or None."""
        return await self.prepare.refusal(video)

    async def draft(self, admin: int, video: str) -> int:
        """Make the draft; return its number."""
        return await self.prepare(admin, video)

    async def offer(self, words: Words, video: str) -> Screen:
        """Return the question about a video, with the count of now."""
        known = await self.prepare.videos.get(video) or Video(video)
        return offer_screen(words, known, await self.prepare.videos.listeners())
