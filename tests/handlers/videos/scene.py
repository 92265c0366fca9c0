"""A town whose bot watches a channel that has a video already."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.chat import Town, town
from tests.clock import START
from tests.youtube.pretended import ADDRESS, PretendedFeed


@asynccontextmanager
async def channel(**settings: Any) -> AsyncIterator[tuple[Town, PretendedFeed]]:
    """Build the town, let the first poll set the mark, and let a quarter of an hour pass."""
    feed = PretendedFeed(lambda: START)
    feed.publish(1, "Старое видео")
    async with town(feed=feed, **{"youtube_feed_url": ADDRESS, **settings}) as t:
        feed.now = t.clock.now
        admin = t.admin()
        await admin.sends("/start")
        await t.tick()
        yield t, feed
