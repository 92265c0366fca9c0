"""Files of albums that are coming into a draft, in a row each."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.clock import epoch
from bot.core.mailings.gathering import MAX_FILES, AlbumFile, Gathered
from bot.core.media import Media, media_json, read_media
from bot.storage.db.database import Database
from bot.storage.people.people import number_of

ADD = """
INSERT INTO album_item (mailing, album, message, step, media, arrived)
SELECT ?1, ?2, ?3, coalesce((SELECT step FROM album_item WHERE mailing = ?1 AND album = ?2 LIMIT 1), ?4), ?5, ?6
WHERE (SELECT count(*) FROM album_item WHERE mailing = ?1 AND album = ?2) < ?7
ON CONFLICT DO NOTHING
"""
WAITING = """
SELECT a.mailing, p.chat, a.album, a.step FROM album_item a
JOIN mailing m ON m.id = a.mailing JOIN person p ON p.number = m.author
WHERE m.author = coalesce(?2, m.author)
GROUP BY a.mailing, p.chat, a.album, a.step HAVING min(a.taken) = 0 AND max(a.arrived) <= ?1 ORDER BY min(a.message)
"""
FILES = "SELECT media FROM album_item WHERE mailing = ? AND album = ? ORDER BY message"
TAKEN = "UPDATE album_item SET taken = 1 WHERE mailing = ? AND album = ?"
DROP = "DELETE FROM album_item WHERE mailing = ? AND album = ?"


class AlbumRepository:
    """core.mailings.gathering.AlbumFiles over SQL."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    async def add(self, file: AlbumFile, now: datetime) -> None:
        """Store one; it belongs to the step of the album's first file."""
        key = (file.mailing, file.album, file.message)
        async with self._database.writing() as tx:
            await tx.execute(ADD, (*key, file.step, media_json((file.media,)), epoch(now), MAX_FILES))

    async def waiting(self, before: datetime, *, author: int | None = None) -> Sequence[Gathered]:
        """Return the albums of which nothing has come since ``before`` and a file is not taken yet; of one author."""
        person = await number_of(self._database, author) if author is not None else None
        if author is not None and person is None:
            return ()
        found = await self._database.rows(WAITING, (epoch(before), person))
        return [
            Gathered(mailing, chat, album, step, await self._files(mailing, album))
            for mailing, chat, album, step in found
        ]

    async def taken(self, album: Gathered) -> None:
        """Write down that it was taken."""
        async with self._database.writing() as tx:
            await tx.execute(TAKEN, (album.mailing, album.album))

    async def drop(self, album: Gathered) -> None:
        """Forget its files."""
        async with self._database.writing() as tx:
            await tx.execute(DROP, (album.mailing, album.album))

    async def _files(self, mailing: int, album: str) -> tuple[Media, ...]:
        found = await self._database.rows(FILES, (mailing, album))
        return tuple(file for (stored,) in found for file in read_media(stored))
