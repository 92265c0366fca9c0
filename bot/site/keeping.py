"""Keeps the site as the bot is: looked at by a tick, written when something or the day has changed."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.faq.topics import Tree
from bot.core.seminars.recordings import Recording
from bot.core.seminars.seminars import Seminar
from bot.site.build import site_files
from bot.site.records import About, Records
from bot.site.writing import write_site
from bot.texts import Texts


class ShownSeminars(Protocol):
    """Seminars, as the site shows them."""

    async def not_over(self, now: datetime) -> Sequence[Seminar]:
        """Return those that have not ended, the cancelled ones too, soonest first."""
        ...


class ShownRecordings(Protocol):
    """Recordings, as the site shows them."""

    async def published(self) -> Sequence[Seminar]:
        """Return the seminars with a recording, the last one first."""
        ...

    async def get(self, seminar: int) -> Recording | None:
        """Return what is published of a seminar, or None."""
        ...


@dataclass(frozen=True)
class Shown:
    """Reads what the site shows at this moment."""

    texts: Texts
    about: About
    tree: Callable[[], Tree]
    seminars: ShownSeminars
    recordings: ShownRecordings
    clock: Clock

    async def __call__(self) -> Records:
        """Return the records of this moment."""
        found = [(each, await self.recordings.get(each.id)) for each in await self.recordings.published()]
        past = [(seminar, recording) for seminar, recording in found if recording is not None]
        coming = await self.seminars.not_over(self.clock.now())
        return Records(self.texts, self.tree(), self.about, tuple(coming), tuple(past))


@dataclass
class KeepSite:
    """Run by a tick. The pages are made and written beside the loop, which must not wait for a disk."""

    shown: Shown
    folder: Path | None
    _written: Records | None = None

    async def __call__(self) -> None:
        """Write the site if it is another one now; raises NotASite, OSError, and tries again then."""
        if self.folder is None:
            return
        records = await self.shown()
        if self._written is not None and _same(records, self._written):
            return
        files = await asyncio.to_thread(site_files, records)
        if await asyncio.to_thread(write_site, self.folder, files):
            event(Event.SITE_WRITTEN, count=len(files))
        self._written = records


def _same(one: Records, other: Records) -> bool:
    """Return whether two sites say the same; a tree is made anew whenever a word of it or the day changes."""
    return one.tree is other.tree and (one.seminars, one.past) == (other.seminars, other.past)
