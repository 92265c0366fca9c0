"""What an admin sends beside an open draft, or after its hour: each gets a sentence, none is searched (A2, R15)."""

from dataclasses import dataclass

from aiogram import F, Router
from aiogram.types import Message

from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.conversations import Conversation, Conversations, Flow
from bot.core.pagination import GAP
from bot.handlers.admin.access import FromAdminTooLate
from bot.handlers.admin.conversation import AfterConversation, BesideConversation, HasConversation
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.schedule_desk import ScheduleDesk
from bot.handlers.seminar_editing.desk import SeminarEdits
from bot.handlers.seminar_wizard.desk import SeminarWizard
from bot.handlers.seminars.change_desk import SeminarChanges
from bot.handlers.seminars.preview_desk import SeminarPreviews
from bot.handlers.seminars.recording_desk import RecordingDesk
from bot.handlers.ui.menu import menu_below
from bot.handlers.ui.screens import Screen, Words, send
from bot.handlers.unsupported import OncePerAlbum


def router() -> Router:
    """Return the routes; they stand behind those of the drafts themselves."""
    made = Router(name="drafts")
    made.message.register(too_late, F.text, ~F.text.startswith("/"), FromAdminTooLate(), HasConversation())
    made.message.register(too_late, ~F.text, FromAdminTooLate(), HasConversation(), OncePerAlbum())
    made.message.register(refuse_forwarded, BesideConversation(), OncePerAlbum())
    made.edited_message.register(refuse_edit, BesideConversation(), OncePerAlbum())
    made.message.register(tell_expired, AfterConversation())
    return made


@dataclass(frozen=True)
class OpenDrafts:
    """Draws what an admin's open draft waits for, whatever it is a draft of."""

    broadcast_desk: BroadcastDesk
    seminar_previews: SeminarPreviews
    seminar_changes: SeminarChanges
    recording_desk: RecordingDesk
    schedule_desk: ScheduleDesk
    seminar_wizard: SeminarWizard
    seminar_edits: SeminarEdits

    async def say(self, message: Message, words: Words, conversation: Conversation, sentence: str) -> None:
        """Answer with the sentence, and below it the draft with its buttons."""
        draft = await self._waiting(words, conversation)
        await send(message, Screen(GAP.join((words(sentence), draft.text)), draft.rows))

    async def _waiting(self, words: Words, conversation: Conversation) -> Screen:
        if conversation.awaits == ComposeStep.SCHEDULE:
            return self.schedule_desk.waited_for(words, conversation)
        if conversation.flow is Flow.BROADCAST:
            return await self.broadcast_desk.draft(words, conversation.chat, conversation)
        desks = {
            Flow.MOVE: self.seminar_changes.waiting,
            Flow.RECORDING: self.recording_desk.waiting,
            Flow.EDIT: self.seminar_edits.waiting,
            Flow.WIZARD: self.seminar_wizard.waiting,
        }
        return await desks.get(conversation.flow, self.seminar_previews.waiting)(words, conversation)


async def too_late(message: Message, conversation: Conversation, words: Words, open_drafts: OpenDrafts) -> None:
    """A text that waited too long changes nothing: what it was meant for is asked again."""
    await open_drafts.say(message, words, conversation, "too-late-order")


async def refuse_forwarded(message: Message, conversation: Conversation, words: Words, open_drafts: OpenDrafts) -> None:
    """Say that a forwarded message is not taken here, and show what is waited for."""
    await open_drafts.say(message, words, conversation, "drafts-forwarded")


async def refuse_edit(message: Message, conversation: Conversation, words: Words, open_drafts: OpenDrafts) -> None:
    """Say that editing a message that was sent changes no draft, and show the draft with the buttons that do."""
    await open_drafts.say(message, words, conversation, "drafts-edited")


async def tell_expired(
    message: Message, conversation: Conversation, admin: int, words: Words, conversations: Conversations
) -> None:
    """Say, once, that the draft this was meant for is no more, and that nothing was sent."""
    await conversations.drop(admin)
    await send(message, menu_below(words, words(f"drafts-expired-{conversation.flow}")))
