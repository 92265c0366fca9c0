"""What the handlers of a recording share: the draft, exact copies of what people get, and the card below."""

from dataclasses import dataclass

from aiogram import Bot

from bot.core.mailings.conversations import Conversation
from bot.core.seminars.announcing import NOT_YET
from bot.core.seminars.recordings import PublishRecording, RecordingDraft, RecordingFault, draft_of, typed
from bot.handlers.seminars.admin_desk import SeminarDesk
from bot.handlers.seminars.preview_desk import send_copies
from bot.handlers.seminars.recording_screens import ask_part, recording_card, refused_recording
from bot.handlers.ui.screens import Screen, Words, send_to


@dataclass(frozen=True)
class RecordingDesk:
    """Asks for a recording part by part, and shows it exactly as it is delivered; ``number`` is a seminar's id."""

    bot: Bot
    publish: PublishRecording
    desk: SeminarDesk

    async def begin(self, admin: int, words: Words, number: int) -> Screen:
        """Begin, and return the first question; the seminar's card when it is not over."""
        draft = await self.publish.begin(admin, number)
        return ask_part(words, admin, draft) if draft else await self.desk.card(words, number)

    async def take(self, admin: int, words: Words, draft: RecordingDraft, text: str) -> Screen | None:
        """Take what is typed; return what must be asked next, None when the preview stands below."""
        if draft.awaited is None:
            return await self.card(words, admin, draft)
        found = typed(draft, text)
        if isinstance(found, RecordingFault):
            return ask_part(words, admin, draft, found)
        return await self.go_on(admin, words, found)

    async def go_on(self, admin: int, words: Words, draft: RecordingDraft) -> Screen | None:
        """Keep the draft; return the next question, None when the preview stands below."""
        await self.publish.keep(admin, draft)
        if draft.awaited is not None:
            return ask_part(words, admin, draft)
        await self._below(admin, words, draft)
        return None

    async def card(self, words: Words, admin: int, draft: RecordingDraft, before: int | None = None) -> Screen:
        """Return what the draft waits for: a part, or its confirmation with the count of now."""
        if draft.awaited is not None:
            return ask_part(words, admin, draft)
        return recording_card(words, admin, draft, await self.publish.recordings.listeners(), before)

    async def waiting(self, words: Words, conversation: Conversation) -> Screen:
        """Return what the conversation waits for."""
        return await self.card(words, conversation.chat, draft_of(conversation))

    async def _below(self, admin: int, words: Words, draft: RecordingDraft) -> None:
        seminar = await self.desk.seminars.get(draft.seminar)
        if seminar is None:
            return
        contents = self.publish.text(seminar, draft.recording, NOT_YET)
        refused = await send_copies(self.bot, admin, words, contents)
        screen = refused_recording(words, admin, draft, *refused) if refused else await self.card(words, admin, draft)
        await send_to(self.bot, admin, screen)
