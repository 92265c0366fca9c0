"""An album comes as a message a file, in any order and over seconds: its files are gathered before it is taken (A2).

Each file is stored as it comes, so that a restart loses none. The album is taken when nothing more has come for a
while, or when the admin sends something else. A file that comes later still is put where it belongs, and shown anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.clock import Clock
from bot.core.content import Content, TextProblem, check_content
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import FIXES, Composer, ComposeStep
from bot.core.mailings.conversations import Conversation
from bot.core.mailings.mailings import Mailings, MailingState
from bot.core.media import Media

QUIET = timedelta(seconds=3)
"""How long nothing more must have come. Moments are stored in whole seconds, so that it may be two."""

MAX_FILES = 20
"""Files of one album that are stored: more than Telegram's ten, so that too many are seen and told of."""


@dataclass(frozen=True)
class AlbumFile:
    """One file of an album: ``message`` is its number in the chat, by which the files are ordered."""

    mailing: int
    album: str
    message: int
    step: str
    media: Media


@dataclass(frozen=True)
class Gathered:
    """The files of an album so far, in the order of their messages; ``step`` is what the composer waited for."""

    mailing: int
    author: int
    album: str
    step: str
    media: tuple[Media, ...]

    @property
    def content(self) -> Content:
        """Return what is sent: an album, or the one file that came of it."""
        if len(self.media) > 1:
            return Content("", "[]", media=self.media)
        (file,) = self.media
        return Content(file.caption, file.entities or "[]", media=(replace(file, caption="", entities=None),))


class AlbumFiles(Protocol):
    """Where the files of albums wait. Every changing method is one transaction."""

    async def add(self, file: AlbumFile, now: datetime) -> None:
        """Store one; it belongs to the step of the album's first file. One that is there already changes nothing."""
        ...

    async def waiting(self, before: datetime, *, author: int | None = None) -> Sequence[Gathered]:
        """Return the albums of which nothing has come since ``before`` and a file is not taken yet; of one author."""
        ...

    async def taken(self, album: Gathered) -> None:
        """Write down that it was taken."""
        ...

    async def drop(self, album: Gathered) -> None:
        """Forget its files."""
        ...


@dataclass(frozen=True)
class Taken:
    """What became of an album: ``problem`` says why it was not taken; ``late``, that its draft is no draft any more."""

    album: Gathered
    problem: TextProblem | None = None
    late: bool = False


@dataclass(frozen=True)
class Gather:
    """Stores the files of albums and takes the albums into their drafts."""

    files: AlbumFiles
    composer: Composer
    mailings: Mailings
    clock: Clock

    async def add(self, conversation: Conversation, album: str, message: int, media: Media) -> None:
        """Store a file that came into a draft."""
        file = AlbumFile(conversation.object, album, message, conversation.step, media)
        await self.files.add(file, self.clock.now())

    async def before(self, author: int, album: str | None) -> None:
        """Take what the author has sent before something else: it is whole then, except the album itself."""
        for found in await self.files.waiting(self.clock.now() + QUIET, author=author):
            if found.album != album:
                await self.done(await self._take(found))

    async def __call__(self) -> Sequence[Taken]:
        """Take every album of which nothing more has come for a while; each is taken again until it is ``done``."""
        return [await self._take(found) for found in await self.files.waiting(self.clock.now() - QUIET)]

    async def done(self, taken: Taken) -> None:
        """Write down that the album was taken and answered; one that was not taken is forgotten."""
        if taken.problem is None and not taken.late:
            await self.files.taken(taken.album)
        else:
            await self.files.drop(taken.album)

    async def _take(self, found: Gathered) -> Taken:
        mailing = await self.mailings.get(found.mailing)
        if mailing is None or mailing.state is not MailingState.DRAFT:
            return Taken(found, late=True)
        problem = check_content(found.content)
        if problem is not None:
            return Taken(found, problem)
        if found.step == ComposeStep.ENGLISH:
            await self.composer.english(found.author, found.mailing, found.content)
        else:
            step = FIXES[Locale.RU] if found.step == ComposeStep.RUSSIAN else found.step
            await self.composer.correct(found.author, mailing, step, found.content)
        return Taken(found)
