"""Recordings of seminars that are over, and the mailing that tells of one."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.clock import epoch
from bot.core.journal import Act, Action, hash_of
from bot.core.mailings.conversations import Conversation
from bot.core.mailings.mailings import Audience
from bot.core.seminars.recordings import Recording, Telling
from bot.core.seminars.seminars import Seminar
from bot.core.videos.videos import video_id
from bot.storage.db.database import Database, Tx
from bot.storage.journal import record
from bot.storage.mailings.broadcasts import write_draft
from bot.storage.mailings.conversations import end_conversation
from bot.storage.mailings.recordings import (
    NO_CARD_YET,
    ask_second,
    begin,
    count_listeners,
    mark_pushed,
    open_window,
    queue,
)
from bot.storage.seminars import SELECT, seminar_of

GET = "SELECT link, summary_ru, summary_en, told FROM recording WHERE seminar = ?"
ENDED = f"{SELECT} WHERE state = 'planned' AND start + minutes * 60 <= ? ORDER BY start DESC, id DESC LIMIT ?"
PUBLISHED = f"{SELECT} WHERE id IN (SELECT seminar FROM recording) ORDER BY start DESC, id DESC"  # noqa: S608 -- a constant
PUT = """
INSERT INTO recording (seminar, link, summary_ru, summary_en, told) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (seminar) DO UPDATE
SET link = excluded.link, summary_ru = excluded.summary_ru, summary_en = excluded.summary_en,
    told = CASE WHEN excluded.told = 1 THEN 1 ELSE recording.told END
"""


class RecordingRepository:
    """core.seminars.recordings.Recordings over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def get(self, seminar: int) -> Recording | None:
        """Return what is published of a seminar, or None."""
        row = await self._database.row(GET, (seminar,))
        return Recording(row[0], row[1], row[2], bool(row[3])) if row else None

    async def ended(self, now: datetime, limit: int) -> Sequence[Seminar]:
        """Return the planned seminars that are over, the last one first."""
        return [seminar_of(row) for row in await self._database.rows(ENDED, (epoch(now), limit))]

    async def published(self) -> Sequence[Seminar]:
        """Return the seminars with a recording, the last one first."""
        return [seminar_of(row) for row in await self._database.rows(PUBLISHED)]

    async def publish(
        self, seminar: Seminar, recording: Recording, draft: Conversation, now: datetime, telling: Telling | None
    ) -> bool:
        """Store a recording in place of the draft it was, with its mailing; False when that draft is gone."""
        kept = (seminar.id, recording.link, recording.russian, recording.english, int(recording.told))
        async with self._database.writing() as tx:
            if not await end_conversation(tx, draft):
                return False
            if telling is not None:
                video = video_id(recording.link or "")
                mailing = await begin(tx, draft.chat, None if telling.waits else video)  # it would find it pushed
                await write_draft(tx, mailing, telling.text(seminar, recording, mailing), Audience.RECORDINGS, 0)
                await _tell(tx, mailing, video, now, telling)
            await tx.execute(PUT, kept)
            await record(tx, epoch(now), Act(Action.RECORDING_PUBLISHED, str(seminar.id), content=hash_of(*kept)))
        return True

    async def listeners(self) -> int:
        """Return how many people want to hear of recordings now."""
        return await count_listeners(self._database)


async def _tell(tx: Tx, mailing: int, video: str | None, now: datetime, telling: Telling) -> None:
    if telling.undo is not None:
        await open_window(tx, mailing, now, telling.undo)
    elif telling.until is not None:
        await ask_second(tx, mailing, now, telling.until)
    else:
        await queue(tx, mailing, now, NO_CARD_YET)
    if telling.undo is None:  # the others hear of one with a window at its end
        await tx.execute("UPDATE mailing SET announced = 0 WHERE id = ?", (mailing,))
    if video is not None:
        await mark_pushed(tx, video, now)
