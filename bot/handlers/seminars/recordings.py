"""The recording of a seminar that is over: entered, previewed, published once (A9); past seminars for readers (P7)."""

from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from bot.core.mailings.conversations import Conversation, Flow
from bot.core.seminars.recordings import Published, RecordingDraft, draft_of
from bot.handlers.admin.access import OrderedByAdmin, TappedByAdmin
from bot.handlers.admin.conversation import InConversation
from bot.handlers.admin.late import LateTaps
from bot.handlers.seminars.admin_screens import Do, Manage
from bot.handlers.seminars.reader_screens import SeminarScreens
from bot.handlers.seminars.recording_desk import RecordingDesk
from bot.handlers.seminars.recording_screens import (
    ConfirmRecording,
    DropRecording,
    FixRecording,
    KeepPart,
    PublishQuietly,
    ShowPast,
    ShowRecording,
)
from bot.handlers.ui.screens import Words, edit, send, show

BUTTONS: tuple[type[CallbackData], ...] = (
    *(ConfirmRecording, PublishQuietly, FixRecording),
    *(KeepPart, DropRecording, ShowRecording),
)


class OwnRecording(BaseFilter):
    """A button under the draft as it stands now, not under one corrected, published or expired."""

    async def __call__(
        self, query: CallbackQuery, callback_data: CallbackData, admin: int, recording_desk: RecordingDesk
    ) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get the ``draft``."""
        draft = await recording_desk.publish.draft(admin)
        if draft is None or draft.mark(admin) != getattr(callback_data, "mark", None):
            return False
        return {"draft": draft}


async def begin(
    query: CallbackQuery, callback_data: Manage, admin: int, words: Words, recording_desk: RecordingDesk
) -> None:
    """«Запись и конспект»: the first question."""
    await show(query, await recording_desk.begin(admin, words, callback_data.seminar))


async def redraw_seminar(
    query: CallbackQuery, callback_data: Manage, words: Words, recording_desk: RecordingDesk, late_taps: LateTaps
) -> None:
    """A late tap begins nothing: the seminar's card is drawn anew."""
    await late_taps.redraw(query, words, await recording_desk.desk.card(words, callback_data.seminar))


async def take_text(
    message: Message, conversation: Conversation, admin: int, words: Words, recording_desk: RecordingDesk
) -> None:
    """What an admin types while the draft waits."""
    asked = await recording_desk.take(admin, words, draft_of(conversation), message.text or "")
    if asked is not None:
        await send(message, asked)


async def keep_part(
    query: CallbackQuery, draft: RecordingDraft, admin: int, words: Words, recording_desk: RecordingDesk
) -> None:
    """«Оставить как есть»: the next question, or the preview below."""
    asked = await recording_desk.go_on(admin, words, draft.next())
    await query.answer()
    if asked is not None:
        await edit(query, asked)


async def fix_part(
    query: CallbackQuery,
    callback_data: FixRecording,
    draft: RecordingDraft,
    admin: int,
    words: Words,
    recording_desk: RecordingDesk,
) -> None:
    """Ask for one part anew; the draft stays as it is until it comes."""
    asked = await recording_desk.go_on(admin, words, replace(draft, awaited=callback_data.part))
    if asked is not None:
        await show(query, asked)


async def publish(
    query: CallbackQuery,
    callback_data: ConfirmRecording | PublishQuietly,
    draft: RecordingDraft,
    admin: int,
    words: Words,
    recording_desk: RecordingDesk,
) -> None:
    """Publish once; the seminar's card stands in the place of the draft's."""
    shown = callback_data.count if isinstance(callback_data, ConfirmRecording) else None
    done = await recording_desk.publish.confirm(admin, callback_data.mark, shown)
    if done is Published.OVER:
        return await refuse_stale(query, words)
    if done is Published.ASK_AGAIN:
        again = await recording_desk.publish.begin_again(admin, draft)
        await query.answer(words.plain("seminars-preview-ask-again"), show_alert=True)
        await edit(query, await recording_desk.card(words, admin, again, shown))
        return None
    await query.answer(words.plain("broadcasts-asked" if done is Published.ASKED else "recordings-published"))
    await edit(query, await recording_desk.desk.card(words, draft.seminar))
    return None


async def drop(
    query: CallbackQuery, draft: RecordingDraft, admin: int, words: Words, recording_desk: RecordingDesk
) -> None:
    """«Отмена»: what is published stays as it is."""
    await recording_desk.desk.conversations.drop(admin)
    await show(query, await recording_desk.desk.card(words, draft.seminar))


async def show_draft(
    query: CallbackQuery, draft: RecordingDraft, admin: int, words: Words, recording_desk: RecordingDesk
) -> None:
    """What the draft waits for, in the tapped language."""
    await show(query, await recording_desk.card(words, admin, draft))


async def redraw(
    query: CallbackQuery,
    draft: RecordingDraft,
    admin: int,
    words: Words,
    recording_desk: RecordingDesk,
    late_taps: LateTaps,
) -> None:
    """A late tap publishes and changes nothing: the card is drawn anew."""
    await late_taps.redraw(query, words, await recording_desk.card(words, admin, draft))


async def refuse_stale(query: CallbackQuery, words: Words) -> None:
    """Say that the button belongs to a draft that was published, corrected, dropped or forgotten."""
    await query.answer(words.plain("recordings-stale"), show_alert=True)


async def show_past(
    query: CallbackQuery, callback_data: ShowPast, words: Words, seminar_screens: SeminarScreens
) -> None:
    """Past seminars with recordings, for everybody."""
    await show(query, await seminar_screens.past(words, callback_data.page))


def router() -> Router:
    """Return the routes of a recording."""
    made = Router(name="recordings")
    made.message.register(take_text, F.text, InConversation(Flow.RECORDING))
    tap = made.callback_query.register
    tap(show_past, ShowPast.filter())
    tap(begin, Manage.filter(F.do == Do.RECORD), OrderedByAdmin())
    tap(redraw_seminar, Manage.filter(F.do == Do.RECORD), TappedByAdmin())
    tap(publish, ConfirmRecording.filter(), OrderedByAdmin(), OwnRecording())
    tap(publish, PublishQuietly.filter(), OrderedByAdmin(), OwnRecording())
    tap(fix_part, FixRecording.filter(), OrderedByAdmin(), OwnRecording())
    tap(keep_part, KeepPart.filter(), OrderedByAdmin(), OwnRecording())
    tap(drop, DropRecording.filter(), TappedByAdmin(), OwnRecording())
    tap(show_draft, ShowRecording.filter(), TappedByAdmin(), OwnRecording())
    for button in BUTTONS:
        tap(redraw, button.filter(), TappedByAdmin(), OwnRecording())
        tap(refuse_stale, button.filter(), TappedByAdmin())
    return made
