"""Albums in the composer: each file is stored as it comes, and the album is answered once it is whole (A2)."""

from dataclasses import dataclass
from typing import Any

from aiogram.exceptions import TelegramForbiddenError
from aiogram.filters import BaseFilter
from aiogram.types import Message

from bot.core.events import Event, event
from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.conversations import Conversation, Conversations
from bot.core.mailings.gathering import Gather, Taken
from bot.core.media import Media
from bot.core.updates import current
from bot.handlers.admin.access import Admins
from bot.handlers.admin.notices import AdminNotices
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.screens import album_late_screen, problem_screen, step_screen
from bot.handlers.contents.content import album_file
from bot.handlers.ui.screens import Words, send_to


class AlbumsBefore(BaseFilter):
    """Takes the albums that an admin has sent before this message: they are whole then. Lets every message through."""

    async def __call__(self, message: Message, admins: Admins, gather: Gather) -> bool:
        """Take them; nothing is answered yet. It is no effect of this update, which may have one of its own."""
        if not admins.wrote(message):
            return True
        token = current.set(None)
        try:
            await gather.before(message.chat.id, message.media_group_id)
        finally:
            current.reset(token)
        return True


class FileOfAlbum(BaseFilter):
    """A file that came in an album; handlers get it as ``file``."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Return whether it is one."""
        file = album_file(message) if message.media_group_id else None
        return {"file": file} if file is not None else False


async def take_file(message: Message, file: Media, conversation: Conversation, gather: Gather) -> None:
    """Store one file of an album; the answer comes once for all of them."""
    await gather.add(conversation, message.media_group_id or "", message.message_id, file)


@dataclass(frozen=True)
class AlbumAnswers:
    """Run by a tick: takes albums that are whole, answers each in its admin's chat, and sends their previews."""

    gather: Gather
    broadcast_desk: BroadcastDesk
    notices: AdminNotices
    conversations: Conversations

    async def __call__(self) -> None:
        """Do it; an answer that does not get through is given again by the next tick."""
        for taken in await self.gather():
            try:
                await self._answer(taken)
            except TelegramForbiddenError:
                event(Event.CARD_HAS_NO_READER)
            await self.gather.done(taken)
        await self.broadcast_desk.send_later()

    async def _answer(self, taken: Taken) -> None:
        author, number = taken.album.author, taken.album.mailing
        bot, words = self.broadcast_desk.bot, await self._words(author)
        found = await self.conversations.get(author, self.gather.clock.now())
        if taken.late:
            await send_to(bot, author, album_late_screen(words))
        elif taken.problem is not None:
            await send_to(bot, author, problem_screen(words, taken.problem, number))
        elif found is not None and found.object == number and found.step == ComposeStep.ENGLISH:
            await send_to(bot, author, step_screen(words, ComposeStep.ENGLISH, number))
        else:
            await self.broadcast_desk.preview_below(author, words, number)

    async def _words(self, admin: int) -> Words:
        return Words(self.notices.texts, await self.notices.languages.of(admin, None, None))
