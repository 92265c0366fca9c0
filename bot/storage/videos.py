"""The channel's videos, how it stands with its feed, and the mailing that tells of a video."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.core.clock import Clock, epoch, from_epoch
from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.conversations import Conversation, Flow
from bot.core.mailings.mailings import Audience
from bot.core.videos.videos import FeedEntry, FeedState, Push, Video, VideoState, VideoText
from bot.storage.db.database import Database, Tx
from bot.storage.mailings.broadcasts import write_draft
from bot.storage.mailings.conversations import drop_draft, put_draft
from bot.storage.mailings.recordings import NO_CARD_YET, begin, count_listeners, queue

FEED = "SELECT mark, asked, failures, failing, told FROM feed WHERE address = ?"
ASKED = "INSERT INTO feed (address, asked) VALUES (?1, ?2) ON CONFLICT (address) DO UPDATE SET asked = ?2"
FAILED = "UPDATE feed SET failures = failures + 1, failing = coalesce(failing, ?) WHERE address = ?"
READ = "UPDATE feed SET failures = 0, failing = NULL, mark = coalesce(mark, ?) WHERE address = ?"
KEEP = "INSERT INTO video (id, title, state, told, published) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
LINKS = """
SELECT link FROM seminar WHERE link IS NOT NULL UNION SELECT link FROM recording WHERE link IS NOT NULL
"""
UNTOLD = "SELECT id, title, state FROM video WHERE told = 0 ORDER BY published, id"


class VideoRepository:
    """core.videos.videos.Videos over SQL."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Keep the database."""
        self._database = database
        self._clock = clock

    async def feed(self, address: str) -> FeedState:
        """Return how it stands with the channel's feed."""
        row = await self._database.row(FEED, (address,))
        if row is None:
            return FeedState()
        mark, asked, failures, failing, told = row
        return FeedState(_moment(mark), _moment(asked), failures, _moment(failing), _moment(told))

    async def asked(self, address: str, now: datetime) -> None:
        """Write down that the feed is being asked."""
        async with self._database.writing() as tx:
            await tx.execute(ASKED, (address, epoch(now)))

    async def failed(self, address: str, now: datetime) -> int:
        """Write down that it could not be read; return how often in a row."""
        async with self._database.writing() as tx:
            await tx.execute(FAILED, (epoch(now), address))
        return (await self.feed(address)).failures

    async def told(self, address: str, now: datetime | None) -> None:
        """Write down when the admins heard that it fails, None that it is back."""
        async with self._database.writing() as tx:
            at = epoch(now) if now is not None else None
            await tx.execute("UPDATE feed SET told = ? WHERE address = ?", (at, address))

    async def take(
        self, address: str, mark: datetime, entries: Sequence[tuple[FeedEntry, VideoState]], push: Push
    ) -> int:
        """Keep the videos not known yet, end the failures, set the mark; push in the same transaction."""
        new = 0
        async with self._database.writing() as tx:
            await tx.execute(READ, (epoch(mark), address))
            for entry, state in entries:
                told = int(state is VideoState.KNOWN)
                kept = await tx.execute(KEEP, (entry.id, entry.title, state.value, told, epoch(entry.published)))
                if kept and state is VideoState.PUSHED:
                    await self._push(tx, Video(entry.id, entry.title), push)
                new += bool(kept and not told)
        return new

    async def get(self, video: str) -> Video | None:
        """Return one that is known, or None."""
        row = await self._database.row("SELECT id, title, state FROM video WHERE id = ?", (video,))
        return Video(row[0], row[1], VideoState(row[2])) if row else None

    async def untold(self) -> Sequence[Video]:
        """Return the videos the admins have not heard of, oldest first."""
        return [Video(number, title, VideoState(state)) for number, title, state in await self._database.rows(UNTOLD)]

    async def tell(self, video: str) -> None:
        """Write down that the admins have heard of it."""
        async with self._database.writing() as tx:
            await tx.execute("UPDATE video SET told = 1 WHERE id = ?", (video,))

    async def draft(self, author: int, video: Video, text: VideoText, expires: datetime) -> int:
        """Begin a complete draft about a video in place of the author's conversation; return its number."""
        listeners = await self.listeners()
        async with self._database.writing() as tx:
            await drop_draft(tx, author)
            mailing = await _begin(tx, video, text, author, listeners)
            await put_draft(tx, Conversation(author, Flow.BROADCAST, ComposeStep.PREVIEW, mailing), expires)
        return mailing

    async def listeners(self) -> int:
        """Return how many people want to hear of videos now."""
        return await count_listeners(self._database)

    async def seminar_links(self) -> Collection[str]:
        """Return the links of all seminars and recordings, also of those that are over or were cancelled."""
        return [link for (link,) in await self._database.rows(LINKS)]

    async def _push(self, tx: Tx, video: Video, push: Push) -> None:
        mailing = await _begin(tx, video, push.text, push.admin, 0)
        await queue(tx, mailing, self._clock.now(), NO_CARD_YET if push.admin is not None else None)


async def _begin(tx: Tx, video: Video, text: VideoText, author: int | None, listeners: int) -> int:
    mailing = await begin(tx, author, video.id)
    await write_draft(tx, mailing, text(video, mailing), Audience.RECORDINGS, listeners)
    return mailing


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else from_epoch(seconds)
