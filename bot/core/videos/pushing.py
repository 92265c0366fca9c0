"""A video becomes a draft that an admin previews and confirms like every broadcast (S7, A3)."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.clock import Clock
from bot.core.mailings.conversations import DRAFT_LIFE
from bot.core.videos.videos import Video, Videos, VideoState, VideoText, video_ids


class NoPush(StrEnum):
    """Why there is nothing to push."""

    PUSHED = "pushed"
    SEMINAR = "seminar"


@dataclass(frozen=True)
class PrepareVideo:
    """Makes the draft; what has gone out already, or is a seminar's own link, makes none."""

    videos: Videos
    text: VideoText
    clock: Clock

    async def refusal(self, video: str) -> NoPush | None:
        """Return why a video is not to be pushed, or None."""
        known = await self.videos.get(video)
        if known is not None and known.state is VideoState.PUSHED:
            return NoPush.PUSHED
        return NoPush.SEMINAR if video in video_ids(await self.videos.seminar_links()) else None

    async def __call__(self, author: int, video: str) -> int:
        """Return the number of the author's new draft about a video."""
        known = await self.videos.get(video) or Video(video)
        return await self.videos.draft(author, known, self.text, self.clock.now() + DRAFT_LIFE)
